import LintCore
import LintText

extension LocaleTag {
  /// `rtl` for what is written from right to left, else `ltr`: the value of HTML's `dir`.
  var direction: String {
    if !script.isEmpty { return Self.rightToLeftScripts.contains(script) ? "rtl" : "ltr" }
    return Self.rightToLeftLanguages.contains(language) ? "rtl" : "ltr"
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
