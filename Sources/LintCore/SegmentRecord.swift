public import LintText

/// Where a segment lies: what a format's reader hands over for each.
public struct SegmentRecord: Sendable {
  public let key: SegmentKey
  /// Both halves with their markup.
  public let range: ByteRange
  public let target: ByteRange
  public let source: ByteRange
  /// Indices into the document's inlines.
  public let targetInlines: Range<Int>
  public let sourceInlines: Range<Int>
  /// Whether the reader is certain where the halves begin and end. Where it is not, what compares them
  /// would only report the same damage in other words.
  public let isCertain: Bool
  public let state: SegmentState

  public init(
    key: SegmentKey, range: ByteRange, target: ByteRange, source: ByteRange,
    targetInlines: Range<Int>, sourceInlines: Range<Int>, isCertain: Bool = true,
    state: SegmentState = .translated
  ) {
    self.key = key
    self.range = range
    self.target = target
    self.source = source
    self.targetInlines = targetInlines
    self.sourceInlines = sourceInlines
    self.isCertain = isCertain
    self.state = state
  }

  /// Whether what compares halves looks at it.
  public var isComparable: Bool { isCertain && state.isLookedAt }
}
