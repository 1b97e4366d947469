import BuiltInRules
import LintCore
import LintText

/// A number that the translation lost or altered.
struct ChangedNumber: Rule {
  private static let lost = Message("lost", "the number '{0}' is missing")
  private static let changed = Message("changed", "the number '{0}' became '{1}'")

  let info = RuleInfo(
    id: "changed-number", family: "text",
    finds: "a number of two or more digits in the source that is not in the target.",
    why: """
      Limits, ports and delays that are wrong make the reader do the wrong thing, and nothing looks \
      odd about them. Compare the number with the source. Separators, other digits and number words \
      are no faults, nor are inches that became millimetres; dates, years in names and numbers inside \
      words are not looked at. A cell of a table that is a number counts with one digit, too.
      """,
    precision: """
      Of 8 findings on real pages, all that there were, 5 were true, 1 was doubtful, and 2 were fair \
      paraphrases: too few to be on by default.
      """,
    severity: .warning, profile: .strict, profiles: [.messages: .default], issueType: .numbers,
    messages: [lost, changed],
    fails: [
      Example(
        "Another number.",
        .segment(source: "Wait 15 seconds.", target: "Attendi ⟦5⟧ secondi.")),
      Example(
        "A number that could be a word, and is not.",
        .segment(source: "After 90 days", target: "⟦Dopo giorni⟧")),
      Example(
        "It is gone.",
        .segment(source: "Up to 250 hives", target: "⟦Molti alveari⟧")),
      Example(
        "In emphasis, beside a sign, with a unit or in a version.",
        .body(
          """
          {{pair:103|It answers *201 Opened*.|Risponde *⟦204⟧ aperto*.}}
          {{pair:104|A lid of 640 x 480|Un coperchio di ⟦643⟧ x 480}}
          {{pair:105|More than 57,000+ bees|Oltre ⟦5.700⟧ api}}
          {{pair:106|Turn it 180°.|Giralo di ⟦360⟧°.}}
          {{pair:107|Wait 15s.|Attendi ⟦150⟧s.}}
          {{pair:108|Set it to 0.5.|Impostalo su ⟦0,05⟧.}}
          {{pair:109|Build 10.0.17763|Build ⟦10.0.17673⟧}}
          {{pair:110|See KB4012345.|Vedi KB⟦4012354⟧.}}

          """)),
      Example(
        "A cell that is a number.", locale: "ja-JP",
        .segment(source: "2", target: "⟦両面⟧")),
      Example(
        "Groups that the comma of lists parts.", locale: "ja-JP",
        .segment(source: "2,147,483,647 bees", target: "⟦2、147、483、647 匹⟧")),
    ],
    passes: [
      Example("The same.", .segment(source: "Wait 15 seconds.", target: "Attendi 15 secondi.")),
      Example(
        "The locale's separators.",
        .segment(source: "1,250.5 grams", target: "1.250,5 grammi")),
      Example("A number word.", .segment(source: "90 hives", target: "novanta alveari")),
      Example(
        "A number word with ones.", locale: "nl-NL",
        .segment(source: "Wait 21 days.", target: "Wacht eenentwintig dagen.")),
      Example(
        "An Arabic number word with its article.", locale: "ar-SA",
        .segment(source: "in the next 90 days", target: "خلال الأيام التسعين القادمة")),
      Example("A date.", .segment(source: "On June 17, 2021", target: "Il diciassette giugno")),
      Example(
        "Round the clock.", .segment(source: "24x7 support, 24/7", target: "assistenza continua")),
      Example(
        "Other digits.", locale: "ar-SA",
        .segment(source: "Wait 15 seconds.", target: "انتظر ١٥ ثانية.")),
      Example(
        "Ten thousands.", locale: "ja-JP",
        .segment(source: "100000 hives", target: "10万個の巣箱")),
      Example("A part of a name.", .segment(source: "The X-25 lamp", target: "La spia")),
      Example(
        "Another unit.", .segment(source: "It is 0.1 inch wide.", target: "È largo 2,54 mm.")),
      Example(
        "A word for the zeros.", locale: "de-DE",
        .segment(source: "1,300,000 bees, or 1.5 million", target: "1,3 Millionen Bienen, 1500000")),
      Example(
        "A year in a name.", .segment(source: "Use Hive Studio 2019.", target: "Usa Hive Studio.")),
      Example(
        "A backslash before the separator.",
        .segment(source: "In 2.1 it opens.", target: "2\\.1 lo apre.")),
      Example("A decimal that is whole.", .segment(source: "2.0 grams", target: "2 grammi")),
    ])

  /// How a language writes numbers as words: `Rules/tables/number-words.yml`.
  private static func numberWords(of language: String) -> [Int: [[UInt8]]]? {
    let table = BuiltInRules.numberWords.first { $0.language == language }
    return table.map { table in
      Dictionary(
        table.words.map { number, beginnings in
          (number, beginnings.utf8.split(separator: 0x20).map { Array($0) })
        }, uniquingKeysWith: { _, last in last })
    }
  }

  func check(on kind: PageKind) -> Check? {
    .segments(.sourceDigit, SegmentLook(words: Self.numberWords(of: kind.language)))
  }

  private struct SegmentLook: SegmentCheck {
    let words: [Int: [[UInt8]]]?

    func check(
      _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
    ) {
      ChangedNumber.check(segment, words, &report)
    }
  }

