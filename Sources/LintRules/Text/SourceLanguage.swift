public import LintCore
public import LintText

/// A rule that must know which language sources are written in.
protocol SourceLanguageRule: Rule {
  /// The rule for sources in a language that there is a table for: `en`, `zh-Hans`.
  func reading(_ language: String) -> any Rule
}

/// The language that sources are written in: English, unless a team says otherwise.
public enum SourceLanguage {
  public static let standard = "en"

  /// Whether there is a table of a locale's words.
  public static func isKnown(_ locale: LocaleTag) -> Bool { tag(of: locale) != nil }

  /// The rules of the catalogue, told of the sources' locale; unchanged when its words are not known.
  public static func configured(_ rules: [any Rule], _ locale: LocaleTag) -> [any Rule] {
    guard let tag = tag(of: locale), tag != standard else { return rules }
    return rules.map { ($0 as? any SourceLanguageRule)?.reading(tag) ?? $0 }
  }

  private static func tag(of locale: LocaleTag) -> String? {
    AllRules.languages.index(of: locale).map { AllRules.languages.tags[$0] }
  }
}
