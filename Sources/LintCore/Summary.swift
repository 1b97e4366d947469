/// Sums over all files of a run.
public struct Summary: Sendable {
  public internal(set) var bilingualFiles = 0
  public internal(set) var plainFiles = 0
  public internal(set) var unreadableFiles = 0
  public internal(set) var segments = 0
  public internal(set) var bytes = 0
  /// Findings by the index of their rule in `Run.rules`.
  public internal(set) var findings: [Int]
  /// The same by the rank of their severity, which may differ from file to file.
  private var counts: [[Int]]
  public internal(set) var filesWithFindings = 0
  /// Wall-clock seconds.
  public var seconds = 0.0
  /// Findings that fail the run.
  public internal(set) var failures = 0
  /// Sums over the documents of each locale, by its tag; empty where a document names none.
  public internal(set) var locales: [String: LocaleSummary] = [:]
  /// The seconds that each rule took in all files, by its index; empty unless they were asked for.
  public internal(set) var ruleSeconds: [Double] = []
  /// How often a rule gave up on a file.
  public internal(set) var ruleFailures = 0
  /// Findings that don't count, by the raw value of the reason.
  private var keptBack = Standing.allCases.map { _ in 0 }
  /// Findings that were mended, which are counted nowhere else, and the files that they were in.
  public internal(set) var fixed = 0
  /// The same by the index of their rule.
  public private(set) var fixedByRule: [Int: Int] = [:]
  public internal(set) var fixedFiles = 0
  /// Fixes that were tried and would not have mended their file.
  public private(set) var refused = FixCount()
  /// Files that were to be mended and could not be written, and the fixes that wait for it.
  public private(set) var unwrittenFiles = 0
  public private(set) var unwritten = FixCount()
  /// Findings that count and have a fix, those that are not listed too.
  public private(set) var fixes = FixCount()
  /// The same by folder, without those that people read as one line for all files.
  public private(set) var folders = FolderCounts()

  /// How far messages of programs are translated; `nil` in a run without any.
  public private(set) var completeness: Completeness?
  /// Files of messages in which most is left to do, the worst first; not more than a table shows.
  public private(set) var leastComplete: [(path: String, completeness: Completeness)] = []
  /// Pages that were compared with a source in a file of its own, by the version of that.
  private var compared = SourceVersion.allCases.map { _ in 0 }
  /// Pages that name another version than they were compared with, for it was not found.
  public private(set) var unnamed = 0

  public init(rules: Int) {
    findings = Array(repeating: 0, count: rules)
    counts = Severity.allCases.map { _ in Array(repeating: 0, count: rules) }
  }

  /// Whether all files were read and none holds segments.
  public var isEmpty: Bool { bilingualFiles == 0 && unreadableFiles == 0 }

  /// Whether the run fails because there was nothing to check.
  public func failsAsEmpty(in run: Run) -> Bool { run.failsWhenEmpty && isEmpty }

  public var files: Int { bilingualFiles + plainFiles + unreadableFiles }

  /// How many pages were compared with sources in files of their own.
  public var pairs: Int { compared.reduce(0, +) }

  /// How many of them were compared with a version.
  public func count(of version: SourceVersion) -> Int {
    SourceVersion.allCases.firstIndex(of: version).map { compared[$0] } ?? 0
  }

  /// How many findings don't count for a reason. They are counted nowhere else.
  public func count(of standing: Standing) -> Int { keptBack[standing.rawValue] }

  /// How many findings don't count, whatever the reason.
  public var countOfKeptBack: Int { keptBack.reduce(0, +) }

  public func count(of severity: Severity) -> Int {
    counts[severity.rank].reduce(0, +)
  }

  /// How many findings of a rule have a severity.
  public func count(of severity: Severity, by rule: Int) -> Int {
    counts[severity.rank][rule]
  }

  /// Adds a file.
  public mutating func add(_ file: FileReport, in run: Run) {
    add(FileFigures(of: file, in: run), in: run)
  }

