import LintText

/// An anchor that holds nothing: `<a name="…"></a>`.
enum HTMLAnchor {
  /// The name of the anchor that begins at an index, if it has one, and where it ends.
  static func read(
    _ bytes: Span<UInt8>, at start: Int, before end: Int
  ) -> (name: ByteRange?, end: Int)? {
    guard bytes.has("<a ", at: start) || bytes.has("<A ", at: start) else { return nil }
    let text = bytes.extracting(0..<end)
    guard let close = MarkdownTags.endOfTag(text, at: start, before: end) else { return nil }
    let name =
      MarkdownTags.value(of: "name", text, in: start..<close)
      ?? MarkdownTags.value(of: "id", text, in: start..<close)
    if text[close - 2] == 0x2F { return (name, close) }
    guard text.has("</a>", at: close) || text.has("</A>", at: close) else { return nil }
    return (name, close + 4)
  }
}
