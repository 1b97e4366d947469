import LintText

/// Where front matter lies.
struct FrontMatterBounds {
  /// From the opening fence to the end of the line with the closing one, or of the last line that belongs
  /// to it.
  let range: ByteRange
  /// What stands between the two.
  let content: ByteRange
  /// Whether a closing fence was found.
  let isClosed: Bool

  /// Where the line after a fence begins, if the fence stands alone on the line at an index.
  @inline(__always)
  static func endOfFence(_ marks: StaticString, _ bytes: Span<UInt8>, at index: Int) -> Int? {
    guard bytes.has(marks, at: index) else { return nil }
    var end = index + marks.utf8CodeUnitCount
    while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 || bytes[end] == 0x0D {
      end += 1
    }
    if end == bytes.count { return end }
    return bytes[end] == 0x0A ? end + 1 : nil
  }
}
