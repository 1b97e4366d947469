/// Looks at the segments of one page, and sums up.
public protocol PageSum: PagePass {
  /// Reports what only all segments together tell.
  func finish(_ document: borrowing Document, _ report: inout Findings)
}
