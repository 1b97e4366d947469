import LintText

/// Damage to single characters of the prose.
enum CharacterFaults {
  /// Letters of two scripts that look the same.
  private static let latinToCyrillic: [Character: Character] = [
    "a": "а", "e": "е", "o": "о", "p": "р", "c": "с", "x": "х", "A": "А", "E": "Е", "O": "О",
    "C": "С", "P": "Р", "M": "М", "T": "Т",
  ]

  static let kinds: [FaultKind] = [
    // The last byte of a letter beyond ASCII is lost.
    FaultKind("byte-lost", "invalid-utf8", "characters") { (victim: Victim, random) in
      guard let letter = wideLetter(victim, &random, widths: 2...4) else { return nil }
      return .delete(letter.range.upperBound - 1..<letter.range.upperBound, at: letter.range)
    },
    // A letter is written as in Latin-1, followed by what makes no UTF-8 with it.
    FaultKind("letter-in-latin-1", "invalid-utf8", "characters") { (victim: Victim, random) in
      guard let letter = wideLetter(victim, &random, widths: 2...2), letter.value < 0x100,
        letter.range.upperBound < victim.bytes.count, victim.bytes[letter.range.upperBound] < 0x80
      else { return nil }
      return .replace(letter.range, with: [UInt8(letter.value)])
    },
    FaultKind("letter-replaced", "replacement-character", "characters") {
      (victim: Victim, random) in
      wideLetter(victim, &random, widths: 2...4).map { .replace($0.range, with: "\u{FFFD}") }
    },
    // Every letter of a word.
    FaultKind("word-replaced", "replacement-character", "characters") { (victim: Victim, random) in
      let words = victim.target.words.filter {
        $0.text.unicodeScalars.allSatisfy { $0.value > 0x7F }
      }
      guard let word = random.pick(words) else { return nil }
      return .replace(word.range, with: String(repeating: "\u{FFFD}", count: word.count))
    },
    FaultKind("letter-replaced-in-title", "replacement-character", "characters") {
      page, _, random in
      guard let entry = page.entry("title") else { return nil }
      let letters = entry.value.filter { page.bytes[$0].isLetter }
      guard letters.count >= 3, let letter = random.pick(Array(letters.dropFirst().dropLast()))
      else {
        return nil
      }
      return .replace(letter..<letter + 1, with: "\u{FFFD}")
    },
    // A dash of Windows-1252 that was taken for Latin-1.
    FaultKind("dash-of-windows-1252", "control-character", "characters") {
      (victim: Victim, random) in
      guard let space = spaceBetweenWords(victim, &random) else { return nil }
      return .insert(random.below(2) == 0 ? " \u{96}" : " \u{97}", at: space)
    },
    FaultKind("backspace", "control-character", "characters") { (victim: Victim, random) in
      victim.target.placeInWord(&random).map { .insert("\u{8}", at: $0) }
    },
    FaultKind("letter-of-symbol-font", "control-character", "characters") {
      (victim: Victim, random) in
      victim.target.placeInWord(&random).map { .insert("\u{F0B7}", at: $0) }
    },
    // A word of Latin or Cyrillic letters whose bytes were read as Windows-1252, where each of them
    // stands for a visible character there.
    FaultKind("read-as-windows-1252", "misdecoded-text", "characters") { (victim: Victim, random) in
      let words = victim.target.words.filter { word in
        (word.isLatin || word.isCyrillic) && word.text.utf8.contains { $0 >= 0x80 }
          && misread(word.text) != nil
      }
      guard let word = random.pick(words) else { return nil }
      return .replace(word.range, with: misread(word.text)!)
    },
    FaultKind("direction-override", "bidi-control", "characters") { (victim: Victim, random) in
      guard !victim.page.isRightToLeft else { return nil }
      return victim.target.placeInWord(&random).map { .insert("\u{202E}", at: $0) }
    },
    FaultKind("word-isolated", "bidi-control", "characters") { (victim: Victim, random) in
      guard !victim.page.isRightToLeft, let word = random.pick(victim.target.words) else {
        return nil
      }
      return .replace(word.range, with: "\u{2066}\(word.text)\u{2069}")
    },
    // Inside a word, in scripts that have no use for it.
    FaultKind("zero-width-space", "invisible-character", "characters") { (victim: Victim, random) in
      guard !["th", "lo", "km", "my"].contains(victim.page.language) else { return nil }
      return victim.target.placeInWord(&random).map { .insert("\u{200B}", at: $0) }
    },
    FaultKind("word-joiner", "invisible-character", "characters") { (victim: Victim, random) in
      guard victim.page.hasSpaces else { return nil }
      return victim.target.placeInWord(&random).map { .insert("\u{2060}", at: $0) }
    },
    FaultKind("soft-hyphen", "invisible-character", "characters") { (victim: Victim, random) in
      guard victim.page.hasSpaces else { return nil }
      return victim.target.placeInWord(&random).map { .insert("\u{AD}", at: $0) }
    },
    FaultKind("byte-order-mark-inside", "invisible-character", "characters") {
      (victim: Victim, random) in
      guard victim.page.hasSpaces else { return nil }
      return victim.target.placeInWord(&random).map { .insert("\u{FEFF}", at: $0) }
    },
    // A look-alike in a word of four letters or more that the source does not have.
    FaultKind("look-alike-letter", "mixed-script-word", "characters") { (victim: Victim, random) in
      let words = victim.target.words.filter {
        $0.count >= 4 && ($0.isLatin || $0.isCyrillic) && !victim.source.text.contains($0.text)
      }
      guard let word = random.pick(words) else { return nil }
      let table =
        word.isLatin
        ? latinToCyrillic
        : Dictionary(uniqueKeysWithValues: latinToCyrillic.map { ($0.value, $0.key) })
      var letters = Array(word.text)
      guard let index = random.pick(letters.indices.filter { table[letters[$0]] != nil }) else {
        return nil
      }
      letters[index] = table[letters[index]]!
      return .replace(word.range, with: String(letters))
    },
    // Both sides of a conflict, the second with its own words; its IDs stand twice.
    FaultKind(
      "conflict-of-two-sides", "merge-conflict", "characters", companions: ["duplicate-span-id"]
    ) { page, _, random in
      guard let line = random.pick(lines(page)) else { return nil }
      let text = page.bytes.text(line)
      return Fault(
        [
          Fault.Edit(range: line.lowerBound..<line.lowerBound, bytes: Array("<<<<<<< HEAD\n".utf8)),
          Fault.Edit(
            range: line.upperBound..<line.upperBound,
            bytes: Array("=======\n\(text)>>>>>>> live\n".utf8)),
        ], at: [line])
    },
    // The other side has deleted the line.
    FaultKind("conflict-of-one-side", "merge-conflict", "characters") { page, _, random in
      guard let line = random.pick(lines(page)) else { return nil }
      return Fault(
        [
          Fault.Edit(
            range: line.lowerBound..<line.lowerBound, bytes: Array("<<<<<<< HEAD\n=======\n".utf8)),
          Fault.Edit(range: line.upperBound..<line.upperBound, bytes: Array(">>>>>>> live\n".utf8)),
        ], at: [line])
    },
    FaultKind("conflict-marker-left", "merge-conflict", "characters") { page, _, random in
      guard let line = random.pick(lines(page)) else { return nil }
      return .insert(
        random.below(2) == 0 ? "<<<<<<< HEAD\n" : ">>>>>>> live\n", at: line.lowerBound)
    },
  ]

