internal import CScan
internal import LintCore
import LintText

/// A key and its value on one line of YAML, or a list of such values below it, where no other line can
/// change what they say.
///
/// Nearly all front matter is made of these, and libyaml takes longer for it than all else takes
/// for a short page. What is read here is what libyaml would read of such lines, with the same
/// ranges; all others are left to it.
enum FlatEntry {
  /// - Parameter lines: That of the key and those below it, with their ends.
  /// - Returns: `nil` for what must be left to libyaml.
  static func read(_ bytes: Span<UInt8>, in lines: ByteRange) -> Attribute? {
    let feed = bytes.firstIndex(of: 0x0A, from: lines.lower) ?? lines.upper
    let line = content(bytes, lines.lower, min(feed, lines.upper))
    guard let colon = endOfKey(bytes, line.lower, line.upper) else { return nil }
    let key = ByteRange(line.lower, colon)
    var start = colon + 1
    while start < line.upper, bytes[start] == 0x20 { start += 1 }
    if feed + 1 < lines.upper {
      guard start >= line.upper else { return nil }
      return list(bytes, in: ByteRange(feed + 1, lines.upper)).map {
        Attribute(name: key, value: $0)
      }
    }
    guard start < line.upper else {
      return Attribute(name: key, value: ByteRange(colon + 1, colon + 1))
    }
    guard start > colon + 1 else { return nil }
    return scalar(bytes, ByteRange(start, line.upper)).map { Attribute(name: key, value: $0) }
  }

  /// A list with one value on each line, all with as much space before them: from its first hyphen to the
  /// end of its last value.
  private static func list(_ bytes: Span<UInt8>, in lines: ByteRange) -> ByteRange? {
    var first: ByteRange?
    var last = ByteRange(lines.lower, lines.lower)
    var start = lines.lower
    while start < lines.upper {
      let feed = bytes.firstIndex(of: 0x0A, from: start) ?? lines.upper
      let line = content(bytes, start, min(feed, lines.upper))
      var hyphen = line.lower
      while hyphen < line.upper, bytes[hyphen] == 0x20 { hyphen += 1 }
      let indentation = hyphen - line.lower
      guard hyphen < line.upper, bytes.has("- ", at: hyphen),
        first.map({ $0.lower - lines.lower == indentation }) ?? true
      else { return nil }
      var value = hyphen + 2
      while value < line.upper, bytes[value] == 0x20 { value += 1 }
      guard value < line.upper, scalar(bytes, ByteRange(value, line.upper)) != nil else {
        return nil
      }
      if first == nil { first = ByteRange(hyphen, line.upper) }
      last = line
      start = feed + 1
    }
    return first.map { ByteRange($0.lower, last.upper) }
  }

  /// A line without its end and the spaces before that.
  private static func content(_ bytes: Span<UInt8>, _ start: Int, _ feed: Int) -> ByteRange {
    var end = feed
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    while end > start, bytes[end - 1] == 0x20 { end -= 1 }
    return ByteRange(start, end)
  }

  /// A value that is not empty, without its quotes.
  private static func scalar(_ bytes: Span<UInt8>, _ range: ByteRange) -> ByteRange? {
    let first = bytes[range.lower]
    if first == 0x22 || first == 0x27 {
      guard isQuoted(bytes, range.lower, range.upper) else { return nil }
      return ByteRange(range.lower + 1, range.upper - 1)
    }
    return isPlain(bytes, range.lower, range.upper) ? range : nil
  }

  /// Where the colon behind a key of letters, digits, `_`, `-`, `.` and `:` stands.
  private static func endOfKey(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    guard start < end, isWord(bytes[start]) else { return nil }
    var index = start + 1
    // libyaml takes no key of more than 1,024 characters; long ones are left to it.
    while index < min(end, start + 128) {
      let byte = bytes[index]
      if byte == 0x3A {
        if index + 1 == end || bytes[index + 1] == 0x20 { return index }
        guard isWord(bytes[index + 1]) else { return nil }
      } else if !isWord(byte), byte != 0x2D, byte != 0x2E {
        return nil
      }
      index += 1
    }
    return nil
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte.isLetterOrDigit || byte == 0x5F
  }

  /// Whether quotes stand around a text that holds none and no escape.
  private static func isQuoted(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let quote = bytes[start]
    guard end - start >= 2, bytes[end - 1] == quote else { return false }
    if bytes.extracting(start + 1..<end - 1).isFlat { return true }
    for index in start + 1..<end - 1 where bytes[index] == quote || bytes[index] == 0x5C {
      return false
    }
    return isPrintable(bytes, start, end)
  }

  /// Whether a text begins with no indicator and holds neither `: ` nor ` #` (YAML 1.2.2 § 7.3.3).
  private static func isPlain(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard isWord(bytes[start]) || bytes[start] >= 0x80 || bytes[start] == 0x28 else { return false }
    if bytes.extracting(start..<end).isFlat { return true }
    let text = bytes.extracting(start..<end)
    var index = 0
    while let found = text.firstIndex(ofAny: 0x3A, 0x23, 0x3A, 0x23, from: index) {
      if text[found] == 0x3A, found + 1 == text.count || text[found + 1] == 0x20 { return false }
      if text[found] == 0x23, text[found - 1] == 0x20 { return false }
      index = found + 1
    }
    return isPrintable(bytes, start, end)
  }

  /// Whether all characters may stand in YAML, and none of them ends a line (YAML 1.2.2 § 5.1, and
  /// U+0085, U+2028 and U+2029, which end one for libyaml).
  private static func isPrintable(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let text = bytes.extracting(start..<end)
    guard text.firstIndex(in: 0x00...0x1F) == nil else { return false }
    var index = 0
    // Bytes with which characters begin that may not stand in YAML, and some that may: these are
    // left to libyaml, too.
    while let found = text.firstIndex(ofAny: 0x7F, 0xC2, 0xE2, 0xEF, from: index) {
      switch text[found] {
      case 0xC2: if found + 1 == text.count || text[found + 1] < 0xA0 { return false }
      case 0xE2:
        if text.has("\u{2028}", at: found) || text.has("\u{2029}", at: found) { return false }
      default: return false
      }
      index = found + 1
    }
    return text.isUTF8
  }
}

extension Span<UInt8> {
  /// Whether it is printable ASCII without what may mean something in YAML: see `scan_is_flat`.
  fileprivate var isFlat: Bool {
    unsafe withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return true }
      return unsafe scan_is_flat(start, bytes.count) != 0
    }
  }
}
