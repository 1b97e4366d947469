import LintText

/// A word of a script that is not Latin, by the consonants that it is spoken with.
struct SpeltWord {
  /// In a target.
  let range: Range<Int>
  /// Letters of Latin, of which some stand for several: `k` for `c` and `q`, too.
  let consonants: [UInt8]
  let script: Script

  enum Script: Sendable {
    case cyrillic, kana, arabic
  }

  /// A word has at least so many consonants; of two shorter ones too many are alike.
  private static let fewest = 4
  /// What `g` before `e`, `i` and `y` is in the consonants of a name: `г` or `ж`, `ge` or `je`.
  fileprivate static let softG: UInt8 = 0x47

  /// The words of a text that have consonants enough.
  static func all(in prose: Span<UInt8>) -> [SpeltWord] {
    var words: [SpeltWord] = []
    var index = 0
    while index < prose.count {
      let first = prose.scalar(at: index)
      guard first.value >= 0x400, let script = Script(first.value) else {
        index += first.length
        continue
      }
      let start = index
      var consonants: [UInt8] = []
      var last: UInt32 = 0
      while index < prose.count {
        let next = prose.scalar(at: index)
        guard Script(next.value) == script else { break }
        // A letter that is doubled is said once, as in names.
        let letter = next.value.lowercasedScalar
        if letter != last || script == .kana, let consonant = script.consonant(next.value) {
          consonants.append(consonant)
        }
        last = letter
        index += next.length
      }
      // A combined letter says two.
      if consonants.count >= fewest, consonants.count <= 60 {
        words.append(SpeltWord(range: start..<index, consonants: consonants, script: script))
      }
    }
    return words
  }

  /// The word that says a name best, if it says it well enough: eight of ten consonants are the same,
  /// among them the first.
  static func best(for name: Span<UInt8>, in words: [SpeltWord], _ taken: Set<Int>)
    -> (index: Int, distance: Int)?
  {
    var best: (index: Int, distance: Int)?
    for (index, word) in words.enumerated() where !taken.contains(index) {
      let wanted = word.script.consonants(of: name)
      guard wanted.count >= fewest else { return nil }
      guard let distance = word.distance(wanted), distance < best?.distance ?? .max else {
        continue
      }
      best = (index, distance)
    }
    return best
  }

  /// How many consonants differ from those of a name; `nil` where these are too many.
  func distance(_ wanted: [UInt8]) -> Int? {
    let most = max(wanted.count, consonants.count) / 5
    guard let first = wanted.first, abs(wanted.count - consonants.count) <= most,
      Self.isSame(first, consonants[0])
    else { return nil }
    let distance = Self.distance(wanted, consonants)
    return distance <= most ? distance : nil
  }

  /// Whether a consonant of a name may be said as one of a word: `G` is the `g` of `generate`.
  private static func isSame(_ wanted: UInt8, _ said: UInt8) -> Bool {
    wanted == said || (wanted == softG && (said == 0x67 || said == 0x6A || said == 0x7A))
  }

