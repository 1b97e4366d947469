import LintCore
package import MarkdownPairs

/// A way in which sites keep translations beside their sources, as `loclint init` finds it.
package struct SourceLayout: Sendable {
  package let site: Site
  package let templates: [(target: String, source: String)]

  /// Those that are known, the one that says most first.
  private static var known: [SourceLayout] {
    let version = "version-{version}"
    return [
      SourceLayout(
        site: .docusaurus,
        templates: [
          (
            "i18n/{locale}/docusaurus-plugin-content-docs/current/{path}", "docs/{path}"
          ),
          (
            "i18n/{locale}/docusaurus-plugin-content-docs/\(version)/{path}",
            "versioned_docs/\(version)/{path}"
          ),
          ("i18n/{locale}/docusaurus-plugin-content-blog/{path}", "blog/{path}"),
          ("i18n/{locale}/docusaurus-plugin-content-pages/{path}", "src/pages/{path}"),
        ]),
      SourceLayout(
        site: .mdn, templates: [("files/{locale}/{path}", "files/en-us/{path}")]),
      // Starlight keeps its source at the root or in a folder of its own.
      SourceLayout(
        site: .starlight,
        templates: [("src/content/docs/{locale}/{path}", "src/content/docs/en/{path}")]),
      SourceLayout(
        site: .starlight,
        templates: [("src/content/docs/{locale}/{path}", "src/content/docs/{path}")]),
      SourceLayout(site: .hugo, templates: [("content/{locale}/{path}", "content/en/{path}")]),
      SourceLayout(site: .hugo, templates: [("content.{locale}/{path}", "content/{path}")]),
      SourceLayout(site: .mkdocs, templates: [("docs/{locale}/{path}", "docs/en/{path}")]),
      SourceLayout(site: .mdbook, templates: [("{locale}/src/{path}", "src/{path}")]),
      SourceLayout(site: .adobe, templates: [("help.{locale}/{path}", "help/{path}")]),
      SourceLayout(
        site: .microsoft, templates: [("articles.{locale}/{path}", "articles/{path}")]),
      SourceLayout(site: .vitepress, templates: [("docs/{locale}/{path}", "docs/{path}")]),
      SourceLayout(site: .github, templates: [("{locale}/{path}", "en/{path}")]),
    ]
  }

  private init(site: Site, templates: [(target: String, source: String)]) {
    self.site = site
    self.templates = templates
  }

  /// The layout by which the most files have a source among the others; `nil` where none has some.
  ///
  /// - Parameters:
  ///   - files: Paths from a folder on.
  ///   - site: What publishes them, as far as the folder tells.
  package init?(of files: [String], _ site: Site?) {
    let all = Set(files)
    let named = Self.named(files)
    var best: (layout: SourceLayout, count: Int)?
    for layout in Self.known + named {
      let templates = layout.templates.compactMap {
        try? SourceTemplate(target: $0.target, source: $0.source)
      }
      let counts = templates.map { template in
        files.count { template.partner(of: $0).map { all.contains($0.path) } ?? false }
      }
      let count = counts.reduce(0, +)
      guard count > best?.count ?? 0 else { continue }
      let used = zip(layout.templates, counts).filter { $0.1 > 0 }.map(\.0)
      best = (SourceLayout(site: site ?? layout.site, templates: used), count)
    }
    guard let best else { return nil }
    self = best.layout
  }

  /// Names with a locale before their end, in the folders that the files lie in.
  private static func named(_ files: [String]) -> [SourceLayout] {
    let endings = MarkdownPairs().fileExtensions.filter { ending in
      files.contains { $0.hasSuffix("." + ending) }
    }
    let folder = common(files)
    let prefix = folder.isEmpty ? "" : folder + "/"
    return [
      SourceLayout(
        site: .hugo,
        templates: endings.flatMap { ending in
          [
            ("\(prefix){path}/{name}.{locale}.\(ending)", "\(prefix){path}/{name}.\(ending)"),
            ("\(prefix){name}.{locale}.\(ending)", "\(prefix){name}.\(ending)"),
          ]
        })
    ]
  }

  /// The folder that all files lie in; empty where there is none.
  private static func common(_ files: [String]) -> String {
    guard let first = files.first?.split(separator: "/").dropLast() else { return "" }
    return files.reduce(Array(first)) { folders, file in
      Array(zip(folders, file.split(separator: "/").dropLast()).prefix { $0 == $1 }.map(\.0))
    }.joined(separator: "/")
  }
}
