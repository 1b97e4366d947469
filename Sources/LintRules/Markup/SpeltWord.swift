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
      while index < prose.count {
        let next = prose.scalar(at: index)
        guard Script(next.value) == script else { break }
        if let consonant = script.consonant(next.value) { consonants.append(consonant) }
        index += next.length
      }
      // A combined letter says two.
      if consonants.count >= fewest, consonants.count <= 60 {
        words.append(
          SpeltWord(range: start..<index, consonants: expanded(consonants), script: script))
      }
    }
    return words
  }

  private static func expanded(_ consonants: [UInt8]) -> [UInt8] {
    consonants.flatMap { $0 == 0x78 ? [0x6B, 0x73] : [$0] }
  }

  /// The index of the word that says a name best, if it says it well enough: eight of ten consonants are
  /// the same.
  static func index(of name: Span<UInt8>, in words: [SpeltWord], _ taken: Set<Int>) -> Int? {
    var best: (index: Int, distance: Int)?
    for (index, word) in words.enumerated() where !taken.contains(index) {
      let wanted = word.script.consonants(of: name)
      guard wanted.count >= fewest else { return nil }
      let longer = max(wanted.count, word.consonants.count)
      let most = longer / 5
      guard abs(wanted.count - word.consonants.count) <= most,
        wanted[0] == word.consonants[0] || most > 0
      else { continue }
      let distance = distance(wanted, word.consonants)
      if distance <= most, distance < best?.distance ?? .max { best = (index, distance) }
    }
    return best?.index
  }

  private static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var previous = Array(0...other.count)
    for row in one.indices {
      var current = [row + 1]
      for column in other.indices {
        current.append(
          min(
            previous[column] + (one[row] == other[column] ? 0 : 1), previous[column + 1] + 1,
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
    case 0x620...0x65F, 0x67E, 0x686, 0x698, 0x6A4, 0x6A9, 0x6AF: self = .arabic
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
      case (0x63, 0x65), (0x63, 0x69), (0x63, 0x79): found.append(0x73)
      case (0x78, _): found += [0x6B, 0x73]
      case (0x63, _), (0x71, _): found.append(0x6B)
      default:
        if let consonant = consonant(ofLatin: byte) { found.append(consonant) }
      }
    }
    return found
  }

  private func consonant(ofLatin byte: UInt8) -> UInt8? {
    switch byte {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: return nil  // aeiouy
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
