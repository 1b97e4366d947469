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
  /// Several files: facts of each page, judged when all are read.
  case files(any CrossFileCheck)
  /// The comments that keep findings back, when all else has run.
  case suppressions(any SuppressionCheck)
}
