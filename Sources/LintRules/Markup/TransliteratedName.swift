import LintCore
import LintText

/// A name of a program that was spelt in the letters of the target's script.
struct TransliteratedName: SegmentRule {
  private static let spelt = Message("spelt", "the name '{0}' became '{1}'")

  let info = RuleInfo(
    id: "transliterated-name", family: "markup",
    finds:
      "a name such as `SensorHub` that the target spells in Cyrillic, Katakana or Arabic letters.",
    why: """
      Such a name is typed and searched for; nobody finds it in other letters. The target lacks it, and a \
      word there has the same consonants. Write the name as the source does; names that are code \
      should stand in code, where translation leaves them alone. `--fix` does so.
      """,
    precision: "Of 100 findings read on real pages, 99 were true.",
    severity: .warning, issueType: .inconsistentEntities, fixable: .safe, messages: [spelt],
    fails: [
      Example(
        "Cyrillic.", locale: "ru-RU",
        .segment(source: "The SensorHub class reads it.", target: "Его читает класс ⟦сенсорхуб⟧.")),
      Example(
        "Katakana.", locale: "ja-JP",
        .segment(source: "Use SensorReader here.", target: "ここで⟦センサーリーダー⟧を使います。")),
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
        let name = segment.source[
          range.lowerBound + part.lowerBound..<range.lowerBound + part.upperBound]
        guard name.count <= 60, name.prose.isCamelCase, told.insert(Array(name.bytes)).inserted,
          budget.allows(segment.target), !segment.target.bytes.containsIgnoringCase(name.bytes)
        else { continue }
        let all = words ?? SpeltWord.all(in: segment.target.prose)
        words = all
        if all.isEmpty { return }
        guard budget.allows(all.count * 64),
          let found = SpeltWord.index(of: name.prose, in: all, taken)
        else { continue }
        taken.insert(found)
        let wrong = segment.target[all[found].range]
        report(
          wrong, Self.spelt, name.string, wrong.string, related: Finding.Related(name.range),
          fix: Fix(.safe, "Write the name as the source does.", [.copy(name, over: wrong.range)]))
      }
    }
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
}
