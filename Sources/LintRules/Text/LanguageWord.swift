internal import CScan
import LintCore
import LintText

/// A run of letters, and what it tells of the language; in scripts without spaces, one letter.
struct LanguageWord {
  let range: Range<Int>
  /// What tells its letters in lower case from those of others; 0 for a letter of a script without
  /// spaces.
  let key: UInt64
  /// The languages whose function word it is.
  let functionOf: LanguageSet
  /// The languages that write all its letters; empty when these are letters that all languages in
  /// Latin have, since names are written so everywhere.
  let lettersOf: LanguageSet
  let isLatin: Bool
  let isCapitalized: Bool
  let hasInnerCapital: Bool

  /// Whether it is a word of running text: no capital inside, no digit, hyphen, dot or the like at
  /// its side, no name of a function before its parenthesis, and nothing between bars or slashes.
  func isPlain(in prose: Span<UInt8>) -> Bool {
    guard !hasInnerCapital else { return false }
    if range.lowerBound > 0 {
      let before = prose[range.lowerBound - 1]
      if before.isDigit || Self.isJoint(before) { return false }
      if before == 0x20, range.lowerBound > 1, prose[range.lowerBound - 2] == 0x7C { return false }
    }
    guard range.upperBound < prose.count else { return true }
    let after = prose[range.upperBound]
    guard after != 0x28 else { return false }
    if after == 0x20, range.upperBound + 1 < prose.count, prose[range.upperBound + 1] == 0x7C {
      return false
    }
    if after.isDigit || Self.isJoint(after), after != 0x2E, after != 0x3A { return false }
    guard after == 0x2E || after == 0x3A, range.upperBound + 1 < prose.count else { return true }
    let next = prose[range.upperBound + 1]
    return !next.isLetterOrDigit
  }

  private static func isJoint(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2D, 0x5F, 0x5C, 0x2E, 0x40, 0x24, 0x23, 0x26, 0x3D, 0x2B, 0x3A, 0x7E, 0x5E, 0x27, 0x3C,
      0x3E, 0x2F, 0x7C:
      true
    default: false
    }
  }
}

extension LanguageWord {
  init(_ word: ScanWord) {
    range = word.start..<word.end
    key = word.key
    functionOf = LanguageSet(rawValue: word.function_of)
    lettersOf = LanguageSet(rawValue: word.letters_of)
    isLatin = word.is_latin != 0
    isCapitalized = word.is_capitalized != 0
    hasInnerCapital = word.has_inner_capital != 0
  }
}
