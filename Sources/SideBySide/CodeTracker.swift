internal import LintCore

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
      var length = 1
      while index + length < bytes.count, bytes[index + length] == 0x60 { length += 1 }
      if let end = Self.endOfCode(index + length, length, in: bytes) {
        codeEnd = end
        index = end
      } else {
        index += length
      }
    }
    return angle < codeEnd
  }

  /// The end of a code span whose text begins at `start`, if it ends before the line does.
  private static func endOfCode(_ start: Int, _ length: Int, in bytes: Span<UInt8>) -> Int? {
    var index = start
    while index < bytes.count, bytes[index] != 0x0A {
      guard bytes[index] == 0x60 else {
        index += 1
        continue
      }
      var run = 1
      while index + run < bytes.count, bytes[index + run] == 0x60 { run += 1 }
      if run == length { return index + run }
      index += run
    }
    return nil
  }
}
