/// What a page's publisher understands besides CommonMark with GitHub's tables and footnotes.
///
/// With none of these, blocks are those of `cmark-gfm`: `make check-blocks` compares them.
public struct MarkdownDialect: OptionSet, Sendable {
  public let rawValue: UInt16

  public init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// Front matter of YAML between lines of `---`, or of TOML between lines of `+++`.
  public static let frontMatter = MarkdownDialect(rawValue: 1 << 0)
  /// Quotes that begin with `[!NOTE]`.
  public static let alerts = MarkdownDialect(rawValue: 1 << 1)
  /// `:::name`, and `:::` that ends it.
  public static let directives = MarkdownDialect(rawValue: 1 << 2)
  /// `[!INCLUDE …]` and its like, alone on a line.
  public static let inclusions = MarkdownDialect(rawValue: 1 << 3)
  /// `# [Title](#tab/name)` … `---`.
  public static let tabGroups = MarkdownDialect(rawValue: 1 << 4)
  /// `{{< name >}}` and `{{% name %}}`.
  public static let shortcodes = MarkdownDialect(rawValue: 1 << 5)
  /// `{% name %}`.
  public static let liquidTags = MarkdownDialect(rawValue: 1 << 6)
  /// `import`, `export`, tags of JSX and expressions in braces; there is no indented code.
  public static let mdx = MarkdownDialect(rawValue: 1 << 7)

  public static let gitHub: MarkdownDialect = [.frontMatter, .alerts]
  /// Microsoft Learn, DocFX.
  public static let microsoft: MarkdownDialect = [
    .frontMatter, .alerts, .directives, .inclusions, .tabGroups,
  ]
  public static let hugo: MarkdownDialect = [.frontMatter, .alerts, .shortcodes]
  public static let jekyll: MarkdownDialect = [.frontMatter, .liquidTags]
  public static let docusaurus: MarkdownDialect = [.frontMatter, .directives, .mdx]
}
