/// The clean pages of a run.
struct Corpus: Sendable {
  let pages: [Page]
  /// The indices of a page in all its languages.
  private let families: [String: [Int]]

  init(_ pages: [Page]) {
    self.pages = pages
    families = Dictionary(grouping: pages.indices) { pages[$0].family }
  }

  /// The same page in other languages.
  func siblings(of page: Page) -> [Page] {
    (families[page.family] ?? []).map { pages[$0] }.filter { $0.language != page.language }
  }

  /// All locales, in order.
  var locales: [String] { Set(pages.map(\.locale)).subtracting([""]).sorted() }
}