  /// Adds a file of which the figures have been worked out.
  public mutating func add(_ figures: FileFigures, in run: Run) {
    let file = figures.report
    switch file.outcome {
    case .bilingual: bilingualFiles += 1
    case .plain: plainFiles += 1
    case .unreadable: unreadableFiles += 1
    }
    bytes += file.bytes
    if let source = file.source, let index = SourceVersion.allCases.firstIndex(of: source.version) {
      compared[index] += 1
      if source.isUnnamed { unnamed += 1 }
    }
    if let own = file.completeness { add(own, of: file.repositoryPath) }
    if figures.hasFindings { filesWithFindings += 1 }
    ruleFailures += file.failures.count
    for page in file.pages {
      segments += page.segments
      for more in page.keptBack { keptBack[more.standing.rawValue] += more.count }
    }
    fixed += file.fixed
    if file.fixed > 0 {
      fixedFiles += 1
      fixedByRule.merge(file.fixedByRule, uniquingKeysWith: +)
    }
    addFindings(figures, in: run)
    if ruleSeconds.isEmpty {
      ruleSeconds = file.ruleSeconds
    } else {
      for (index, seconds) in file.ruleSeconds.enumerated() { ruleSeconds[index] += seconds }
    }
    guard case .bilingual = file.outcome else { return }
    guard file.pages.count > 1 else {
      locales[file.locale, default: LocaleSummary(rules: findings.count)].add(
        file.pages[0], figures.counts)
      return
    }
    for page in file.pages {
      locales[page.locale, default: LocaleSummary(rules: findings.count)].add(page, [])
    }
    for count in figures.counts { locales[file.pages[count.page].locale]?.add(count) }
  }

  private static let mostIncomplete = 20

  private mutating func add(_ own: Completeness, of path: String) {
    completeness = completeness.map { $0 + own } ?? own
    guard own.open > 0 else { return }
    // Files come in the order of their paths, which decides between equals.
    let place =
      leastComplete.firstIndex { $0.completeness.open < own.open } ?? leastComplete.count
    guard place < Self.mostIncomplete else { return }
    leastComplete.insert((path, own), at: place)
    if leastComplete.count > Self.mostIncomplete { leastComplete.removeLast() }
  }

  private mutating func addFindings(_ figures: FileFigures, in run: Run) {
    for count in figures.counts {
      findings[count.rule] += count.count
      counts[count.severity.rank][count.rule] += count.count
      if run.fails(count.severity) { failures += count.count }
    }
    let file = figures.report
    if figures.told > 0 { folders.add(figures.told, in: file.path) }
    fixes += figures.fixes
    refused += file.refused
    guard file.isUnwritten else { return }
    unwrittenFiles += 1
    unwritten += figures.fixes.without(file.refused)
  }

  /// The score of all locales together, as one of them has it; `nil` where no words were counted.
  public func score(in run: Run) -> Double? {
    let words = locales.values.reduce(0) { $0 + $1.sourceWords }
    guard words > 0 else { return nil }
    // Added up in an order that does not change from run to run, for sums of fractions depend on it.
    let penalty = locales.keys.sorted().reduce(0) { $0 + locales[$1]!.penalty(in: run) }
    return max(0, 100 * (1 - penalty / Double(words)))
  }

  /// The locales whose score is too low, in order.
  public func localesBelowMinimum(in run: Run) -> [(locale: String, score: Double)] {
    guard let minimum = run.minimumScore else { return [] }
    return locales.keys.sorted().compactMap { locale in
      locales[locale]?.score(in: run).flatMap { $0 < minimum ? (locale, $0) : nil }
    }
  }

  /// How many warnings more than allowed there are; `nil` if none.
  public func warningsBeyond(_ run: Run) -> Int? {
    guard let most = run.maximumWarnings else { return nil }
    let warnings = count(of: .warning)
    return warnings > most ? warnings - most : nil
  }

  /// 2 when something could not be read or checked, or nothing was there to check, 1 when findings or scores fail the run, else 0.
  public func exitStatus(in run: Run) -> Int {
    if unreadableFiles > 0 || ruleFailures > 0 { return 2 }
    if failsAsEmpty(in: run) { return 2 }
    let fails =
      failures > 0 || warningsBeyond(run) != nil || !localesBelowMinimum(in: run).isEmpty
    return fails ? 1 : 0
  }
}
