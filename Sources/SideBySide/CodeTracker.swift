internal import LintCore
internal import Markdown

/// Tells whether a tag is text, after a backslash or inside a code span, for tags in the order of
/// the file.
struct CodeTracker {
  /// How far code spans have been looked for.
  private var index: Int
  /// The end of the last code span found.
  private var codeEnd = 0

  init(from start: Int) {
    index = start
  }

  /// - Parameter angle: The offset of the tag's `<`.
  mutating func isLiteral(_ angle: Int, in bytes: Span<UInt8>) -> Bool {
    if angle > 0, bytes[angle - 1] == 0x5C { return true }
    while index < angle {
      guard bytes[index] == 0x60 else {
        index += 1
        continue
      }
      let open = CodeSpan.endOfRun(bytes, at: index, before: bytes.count)
      let close = CodeSpan.close(
        bytes, from: open, length: open - index, before: bytes.count, isOnLine: true)
      if let close { codeEnd = close.upperBound }
      index = close?.upperBound ?? open
    }
    return angle < codeEnd
  }
}
