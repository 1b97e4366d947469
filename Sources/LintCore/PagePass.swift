/// Looks at the segments of one page, in their order.
public protocol PagePass {
  /// Looks at the next segment; damaged ones are left out.
  ///
  /// - Parameter shared: what several checks work out of the segment.
  func check(
    _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings)
}
