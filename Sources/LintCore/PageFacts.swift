/// What a rule has kept of one page.
public struct PageFacts: Sendable {
  /// Which page it is, in the order of the run.
  public let page: PageNumber
  /// The tag of its locale; empty where nobody says.
  public let locale: String
  /// A hash of its path without the folders that name its locale: pages with the same are one page in
  /// several locales.
  public let path: UInt64
  public let facts: FactReader

  public init(page: PageNumber, locale: String, path: UInt64, facts: FactReader) {
    self.page = page
    self.locale = locale
    self.path = path
    self.facts = facts
  }
}
