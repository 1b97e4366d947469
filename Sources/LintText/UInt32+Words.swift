/// What a Unicode scalar tells of words, by Unicode's own tables: of any script, for terms, which are
/// looked for letter by letter. `UInt8+Words.swift` has what bytes tell, which is less and quicker.
extension UInt32 {
  /// A letter, mark or digit.
  @inlinable public var isWordScalar: Bool {
    if self < 0x80 {
      return self &- 0x30 < 10 || (self | 0x20) &- 0x61 < 26
    }
    guard let scalar = Unicode.Scalar(self), self != 0xFFFD else { return false }
    if scalar.properties.isAlphabetic { return true }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .decimalNumber: return true
    default: return false
    }
  }

  /// Of a script that is written without spaces between words, or, as Hangul, with endings that no
  /// space sets off: a term may begin and end anywhere in it.
  @inlinable public var isUnspacedScalar: Bool {
    guard self >= 0x0E00 else { return false }
    switch self {
    // Thai and Lao; Burmese; Hangul letters; Khmer.
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1100...0x11FF, 0x1780...0x17FF: return true
    // Radicals, kana, ideographs, Hangul, compatibility ideographs, half-width kana.
    case 0x2E80...0x9FFF, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFF66...0xFFDC:
      return true
    case 0x20000...0x3FFFF: return true
    default: return false
    }
  }

  /// White space that may stand between two words of a line, or where the line is broken.
  @inlinable public var isSpaceScalar: Bool {
    switch self {
    case 0x09...0x0D, 0x20, 0xA0, 0x2000...0x200A, 0x202F, 0x3000: true
    default: false
    }
  }

  /// What makes one name of two words: `hub-name`, `hub_name`, `hub.name`.
  @inlinable public var isJoinerScalar: Bool {
    self == 0x2D || self == 0x5F || self == 0x2E || self == 0x2011
  }
}
