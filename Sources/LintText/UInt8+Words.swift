/// What a byte tells of words. Where bytes tell too little, scalars are read: `UInt32+Words.swift`;
/// what is a letter of which language the tables of `Rules/languages` say.
///
/// All of UTF-8 beyond ASCII is taken for letters, or for none: to tell punctuation from letters there
/// would take the scalar. Four runs of bytes are told from each other:
///
/// - between two gaps stands a token, whatever it holds (`isGap`);
/// - a word of running text has letters alone (`isTextLetter`);
/// - what is no punctuation has letters and digits (`isTextLetterOrDigit`);
/// - a name of a program may have `_` too (`isWordByte`).
extension UInt8 {
  /// What stands in prose for a byte of code, markup or an address, which no reader sees as text
  /// (SUBSTITUTE, U+001A).
  @inlinable public static var blank: UInt8 { 0x1A }
  /// White space of ASCII: the space, and U+0009 to U+000D, tab and line ends among them.
  @inlinable public var isSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
  /// White space, or what stands in prose for markup.
  @inlinable public var isGap: Bool { isSpace || self == UInt8.blank }
  /// The bytes of punctuation in ASCII (CommonMark 0.31 § 2.1).
  @inlinable public var isPunctuation: Bool {
    (self > 0x20 && self < 0x7F) && !isLetterOrDigit
  }

  @inlinable public var isDigit: Bool { self &- 0x30 < 10 }
  /// A digit or a letter from `a` to `f`: hexadecimal as the format writes it.
  @inlinable public var isLowercaseHex: Bool { isDigit || self &- 0x61 < 6 }
  /// A letter of ASCII.
  @inlinable public var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  @inlinable public var isUppercase: Bool { self &- 0x41 < 26 }
  /// A letter of ASCII that is no capital.
  @inlinable public var isLowercase: Bool { self &- 0x61 < 26 }
  /// ASCII letters in lower case, all else as it is.
  @inlinable public var lowercased: UInt8 { isUppercase ? self | 0x20 : self }

  /// A letter or digit of ASCII: the rules of formats say of nothing else that it may be in a name.
  @inlinable public var isLetterOrDigit: Bool { isLetter || isDigit }
  /// A letter of ASCII, or part of any other character.
  @inlinable public var isTextLetter: Bool { isLetter || self >= 0x80 }
  /// A letter or digit of ASCII, or part of any other character.
  @inlinable public var isTextLetterOrDigit: Bool { isLetterOrDigit || self >= 0x80 }
  /// A letter or digit of ASCII, `_`, or part of any other character.
  @inlinable public var isWordByte: Bool { isLetterOrDigit || self == 0x5F || self >= 0x80 }
}

extension Span<UInt8> {
  /// Whether a letter or digit begins at an index, or what is not ASCII and no punctuation of Latin-1
  /// (U+0080 to U+00BF) or of the general kind (U+2000 to U+203F): what a token needs to be counted
  /// as a word.
  @inlinable @inline(__always)
  public func hasWordByte(at index: Int) -> Bool {
    let byte = self[index]
    guard byte >= 0xC3 else { return byte.isLetterOrDigit }
    return !(byte == 0xE2 && index + 1 < count && self[index + 1] == 0x80)
  }

  /// Where a word or phrase of two bytes or more first stands by itself, beside no other
  /// `isWordByte`, in any letter case.
  @inlinable public func firstWord(_ word: Span<UInt8>) -> Range<Int>? {
    guard word.count >= 2 else { return nil }
    return firstRangeIgnoringCase(of: word) { range in
      (range.lowerBound == 0 || !self[range.lowerBound - 1].isWordByte)
        && (range.upperBound == count || !self[range.upperBound].isWordByte)
    }
  }
}
