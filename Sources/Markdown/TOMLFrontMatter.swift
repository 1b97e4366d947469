import LintText

/// Front matter of TOML: what stands between a first line `+++` and the next one (Hugo).
enum TOMLFrontMatter {
  /// Finds where it begins and ends; `nil` when the file begins with none, or it is never closed.
  static func bounds(_ bytes: Span<UInt8>, from start: Int) -> FrontMatterBounds? {
    guard let content = endOfFence(bytes, at: start) else { return nil }
    var line = content
    while line < bytes.count {
      if let end = endOfFence(bytes, at: line) {
        return FrontMatterBounds(
          range: ByteRange(start, end), content: ByteRange(content, line), isClosed: true)
      }
      guard let feed = bytes.firstIndex(of: 0x0A, from: line) else { return nil }
      line = feed + 1
    }
    return nil
  }

  /// Where the line after `+++` begins, if that stands alone on the line at an index.
  private static func endOfFence(_ bytes: Span<UInt8>, at index: Int) -> Int? {
    guard bytes.has("+++", at: index) else { return nil }
    var end = index + 3
    while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 || bytes[end] == 0x0D {
      end += 1
    }
    if end == bytes.count { return end }
    return bytes[end] == 0x0A ? end + 1 : nil
  }
}
