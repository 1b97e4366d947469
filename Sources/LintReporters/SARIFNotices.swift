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

  /// Findings of a rule in a file that count and are not listed.
  static let unlisted = "findings-not-listed"
  static let unlistedMessage = Message(
    "not-listed", "and '{0}' more like these: findings of rule '{1}' in file '{2}'")
  static let unlistedFinds = "Files with more findings of a rule than are listed."
  static let unlistedWhy = """
    The report lists the first findings of each rule in each file and counts the others. \
    `--max-findings-per-rule=none` lists them all.
    """

  /// Nothing was there to check in a run that is to fail then.
  static let empty = "nothing-to-check"
  static let emptyMessage = Message("no-segments", "the run fails, for no page holds a segment")
  static let emptyFinds = "Folders in which no page holds a segment."
  static let emptyWhy = """
    A path with a mistake in it looks like this. With `--fail-on-empty` or `CI` set such a run \
    fails, for nothing was checked.
    """

  /// In the order in which a report describes them.
  private static let ids = [UnreadableFile.id, leftOut, unlisted, empty]

  /// The index of a condition among those that a report describes.
  static func index(of id: String) -> Int { ids.firstIndex(of: id) ?? 0 }

  /// What people are told where a report had no room for some results.
  static func remark(leftOut: Int) -> String {
    "\(Numeral.count(leftOut, "less severe result")) left out: GitHub takes no more than "
      + Numeral.grouped(mostResults)
  }
}
