/// Looks at one segment at a time.
///
/// It sees no damaged segment: where it is uncertain where a half ends, all that compares halves would
/// only report the same damage in other words.
public protocol SegmentCheck: Sendable {
  /// Reports every occurrence of the fault in a segment.
  ///
  /// - Parameter shared: what several checks work out of the segment.
  func check(
    _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings)
}