  private static func check(
    _ segment: borrowing Segment, _ words: [Int: [[UInt8]]]?, _ report: inout Findings
  ) {
    guard !segment.target.isBlank else { return }
    let source = segment.source
    // The numbers of the target, once one is looked for.
    var targets: NumbersOfText?
    var lost: [SourceNumber] = []
    var budget = SearchBudget(segment)
    var known: Remembered<Bool> = Remembered()
    let cell = source.bytes.trimmedRange
    var index = 0
    while let number = SourceNumber(source, from: index) {
      index = number.range.upperBound
      let isCell = number.range == cell
      let count = number.digits.count
      guard count <= 12, isCell || (number.isKept && count >= 2) else { continue }
      let found = targets ?? NumbersOfText(segment.target.bytes)
      targets = found
      if found.has(number.digits)
        || (number.zeros > 0 && found.has(number.digits.dropping(number.zeros)))
      {
        continue
      }
      let isThere = known.value(of: source.prose.extracting(number.range)) {
        !budget.allows(segment.target)
          || Self.isWritten(
            Self.digits(of: source.prose.extracting(number.range)), words, in: segment.target,
            isCell: isCell)
      }
      if !isThere { lost.append(number) }
    }
    guard let targets, !lost.isEmpty, !hasDate(source.prose) else { return }
    Self.report(lost, targets, segment, &report)
  }

  private static func digits(of number: Span<UInt8>) -> [UInt8] {
    var digits: [UInt8] = []
    for index in number.indices where number[index].isDigit { digits.append(number[index]) }
    return digits
  }

  private static func report(
    _ lost: [SourceNumber], _ targets: NumbersOfText, _ segment: borrowing Segment,
    _ report: inout Findings
  ) {
    // What the target has instead: where one is lost, the only number that the source lacks.
    var wrong: Range<Int>?
    if lost.count == 1 {
      let sources = NumbersOfText(segment.source.bytes)
      let others = targets.runs.filter { !sources.has($0.digits) }
      if others.count == 1 { wrong = others[0].range }
    }
    for number in lost {
      let right = segment.source[number.range]
      if let wrong {
        let wrong = segment.target[wrong]
        report(
          wrong, changed, right.string, wrong.string, related: Finding.Related(right.range))
      } else if number.kind != .yearOfName {
        report(
          segment.target.trimmed, Self.lost, right.string, related: Finding.Related(right.range))
      }
    }
  }

  /// Whether a target writes a number with words or other signs.
  private static func isWritten(
    _ digits: [UInt8], _ words: [Int: [[UInt8]]]?, in target: borrowing Text, isCell: Bool
  ) -> Bool {
    if isCell, words == nil || digits.count == 1 {
      // Nobody writes out a cell of a table that is a number, but some have signs of their own for it.
      return hasNumeral(target.bytes)
        || words.map { isWord(digits, $0, in: target.prose) } == true
    }
    return isWord(digits, words, in: target.prose) || isScaled(digits, in: target.prose)
  }

  /// Whether there is a Chinese numeral or another sign that is a number.
  private static func hasNumeral(_ bytes: Span<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      let (value, length) = bytes.scalar(at: index)
      if value >= 0x80, Unicode.Scalar(value)?.properties.numericType != nil { return true }
      index += length
    }
    return false
  }

  /// Whether the target writes the number as a word, or may, for all that is known of its language.
  private static func isWord(
    _ digits: [UInt8], _ words: [Int: [[UInt8]]]?, in prose: Span<UInt8>
  ) -> Bool {
    let value = digits.reduce(0) { $0 * 10 + Int($1 & 0x0F) }
    // Translations of "24 hours a day" often have no number.
    if value == 24 { return true }
    guard let words else { return value <= 12 || value == 1000 || value <= 100 && value % 10 == 0 }
    // `eenentwintig` and `thirty-four` hold the word of their tens.
    guard let beginnings = words[value] ?? (13..<100 ~= value ? words[value / 10 * 10] : nil)
    else { return false }
    return beginnings.contains { prose.containsIgnoringCase($0.span) }
  }

  /// A month's name, or numbers between slashes: dates are written anew in each locale.
  private static func hasDate(_ prose: Span<UInt8>) -> Bool {
    var tokens = Tokens(prose)
    while let token = tokens.next() {
      let word = prose.extracting(token)
      if word.count >= 3, word[0].isUppercase, isMonth(word) { return true }
      if word[0].isDigit, word.contains(where: { $0 == 0x2F || $0 == 0x3A }) { return true }
    }
    return false
  }

  private static func isMonth(_ word: Span<UInt8>) -> Bool {
    for month in [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec",
      "January", "February", "March", "April", "June", "July", "August", "September", "October",
      "November", "December", "FY", "CY", "AM", "PM", "GMT", "UTC",
    ] as [StaticString] where word.equalsIgnoringCase(month) {
      return true
    }
    return false
  }

  /// Whether a large round number is written with a word for its zeros.
  private static func isScaled(_ digits: [UInt8], in prose: Span<UInt8>) -> Bool {
    let zeros = digits.reversed().prefix { $0 == 0x30 }.count
    guard digits.count > 3, zeros >= 3 else { return false }
    for word in [
      "万", "萬", "億", "亿", "千", "만", "천", "억", "พัน", "หมื่น", "แสน", "ล้าน", "тыс", "млн", "mil", "Mio",
      "mio", "tys", "tis", "ألف",
      "אלף", "bin ", "ezer", "tusen", "duizend", "tausend", "Mil", "Tausend", "milj", "mln", "млрд",
      "مليون", "מיליון", "लाख", "करोड़", "백만",
    ] as [StaticString] where prose.contains(word) {
      return true
    }
    return false
  }
}
