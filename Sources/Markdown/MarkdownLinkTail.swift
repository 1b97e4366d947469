internal import LintCore
import LintText

/// The grammar of what follows the text of a link or image: CommonMark 0.31 § 6.3.
enum MarkdownLinkTail {
  /// How deep the parentheses of a destination may nest, as in cmark.
  private static let deepest = 32

  /// Reads `(destination "title")` at `index`; returns the destination and the end.
  static func read(_ bytes: Span<UInt8>, at index: Int, before end: Int) -> (
    destination: ByteRange, end: Int
  )? {
    var position = skipSpace(bytes, index + 1, end)
    let destination: ByteRange
    if position < end, bytes[position] == 0x3C {
      let start = position + 1
      position = start
      while position < end, bytes[position] != 0x3E {
        if bytes[position] == 0x0A || bytes[position] == 0x3C { return nil }
        position += bytes[position] == 0x5C && position + 1 < end ? 2 : 1
      }
      guard position < end else { return nil }
      destination = ByteRange(start, position)
      position += 1
    } else {
      let start = position
      var depth = 0
      scan: while position < end {
        position = bytes.endOfAddress(in: position..<end)
        guard position < end else { break }
        switch bytes[position] {
        case 0x5C:
          if position + 1 < end, bytes[position + 1].isPunctuation { position += 1 }
        case 0x28:
          depth += 1
          if depth > Self.deepest { return nil }
        case 0x29 where depth > 0:
          depth -= 1
        default:
          break scan
        }
        position += 1
      }
      guard depth == 0 else { return nil }
      destination = ByteRange(start, min(position, end))
      position = min(position, end)
    }
    let afterDestination = position
    position = skipSpace(bytes, position, end)
    if position > afterDestination, position < end,
      let title = endOfTitle(bytes, at: position, before: end)
    {
      position = skipSpace(bytes, title, end)
    }
    guard position < end, bytes[position] == 0x29 else { return nil }
    return (destination, position + 1)
  }

  private static func endOfTitle(_ bytes: Span<UInt8>, at index: Int, before end: Int) -> Int? {
    let quote = bytes[index]
    guard quote == 0x22 || quote == 0x27 || quote == 0x28 else { return nil }
    let close: UInt8 = quote == 0x28 ? 0x29 : quote
    var position = index + 1
    while position < end, bytes[position] != close {
      if quote == 0x28, bytes[position] == 0x28 { return nil }
      position += bytes[position] == 0x5C ? 2 : 1
    }
    return position < end ? position + 1 : nil
  }

  private static func skipSpace(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> Int {
    var position = index
    while position < end, bytes[position].isSpace { position += 1 }
    return position
  }
}
