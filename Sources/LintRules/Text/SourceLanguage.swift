public import LintText

/// The languages that sources may be in.
public enum SourceLanguage {
  /// Whether there is a table of a locale's words.
  public static func isKnown(_ locale: LocaleTag) -> Bool {
    AllRules.languages.index(of: locale) != nil
  }
}