  /// Whether a word has a name letter for letter, also where nobody says them so: `фацебоок` and `датабасе`,
  /// which no speaker would write.
  func spells(_ name: Span<UInt8>, in prose: Span<UInt8>) -> Bool {
    guard script == .cyrillic,
      EnglishWords.humps(of: name).contains(where: { hump in
        name.extracting(hump).hasSilentLetters
      })
    else { return false }
    var said: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let next = prose.scalar(at: index)
      if let letter = Self.vowel(next.value.lowercasedScalar) ?? script.consonant(next.value) {
        said.append(letter)
      }
      index += next.length
    }
    var wanted: [UInt8] = []
    for index in name.indices {
      let byte = name[index].lowercased
      switch byte {
      case 0x63, 0x71:
        wanted.append(index + 1 < name.count && name[index + 1].isFrontVowel ? 0x73 : 0x6B)
      case 0x77: wanted.append(0x76)
      case 0x78: wanted.append(0x78)
      case 0x79: wanted.append(0x69)
      default: wanted.append(byte)
      }
    }
    return wanted == said
  }

  /// The vowel that a letter of Cyrillic stands for.
  private static func vowel(_ letter: UInt32) -> UInt8? {
    switch Unicode.Scalar(letter) ?? " " {
    case "а", "я": 0x61
    case "е", "э", "є": 0x65
    case "и", "і", "ї", "й", "ы": 0x69
    case "о", "ё": 0x6F
    case "у", "ю": 0x75
    default: nil
    }
  }

  private static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var previous = Array(0...other.count)
    for row in one.indices {
      var current = [row + 1]
      for column in other.indices {
        current.append(
          min(
            previous[column] + (isSame(one[row], other[column]) ? 0 : 1), previous[column + 1] + 1,
            current[column] + 1))
      }
      previous = current
    }
    return previous[other.count]
  }
}

extension SpeltWord.Script {
  /// The script of a letter; `nil` for all others.
  init?(_ scalar: UInt32) {
    switch scalar {
    case 0x400...0x45F, 0x490, 0x491: self = .cyrillic
    case 0x30A1...0x30F6, 0x30FC: self = .kana
    case 0x620...0x65F, 0x67E, 0x686, 0x698, 0x6A4, 0x6A9, 0x6AF, 0x6CC: self = .arabic
    default: return nil
    }
  }

