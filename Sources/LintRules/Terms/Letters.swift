/// What terms need to know of a Unicode scalar.
enum Letters {
  /// A letter, mark or digit.
  static func isWord(_ value: UInt32) -> Bool {
    if value < 0x80 {
      return value &- 0x30 < 10 || (value | 0x20) &- 0x61 < 26
    }
    guard let scalar = Unicode.Scalar(value), value != 0xFFFD else { return false }
    if scalar.properties.isAlphabetic { return true }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .decimalNumber: return true
    default: return false
    }
  }

  /// Of a script that is written without spaces between words, or, as Hangul, with endings that no
  /// space sets off.
  static func isUnspaced(_ value: UInt32) -> Bool {
    guard value >= 0x0E00 else { return false }
    switch value {
    // Thai and Lao; Burmese; Hangul letters; Khmer.
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1100...0x11FF, 0x1780...0x17FF: return true
    // Radicals, kana, ideographs, Hangul, compatibility ideographs, half-width kana.
    case 0x2E80...0x9FFF, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFF66...0xFFDC:
      return true
    case 0x20000...0x3FFFF: return true
    default: return false
    }
  }

  /// White space other than U+0020.
  static func isSpace(_ value: UInt32) -> Bool {
    switch value {
    case 0x09...0x0D, 0xA0, 0x2000...0x200A, 0x202F, 0x3000: true
    default: false
    }
  }

  /// What makes one name of two words: `hub-name`, `hub_name`, `hub.name`.
  static func isJoiner(_ value: UInt32) -> Bool {
    value == 0x2D || value == 0x5F || value == 0x2E || value == 0x2011
  }
}
