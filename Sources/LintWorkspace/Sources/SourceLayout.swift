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
  /// A site may lie in a folder of the repository: `website/i18n` beside `website/docs`.
  ///
  /// - Parameters:
  ///   - files: Paths from a folder on.
  ///   - site: What publishes them, as far as a folder tells; empty for that which the paths begin at.
  package init?(of files: [String], _ site: (_ folder: String) -> Site?) {
    let all = Set(files)
    var best: (layout: SourceLayout, kind: SourceLayout, folder: String, count: Int)?
    for kind in Self.known + Self.named(files) {
      for folder in kind.folders(of: files, atMost: Self.mostFolders) {
        let (layout, count) = kind.used(in: folder, files, all)
        guard count > best?.count ?? 0 else { continue }
        best = (layout, kind, folder, count)
      }
    }
    guard let best else { return nil }
    // A repository may hold several sites that are kept alike.
    let others = best.kind.folders(of: files, atMost: Self.mostSites).sorted()
      .filter { $0 != best.folder }
      .map { best.kind.used(in: $0, files, all) }.filter { $0.count > 0 }
    self.init(
      site: site("") ?? site(best.folder) ?? best.layout.siteAbove(site) ?? best.layout.site,
      templates: best.layout.templates + others.flatMap(\.layout.templates))
  }

  /// What publishes the folder that its first template's sources lie in, or the nearest one above.
  private func siteAbove(_ site: (_ folder: String) -> Site?) -> Site? {
    let folders = templates.first?.source.split(separator: "/").prefix { !$0.contains("{") } ?? []
    for last in folders.indices.reversed() {
      if let found = site(folders[...last].joined(separator: "/")) { return found }
    }
    return nil
  }

  /// Those of its templates, below a folder, by which files have sources, and how many do.
  private func used(
    in folder: String, _ files: [String], _ all: Set<String>
  ) -> (layout: SourceLayout, count: Int) {
    let layout = moved(into: folder)
    let files = folder.isEmpty ? files : files.filter { $0.hasPrefix(folder + "/") }
    let templates = layout.templates.compactMap {
      try? SourceTemplate(target: $0.target, source: $0.source)
    }
    let counts = templates.map { template in
      files.count { template.partner(of: $0).map { all.contains($0.path) } ?? false }
    }
    let used = zip(layout.templates, counts).filter { $0.1 > 0 }.map(\.0)
    return (SourceLayout(site: layout.site, templates: used), counts.reduce(0, +))
  }

  /// Below how many folders each layout is tried.
  private static let mostFolders = 8
  /// The same for the one that was chosen.
  private static let mostSites = 100

  /// Where the layout may begin: at the top, and where the most files have its targets' first folder.
  ///
  /// - Parameter most: How many folders besides the top.
  private func folders(of files: [String], atMost most: Int) -> [String] {
    // What no locale begins with, the source does: `it/src` beside `src`.
    let first = templates.compactMap { template in
      [template.target, template.source].compactMap { $0.split(separator: "/").first }
        .first { !$0.contains("{") }
    }
    var counts: [String: Int] = [:]
    for file in files where !first.isEmpty {
      let parts = file.split(separator: "/")
      if let index = parts.dropLast().firstIndex(where: { first.contains($0) }), index > 0 {
        counts[parts[..<index].joined(separator: "/"), default: 0] += 1
      }
    }
    let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return [""] + sorted.prefix(most).map(\.key)
  }

  private func moved(into folder: String) -> SourceLayout {
    guard !folder.isEmpty else { return self }
    return SourceLayout(
      site: site, templates: templates.map { ("\(folder)/\($0.target)", "\(folder)/\($0.source)") })
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
          // Sources have no locale in their names, or that of English.
          ["", ".en"].flatMap { source in
            [
              (
                "\(prefix){path}/{name}.{locale}.\(ending)",
                "\(prefix){path}/{name}\(source).\(ending)"
              ),
              ("\(prefix){name}.{locale}.\(ending)", "\(prefix){name}\(source).\(ending)"),
            ]
          }
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
