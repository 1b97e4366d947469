import LintText

/// What rules that look across files reported before some pages changed: what they reported then follows from no
/// change.
struct FormerVerdicts {
  private let verdicts: [Int: [FactStore.RuledVerdict]]
  private let areChanged: [Bool]

  /// What is the same of a finding whatever has changed around it.
  private struct Mark: Hashable {
    let rule: Int
    let page: Int
    let message: String
    /// In a page that has not changed the place tells more than the words, which may count other pages.
    let range: ByteRange
    let arguments: [String]

    init(_ ruled: FactStore.RuledVerdict, isMoved: Bool) {
      rule = ruled.rule
      page = ruled.verdict.page.page
      message = ruled.verdict.message.id
      range = isMoved ? .none : ruled.verdict.range
      arguments = isMoved ? ruled.verdict.arguments : []
    }
  }

  /// Judges what the rules would have kept of the pages before.
  ///
  /// - Parameters:
  ///   - facts: what they keep today.
  ///   - former: what of some was another.
  ///   - areChanged: which of today's files have changed since; those behind them are there no more.
  init(_ facts: FactStore, before former: FormerFacts, areChanged: [Bool]) {
    verdicts = facts.verdicts(before: former).filter { $0.key < areChanged.count }
    self.areChanged = areChanged
  }

  /// Which of today's findings in a file were not there before.
  func news(of today: [FactStore.RuledVerdict], in file: Int) -> [Bool] {
    let isMoved = areChanged[file]
    var before: [Mark: Int] = [:]
    for ruled in verdicts[file] ?? [] { before[Mark(ruled, isMoved: isMoved), default: 0] += 1 }
    guard !before.isEmpty else { return Array(repeating: true, count: today.count) }
    let marks = today.map { Mark($0, isMoved: isMoved) }
    var now: [Mark: Int] = [:]
    for mark in marks { now[mark, default: 0] += 1 }
    // Which of several that are alike is the new one nobody knows.
    return marks.map { (now[$0] ?? 0) > (before[$0] ?? 0) }
  }
}
