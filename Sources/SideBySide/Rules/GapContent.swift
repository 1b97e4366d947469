import LintCore
import LintText
import Markdown

/// How many numbers of span IDs the tools gave to what stands between two pairs, or beside the text
/// of one, though no pair has them.
///
/// Alternative texts and titles take one number a sentence; markup, addresses and code without
/// comments take none; how many bare text takes, nobody can tell.
enum GapContent {
  /// At most so many numbers; `nil` when there is text whose sentences can't be counted.
  static func numbers(in gap: borrowing Text) -> Int? {
    let bytes = gap.bytes
    var numbers = 0
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0x3C:  // <
        let end = endOfTag(bytes, index)
        if !HTMLComment.begins(bytes, at: index) {
          numbers += titles(in: bytes.extracting(index..<end))
        }
        index = end
      case 0x21 where bytes.has("![", at: index):
        let end = bytes.firstRange(of: "](", from: index)?.lowerBound ?? bytes.count
        numbers += sentences(in: bytes.extracting(index + 2..<end))
        index = end
      case 0x5B where bytes.has("[!", at: index):
        guard let end = endOfMacro(bytes, index) else { return nil }
        index = end
      case 0x3A where bytes.has(":::", at: index):
        let end = bytes.firstIndex(of: 0x0A, from: index) ?? bytes.count
        numbers += titles(in: bytes.extracting(index..<end))
        index = end
      case 0x5D where bytes.has("](", at: index) || bytes.has("][", at: index):
        let close: UInt8 = bytes.has("](", at: index) ? 0x29 : 0x5D
        let end = endOfDestination(bytes, index + 2, close)
        numbers += quoted(in: bytes.extracting(index..<end))
        index = end
      case 0x60 where bytes.has("```", at: index):
        let end = endOfFence(bytes, index)
        if hasComment(bytes.extracting(index..<end)) { return nil }
        index = end
      case 0x60:
        index = endOfCode(bytes, index)
      case 0x26:  // A character reference is no word.
        index = endOfReference(bytes, index)
      case let byte where byte.isTextLetterOrDigit:
        if isListNumber(bytes, index) {
          while index < bytes.count, bytes[index].isDigit { index += 1 }
        } else if !isBlankScalar(bytes, &index) {
          return nil
        }
      default:
        index += 1
      }
    }
    return numbers
  }

  /// At most so many numbers went to the images, titles and tags inside a segment, besides its own.
  static func numbers(in segment: borrowing Segment) -> Int {
    var numbers = 0
    var index = 0
    while index < segment.sourceInlines.count {
      let inline = segment.sourceInlines[index]
      switch inline.kind {
      case .image:
        numbers += sentences(in: segment.source[inline.content].bytes)
        numbers += quoted(in: segment.source[after(inline)].bytes)
      case .link:
        numbers += quoted(in: segment.source[after(inline)].bytes)
      case .tag:
        numbers += titles(in: segment.source[inline.range].bytes)
      default:
        break
      }
      index += 1
    }
    return numbers
  }

  /// What follows the words of a link or image: its address and its title.
  private static func after(_ link: Inline) -> ByteRange {
    ByteRange(link.content.upper, link.range.upper)
  }

  /// How many sentences a text has at most: one, and one more for each sign that may end one.
  private static func sentences(in text: Span<UInt8>) -> Int {
    var count = 1
    for index in text.indices
    where ".!?;:".utf8.contains(text[index]) || text.has("。", at: index) || text.has("！", at: index)
      || text.has("？", at: index)
    {
      count += 1
    }
    return count
  }

  /// How many numbers the attributes of a tag or directive that hold text took at most.
  private static func titles(in tag: Span<UInt8>) -> Int {
    var numbers = 0
    for name in ["alt=", "title=", "alt-text=", "placeholder=", "label=", "summary="]
      as [StaticString]
    {
      var start = 0
      while let found = tag.firstRange(of: name, from: start) {
        let open = found.upperBound
        let quote = open < tag.count ? tag[open] : 0
        let isQuoted = quote == 0x22 || quote == 0x27
        let end = isQuoted ? tag.firstIndex(of: quote, from: open + 1) ?? tag.count : tag.count
        numbers += sentences(in: tag.extracting(min(open, end)..<end))
        start = end
      }
    }
    return numbers
  }

  /// How many numbers a title between quotes took at most.
  private static func quoted(in tail: Span<UInt8>) -> Int {
    guard let open = tail.firstIndex(of: 0x22) else { return 0 }
    return sentences(in: tail.extracting(open..<tail.count))
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
