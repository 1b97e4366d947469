/// What came of one file.
public struct FileReport: Sendable {
  public enum Outcome: Sendable {
    /// Read, and it holds segments.
    case bilingual
    /// Read, and it holds none.
    case plain
    /// Not read: what stood in the way.
    case unreadable(String)
  }

  /// Relative to the folder that the run was started in.
  public let path: String
  /// Relative to the root of the repository; `path` when there is none.
  public let repositoryPath: String
  public let outcome: Outcome
  /// The tag of the page's locale, as the first of command line, configuration, page and path has
  /// it; empty when none of them says.
  public let locale: String
  /// Whether the page says that a machine has translated it.
  public let isMachineTranslated: Bool
  public let segments: Int
  public let bytes: Int
  /// Words of all sources; 0 unless they were asked for.
  public let sourceWords: Int
  /// The seconds that each rule took, by its index; empty unless they were asked for.
  public let ruleSeconds: [Double]
  /// In the order of the file: all, or the first of each rule, where a limit was given.
  public private(set) var findings: [PlacedFinding]
  /// How many findings of each rule count and are not in `findings`.
  public internal(set) var unlisted: [UnlistedFindings] = []
  /// The fingerprints of the findings that the baseline lists, or is to list.
  public internal(set) var listed: [String] = []
  /// Rules that gave up on the file.
  public let failures: [PlacedFailure]
  /// Findings that are gone because the file was mended in this run.
  public var fixed = 0
  /// Findings that are left out of `findings`, if the run is to tell of them all the same.
  public var withheld: [WithheldFinding] = []

  public init(
    path: String, repositoryPath: String, outcome: Outcome, locale: String = "",
    isMachineTranslated: Bool = false, segments: Int = 0, bytes: Int = 0, sourceWords: Int = 0,
    ruleSeconds: [Double] = [], findings: [PlacedFinding] = [], failures: [PlacedFailure] = []
  ) {
    self.path = path
    self.repositoryPath = repositoryPath
    self.outcome = outcome
    self.locale = locale
    self.isMachineTranslated = isMachineTranslated
    self.segments = segments
    self.bytes = bytes
    self.sourceWords = sourceWords
    self.ruleSeconds = ruleSeconds
    self.findings = findings
    self.failures = failures
  }

}

extension FileReport {
  /// The report with the first findings of each rule; the others are counted.
  public func listing(atMost most: Int?) -> FileReport {
    guard let most, findings.count > most else { return self }
    var report = self
    var counts: [Int: Int] = [:]
    var unlisted: [Int: UnlistedFindings] = [:]
    report.findings.removeAll { finding in
      counts[finding.rule, default: 0] += 1
      guard counts[finding.rule]! > most else { return false }
      unlisted[
        finding.rule,
        default: UnlistedFindings(rule: finding.rule, severity: finding.severity, count: 0)
      ].count += 1
      return true
    }
    report.unlisted = unlisted.values.sorted { $0.rule < $1.rule }
    return report
  }
}
