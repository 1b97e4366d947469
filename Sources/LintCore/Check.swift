/// How a rule looks at pages of one kind.
public enum Check: Sendable {
  /// One segment at a time, of those that have one of these traits.
  case segments(SegmentTraits, any SegmentCheck)
  /// The same, by an object that is made for each page and remembers what it has seen; `nil` on a
  /// page where there is nothing to do.
  case pass(SegmentTraits, @Sendable (borrowing Document) -> (any PagePass)?)
  /// The same, and `finish` is called after the last segment.
  case sum(SegmentTraits, @Sendable (borrowing Document) -> (any PageSum)?)
  /// The whole document, once.
  case document(any DocumentCheck)
  /// The comments that keep findings back, when all else has run.
  case suppressions(any SuppressionCheck)
}

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

/// Looks at the segments of one page, in their order.
public protocol PagePass: AnyObject {
  /// Looks at the next segment; damaged ones are left out.
  ///
  /// - Parameter shared: what several checks work out of the segment.
  func check(
    _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings)
}

/// Looks at the segments of one page, and sums up.
public protocol PageSum: PagePass {
  /// Reports what only all segments together tell.
  func finish(_ document: borrowing Document, _ report: inout Findings)
}

/// Looks at a document as a whole.
public protocol DocumentCheck: Sendable {
  /// Reports every occurrence of the fault in a document.
  func check(_ document: borrowing Document, _ report: inout Findings)
}

/// Looks at the comments that keep findings back.
public protocol SuppressionCheck: Sendable {
  /// Reports what is wrong with a document's suppressions.
  ///
  /// - Parameter ran: the names of the rules that took part in the run.
  func check(_ suppressions: Suppressions, ran: Set<String>, _ report: inout Findings)
}
