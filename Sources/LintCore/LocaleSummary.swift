/// Sums over the documents of one locale.
public struct LocaleSummary: Sendable {
  public private(set) var documents = 0
  public private(set) var machineTranslated = 0
  public private(set) var segments = 0
  /// How far messages of programs are translated; `nil` in a locale without any.
  public private(set) var completeness: Completeness?
  /// 0 unless words were asked for.
  public private(set) var sourceWords = 0
  /// Findings by the index of their rule in `Run.rules`.
  public private(set) var findings: [Int]
  /// Findings by the rank of their severity.
  private var severities = Severity.allCases.map { _ in 0 }
  /// Findings that don't count, by the raw value of the reason.
  private var keptBack = Standing.allCases.map { _ in 0 }
  /// The same by the rank of their severity.
  private var keptBackSeverities = Severity.allCases.map { _ in 0 }

  init(rules: Int) {
    findings = Array(repeating: 0, count: rules)
  }

  /// Adds a page.
  ///
  /// - Parameter counts: Findings that count; where a file has several pages, they are added one by one.
  mutating func add(_ page: PageReport, _ counts: [FileFigures.Count]) {
    documents += 1
    if page.isMachineTranslated { machineTranslated += 1 }
    segments += page.segments
    if let own = page.completeness { completeness = completeness.map { $0 + own } ?? own }
    sourceWords += page.sourceWords
    for count in counts { add(count) }
    for more in page.keptBack {
      keptBack[more.standing.rawValue] += more.count
      keptBackSeverities[more.severity.rank] += more.count
    }
  }

  /// Adds findings of a page.
  mutating func add(_ count: FileFigures.Count) {
    findings[count.rule] += count.count
    severities[count.severity.rank] += count.count
  }

  /// How many findings don't count for a reason.
  public func count(of standing: Standing) -> Int { keptBack[standing.rawValue] }

  /// How much of the translation is without fault, from 0 to 100; `nil` where no words were counted.
  ///
  /// As in the linear scoring model of MQM: 100 × (1 − penalties ÷ source words), which is 100 less
  /// a tenth of the penalties per 1,000 words. What does not count is a fault all the same, and
  /// costs what others do, unless the run scores new findings alone.
  public func score(in run: Run) -> Double? {
    guard sourceWords > 0 else { return nil }
    return max(0, 100 * (1 - penalty(in: run) / Double(sourceWords)))
  }

  /// What its findings cost.
  func penalty(in run: Run) -> Double {
    Severity.allCases.reduce(0) {
      let count = severities[$1.rank] + (run.scoresNewAlone ? 0 : keptBackSeverities[$1.rank])
      return $0 + run.penalties.of($1) * Double(count)
    }
  }
}
