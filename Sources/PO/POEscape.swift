import LintText

/// What stands for bytes that a string can't hold as they are (gettext manual, "The Format of PO Files"; C,
/// "Character constants").
enum POEscape {
  /// What an escape stands for, and its length; a backslash before anything else is a byte like others.
  static func read(_ bytes: Span<UInt8>, at index: Int, before end: Int) -> (
    value: UInt8, length: Int
  ) {
    guard index + 1 < end else { return (0x5C, 1) }
    switch bytes[index + 1] {
    case 0x6E: return (0x0A, 2)
    case 0x74: return (0x09, 2)
    case 0x72: return (0x0D, 2)
    case 0x61: return (0x07, 2)
    case 0x62: return (0x08, 2)
    case 0x66: return (0x0C, 2)
    case 0x76: return (0x0B, 2)
    case 0x5C: return (0x5C, 2)
    case 0x22: return (0x22, 2)
    case 0x30...0x37: return number(bytes, from: index + 1, before: min(end, index + 4), radix: 8)
    case 0x78:
      let hexadecimal = number(bytes, from: index + 2, before: min(end, index + 4), radix: 16)
      return hexadecimal.length > 1 ? (hexadecimal.value, hexadecimal.length + 1) : (0x5C, 1)
    default: return (0x5C, 1)
    }
  }

  /// Whether a byte behind a backslash makes an escape.
  static func isKnown(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x6E, 0x74, 0x72, 0x61, 0x62, 0x66, 0x76, 0x5C, 0x22, 0x30...0x37, 0x78, 0x75: true
    default: false
    }
  }

  /// - Returns: the length counts the backslash, too.
  private static func number(
    _ bytes: Span<UInt8>, from start: Int, before end: Int, radix: Int
  ) -> (value: UInt8, length: Int) {
    var (value, index) = (0, start)
    while index < end, let digit = digit(bytes[index]), digit < radix {
      value = value * radix + digit
      index += 1
    }
    return (UInt8(truncatingIfNeeded: value), index - start + 1)
  }

  private static func digit(_ byte: UInt8) -> Int? {
    if byte.isDigit { return Int(byte - 0x30) }
    return byte.isLetter && byte.lowercased < 0x67 ? Int(byte.lowercased - 0x61) + 10 : nil
  }

  /// A text as a string holds it; `nil` for one that none can hold.
  static func encoded(_ text: [UInt8]) -> [UInt8]? {
    guard !text.contains(0) else { return nil }
    var encoded: [UInt8] = []
    encoded.reserveCapacity(text.count + text.count / 8)
    for byte in text {
      switch byte {
      case 0x0A: encoded += [0x5C, 0x6E]
      case 0x09: encoded += [0x5C, 0x74]
      case 0x0D: encoded += [0x5C, 0x72]
      case 0x07: encoded += [0x5C, 0x61]
      case 0x08: encoded += [0x5C, 0x62]
      case 0x0C: encoded += [0x5C, 0x66]
      case 0x0B: encoded += [0x5C, 0x76]
      case 0x5C, 0x22: encoded += [0x5C, byte]
      default: encoded.append(byte)
      }
    }
    return encoded
  }
}
