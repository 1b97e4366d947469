/// What a file adds to the sums over a run, worked out where the file is linted: what waits for the files
/// before it holds no findings.
public struct FileFigures: Sendable {
  /// Findings of one rule and severity that count, on one page.
  struct Count: Sendable {
    let rule: Int
    let severity: Severity
    let page: Int
    var count: Int
  }

  /// What came of the file, without its findings.
  public let report: FileReport
  /// All that count, those that are not listed too; a rule may come more than once.
  let counts: [Count]
  /// Whether there are findings that are listed.
  public let hasFindings: Bool
  /// How many findings people do not read as one line for all files.
  let told: Int
  let fixes: FixCount

  public init(of file: FileReport, in run: Run) {
    var counts: [Count] = []
    var fixes = FixCount()
    for finding in file.findings {
      fixes.add(finding.fix?.safety)
      if let last = counts.last, last.rule == finding.rule, last.severity == finding.severity,
        last.page == finding.page
      {
        counts[counts.count - 1].count += 1
      } else {
        counts.append(
          Count(rule: finding.rule, severity: finding.severity, page: finding.page, count: 1))
      }
    }
    for (index, page) in file.pages.enumerated() {
      for more in page.unlisted {
        fixes += more.fixes
        counts.append(
          Count(rule: more.rule, severity: more.severity, page: index, count: more.count))
      }
    }
    report = file.withoutFindings
    hasFindings = !file.findings.isEmpty
    told = counts.reduce(0) { run.isCounted($1.rule) ? $0 : $0 + $1.count }
    self.counts = counts
    self.fixes = fixes
  }
}

extension FileFigures {
  /// How many findings of a severity count.
  public func count(of severity: Severity) -> Int {
    counts.reduce(0) { $1.severity == severity ? $0 + $1.count : $0 }
  }

  /// What its findings cost in a score, as `LocaleSummary` has it.
  public func penalty(in run: Run) -> Double {
    var penalty = counts.reduce(0) { $0 + run.penalties.of($1.severity) * Double($1.count) }
    guard !run.scoresNewAlone else { return penalty }
    for more in report.pages.flatMap(\.keptBack) {
      penalty += run.penalties.of(more.severity) * Double(more.count)
    }
    return penalty
  }
}
