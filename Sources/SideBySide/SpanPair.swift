internal import LintCore
import LintText

/// A pair of spans as it stands in a page, before its inlines are read.
struct SpanPair: Sendable {
  let id: SpanID
  /// The ID of the source half; it should be the same.
  let sourceID: SpanID
  /// Both halves with their markup.
  let range: ByteRange
  let target: ByteRange
  let source: ByteRange
}
