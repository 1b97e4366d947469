import LintCore
import LintText
import Markdown

/// Whether the tools may have given numbers of span IDs to what stands between two pairs, or beside the
/// text of one, though no pair has them.
///
/// Text takes a number a sentence, and so do alternative texts and titles, of which the tools write down the
/// first sentence only: how many there were, nobody can tell. Markup, addresses and code without comments
/// take none.
enum GapContent {
  static func mayTakeNumbers(_ gap: borrowing Text) -> Bool {
    let bytes = gap.bytes
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0x3C:  // <
        let end = endOfTag(bytes, index)
        if !HTMLComment.begins(bytes, at: index), hasText(bytes.extracting(index..<end)) {
          return true
        }
        index = end
      case 0x21 where bytes.has("![", at: index): return true
      case 0x5B where bytes.has("[!", at: index):
        guard let end = endOfMacro(bytes, index) else { return true }
        index = end
      case 0x3A where bytes.has(":::", at: index):
        let end = bytes.firstIndex(of: 0x0A, from: index) ?? bytes.count
        if bytes.has(":::image", at: index) || hasText(bytes.extracting(index..<end)) {
          return true
        }
        index = end
      case 0x5D where bytes.has("](", at: index) || bytes.has("][", at: index):
        let close: UInt8 = bytes.has("](", at: index) ? 0x29 : 0x5D
        let end = endOfDestination(bytes, index + 2, close)
        if bytes.extracting(index..<end).contains("\"") { return true }
        index = end
      case 0x60 where bytes.has("```", at: index):
        let end = endOfFence(bytes, index)
        if hasComment(bytes.extracting(index..<end)) { return true }
        index = end
      case 0x60:
        index = endOfCode(bytes, index)
      case 0x26:  // A character reference is no word.
        index = endOfReference(bytes, index)
      case let byte where byte.isTextLetterOrDigit:
        if isListNumber(bytes, index) {
          while index < bytes.count, bytes[index].isDigit { index += 1 }
        } else if !isBlankScalar(bytes, &index) {
          return true
        }
      default:
        index += 1
      }
    }
    return false
  }

  /// The same of the images, titles and tags inside a segment.
  static func mayTakeNumbers(_ segment: borrowing Segment) -> Bool {
    var index = 0
    while index < segment.sourceInlines.count {
      let inline = segment.sourceInlines[index]
      switch inline.kind {
      case .image: return true
      case .link where segment.source[after(inline)].bytes.contains("\""): return true
      case .tag where hasText(segment.source[inline.range].bytes): return true
      default: break
      }
      index += 1
    }
    return false
  }

  /// What follows the words of a link: its address and its title.
  private static func after(_ link: Inline) -> ByteRange {
    ByteRange(link.content.upper, link.range.upper)
  }

  /// Whether a tag or directive has an attribute that holds text.
  private static func hasText(_ tag: Span<UInt8>) -> Bool {
    for name in ["alt=", "title=", "alt-text=", "placeholder=", "label=", "summary="]
      as [StaticString]
    where tag.contains(name) {
      return true
    }
    return false
  }

  /// The end of `[!NOTE]`, `[!INCLUDE [title](file)]`, `[!code-csharp[title](file)]`, which take no
  /// number; `nil` for others, such as `[!div]`, whose lists do.
  private static func endOfMacro(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    for name in ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"] as [StaticString]
    where bytes.has(name, at: start + 2) {
      return start + 2 + name.utf8CodeUnitCount
    }
    guard
      bytes.has("INCLUDE", at: start + 2) || bytes.has("include", at: start + 2)
        || bytes.has("code", at: start + 2) || bytes.has("Include", at: start + 2)
    else { return nil }
    return bytes.firstRange(of: ")]", from: start)?.upperBound
  }

  /// The end of a comment, or of what may be a tag: a gap is markup that is broken as often as not, and
  /// what a tag's grammar refuses is no sentence either.
  private static func endOfTag(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    if HTMLComment.begins(bytes, at: start) {
      return HTMLComment.close(bytes, from: start)?.upperBound ?? bytes.count
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

  /// The index behind a span of code, which is no text; behind its backticks where none close it.
  private static func endOfCode(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    let open = CodeSpan.endOfRun(bytes, at: start, before: bytes.count)
    let close = CodeSpan.close(
      bytes, from: open, length: open - start, before: bytes.count, isOnLine: true)
    return close?.upperBound ?? open
  }

  /// The end of code between fences, wherever the closing one stands: a gap may end within a line.
  private static func endOfFence(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    bytes.firstRange(of: "```", from: start + 3)?.upperBound ?? bytes.count
  }

  /// Whether code holds a comment of any usual language: from a sign at the start of a line or after
  /// a space to the end of the line.
  private static func hasComment(_ code: Span<UInt8>) -> Bool {
    var isAtWord = true
    var isAtLine = true
    for index in code.indices {
      let byte = code[index]
      if isAtWord {
        if code.has("//", at: index) || code.has("/*", at: index) || code.has("<!--", at: index)
          || code.has("(*", at: index) || byte == 0x23 || byte == 0x27
        {
          return true
        }
        if isAtLine,
          code.has("--", at: index) || byte == 0x3B || byte == 0x25
            || code.has("REM ", at: index) || code.has("rem ", at: index)
            || code.has("* ", at: index)
        {
          return true
        }
      }
      isAtLine = byte == 0x0A || (isAtLine && byte.isSpace)
      // A comment may follow a statement's last sign without a space.
      isAtWord =
        byte.isSpace || byte == 0x3B || byte == 0x7B || byte == 0x7D || byte == 0x2C
        || byte == 0x29
    }
    return false
  }

  private static func endOfReference(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var index = start + 1
    while index < bytes.count, index < start + 12,
      bytes[index].isLetterOrDigit || bytes[index] == 0x23
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
