extension LocaleTag {
  /// Which way a text runs, named as the value of HTML's `dir`.
  public enum Direction: String, Sendable {
    case leftToRight = "ltr"
    case rightToLeft = "rtl"
  }

  /// Which way the locale's text runs.
  public var direction: Direction {
    let own = canonical
    let isRightToLeft =
      own.script.isEmpty
      ? Self.rightToLeftLanguages.contains(own.language)
      : Self.rightToLeftScripts.contains(own.script)
    return isRightToLeft ? .rightToLeft : .leftToRight
  }

  private static let rightToLeftScripts: Set<String> = [
    "Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa",
  ]

  /// Those that CLDR gives such a script, if `canonical` gives them none.
  private static let rightToLeftLanguages: Set<String> = [
    "ar", "arc", "arz", "ckb", "dv", "fa", "glk", "he", "ks", "lrc", "mzn", "nqo", "pnb",
    "prs", "ps", "syr", "ug", "ur", "yi",
  ]
}
