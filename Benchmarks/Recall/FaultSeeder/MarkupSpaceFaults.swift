import LintText

/// Spaces between markup and words that get lost, and signs that are left where markup was.
enum MarkupSpaceFaults {
  static let kinds: [FaultKind] = [
    FaultKind("space-lost-behind-markup", "missing-space-at-markup", "markup") {
      (victim: Victim, random) in
      guard let mark = random.pick(spaced(victim, isBefore: false)) else { return nil }
      return .delete(mark.upperBound..<mark.upperBound + 1, at: victim.pair.target)
    },
    FaultKind("space-lost-before-markup", "missing-space-at-markup", "markup") {
      (victim: Victim, random) in
      guard let mark = random.pick(spaced(victim, isBefore: true)) else { return nil }
      return .delete(mark.lowerBound - 1..<mark.lowerBound, at: victim.pair.target)
    },
    // A comma twice, or a full stop at the end.
    FaultKind("comma-doubled", "doubled-mark", "text") { (victim: Victim, random) in
      let commas = victim.pair.target.filter {
        victim.bytes[$0] == 0x2C && victim.target.isProse($0..<$0 + 1)
      }
      guard !["ja", "zh", "ar", "fa"].contains(victim.page.language),
        victim.source.count(of: ",,") + victim.source.count(of: ", ,") == 0,
        let comma = random.pick(Array(commas))
      else { return nil }
      return .insert(",", at: comma, place: victim.pair.target)
    },
    FaultKind("full-stop-doubled", "doubled-mark", "text") { (victim: Victim, _) in
      let end = victim.pair.target.upperBound
      guard victim.target.isBare, victim.pair.target.count > 8, victim.bytes[end - 1] == 0x2E,
        victim.bytes[end - 2].isTextLetterOrDigit, victim.source.text.hasSuffix("."),
        victim.source.count(of: "..") + victim.source.count(of: "…") == 0
      else { return nil }
      return .insert(".", at: end, place: victim.pair.target)
    },
    // The marks of other scripts.
    FaultKind("full-stop-of-its-own-doubled", "doubled-mark", "text") { (victim: Victim, random) in
      doubled(victim, ["。", "।", "۔", "።"], &random)
    },
    FaultKind("comma-of-its-own-doubled", "doubled-mark", "text") { (victim: Victim, random) in
      doubled(victim, ["、", "，", "،", "፣"], &random)
    },
    // Code between two commas moves to the end of the sentence.
    FaultKind("code-left-its-comma", "doubled-mark", "text", companions: ["changed-code"]) {
      (victim: Victim, random) in
      let code = victim.target.code.filter { code in
        victim.bytes.has(",", at: code.range.upperBound)
          && victim.bytes.has(", ", at: code.range.lowerBound - 2)
          && victim.pair.target.lowerBound + 2 < code.range.lowerBound
          && code.range.upperBound < victim.pair.target.upperBound
      }
      guard !["ja", "zh", "ar", "fa"].contains(victim.page.language),
        victim.source.count(of: ",,") + victim.source.count(of: ", ,") == 0,
        let moved = random.pick(code)
      else { return nil }
      return .delete(moved.range, at: victim.pair.target)
    },
  ]

  /// Doubles a mark of prose; not where the source has marks in a row.
  private static func doubled(_ victim: Victim, _ marks: [String], _ random: inout Random) -> Fault?
  {
    let target = victim.pair.target
    let places = marks.flatMap { mark in
      victim.bytes.ranges(of: mark, in: target).map { (range: $0, mark: mark) }
    }.filter { place in
      victim.target.isProse(place.range) && place.range.lowerBound > target.lowerBound
        && victim.bytes[place.range.lowerBound - 1] != 0x20
        && victim.target.count(of: place.mark + place.mark) == 0
    }
    guard
      ["..", ",,", ", ,", "…"].allSatisfy({ victim.source.count(of: $0) == 0 }),
      let place = random.pick(places)
    else { return nil }
    return .insert(place.mark, at: place.range.upperBound, place: target)
  }

  /// Languages that write endings, prefixes or the rest of a compound beside a name: there a word
  /// behind markup is told from these by being a function word.
  private static let joining: [String: Set<String>] = [
    "de": ["und", "oder", "mit", "ist", "für"], "nl": ["en", "of", "in", "voor", "naar"],
    "sv": ["och", "eller", "som"], "da": ["og"], "nb": ["og"], "fi": ["ja"],
    "tr": ["için", "veya", "kadar", "gibi"], "hu": ["és", "vagy"],
  ]

  /// The markup of the target with a word beside it, parted by a space, where the source's all have
  /// no word grown together with it.
  private static func spaced(_ victim: Victim, isBefore: Bool) -> [Range<Int>] {
    guard victim.page.hasSpaces, victim.page.language != "ko", victim.target.isSimple,
      victim.source.isSimple,
      marks(victim.source).allSatisfy({ !isGrown(victim.bytes, $0, in: victim.pair.source) })
    else { return [] }
    let words = victim.target.words.filter { isWord($0, victim.page, isBefore: isBefore) }
    return marks(victim.target).filter { mark in
      words.contains { word in
        isBefore
          ? word.range.upperBound + 1 == mark.lowerBound
            && victim.bytes[word.range.upperBound] == 0x20
          : word.range.lowerBound == mark.upperBound + 1 && victim.bytes[mark.upperBound] == 0x20
      }
    }
  }

  /// Links, and bold type and code whose ends are letters or digits: other ends may join a word, and
  /// bold type that ends in a sign is none with a letter behind it. What the source has none of is left
  /// out.
  private static func marks(_ half: Half) -> [Range<Int>] {
    (half.bold + half.code).filter { mark in
      half.bytes[mark.content.lowerBound].isLetterOrDigit
        && half.bytes[mark.content.upperBound - 1].isLetterOrDigit
    }.map(\.range)
      + half.links.filter { link in
        !link.isImage && !link.text.isEmpty && half.bytes[link.text.lowerBound].isLetterOrDigit
          && half.bytes[link.text.upperBound - 1].isLetterOrDigit
      }.map(\.range)
  }

  private static func isGrown(_ bytes: [UInt8], _ mark: Range<Int>, in half: Range<Int>) -> Bool {
    (mark.lowerBound > half.lowerBound && bytes[mark.lowerBound - 1].isTextLetterOrDigit)
      || (mark.upperBound < half.upperBound && bytes[mark.upperBound].isTextLetterOrDigit)
  }

  private static func isWord(_ word: Word, _ page: Page, isBefore: Bool) -> Bool {
    if isBefore { return word.count > (page.isRightToLeft ? 4 : 1) }
    if let words = joining[page.language] { return words.contains(word.text.lowercased()) }
    return word.count > 3
  }
}
