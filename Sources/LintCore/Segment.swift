public import LintText

/// A source sentence and its translation.
public struct Segment: ~Escapable {
  /// Which of the document's segments it is, from 0.
  public let index: Int
  public let key: SegmentKey
  public let target: Text
  public let source: Text
  /// What the two halves hold besides prose, in order of their starts.
  public let targetInlines: Span<Inline>
  public let sourceInlines: Span<Inline>
  /// Both halves with their markup.
  public let range: ByteRange

  @_lifetime(copy target, copy source, copy targetInlines, copy sourceInlines)
  init(
    _ index: Int, record: SegmentRecord, target: Text, source: Text, targetInlines: Span<Inline>,
    sourceInlines: Span<Inline>
  ) {
    self.index = index
    self.key = record.key
    self.target = target
    self.source = source
    self.targetInlines = targetInlines
    self.sourceInlines = sourceInlines
    self.range = record.range
  }
}
