public import LintCore

/// Which findings a text report lists, and in what order; all count.
public struct TextListing: Sendable {
  /// What findings are put together by.
  public enum Grouping: String, CaseIterable, Sendable { case file, rule, locale }

  /// The least severe that are listed.
  public var minimum: Severity
  /// `nil` lists them as they come, by file and without headings.
  public var grouping: Grouping?
  /// How many are listed; `nil` for all.
  public var most: Int?

  public init(minimum: Severity = .note, grouping: Grouping? = nil, most: Int? = nil) {
    self.minimum = minimum
    self.grouping = grouping
    self.most = most
  }
}
