/// Sums over the documents of one locale.
public struct LocaleSummary: Sendable {
  public private(set) var documents = 0
  public private(set) var machineTranslated = 0
  public private(set) var segments = 0
  /// 0 unless words were asked for.
  public private(set) var sourceWords = 0
  /// Findings by the index of their rule in `Run.rules`.
  public private(set) var findings: [Int]
  private var severities: [Severity: Int] = [:]

  init(rules: Int) {
    findings = Array(repeating: 0, count: rules)
  }

  mutating func add(_ file: FileReport) {
    documents += 1
    if file.isMachineTranslated { machineTranslated += 1 }
    segments += file.segments
    sourceWords += file.sourceWords
    for finding in file.findings {
      findings[finding.rule] += 1
      severities[finding.severity, default: 0] += 1
    }
    for more in file.unlisted {
      findings[more.rule] += more.count
      severities[more.severity, default: 0] += more.count
    }
  }

  /// How much of the translation is without fault, from 0 to 100; `nil` where no words were counted.
  ///
  /// As in the linear scoring model of MQM: 100 × (1 − penalties ÷ source words), which is 100 less
  /// a tenth of the penalties per 1,000 words.
  public func score(in run: Run) -> Double? {
    guard sourceWords > 0 else { return nil }
    let penalty = severities.reduce(0) { $0 + run.penalties.of($1.key) * Double($1.value) }
    return max(0, 100 * (1 - penalty / Double(sourceWords)))
  }
}

/// What a finding costs in a score, by its severity.
///
/// MQM knows neutral (0), minor (1), major (5) and critical (25) errors. Notes are neutral here,
/// warnings minor and errors major: no rule can know that a fault does harm beyond the page, which
/// is what makes one critical.
public struct Penalties: Sendable {
  public let note: Double
  public let warning: Double
  public let error: Double

  public static let standard = Penalties(note: 0, warning: 1, error: 5)

  public init(note: Double, warning: Double, error: Double) {
    self.note = note
    self.warning = warning
    self.error = error
  }

  /// These, but for some.
  public func replacing(_ others: [Severity: Double]) -> Penalties {
    Penalties(
      note: others[.note] ?? note, warning: others[.warning] ?? warning,
      error: others[.error] ?? error)
  }

  public func of(_ severity: Severity) -> Double {
    switch severity {
    case .note: note
    case .warning: warning
    case .error: error
    }
  }
}
