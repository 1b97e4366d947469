public import LintText

/// What a document's place says about its locale.
public struct LocaleExpectation: Sendable {
  /// Locales named by the path's folders, outermost first: `docs/it-it/a.md`, `docs.it-it/a.md`.
  public let inPath: [LocaleTag]
  /// The locale that the run was told its pages have.
  public let configured: LocaleTag?

  public init(inPath: [LocaleTag] = [], configured: LocaleTag? = nil) {
    self.inPath = inPath
    self.configured = configured
  }

  public init(path: String, configured: LocaleTag?) {
    self.init(inPath: LocaleTag.inFolders(of: path), configured: configured)
  }
}
