public import LintText

/// What is known of a page before a rule sees it: its locale, and who says so.
///
/// This is the one answer to "which locale is this page?", for rules, glossaries, statistics, scores and
/// reports alike.
public struct Page: Sendable {
  /// Who can say what locale a page has, the one that counts most first.
  public enum Origin: Sendable {
    case commandLine
    case configuration
    /// The page itself, where its format has a way to say it.
    case page
    /// A folder that the page lies in.
    case path
  }

  /// A locale and who says so.
  public struct Statement: Sendable {
    public let locale: LocaleTag
    public let origin: Origin

    public init(_ locale: LocaleTag, by origin: Origin) {
      self.locale = locale
      self.origin = origin
    }
  }

  /// What the run was told, by command line or configuration, or else by a folder that stands where sources
  /// have another one.
  public let told: Statement?
  /// What the page says.
  public private(set) var stated: LocaleTag?
  /// Locales that the path's folders name, outermost first: `docs/it-it/a.md`, `docs.it-it/a.md`.
  public let inPath: [LocaleTag]

  /// The latest version of its source, where it holds the text of another one and says so.
  public internal(set) var latestSource: SourceText?

  /// What its texts are written in, if it holds messages; `nil` where nobody was told.
  public var messageSyntax: MessageSyntax?

  /// - Parameters:
  ///   - path: relative to the root of the repository.
  ///   - told: what command line or configuration say.
  public init(path: String = "", told: Statement? = nil) {
    self.init(told, inPath: LocaleTag.inFolders(of: path))
  }

  init(_ told: Statement?, inPath: [LocaleTag]) {
    self.told = told
    self.inPath = inPath
  }

  /// The page when it is read.
  ///
  /// - Parameter stated: what it says; `nil` where that is no locale.
  public func stating(_ stated: LocaleTag?) -> Page {
    var page = self
    page.stated = stated
    // BCP 47's word for a language that is not known.
    if page.stated?.language == "und" { page.stated = nil }
    return page
  }

  /// What counts: the first of command line, configuration, page and path that says something.
  public var statement: Statement? {
    decided ?? stated.map { Statement($0, by: .page) }
      ?? inPath.last.map { Statement($0, by: .path) } ?? told
  }

  /// What the run was told, unless that comes from a folder's name.
  private var decided: Statement? { told?.origin == .path ? nil : told }

  public var locale: LocaleTag? { statement?.locale }

  /// The locale whose words and signs its text is held to; `nil` where page and path name different
  /// languages: a page that says `fr-FR` in `it-it` is reported for that, and to hold Italian text to
  /// French would report it at every line.
  public var textLocale: LocaleTag? { isDisputed ? nil : locale }

  /// Whether nobody told, and page and path name different languages or scripts.
  private var isDisputed: Bool {
    guard decided == nil, let stated, !inPath.isEmpty else { return false }
    // Nearly always as they stand; aliases take longer to see through.
    if inPath.contains(stated) { return false }
    let own = stated.canonical
    return !inPath.contains { other in
      let other = other.canonical
      return other.language == own.language && other.script == own.script
    }
  }
}
