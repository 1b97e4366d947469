import LintCore
import LintText

/// A word with letters of two alphabets that look alike.
struct MixedScriptWord: Rule {
  private static let mixed = Message("mixed", "the word '{0}' mixes '{1}' letters into '{2}'")

  let info = RuleInfo(
    id: "mixed-script-word", family: "characters",
    finds: "a word of Latin letters with Cyrillic or Greek look-alikes in it, or the reverse.",
    why: """
      It looks right and is not: search does not find the word, a command with it fails, a link with \
      it leads elsewhere. The letter was typed with the wrong keyboard. Type the word again.
      """,
    precision: "9 findings in 238,566 real segments, all of them true.",
    severity: .warning, profiles: [.messages: .default], issueType: .characters, messages: [mixed],
    fails: [
      Example(
        "A Cyrillic letter in a name.", locale: "ru-RU",
        .segment(source: "HiveLantern", target: "⟦HiveL\u{430}ntern⟧")),
      Example(
        "A Cyrillic letter at the end, in a language without any.",
        .segment(source: "STUDIO", target: "⟦STUDI\u{41E}⟧")),
      Example(
        "A Latin letter in a Russian word.", locale: "ru-RU",
        .segment(source: "Open the panel", target: "⟦Oткройте⟧ панель")),
    ],
    passes: [
      Example(
        "A hyphen joins two words.", locale: "ru-RU",
        .segment(source: "Web application", target: "Web-приложение")),
      Example(
        "An ending of the language on a name.", locale: "ru-RU",
        .segment(source: "two hubs", target: "два hubа")),
      Example("A unit.", locale: "el-GR", .segment(source: "5 micrometres", target: "5 μm")),
      Example(
        "The source's own.", locale: "ru-RU",
        .segment(source: "Type \u{430}bc", target: "Введите \u{430}bc")),
    ])

  func check(on kind: PageKind) -> Check? {
    .document(Look(hasEndings: Self.otherAlphabets.contains(kind.language)))
  }

  private struct Look: DocumentCheck {
    /// Whether the page's language may put an ending of its own alphabet on a Latin name: `hubа`.
    let hasEndings: Bool

    var isForEachPage: Bool { true }

    func check(_ document: borrowing Document, _ report: inout Findings) {
      MixedScriptWord.check(document, hasEndings: hasEndings, &report)
    }
  }

  private static func check(
    _ document: borrowing Document, hasEndings: Bool, _ report: inout Findings
  ) {
    guard !document.suspects.isEmpty else { return }
    var end = 0
    var sources = SourceSearch()
    for offset in document.suspects where offset >= end {
      guard document.bytes[offset].isTextLetter,
        let index = document.indexOfRecord(at: ByteRange(offset, offset + 1))
      else { continue }
      let target = document.text(document.place(of: document.records[index].target))
      guard target.range.lower <= offset, offset < target.range.upper else { continue }
      let word = Self.word(target.prose, around: offset - target.range.lower)
      end = max(end, target[word].range.upper)
      guard
        let (few, many) = Self.mixture(
          target.prose.extracting(word), hasEndings: hasEndings)
      else { continue }
      if !sources.has(target[word], inSourceOf: index, document) {
        report(target[word], Self.mixed, target[word].string, few, many)
      }
    }
  }

  /// The run of letters that holds an index.
  private static func word(_ prose: Span<UInt8>, around index: Int) -> Range<Int> {
    var lower = index
    while lower > 0, prose[lower - 1].isTextLetter { lower -= 1 }
    var upper = index
    while upper < prose.count, prose[upper].isTextLetter { upper += 1 }
    return lower..<max(upper, index + 1)
  }

  /// The script of the few letters and that of the many, when the few are all look-alikes that stand
  /// before or between letters of the other script.
  ///
  /// - Parameter hasEndings: Whether the page's language may put an ending of its own alphabet on a
  ///   Latin name: `hubа`.
  private static func mixture(_ word: Span<UInt8>, hasEndings: Bool)
    -> (few: String, many: String)?
  {
    var latin = 0
    var other = 0
    var latinAlike = true
    var otherAlike = true
    var lastIsOther = false
    var changes = 0
    var isGreek = false
    var index = 0
    while index < word.count {
      let (value, length) = word.scalar(at: index)
      let isOther = (0x370...0x3FF).contains(value) || (0x400...0x4FF).contains(value)
      let isLatin = word[index].isLetter || (0xC0...0x24F).contains(value)
      guard isOther || isLatin || value == 0x301 else { return nil }
      if value != 0x301 {
        if isOther {
          other += 1
          isGreek = isGreek || value < 0x400
          if !otherLookAlikes.contains(value) { otherAlike = false }
        } else {
          latin += 1
          if !latinLookAlikes.contains(value) { latinAlike = false }
        }
        if index > 0, isOther != lastIsOther { changes += 1 }
        lastIsOther = isOther
      }
      index += length
    }
    guard latin > 0, other > 0 else { return nil }
    let name = isGreek ? "Greek" : "Cyrillic"
    if other < latin, otherAlike, changes > 1 || !lastIsOther || !hasEndings {
      return (name, "Latin")
    }
    if latin < other, latinAlike, changes > 1 || lastIsOther { return ("Latin", name) }
    return nil
  }

  private static let otherAlphabets: Set<String> = [
    "be", "bg", "el", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "uk",
  ]

  private static let otherLookAlikes = LookAlikes("АВЕКМНОРСТУХІЈЅаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧον")
  private static let latinLookAlikes = LookAlikes("ABCEHIJKMNOPSTXYZaceijopsxyv")

  /// Letters up to U+04FF, a bit for each: to hash a letter takes longer than all else that is asked of it.
  private struct LookAlikes {
    private var bits = [UInt64](repeating: 0, count: 0x500 / 64)

    init(_ letters: String) {
      for letter in letters.unicodeScalars where letter.value < 0x500 {
        bits[Int(letter.value) / 64] |= 1 << UInt64(letter.value % 64)
      }
    }

    func contains(_ letter: UInt32) -> Bool {
      letter < 0x500 && bits[Int(letter) / 64] >> UInt64(letter % 64) & 1 != 0
    }
  }
}