  /// A letter beyond ASCII in a word of the target.
  private static func wideLetter(
    _ victim: Victim, _ random: inout Random, widths: ClosedRange<Int>
  ) -> (range: Range<Int>, value: UInt32)? {
    var letters: [(Range<Int>, UInt32)] = []
    for word in victim.target.words {
      var place = word.range.lowerBound
      for scalar in word.text.unicodeScalars {
        let width = UTF8.width(scalar)
        // What the source has too is no damage of the target.
        if width > 1, widths.contains(width), !victim.source.text.unicodeScalars.contains(scalar) {
          letters.append((place..<place + width, scalar.value))
        }
        place += width
      }
    }
    return random.pick(letters)
  }

  private static func spaceBetweenWords(_ victim: Victim, _ random: inout Random) -> Int? {
    let words = victim.target.words
    let places = zip(words, words.dropFirst()).filter {
      $0.range.upperBound + 1 == $1.range.lowerBound
    }
    return random.pick(places.map(\.0.range.upperBound))
  }

  /// What Windows-1252 makes of the bytes of a word; `nil` when one is undefined or invisible there.
  private static func misread(_ word: String) -> String? {
    var text = ""
    for byte in word.utf8 {
      switch byte {
      case 0x00...0x7F, 0xA1...0xAC, 0xAE...0xFF:
        text.unicodeScalars.append(Unicode.Scalar(byte))
      case 0x80...0x9F:
        let value = windows1252[Int(byte - 0x80)]
        guard value != 0, let scalar = Unicode.Scalar(value) else { return nil }
        text.unicodeScalars.append(scalar)
      default:
        return nil
      }
    }
    return text
  }

  /// 0x80 to 0x9F as in the WHATWG's index of windows-1252; 0 where it has a control.
  private static let windows1252: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
    0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  /// Lines that hold whole pairs and stand outside code.
  private static func lines(_ page: Page) -> [Range<Int>] {
    guard page.bytes.firstRange(of: "```", in: 0..<page.bytes.count) == nil,
      page.bytes.firstRange(of: "~~~", in: 0..<page.bytes.count) == nil
    else { return [] }
    return page.pairs.compactMap { pair in
      let start = page.bytes.lineStart(pair.range.lowerBound)
      let end = page.bytes.lineEnd(pair.range.upperBound)
      guard end < page.bytes.count,
        page.pairs.allSatisfy({
          $0.range.upperBound <= start || $0.range.lowerBound >= end
            || ($0.range.lowerBound >= start && $0.range.upperBound <= end)
        }),
        page.bytes[start..<end].contains(0x0A) == false
      else { return nil }
      return start..<end + 1
    }
  }
}
