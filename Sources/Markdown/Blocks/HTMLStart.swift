import LintText

/// What HTML blocks begin with: CommonMark 0.31.2 § 4.6.
enum HTMLStart {
  /// Which of the seven start conditions holds for the rest of a line, which begins with `<`.
  ///
  /// - Parameter isInParagraph: Whether the line would interrupt a paragraph, which a tag of any other
  ///   name can't.
  static func condition(
    _ bytes: Span<UInt8>, in line: ByteRange, isInParagraph: Bool
  ) -> Int? {
    let text = bytes.extracting(line.range)
    guard text.count >= 2 else { return nil }
    if text[1] == 0x21 {
      if HTMLComment.begins(text, at: 0) { return 2 }
      if text.has("<![CDATA[", at: 0) { return 5 }
      return text.count > 2 && text[2].isLetter ? 4 : nil
    }
    if text[1] == 0x3F { return 3 }
    let isClosing = text[1] == 0x2F
    let start = isClosing ? 2 : 1
    var end = start
    while end < text.count, text[end].isLetterOrDigit { end += 1 }
    let name = text.extracting(start..<end)
    let isAtEnd = end == text.count || text[end].isBlankByte || text[end] == 0x3E
    if isAtEnd, !isClosing, isRaw(name) { return 1 }
    if isAtEnd || text.has("/>", at: end), isBlock(name) { return 6 }
    // The names of the first condition are none of this one, says § 4.6; but cmark and commonmark.js
    // both take `</pre>` alone on a line for HTML.
    guard !isInParagraph, isTagAlone(text) else { return nil }
    return 7
  }

  /// The names of start condition 1.
  private static func isRaw(_ name: Span<UInt8>) -> Bool {
    guard let number = name.lowercasedNumber else { return false }
    return raw.contains(number)
  }

  private static func isBlock(_ name: Span<UInt8>) -> Bool {
    guard let first = name.isEmpty ? nil : name[0].lowercased, first >= 0x61 else { return false }
    if let number = name.lowercasedNumber { return short.contains(number) }
    return name.equalsIgnoringCase("blockquote") || name.equalsIgnoringCase("figcaption")
  }

  /// Whether the line has an end tag of start condition 1.
  static func endsText(_ line: Span<UInt8>) -> Bool {
    var start = 0
    while let found = line.firstRange(of: "</", from: start) {
      start = found.upperBound
      var end = start
      while end < line.count, line[end].isLetter { end += 1 }
      if end < line.count, line[end] == 0x3E, isRaw(line.extracting(start..<end)) { return true }
    }
    return false
  }

  /// Whether a line is one complete tag and spaces: start condition 7.
  private static func isTagAlone(_ text: Span<UInt8>) -> Bool {
    guard let end = MarkdownTags.endOfTag(text, at: 0, before: text.count) else { return false }
    return text.extracting(end..<text.count).trimmedRange.isEmpty
  }

  /// Names of up to eight bytes as numbers, which compare at once.
  private static func numbers(_ names: String) -> Set<UInt64> {
    Set(names.split(separator: " ").map { $0.utf8.reduce(0) { $0 << 8 | UInt64($1) } })
  }

  private static let raw = numbers("pre script style textarea")
  /// The names of start condition 6 that are not longer than that.
  private static let short = numbers(
    """
    address article aside base basefont body caption center col colgroup dd details dialog dir div dl \
    dt fieldset figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend \
    li link main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td \
    tfoot th thead title tr track ul
    """)
}
