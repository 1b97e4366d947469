public import LintText

/// What pages have in common to which the same checks apply.
public struct PageKind: Hashable, Sendable {
  /// The name of the format.
  public let format: String
  /// The locale whose words and signs texts are held to; `nil` where none is.
  public let locale: LocaleTag?
  /// The language of its texts in lower case: `it`; empty when nothing tells, and for pseudo-locales.
  public let language: String
  /// The locale that sources are written in.
  public let sourceLocale: LocaleTag
  /// Whether its files hold messages of programs.
  public let holdsMessages: Bool

  /// English, unless a team says otherwise.
  public static let standardSource = LocaleTag.english

  public init(
    format: String, locale: LocaleTag?, sourceLocale: LocaleTag = PageKind.standardSource,
    holdsMessages: Bool = false
  ) {
    self.holdsMessages = holdsMessages
    self.format = format
    self.locale = locale
    self.sourceLocale = sourceLocale
    language = locale?.textLanguage ?? ""
  }

  /// Whether texts are in the language of their sources, so that what equals its source is no sign of
  /// work that is left.
  public var isInSourceLanguage: Bool { language == sourceLocale.canonical.language }
}
