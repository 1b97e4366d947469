import LintCore
import LintText

/// A name of a program that was spelt in the letters of the target's script.
struct TransliteratedName: SegmentRule {
  private static let spelt = Message("spelt", "the name '{0}' became '{1}'")

  let info = RuleInfo(
    id: "transliterated-name", family: "markup",
    finds:
      "a name such as `SensorHub` that the target spells in Cyrillic or Arabic letters, or in Katakana.",
    why: """
      Such a name is typed and searched for; nobody finds it in other letters. The target lacks it, and a \
      word there has the same consonants. Write the name as the source does; names that are code \
      should stand in code, where translation leaves them alone. `--fix` does so where the whole name \
      stands in one word. Words that languages have borrowed, such as `CheckBox`, are found where the \
      source calls them a class, a method or the like, or the target has them letter for letter; in \
      Katakana, which has a word for every name of two words, this is so for all names.
      """,
    precision:
      "Of 520 different findings read on real pages, in Cyrillic and Arabic, 518 were true.",
    severity: .warning, issueType: .inconsistentEntities, fixable: .safe, messages: [spelt],
    fails: [
      Example(
        "Cyrillic.", locale: "ru-RU",
        .segment(source: "The SensorHub class reads it.", target: "Его читает класс ⟦сенсорхуб⟧.")),
      Example(
        "Katakana.", locale: "ja-JP",
        .segment(
          source: "Use the SensorReader class.", target: "⟦センサーリーダー⟧ クラスを使います。")),
      Example(
        "Letter for letter, as nobody would say it.", locale: "ru-RU",
        .segment(source: "The TimeStore is full.", target: "⟦Тиместоре⟧ заполнен.")),
      Example(
        "One that begins with two letters of which one is said.", locale: "ru-RU",
        .segment(source: "The WriteOnceLog class", target: "Класс ⟦вритеонцелог⟧")),
      Example(
        "The longer of two names that sound alike.", locale: "ru-RU",
        .segment(
          source: "Rating has an AddRating step.", target: "У рейтинга есть шаг ⟦аддратинг⟧.")),
      Example(
        "Arabic.", locale: "ar-SA",
        .segment(source: "the LockState property", target: "الخاصية ⟦لوكستاتي⟧")),
    ],
    passes: [
      Example(
        "It stays.", locale: "ru-RU",
        .segment(source: "SensorHub reads sensors.", target: "SensorHub читает сенсоры.")),
      Example(
        "A word that is translated.", locale: "ru-RU",
        .segment(source: "SensorHub reads it.", target: "Его читает центр датчиков.")),
      Example(
        "Words that the language has borrowed.", locale: "ru-RU",
        .segment(source: "A SmartPhone or a CheckBox", target: "Смартфон или чекбокс")),
      Example(
        "Katakana has a word for it.", locale: "ja-JP",
        .segment(source: "Use SensorReader here.", target: "ここでセンサーリーダーを使います。")),
      Example(
        "A part of it stays.", locale: "ru-RU",
        .segment(source: "Set SensorModeID.", target: "Задайте сенсормоде ID.")),
      Example(
        "Another word of the source sounds so.", locale: "ru-RU",
        .segment(source: "a Sensor and ASensors", target: "сенсорс")),
      Example(
        "A word of few consonants.", locale: "ru-RU",
        .segment(source: "Use iPad there.", target: "Используйте там айпад.")),
    ])

  let needs: SegmentTraits = .sourceJoint

  func check(
    _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
  ) {
    let lost = shared.lostNames(segment)
    if lost.isEmpty { return }
    var words: [SpeltWord]?
    var budget = SearchBudget(segment)
    var told: Set<[UInt8]> = []
    var taken: Set<Int> = []
    for range in lost {
      var parts = NameParts(segment.source.prose.extracting(range))
      while let part = parts.next() {
        let place = range.lowerBound + part.lowerBound..<range.lowerBound + part.upperBound
        let name = segment.source[place]
        guard name.count <= 60, name.prose.isCamelCase, told.insert(Array(name.bytes)).inserted,
          budget.allows(segment.target), !segment.target.bytes.containsIgnoringCase(name.bytes)
        else { continue }
        let all = words ?? SpeltWord.all(in: segment.target.prose)
        words = all
        if all.isEmpty { return }
        guard budget.allows(all.count * 64),
          let found = SpeltWord.best(for: name.prose, in: all, taken),
          Self.isProven(place, by: all[found.index], segment),
          Self.isBest(place, found.distance, for: all[found.index], segment, &budget)
        else { continue }
        taken.insert(found.index)
        self.report(name, all[found.index], isWhole: found.distance == 0, segment, &report)
      }
    }
  }

