import LintCore

/// Conditions of loclint itself, which SARIF describes beside the rules.
enum SARIFNotices {
  /// The results that a report had no room for.
  static let leftOut = "results-left-out"
  static let leftOutMessage = Message(
    "left-out", "'{0}' less severe results have been left out, for GitHub takes no more than '{1}'")
  static let leftOutFinds = "Reports with more results than GitHub code scanning takes."
  static let leftOutWhy = """
    The report holds the most severe results. Mend some of what it shows, ask for fewer rules or \
    write a report for each locale.
    """

  /// Results that GitHub takes of a run.
  static let mostResults = 25_000

  /// Where a condition stands among those that a report describes.
  static func index(of id: String) -> Int { id == UnreadableFile.id ? 0 : 1 }

  /// What people are told of a report that had no room.
  static func remark(leftOut: Int) -> String {
    "\(Numeral.count(leftOut, "less severe result")) left out: GitHub takes no more than "
      + Numeral.grouped(mostResults)
  }
}
