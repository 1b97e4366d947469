/// Looks at what no single page shows: keeps small values of each page, and judges them when all are known.
public protocol CrossFileCheck: Sendable {
  /// What it wants to know of a page later; `nil` for a page that it has nothing to do with.
  func facts(of document: borrowing Document) -> FactBytes?

  /// The same for one that asks also where the page stands.
  func facts(of document: borrowing Document, at place: PagePlace) -> FactBytes?

  /// Reports faults; called once, when the facts of all pages are there, in the order of the pages.
  func judge(_ pages: [PageFacts]) -> [Verdict]
}

extension CrossFileCheck {
  public func facts(of document: borrowing Document) -> FactBytes? { nil }

  public func facts(of document: borrowing Document, at place: PagePlace) -> FactBytes? {
    facts(of: document)
  }
}
