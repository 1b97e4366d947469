import LintCore

/// Whether what stands between two pairs took numbers that no pair shows.
///
/// Alternative texts, titles and bare text are translated without spans and are counted all the
/// same. Markup, addresses and code without comments are not.
enum GapContent {
  static func accounts(for gap: borrowing Text) -> Bool {
    let bytes = gap.bytes
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0x3C:  // <
        let end = endOfTag(bytes, index)
        if isComment(bytes, index) {
          index = end
          continue
        }
        if hasTitle(bytes.extracting(index..<end)) { return true }
        index = end
      case 0x5D where bytes.has("](", at: index) || bytes.has("][", at: index):
        let close: UInt8 = bytes.has("](", at: index) ? 0x29 : 0x5D
        let end = endOfDestination(bytes, index + 2, close)
        // A title in quotes has numbers of its own.
        if bytes.extracting(index..<end).contains("\"") { return true }
        index = end
      case 0x60 where bytes.has("```", at: index):
        let end = endOfFence(bytes, index)
        if hasComment(bytes.extracting(index..<end)) { return true }
        index = end
      case 0x26:  // A character reference is no word.
        index = endOfReference(bytes, index)
      case let byte where byte.isLetter || byte.isDigit || byte >= 0x80:
        if isListNumber(bytes, index) {
          while index < bytes.count, bytes[index].isDigit { index += 1 }
          continue
        }
        if isBlankScalar(bytes, &index) { continue }
        return true
      default:
        index += 1
      }
    }
    return false
  }

  /// Whether a segment holds images or tags whose texts are numbered apart from its sentence.
  static func hasTitles(_ segment: borrowing Segment) -> Bool {
    for index in segment.sourceInlines.indices {
      let inline = segment.sourceInlines[index]
      if inline.kind == .image { return true }
      if inline.kind == .tag, hasTitle(segment.source[inline.range].bytes) { return true }
      if inline.kind == .link,
        segment.source[ByteRange(inline.content.upper, inline.range.upper)].bytes.contains("\"")
      {
        return true
      }
    }
    return false
  }

  private static func hasTitle(_ tag: Span<UInt8>) -> Bool {
    tag.contains("alt=") || tag.contains("title=") || tag.contains("placeholder=")
      || tag.contains("label=") || tag.contains("summary=")
  }

  private static func isComment(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    bytes.has("<!--", at: index)
  }

  private static func endOfTag(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    if isComment(bytes, start) {
      return bytes.firstRange(of: "-->", from: start)?.upperBound ?? bytes.count
    }
    return (bytes.firstIndex(of: 0x3E, from: start) ?? bytes.count - 1) + 1
  }

  private static func endOfDestination(_ bytes: Span<UInt8>, _ start: Int, _ close: UInt8) -> Int {
    var depth = 0
    var index = start
    while index < bytes.count, bytes[index] != 0x0A {
      if bytes[index] == close {
        if depth == 0 { return index + 1 }
        depth -= 1
      } else if bytes[index] == 0x28, close == 0x29 {
        depth += 1
      }
      index += 1
    }
    return index
  }

  private static func endOfFence(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    bytes.firstRange(of: "```", from: start + 3)?.upperBound ?? bytes.count
  }

  /// Whether code holds a comment, or a text that could be one, in any usual language.
  private static func hasComment(_ code: Span<UInt8>) -> Bool {
    code.contains("#") || code.contains("//") || code.contains("/*") || code.contains("--")
      || code.contains("'") || code.contains("\"") || code.contains(";") || code.contains("%")
      || code.contains("REM") || code.contains("rem ") || code.contains("!")
  }

  private static func endOfReference(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var index = start + 1
    while index < bytes.count, index < start + 12,
      bytes[index].isLetter || bytes[index].isDigit || bytes[index] == 0x23
    {
      index += 1
    }
    return index < bytes.count && bytes[index] == 0x3B ? index + 1 : start + 1
  }

  /// `12.` or `12)` at the start of a line.
  private static func isListNumber(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    var end = start
    while end < bytes.count, bytes[end].isDigit { end += 1 }
    guard end > start, bytes.has(".", at: end) || bytes.has(")", at: end) else { return false }
    var before = start
    while before > 0,
      bytes[before - 1] == 0x20 || bytes[before - 1] == 0x3E || bytes[before - 1] == 0x09
    {
      before -= 1
    }
    return before == 0 || bytes[before - 1] == 0x0A
  }

  /// Passes over a space that is no word: U+00A0, U+200B to U+200F, U+FEFF.
  private static func isBlankScalar(_ bytes: Span<UInt8>, _ index: inout Int) -> Bool {
    let (value, length) = bytes.scalar(at: index)
    guard value == 0xA0 || (0x2000...0x200F).contains(value) || value == 0x202F || value == 0xFEFF
    else { return false }
    index += length
    return true
  }
}
