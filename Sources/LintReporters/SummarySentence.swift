import LintCore

/// What several reports say of a run in the same words.
enum SummarySentence {
  /// How many findings are dismissed: `3 findings are dismissed.`
  static func dismissed(_ summary: Summary) -> String {
    Numeral.count(summary.dismissed, "finding")
      + (summary.dismissed == 1 ? " is dismissed." : " are dismissed.")
  }
}
