import LintCore
import LintText

/// A name of a program that was spelt in the letters of the target's script.
struct TransliteratedName: Rule {
  fileprivate static let spelt = Message("spelt", "the name '{0}' became '{1}'")

  let info = RuleInfo(
    id: "transliterated-name", family: "markup",
    finds:
      "a name such as `SensorHub` that the target spells in Cyrillic or Arabic letters, or in Katakana.",
    why: """
      Such a name is typed and searched for; nobody finds it in other letters. The target lacks it, and a \
      word there has the same consonants. Write the name as the source does; names that are code \
      should stand in code, where translation leaves them alone. `--fix` does so where the whole name \
      stands in one word and is no company's, which may write itself so: it has three words or an \
      abbreviation, is called a class or the like, is made of words of the page, or stands in code there. \
      A word of two capitals or in quotes counts only where one of these is so. Words that languages have borrowed, such as `CheckBox`, are found where the \
      source calls them a class, a method or the like, or the target has them letter for letter; in \
      Katakana, which has a word for every name of two words, this is so for all names.
      """,
    precision:
      "Of 504 different findings read on real pages, in Cyrillic and Arabic, 502 were true.",
    severity: .warning, profiles: [.messages: .strict], issueType: .inconsistentEntities,
    fixable: .safe, messages: [spelt],
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
        "A word with a capital, of words that the page has.", locale: "ru-RU",
        .body(
          "{{pair:103|The HiveSensor fails.|Сбой ⟦Хивесенсор⟧.}} {{pair:104|a hive, a sensor|улей, датчик}}\n"
        )),
      Example(
        "A word with a capital, which the page has in code.", locale: "ru-RU",
        .body(
          "{{pair:103|The LanternPanel fails.|Сбой ⟦Лантернпанел⟧.}} {{pair:104|`LanternPanel`|`LanternPanel`}}\n"
        )),
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
        "A company that writes itself in these letters.", locale: "ru-RU",
        .segment(
          source: "MedoPasek and VoskTaxi use it.",
          target: "Его используют «Медопасек» и ВоскТакси.")),
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

  func check(on kind: PageKind) -> Check? {
    guard kind.language.isEmpty || Self.languages.contains(kind.language) else { return nil }
    return .sum(.sourceJoint) { _ in SpeltNames() }
  }

  /// Those that are written in Cyrillic, Arabic letters or Kana, if not always.
  private static let languages: Set<String> = [
    "ab", "ar", "av", "az", "ba", "be", "bg", "bs", "ce", "ckb", "cnr", "cv", "fa", "ja", "kk",
    "ks", "ku", "ky", "mk",
    "mn", "ms", "os", "pa", "prs", "ps", "ru", "sah", "sd", "sh", "sr", "tg", "tk", "tt", "ug",
    "uk", "ur", "uz",
  ]

  /// The spelt names of one page.
  private final class SpeltNames: PageSum {
    /// What may be the name of a company that writes itself so, until the page shows that it is code.
    private var open: [Spelt] = []
    /// How many names a page is searched for, whether they are code there.
    private static let mostNames = 16

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
            TransliteratedName.isProven(place, by: all[found.index], segment),
            TransliteratedName.isBest(
              place, found.distance, for: all[found.index], segment, &budget)
          else { continue }
          taken.insert(found.index)
          add(place, all[found.index], isWhole: found.distance == 0, segment, shared, &report)
        }
      }
    }

    private func add(
      _ name: Range<Int>, _ word: SpeltWord, isWhole: Bool, _ segment: borrowing Segment,
      _ shared: borrowing SharedWork, _ report: inout Findings
    ) {
      if shared.hasTold(word.range) { return }
      let spelt = Spelt(
        name: segment.source[name].range, word: segment.target[word.range].range,
        isProper: TransliteratedName.isProper(word, segment.target.prose),
        isCertain: isWhole && segment.target.prose.isUnbroken(word.range))
      if TransliteratedName.isCode(name, as: word, segment) {
        report.report(spelt, segment.source[name], segment.target[word.range])
      } else {
        open.append(spelt)
      }
    }

    func finish(_ document: borrowing Document, _ report: inout Findings) {
      if open.isEmpty { return }
      var known: [[UInt8]: Bool] = [:]
      for spelt in open {
        let name = document.text(spelt.name)
        let key = Array(name.bytes)
        if known[key] == nil, known.count < Self.mostNames {
          known[key] =
            document.hasAsCode(name) || PageWords.make(name.bytes, document.bytes.span)
        }
        var spelt = spelt
        if known[key] != true {
          guard !spelt.isProper else { continue }
          spelt.isCertain = false
        }
        report.report(spelt, name, document.text(spelt.word))
      }
    }
  }

  /// A name and the word that it became.
  fileprivate struct Spelt {
    let name: ByteRange
    let word: ByteRange
    /// Whether the word is written as a name: in quotes, or with a capital in it.
    let isProper: Bool
    /// Whether the word is the name and nothing else.
    var isCertain: Bool
  }

  /// Whether a name that became a word can't be that of a company or a service, which languages write in their own
  /// letters, and whose own these may be: one of two words, with a capital in both halves, that is written as it is
  /// said.
  private static func isCode(
    _ range: Range<Int>, as word: SpeltWord, _ segment: borrowing Segment
  ) -> Bool {
    let (source, target) = (segment.source.prose, segment.target.prose)
    if CodeNouns.stand(beside: range, in: source) { return true }
    let name = source.extracting(range)
    let humps = EnglishWords.humps(of: name)
    if !name[0].isUppercase || humps.count > 2 { return true }
    if word.script == .cyrillic, !target.scalar(at: word.range.lowerBound).value.isCyrillicCapital {
      return true
    }
    return CodeNouns.has(name.extracting(humps[humps.count - 1])) || word.spells(name, in: target)
      || humps.contains { EnglishWords.isTechnical(name.extracting($0)) }
  }

  /// Whether a word is written as companies write their names: in quotes, or with a capital in it.
  private static func isProper(_ word: SpeltWord, _ target: Span<UInt8>) -> Bool {
    let (start, end) = (word.range.lowerBound, word.range.upperBound)
    if start > 0,
      target[start - 1] == 0x22 || target.has("«", at: start - 2)
        || target.has("\u{201E}", at: start - 3) || target.has("\u{201C}", at: start - 3)
    {
      return true
    }
    guard word.script == .cyrillic else { return false }
    var index = start + target.scalar(at: start).length
    while index < end {
      let (letter, length) = target.scalar(at: index)
      if letter.isCyrillicCapital { return true }
      index += length
    }
    return false
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

extension Findings {
  fileprivate mutating func report(
    _ spelt: TransliteratedName.Spelt, _ name: borrowing Text, _ word: borrowing Text
  ) {
    self(
      word, TransliteratedName.spelt, name.string, word.string,
      related: Finding.Related(name.range),
      fix: Fix(
        spelt.isCertain ? .safe : .suggested, "Write the name as the source does.",
        [.copy(name, over: word.range)]))
  }
}

extension UInt32 {
  fileprivate var isCyrillicCapital: Bool { self < 0x430 || self == 0x490 }
}

extension Span<UInt8> {
  /// Whether it is two words or more, each with a capital: `SensorHub`, not `iPad` or `APIs`.
  var isCamelCase: Bool {
    var humps = 0
    for index in indices {
      guard self[index].isLetterOrDigit else { return false }
      if index > 0, self[index].isUppercase, self[index - 1].isLowercase { humps += 1 }
    }
    return humps >= 1
  }

  /// Whether no letter, digit or hyphen goes on with a word.
  func isUnbroken(_ range: Range<Int>) -> Bool {
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
