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
  /// One at least; of an unreadable file, one about which nothing is known.
  public internal(set) var pages: [PageReport]
  public let bytes: Int
  /// The seconds that each rule took, by its index; empty unless they were asked for.
  public let ruleSeconds: [Double]
  /// In the order of the file: all, or the first of each rule, where a limit was given.
  public private(set) var findings: [PlacedFinding]
  /// The fingerprints of the findings that the baseline lists, or is to list.
  public internal(set) var listed: [String] = []
  /// What `Dismissals.Line.key` calls the dismissals that have fitted.
  public internal(set) var fittingDismissals: Set<String> = []
  /// Rules that gave up on the file.
  public let failures: [PlacedFailure]
  /// Findings that are gone because the file was mended in this run, by the index of their rule.
  public var fixedByRule: [Int: Int] = [:]
  /// Fixes that were tried in this run and would not have mended the file.
  public var refused = FixCount()
  /// Whether the file was to be mended in this run and could not be written.
  public var isUnwritten = false
  /// The source that it was compared with, where that is a file of its own.
  public var source: ComparedSource?
  /// Findings that are left out of `findings`, if the run is to tell of them all the same.
  public var withheld: [WithheldFinding] = []

  /// - Parameter pages: at least one.
  public init(
    path: String, repositoryPath: String, outcome: Outcome, pages: [PageReport] = [PageReport()],
    bytes: Int = 0, ruleSeconds: [Double] = [], findings: [PlacedFinding] = [],
    failures: [PlacedFailure] = []
  ) {
    precondition(!pages.isEmpty)
    self.path = path
    self.repositoryPath = repositoryPath
    self.outcome = outcome
    self.pages = pages
    self.bytes = bytes
    self.ruleSeconds = ruleSeconds
    self.findings = findings
    self.failures = failures
  }
}

extension FileReport {
  /// The locale of the first page: of all, nearly always.
  public var locale: String { pages[0].locale }

  /// The locale of the page that a finding is about.
  public func locale(of finding: PlacedFinding) -> String { pages[finding.page].locale }

  /// Whether a machine has translated all pages.
  public var isMachineTranslated: Bool { pages.allSatisfy(\.isMachineTranslated) }

  /// Findings that are gone because the file was mended in this run.
  public var fixed: Int { fixedByRule.values.reduce(0, +) }

  public var segments: Int { pages.reduce(0) { $0 + $1.segments } }

  /// How far its texts are translated; `nil` for a file that holds no messages of programs.
  public var completeness: Completeness? {
    pages.reduce(nil) { sum, page in
      page.completeness.map { own in sum.map { $0 + own } ?? own } ?? sum
    }
  }

  /// How many findings don't count for a reason.
  public func count(of standing: Standing) -> Int {
    pages.reduce(0) { sum, page in
      page.keptBack.reduce(sum) { $1.standing == standing ? $0 + $1.count : $0 }
    }
  }

  /// How many findings don't count, whatever the reason.
  public var countOfKeptBack: Int { Standing.allCases.reduce(0) { $0 + count(of: $1) } }

  /// How many findings of each rule count and are not in `findings`.
  public var unlisted: [UnlistedFindings] {
    guard pages.count > 1 else { return pages[0].unlisted }
    let all = Dictionary(grouping: pages.flatMap(\.unlisted), by: \.rule)
    return all.keys.sorted().map { rule in
      all[rule]!.dropFirst().reduce(into: all[rule]![0]) {
        $0.count += $1.count
        $0.fixes += $1.fixes
      }
    }
  }

  /// The same without findings, listed or withheld.
  var withoutFindings: FileReport {
    var report = self
    report.findings = []
    report.withheld = []
    return report
  }

  /// A report for each page, with the findings that are about it; what belongs to the file alone stands in
  /// the first.
  public var byPage: [FileReport] {
    guard pages.count > 1 else { return [self] }
    return pages.indices.map { page in
      var report = FileReport(
        path: path, repositoryPath: repositoryPath, outcome: outcome, pages: [pages[page]],
        bytes: page == 0 ? bytes : 0,
        findings: findings.filter { $0.page == page }.map(\.onFirstPage),
        failures: page == 0 ? failures : [])
      report.withheld = withheld.filter { $0.finding.page == page }
      report.source = source
      return report
    }
  }
}

extension FileReport {
  /// The report without findings that are less severe, of which nothing is told.
  public func listing(from minimum: Severity) -> FileReport {
    guard minimum > .note else { return self }
    var report = self
    report.findings.removeAll { $0.severity < minimum }
    for page in pages.indices {
      report.pages[page].unlisted.removeAll { $0.severity < minimum }
    }
    return report
  }

  /// The report with the first findings of each rule; the others are counted.
  public func listing(atMost most: Int?) -> FileReport {
    guard let most, findings.count > most else { return self }
    var report = self
    var counts: [Int: Int] = [:]
    var unlisted: [RuleOfPage: UnlistedFindings] = [:]
    report.findings.removeAll { finding in
      counts[finding.rule, default: 0] += 1
      guard counts[finding.rule]! > most else { return false }
      let key = RuleOfPage(rule: finding.rule, page: finding.page)
      var more =
        unlisted[key]
        ?? UnlistedFindings(rule: finding.rule, severity: finding.severity, count: 0)
      more.count += 1
      more.fixes.add(finding.fix?.safety)
      unlisted[key] = more
      return true
    }
    for page in pages.indices {
      report.pages[page].unlisted = unlisted.keys.sorted().filter { $0.page == page }.map {
        unlisted[$0]!
      }
    }
    return report
  }
}
