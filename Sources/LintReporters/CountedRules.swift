import LintCore

/// The rules whose findings people read as one line: how many, in how many files.
struct CountedRules: Sendable {
  /// By the index of the rule.
  private let isCounted: [Bool]
  /// The files in which each rule has found something, by its index.
  private var files: [Int]

  init(_ run: Run) {
    // A finding that fails the run is never left out.
    isCounted = run.rules.map { $0.isCounted(below: run.gate) }
    files = run.rules.map { _ in 0 }
  }

  /// Whether findings of a rule are not listed.
  func contains(_ rule: Int) -> Bool { isCounted[rule] }

  /// The counted rules that have found something in a file.
  struct File: Sendable {
    fileprivate var rules: [Int] = []

    init(_ file: FileReport, _ counted: CountedRules?) {
      guard let counted, file.findings.contains(where: { counted.isCounted[$0.rule] }) else {
        return
      }
      rules = file.rulesWithFindings.filter { counted.isCounted[$0] }
    }
  }

  /// The findings of a file that are listed.
  func listed(_ file: FileReport) -> [PlacedFinding] {
    guard file.findings.contains(where: { isCounted[$0.rule] }) else { return file.findings }
    return file.findings.filter { !isCounted[$0.rule] }
  }

  /// Counts what the counted rules have found in a file.
  mutating func add(_ file: File) {
    for rule in file.rules { files[rule] += 1 }
  }

  /// Counts a file's findings and hands over those to list.
  mutating func add(_ file: FileReport) -> [PlacedFinding] {
    add(File(file, self))
    return listed(file)
  }

  /// The findings of a file that count and are not listed, without those of counted rules.
  func more(in file: FileReport) -> [MoreFindings] {
    file.more.filter { !isCounted[$0.rule] }
  }

  /// The counted rules that have found something, in the order of the run, with `7 of 43 files` or
  /// `9 times in 7 of 43 files`.
  func counts(_ summary: Summary, in run: Run) -> [(rule: Run.ActiveRule, count: String)] {
    run.rules.indices.filter { isCounted[$0] && summary.findings[$0] > 0 }.map { index in
      let inFiles = "\(Numeral.grouped(files[index])) of \(Numeral.count(summary.files, "file"))"
      let count = summary.findings[index]
      return (
        run.rules[index],
        count == files[index] ? inFiles : "\(Numeral.grouped(count)) times in \(inFiles)"
      )
    }
  }

  /// The same, each as a line of a log.
  func lines(_ summary: Summary, in run: Run) -> [String] {
    counts(summary, in: run).map { rule, count in
      "\(rule.severity): \(count): \(rule.info.finds.visible) [\(rule.info.id)]"
    }
  }
}
