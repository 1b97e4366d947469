import LintText

/// Damage to names of programs and files in running text.
enum NameFaults {
  /// How a letter of Latin is spelt in Cyrillic by a machine that takes a name for a word.
  private static let cyrillic: [Character: String] = [
    "a": "а", "b": "б", "c": "к", "d": "д", "e": "е", "f": "ф", "g": "г", "h": "х", "i": "и",
    "j": "ж", "k": "к", "l": "л", "m": "м", "n": "н", "o": "о", "p": "п", "q": "к", "r": "р",
    "s": "с", "t": "т", "u": "у", "v": "в", "w": "в", "x": "кс", "y": "и", "z": "з",
  ]

  static let kinds: [FaultKind] = [
    // `SensorHub` becomes `сенсорхуб`; a name with consonants enough.
    FaultKind("name-in-cyrillic", "transliterated-name", "markup") { (victim: Victim, random) in
      guard ["ru", "uk", "bg"].contains(victim.page.language) else { return nil }
      let names = victim.target.words.filter { word in
        let small = word.text.lowercased()
        let consonants = small.filter { !"aeiouy".contains($0) }
        return isCamelCase(word.text) && consonants.count >= 6
          && !["ce", "ci", "cy", "sh", "ch", "th", "ph", "ck"].contains { small.contains($0) }
          && isSingle(word.text, victim)
      }
      return random.pick(names).map { name in
        .replace(
          name.range, with: name.text.lowercased().map { cyrillic[$0] ?? "" }.joined(),
          at: victim.pair.target)
      }
    },
    // `Hive.Data.Reader` becomes `hive. Data. Reader`, and its first part comes apart.
    FaultKind("dotted-name-in-pieces", "changed-identifier", "markup") { (victim: Victim, random) in
      let names = victim.target.tokens.filter { token in
        let text = victim.bytes.text(token)
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count >= 2
          && parts.allSatisfy {
            $0.utf8.count >= 4 && $0.first?.isUppercase == true && $0.utf8.allSatisfy(\.isLetter)
          } && isSingle(text, victim)
      }
      return random.pick(names).map { name in
        let text = victim.bytes.text(name).replacing(".", with: ". ")
        return .replace(
          name, with: "\(text.prefix(2)) \(text.dropFirst(2))", at: victim.pair.target)
      }
    },
    // `HAPI` becomes `HapI`.
    FaultKind("capitals-in-part", "changed-identifier", "markup") { (victim: Victim, random) in
      let names = victim.target.words.filter { word in
        word.count >= 3 && word.count <= 8
          && word.text.utf8.allSatisfy(\.isUppercase) && isSingle(word.text, victim)
      }
      return random.pick(names).map { name in
        .replace(
          name.range.lowerBound + 1..<name.range.upperBound - 1,
          with: String(name.text.dropFirst().dropLast()).lowercased(), at: victim.pair.target)
      }
    },
    // The first letter of a file's name is lost.
    FaultKind("first-letter-of-file-lost", "cut-file-name", "markup") { (victim: Victim, random) in
      let names = victim.target.tokens.filter { token in
        let text = victim.bytes.text(token)
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 2 && parts[0].utf8.count >= 4
          && ["json", "xml", "config", "exe", "dll", "txt", "html"].contains(String(parts[1]))
          && text.utf8.allSatisfy { $0.isLetterOrDigit || $0 == 0x2E } && isSingle(text, victim)
      }
      return random.pick(names).map {
        .delete($0.lowerBound..<$0.lowerBound + 1, at: victim.pair.target)
      }
    },
    // The engine's mark in the place of a word.
    FaultKind("mark-with-number-sign", "leaked-markup", "markup") { (victim: Victim, random) in
      guard victim.page.hasSpaces, victim.source.count(of: "#A") == 0 else { return nil }
      let words = victim.target.words.filter { $0.count >= 4 && $0.isLowercase }
      return random.pick(words).map {
        .replace($0.range, with: "#A\(random.below(9))", at: victim.pair.target)
      }
    },
  ]

  private static func isCamelCase(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    return bytes.allSatisfy(\.isLetter)
      && zip(bytes, bytes.dropFirst()).contains { $0.isLowercase && $1.isUppercase }
  }

  /// Whether a name stands once in both halves, in the prose of the source by itself: a letter behind it
  /// makes another name of it.
  private static func isSingle(_ name: String, _ victim: Victim) -> Bool {
    let text = victim.target.text.lowercased()
    return victim.target.count(of: name) == 1 && victim.source.count(of: name) == 1
      && text.ranges(of: name.lowercased()).count == 1
      && victim.source.tokens.contains { token in
        let text = victim.bytes.text(token).trimmingPrefix("(")
        return text.hasPrefix(name)
          && text.dropFirst(name.count).allSatisfy { ")].,;:!?".contains($0) }
      }
  }
}
