/// How far translations are, as a page by itself: a table of the locales, and one of each locale's folders.
enum StatusPage {
  /// One row.
  struct Row {
    let locale: String
    /// Empty for all of the locale.
    let folder: String
    let cells: [String]
  }

  /// - Parameters:
  ///   - titles: Those of the columns behind the name.
  ///   - isCompared: Whether cells tell what has changed since an earlier report.
  static func html(_ rows: [Row], titles: [String], isCompared: Bool) -> String {
    let whole = rows.filter(\.folder.isEmpty)
    let headline = whole.isEmpty ? "no translated pages" : "how far the translations are"
    var page = HTMLPage.start(
      title: "\(Product.name): \(headline)", version: Product.version, content: "tables")
    page += "<h1>\(Product.name): \(headline)</h1>\n"
    if isCompared {
      page +=
        "<p>In parentheses: what has changed since the report that this was compared with.</p>\n"
    }
    page += "<section id=\"findings\" aria-label=\"Status\" tabindex=\"-1\">\n"
    if !whole.isEmpty {
      page += table("By locale", "Locale", whole.map { ($0.locale, $0) }, titles)
    }
    for locale in whole.map(\.locale) {
      let folders = rows.filter { $0.locale == locale && !$0.folder.isEmpty }
      guard !folders.isEmpty else { continue }
      page += "<h2>\(locale.visibleHTML)</h2>\n"
      page += table(
        "\(locale.visibleHTML) by folder", "Folder", folders.map { ($0.folder, $0) }, titles)
    }
    return page + "</section>\n" + HTMLPage.end
  }

  private static func table(
    _ caption: String, _ first: String, _ rows: [(name: String, row: Row)], _ titles: [String]
  ) -> String {
    HTMLTable.scrolling(
      caption: caption,
      head: ([first] + titles).map { "<th scope=\"col\">\($0)</th>" }.joined(),
      rows: rows.map { name, row in
        "<tr><th scope=\"row\" class=\"word\">\(name.visibleHTML)</th>"
          + row.cells.map { "<td>\($0.visibleHTML)</td>" }.joined() + "</tr>\n"
      }.joined())
  }
}