  /// The consonants that a name of ASCII has in this script.
  func consonants(of name: Span<UInt8>) -> [UInt8] {
    var found: [UInt8] = []
    var index = 0
    while index < name.count {
      let byte = name[index].lowercased
      let next = index + 1 < name.count ? name[index + 1].lowercased : 0
      index += 1
      // A letter that is doubled is said once.
      if byte == next { continue }
      switch (byte, next) {
      case (0x73, 0x68):  // sh
        found.append(self == .kana ? 0x73 : 0x53)
        index += 1
      case (0x63, 0x68):  // ch
        found.append(self == .kana ? 0x74 : 0x43)
        index += 1
      case (0x74, 0x68):  // th
        found.append(self == .kana ? 0x73 : 0x74)
        index += 1
      case (0x70, 0x68):  // ph
        found.append(self == .kana ? 0x68 : 0x66)
        index += 1
      case (0x63, 0x6B): break  // ck
      // `write` begins with it in names that are read letter by letter.
      case (0x77, 0x72) where !found.isEmpty: break
      case (0x67, 0x65), (0x67, 0x69), (0x67, 0x79):  // ge, gi, gy
        found.append(self == .arabic ? 0x67 : SpeltWord.softG)
      // The end of `reader` is a long vowel there.
      case (0x72, _) where self == .kana:
        if Self.isVowel(next) { found.append(byte) }
      case (0x63, 0x65), (0x63, 0x69), (0x63, 0x79): found.append(0x73)
      case (0x78, _): found += [0x6B, 0x73]
      case (0x63, _), (0x71, _): found.append(0x6B)
      default:
        if let consonant = consonant(ofLatin: byte) { found.append(consonant) }
      }
    }
    return found
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true  // aeiouy
    default: false
    }
  }

  private func consonant(ofLatin byte: UInt8) -> UInt8? {
    switch byte {
    case _ where Self.isVowel(byte): return nil
    case 0x77: return self == .cyrillic ? 0x76 : nil  // w
    case 0x6C: return self == .kana ? 0x72 : byte  // l
    case 0x76: return self == .kana ? 0x62 : self == .arabic ? 0x66 : byte  // v
    case 0x66: return self == .kana ? 0x68 : byte  // f
    case 0x6A: return self == .cyrillic ? 0x6A : 0x7A  // j
    case 0x70: return self == .arabic ? 0x62 : byte  // p
    default: return byte.isLetter ? byte : nil
    }
  }

  /// The consonant that a letter stands for; `nil` for vowels, and `x` for two.
  func consonant(_ scalar: UInt32) -> UInt8? {
    switch self {
    case .cyrillic: return Self.cyrillicConsonant(scalar.lowercasedScalar)
    case .kana: return Self.kanaConsonant(scalar)
    case .arabic: return Self.arabicConsonant(scalar)
    }
  }

  private static func cyrillicConsonant(_ letter: UInt32) -> UInt8? {
    switch Unicode.Scalar(letter) ?? " " {
    case "б": 0x62
    case "в", "ў": 0x76
    case "г", "ґ": 0x67
    case "д": 0x64
    case "ж", "џ", "ђ": 0x6A
    case "з": 0x7A
    case "к", "ќ": 0x6B
    case "л", "љ": 0x6C
    case "м": 0x6D
    case "н", "њ": 0x6E
    case "п": 0x70
    case "р": 0x72
    case "с", "ц": 0x73
    case "т", "ћ": 0x74
    case "ф": 0x66
    case "х": 0x68
    case "ч": 0x43
    case "ш", "щ": 0x53
    default: nil
    }
  }

  private static func kanaConsonant(_ letter: UInt32) -> UInt8? {
    switch letter {
    case 0x30AB...0x30B4, 0x30F5, 0x30F6:
      letter % 2 == 0 && letter <= 0x30B4 ? 0x67 : 0x6B  // ka, ga
    case 0x30B8: 0x7A  // ji
    case 0x30B5...0x30BE: letter % 2 == 0 ? 0x7A : 0x73  // sa, za
    case 0x30BF, 0x30C1: 0x74
    case 0x30C0, 0x30C2: 0x64
    case 0x30C4, 0x30C6, 0x30C8: 0x74
    case 0x30C5, 0x30C7, 0x30C9: 0x64
    case 0x30CA...0x30CE, 0x30F3: 0x6E
    case 0x30CF...0x30DD: [0x68, 0x62, 0x70][Int(letter - 0x30CF) % 3]
    case 0x30DE...0x30E2: 0x6D
    case 0x30E9...0x30ED: 0x72
    case 0x30F4: 0x62
    default: nil
    }
  }

  private static func arabicConsonant(_ letter: UInt32) -> UInt8? {
    switch letter {
    case 0x628, 0x67E: 0x62
    case 0x62A, 0x637: 0x74
    case 0x62B, 0x633, 0x635: 0x73
    case 0x62C: 0x7A
    case 0x62D, 0x647: 0x68
    case 0x62E, 0x643, 0x642, 0x6A9: 0x6B
    case 0x62F, 0x630, 0x636: 0x64
    case 0x631: 0x72
    case 0x632, 0x638, 0x698: 0x7A
    case 0x634: 0x53
    case 0x686: 0x43
    case 0x63A, 0x6AF: 0x67
    case 0x641, 0x6A4: 0x66
    case 0x644: 0x6C
    case 0x645: 0x6D
    case 0x646: 0x6E
    default: nil
    }
  }
}

extension UInt8 {
  fileprivate var isFrontVowel: Bool {
    switch lowercased {
    case 0x65, 0x69, 0x79: true  // eiy
    default: false
    }
  }
}

extension Span<UInt8> {
  /// Whether a part of a name has letters that are not said as they are written: an `e` at its end, `oo`, `ee`, `ea`,
  /// `ck`.
  fileprivate var hasSilentLetters: Bool {
    guard count >= 3 else { return false }
    if self[count - 1].lowercased == 0x65 { return true }
    var index = 1
    while index < count {
      switch (self[index - 1].lowercased, self[index].lowercased) {
      case (0x6F, 0x6F), (0x65, 0x65), (0x65, 0x61), (0x63, 0x6B), (0x6F, 0x75): return true
      default: index += 1
      }
    }
    return false
  }
}