  private func report(
    _ name: borrowing Text, _ word: SpeltWord, isWhole: Bool, _ segment: borrowing Segment,
    _ report: inout Findings
  ) {
    let wrong = segment.target[word.range]
    let isCertain = isWhole && segment.target.prose.isUnbroken(word.range)
    report(
      wrong, Self.spelt, name.string, wrong.string, related: Finding.Related(name.range),
      fix: Fix(
        isCertain ? .safe : .suggested, "Write the name as the source does.",
        [.copy(name, over: wrong.range)]))
  }

  /// Whether a word that sounds like a name is no word of the language: a name of ordinary words may be
  /// one there. Katakana has a word for every such name, so there the source must say that it is code.
  private static func isProven(
    _ name: Range<Int>, by word: SpeltWord, _ segment: borrowing Segment
  ) -> Bool {
    let (source, target) = (segment.source.prose, segment.target.prose)
    if target.hasPart(of: source.extracting(name), beside: word.range) { return false }
    if CodeNouns.stand(beside: name, in: source) { return true }
    guard word.script != .kana else { return false }
    let text = source.extracting(name)
    return !text[0].isUppercase || !EnglishWords.isBorrowed(text) || word.spells(text, in: target)
  }

  /// Whether no other word of the source says a word of the target better.
  private static func isBest(
    _ name: Range<Int>, _ distance: Int, for word: SpeltWord, _ segment: borrowing Segment,
    _ budget: inout SearchBudget
  ) -> Bool {
    if distance == 0 { return true }
    guard budget.allows(segment.source.count * 16) else { return false }
    let source = segment.source.prose
    var index = 0
    while index < source.count {
      guard source[index].isLetter else {
        index += 1
        continue
      }
      let start = index
      while index < source.count, source[index].isLetterOrDigit { index += 1 }
      let isOther = index - start <= 60 && !name.overlaps(start..<index)
      if isOther,
        let other = word.distance(word.script.consonants(of: source.extracting(start..<index))),
        other < distance
      {
        return false
      }
    }
    return true
  }
}

extension Span<UInt8> {
  /// Whether it is two words or more, each with a capital: `SensorHub`, not `iPad` or `APIs`.
  fileprivate var isCamelCase: Bool {
    var humps = 0
    for index in indices {
      guard self[index].isLetterOrDigit else { return false }
      if index > 0, self[index].isUppercase, self[index - 1].isLowercase { humps += 1 }
    }
    return humps >= 1
  }

  /// Whether no letter, digit or hyphen goes on with a word.
  fileprivate func isUnbroken(_ range: Range<Int>) -> Bool {
    let before = range.lowerBound > 0 ? self[range.lowerBound - 1] : 0x20
    let after = range.upperBound < count ? self[range.upperBound] : 0x20
    return ![before, after].contains { $0.isTextLetterOrDigit || $0 == 0x2D || $0 == 0x5F }
  }

  /// Whether the first or last part of a name stands next to a word in Latin letters: `ID` in `активити ID`.
  fileprivate func hasPart(of name: Span<UInt8>, beside word: Range<Int>) -> Bool {
    let humps = EnglishWords.humps(of: name)
    guard humps.count > 1 else { return false }
    let (first, last) = (name.extracting(humps[0]), name.extracting(humps[humps.count - 1]))
    var after = word.upperBound
    if after < count, self[after] == 0x20 { after += 1 }
    if after + last.count <= count,
      extracting(after..<after + last.count).equalsIgnoringCase(last)
    {
      return true
    }
    var before = word.lowerBound
    if before > 0, self[before - 1] == 0x20 { before -= 1 }
    return before >= first.count
      && extracting(before - first.count..<before).equalsIgnoringCase(first)
  }
}
