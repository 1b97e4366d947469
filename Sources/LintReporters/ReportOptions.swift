/// How a report for people is to look; formats for programs have one look and no options.
public struct ReportOptions: Sendable {
  public var detail: TextReporter.Detail
  /// Whether to use ANSI colours, for a terminal only.
  public var hasColor: Bool
  /// Whether to make links of addresses, for a terminal that knows OSC 8 only.
  public var hasLinks: Bool
  /// The columns that there are; `nil` for the standard of a file.
  public var width: Int?
  public var columnUnit: TextReporter.ColumnUnit
  public var showsRanges: Bool
  /// Whether to list files that can't be read, which a terminal is told of otherwise.
  public var listsUnreadable: Bool
  public var next: NextSteps
  public var listing: TextListing

  public init(
    detail: TextReporter.Detail = .normal, hasColor: Bool = false, hasLinks: Bool = false,
    width: Int? = nil,
    columnUnit: TextReporter.ColumnUnit = .utf16, showsRanges: Bool = false,
    listsUnreadable: Bool = false, next: NextSteps = NextSteps(),
    listing: TextListing = TextListing()
  ) {
    self.detail = detail
    self.hasColor = hasColor
    self.hasLinks = hasLinks
    self.width = width
    self.columnUnit = columnUnit
    self.showsRanges = showsRanges
    self.listsUnreadable = listsUnreadable
    self.next = next
    self.listing = listing
  }
}
