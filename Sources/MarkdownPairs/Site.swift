import LintText
package import Markdown

/// What publishes pages: it decides what they may hold besides CommonMark, and what anchors headings get.
public enum Site: String, CaseIterable, Sendable {
  case hugo, docusaurus, vitepress, starlight, mkdocs, mdbook, mdn, adobe, microsoft, github

  /// What it understands besides CommonMark.
  package var dialect: MarkdownDialect {
    switch self {
    case .hugo: .hugo
    case .docusaurus: .docusaurus
    case .vitepress: [.frontMatter, .alerts, .directives]
    case .starlight: [.frontMatter, .directives]
    case .mkdocs, .mdbook: .frontMatter
    case .mdn, .github: .gitHub
    case .adobe, .microsoft: .microsoft
    }
  }

  /// What it understands in a file of a name.
  package func dialect(of path: String) -> MarkdownDialect {
    path.utf8.suffix(4).elementsEqual(".mdx".utf8) ? dialect.union(.mdx) : dialect
  }

  /// How it makes anchors of headings.
  package var slugs: SlugStyle {
    switch self {
    case .hugo: .hugo
    case .docusaurus: .docusaurus
    case .adobe, .microsoft: .microsoft
    case .vitepress, .starlight, .mkdocs, .mdbook, .mdn, .github: .gitHub
    }
  }

  /// The one whose settings lie in a folder.
  ///
  /// - Parameter exists: Whether a path below the folder is there.
  package init?(ofFolder exists: (String) -> Bool) {
    let files: [(Site, [String])] = [
      (.docusaurus, ["js", "ts", "mjs", "cjs", "mts"].map { "docusaurus.config.\($0)" }),
      (
        .hugo,
        [
          "hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config/_default/hugo.toml",
          "config/_default/hugo.yaml", "config/_default/config.toml", "config/_default/config.yaml",
          "archetypes/default.md",
        ]
      ),
      (.vitepress, [".vitepress", "docs/.vitepress"]),
      (.starlight, ["js", "ts", "mjs"].map { "astro.config.\($0)" }),
      (.mkdocs, ["mkdocs.yml", "mkdocs.yaml"]),
      (.mdbook, ["book.toml"]),
      (.microsoft, [".openpublishing.publish.config.json", "docfx.json"]),
    ]
    guard let found = files.first(where: { $0.1.contains(where: exists) }) else { return nil }
    self = found.0
  }

  /// The one that a page names by keys of its front matter that only one of them has.
  ///
  /// - Parameter page: all bytes of a page.
  package init?(of page: Span<UInt8>) {
    let frontMatter = FrontMatterLines(page)
    for line in frontMatter.lines(of: page) {
      if page.has("ms.", at: line.lower) || page.has("uid:", at: line.lower) {
        self = .microsoft
        return
      }
      if page.has("exl-id:", at: line.lower) || page.has("source-git-commit:", at: line.lower) {
        self = .adobe
        return
      }
      if page.has("default_lang_commit", at: line.lower) {
        self = .hugo
        return
      }
    }
    return nil
  }
}
