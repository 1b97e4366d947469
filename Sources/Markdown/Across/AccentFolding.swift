import LintText

/// Texts as publishers put them into anchors that take the marks off letters: `perché` becomes `perche`.
package enum AccentFolding {
  /// A text whose letters have no marks.
  ///
  /// - Parameter spellsOut: Whether letters that no marks make are spelt in others, too: `ß` as `ss`.
  package static func folded(_ text: Span<UInt8>, spellsOut: Bool) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < text.count {
      let (scalar, length) = text.scalar(at: index)
      if scalar >= 0x80, let base = bases[scalar] ?? (spellsOut ? spelt[scalar] : nil) {
        result.append(contentsOf: base.utf8)
      } else {
        result.append(text.extracting(index..<index + length))
      }
      index += length
    }
    return result
  }

  /// The letters that letters with marks are made of, and those of ligatures, as Unicode's compatibility decomposition
  /// has them: for what composes with a mark is canonically equal to the two.
  private static let bases: [UInt32: String] = {
    var letters: [Character: String] = [:]
    let vowels = "aeiouyAEIOUY".unicodeScalars
    let latin = "abcdefghijklmnopqrstuvwxyz"
    let plain = latin + latin.uppercased() + "αειουωηАаГгЕеЖжЗзИиКкОоУуЧчЫыЭэ"
    for base in plain.unicodeScalars {
      for mark in marks {
        var text = String(base)
        text.unicodeScalars.append(mark)
        letters[Character(text)] = String(base)
        // Letters of Vietnamese have two.
        for second in vowels.contains(base) ? marks : [] {
          var text = text
          text.unicodeScalars.append(second)
          letters[Character(text)] = String(base)
        }
      }
    }
    var bases: [UInt32: String] = [:]
    for block in blocks {
      for value in block {
        guard let scalar = Unicode.Scalar(value), let base = letters[Character(scalar)] else {
          continue
        }
        bases[value] = base
      }
    }
    return bases
  }()

  /// What no marks make, and some publishers write so all the same.
  private static let spelt: [UInt32: String] = {
    var spelt: [UInt32: String] = [:]
    for (letter, base) in [
      ("ł", "l"), ("Ł", "l"), ("ø", "o"), ("Ø", "o"), ("đ", "d"), ("Đ", "d"), ("ß", "ss"),
      ("æ", "ae"), ("Æ", "ae"), ("œ", "oe"), ("Œ", "oe"), ("ı", "i"),
    ] {
      if let scalar = letter.unicodeScalars.first { spelt[scalar.value] = base }
    }
    return spelt
  }()

  private static let marks: [Unicode.Scalar] = [
    "\u{300}", "\u{301}", "\u{302}", "\u{303}", "\u{304}", "\u{306}", "\u{307}", "\u{308}",
    "\u{309}",
    "\u{30A}", "\u{30B}", "\u{30C}", "\u{31B}", "\u{323}", "\u{326}", "\u{327}", "\u{328}",
  ]

  /// Where such letters are: Latin, Greek, Cyrillic, Vietnamese.
  private static let blocks: [ClosedRange<UInt32>] = [
    0xC0...0x24F, 0x386...0x3CE, 0x400...0x45F, 0x1E00...0x1EFF,
  ]
}
