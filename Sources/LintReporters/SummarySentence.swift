public import LintCore

/// What several reports say of a run in the same words.
public enum SummarySentence {
  /// What does not count: `Not counted: 514 known, 3 suppressed.`; empty where all counts.
  public static func keptBack(_ summary: Summary) -> String {
    let parts = Standing.allCases.reversed().filter { summary.count(of: $0) > 0 }.map {
      "\(Numeral.grouped(summary.count(of: $0))) \($0)"
    }
    return parts.isEmpty ? "" : "Not counted: \(parts.joined(separator: ", "))."
  }

  /// `new ` where there are faults of old besides, so that nothing claims more than is so.
  static func new(_ summary: Summary) -> String { summary.countOfKeptBack > 0 ? "new " : "" }
}
