extension LocaleTag {
  /// Which way a text runs, named as the value of HTML's `dir`.
  public enum Direction: String, Sendable {
    case leftToRight = "ltr"
    case rightToLeft = "rtl"
  }

  /// Which way the locale's text runs.
  public var direction: Direction {
    let isRightToLeft =
      script.isEmpty
      ? Self.rightToLeftLanguages.contains(language) : Self.rightToLeftScripts.contains(script)
    return isRightToLeft ? .rightToLeft : .leftToRight
  }

  private static let rightToLeftScripts: Set<String> = [
    "Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa",
  ]

  /// Those that CLDR gives such a script when the tag names none. Not among them are the Punjabi,
  /// Sindhi and Uzbek of some regions, whose tags name it.
  private static let rightToLeftLanguages: Set<String> = [
    "ar", "arc", "arz", "ckb", "dv", "fa", "glk", "he", "iw", "ks", "lrc", "mzn", "nqo", "pnb",
    "prs", "ps", "sd", "syr", "ug", "ur", "yi",
  ]
}
