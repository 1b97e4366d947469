/// Looks at what no single page shows: keeps small values of each page, and judges them when all are known.
public protocol CrossFileCheck: Sendable {
  /// What it wants to know of a page later; `nil` for a page that it has nothing to do with.
  func facts(of document: borrowing Document) -> FactBytes?

  /// Reports faults; called once, when the facts of all pages are there, in the order of the pages.
  func judge(_ pages: [PageFacts]) -> [Verdict]
}
