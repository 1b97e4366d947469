internal import LintCore
import LintText

/// A key and its value on one line of YAML, where no other line can change what they say.
///
/// Nearly all front matter is made of these, and libyaml takes longer for it than all else takes
/// for a short page. What is read here is what libyaml would read of such a line, with the same
/// ranges; all other lines are left to it.
enum FlatEntry {
  /// - Parameter line: With its line end.
  /// - Returns: `nil` for a line that must be left to libyaml.
  static func read(_ bytes: Span<UInt8>, in line: ByteRange) -> Attribute? {
    var end = line.upper
    if end > line.lower, bytes[end - 1] == 0x0A { end -= 1 }
    if end > line.lower, bytes[end - 1] == 0x0D { end -= 1 }
    guard let colon = endOfKey(bytes, line.lower, end) else { return nil }
    let key = ByteRange(line.lower, colon)
    var start = colon + 1
    while start < end, bytes[start] == 0x20 { start += 1 }
    while end > start, bytes[end - 1] == 0x20 { end -= 1 }
    guard start < end else {
      return Attribute(name: key, value: ByteRange(colon + 1, colon + 1))
    }
    guard start > colon + 1 else { return nil }
    let first = bytes[start]
    if first == 0x22 || first == 0x27 {
      guard isQuoted(bytes, start, end) else { return nil }
      return Attribute(name: key, value: ByteRange(start + 1, end - 1))
    }
    guard isPlain(bytes, start, end) else { return nil }
    return Attribute(name: key, value: ByteRange(start, end))
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
    for index in start + 1..<end - 1 where bytes[index] == quote || bytes[index] == 0x5C {
      return false
    }
    return isPrintable(bytes, start, end)
  }

  /// Whether a text begins with no indicator and holds neither `: ` nor ` #` (YAML 1.2.2 § 7.3.3).
  private static func isPlain(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard isWord(bytes[start]) || bytes[start] >= 0x80 || bytes[start] == 0x28 else { return false }
    for index in start..<end {
      if bytes[index] == 0x3A, index + 1 == end || bytes[index + 1] == 0x20 { return false }
      if bytes[index] == 0x23, bytes[index - 1] == 0x20 { return false }
    }
    return isPrintable(bytes, start, end)
  }

  /// Whether all characters may stand in YAML, and none of them ends a line (YAML 1.2.2 § 5.1, and
  /// U+0085, U+2028 and U+2029, which end one for libyaml).
  private static func isPrintable(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var all: UInt8 = 0
    for index in start..<end {
      let byte = bytes[index]
      all |= byte
      guard byte >= 0x20, byte != 0x7F else { return false }
      // Bytes with which characters begin that may not stand in YAML, and some that may: these are
      // left to libyaml, too.
      if byte == 0xC2, index + 1 == end || bytes[index + 1] < 0xA0 { return false }
      if byte == 0xE2, bytes.has("\u{2028}", at: index) || bytes.has("\u{2029}", at: index) {
        return false
      }
      if byte == 0xEF { return false }
    }
    return all < 0x80 || bytes.extracting(start..<end).isUTF8
  }
}
