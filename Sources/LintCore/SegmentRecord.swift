public import LintText

/// Where a segment lies: what a format's reader hands over for each.
public struct SegmentRecord: Sendable {
  public let id: SpanID
  public let sourceID: SpanID
  public let range: ByteRange
  public let target: ByteRange
  public let source: ByteRange
  /// Indices into the document's inlines.
  public let targetInlines: Range<Int>
  public let sourceInlines: Range<Int>

  public init(
    id: SpanID, sourceID: SpanID, range: ByteRange, target: ByteRange, source: ByteRange,
    targetInlines: Range<Int>, sourceInlines: Range<Int>
  ) {
    self.id = id
    self.sourceID = sourceID
    self.range = range
    self.target = target
    self.source = source
    self.targetInlines = targetInlines
    self.sourceInlines = sourceInlines
  }
}
