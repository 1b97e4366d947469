/// Letter case of Unicode scalars: by Unicode's tables for terms, which may be of any script, and
/// by arithmetic for the languages that loclint has tables of.
extension UInt32 {
  /// The scalar in lower case by Unicode's own tables, which are slow to ask; the first where the
  /// lower case has several.
  @inlinable public var foldedScalar: UInt32 {
    if self < 0x80 { return self &- 0x41 < 26 ? self | 0x20 : self }
    guard let scalar = Unicode.Scalar(self), scalar.properties.changesWhenLowercased else {
      return self
    }
    return scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? self
  }

  /// All scalars that `lowercasedScalar` changes lie in this range.
  public static let cased: ClosedRange<UInt32> = 0x41...0x490

  /// The small letter of a capital of Latin (to U+017F), Greek or Cyrillic, which are the scripts
  /// with capitals in `Rules/languages`; all else as it is. It asks no table, so that `Languages`
  /// can make one of it at the start of each run.
  public var lowercasedScalar: UInt32 {
    switch self {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE, 0x391...0x3A9, 0x410...0x42F: self + 0x20
    // İ is the capital of i.
    case 0x130: 0x69
    case 0x100...0x137, 0x14A...0x177: self | 1
    case 0x139...0x148, 0x179...0x17E: self + (self & 1)
    case 0x386: 0x3AC
    case 0x388...0x38A: self + 0x25
    case 0x38C: 0x3CC
    case 0x38E, 0x38F: self + 0x3F
    case 0x400...0x40F: self + 0x50
    case 0x490: 0x491
    default: self
    }
  }

  /// The capital of a letter; itself when it has none of its own, as `ß` and `ı`, or one of ASCII.
  public var uppercasedScalar: UInt32 {
    // Nearly all letters of the tables of languages; Unicode's own tables are slow to ask.
    switch self {
    case 0xE0...0xF6, 0xF8...0xFE, 0x3B1...0x3C1, 0x3C3...0x3C9, 0x430...0x44F: return self - 0x20
    // From Hebrew to Thai, and from the kana on, no letter has a capital.
    case 0x590...0xFFF, 0x3000...0x9FFF: return self
    default: break
    }
    let capital = Unicode.Scalar(self)?.properties.uppercaseMapping.unicodeScalars
    guard let only = capital?.first, capital?.count == 1, only.value >= 0x80 else { return self }
    return only.value
  }
}
