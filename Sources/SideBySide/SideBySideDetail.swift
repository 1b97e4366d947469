internal import LintCore
internal import Markdown

/// What the rules of side-by-side Markdown know of a page.
final class SideBySideDetail: Sendable {
  /// As many as the document has segments, and in their order.
  let pairs: [SpanPair]
  /// Whether all their IDs are as they should be; else `SpanSequence` says what is wrong.
  let isRegular: Bool
  /// What the reader met that is not a segment and should have been one, in file order.
  let irregularities: [Irregularity]

  init(pairs: [SpanPair], irregularities: [Irregularity]) {
    self.pairs = pairs
    isRegular = SpanSequence.isRegular(pairs)
    self.irregularities = irregularities
  }
}
