import BuiltInRules
import LintCore
import LintText
import LintYAML

/// A number that the translation lost or altered.
struct ChangedNumber: Rule {
  private static let lost = Message("lost", "the number '{0}' is missing")

  let info = RuleInfo(
    id: "changed-number", family: "text",
    finds:
      "a number of two or more digits that stands alone in the source and is not in the target.",
    why: """
      Limits, ports and delays that are wrong make the reader do the wrong thing, and nothing looks \
      odd about them. Compare the number with the source. Separators, other digits and number words \
      are no faults; dates, versions and numbers inside names are not looked at.
      """,
    precision: """
      1 finding in 111,504 real segments, a fair paraphrase of "100%": too few to be on by default.
      """,
    severity: .warning, profile: .strict, issueType: .numbers, messages: [lost],
    fails: [
      Example(
        "Another number.",
        .segment(source: "Wait 15 seconds.", target: "⟦Attendi 5 secondi.⟧")),
      Example(
        "A number that could be a word, and is not.",
        .segment(source: "After 90 days", target: "⟦Dopo giorni⟧")),
      Example(
        "It is gone.",
        .segment(source: "Up to 250 hives", target: "⟦Molti alveari⟧")),
    ],
    passes: [
      Example("The same.", .segment(source: "Wait 15 seconds.", target: "Attendi 15 secondi.")),
      Example(
        "The locale's separators.",
        .segment(source: "1,250.5 grams", target: "1.250,5 grammi")),
      Example("A number word.", .segment(source: "90 hives", target: "novanta alveari")),
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
      Example("A decimal that is whole.", .segment(source: "2.0 grams", target: "2 grammi")),
    ])

  /// How languages write numbers as words: `Rules/tables/number-words.yml`.
  private static let numberWords: [String: [Int: [[UInt8]]]] = {
    let table = BuiltInRules.contents(of: "tables/number-words.yml").flatMap { try? YAMLNode($0) }
    var words: [String: [Int: [[UInt8]]]] = [:]
    if case .mapping(let languages)? = table?.value {
      for (language, numbers) in languages {
        guard let language = language.string, case .mapping(let entries) = numbers.value else {
          continue
        }
        for (number, beginnings) in entries {
          words[language, default: [:]][Int(number.string ?? "") ?? 0] =
            (beginnings.string ?? "").utf8.split(separator: 0x20).map { Array($0) }
        }
      }
    }
    return words
  }()

  func check(on kind: PageKind) -> Check? {
    .segments(.sourceDigit, SegmentLook(words: Self.numberWords[kind.language]))
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
    let source = segment.source.prose
    var budget = SearchBudget(segment)
    // Whether the source has a date, and whether equal numbers are lost: each is found once.
    var hasDate: Bool?
    var known: Remembered<Bool> = Remembered()
    var index = 0
    while let number = Self.number(source, from: index) {
      index = number.range.upperBound
      guard number.isAlone, number.digits.count >= 2, number.digits.count <= 12,
        known.value(
          of: number.digits.span,
          {
            budget.allows(segment.target)
              && isLost(number.digits, words, in: segment.target)
          })
      else { continue }
      let isDated = hasDate ?? Self.hasDate(source)
      hasDate = isDated
      guard !isDated else { return }
      report(
        segment.target.trimmed, Self.lost, segment.source[number.range].string,
        related: Finding.Related(segment.source[number.range].range))
    }
  }

  /// Whether a target has the number in no form.
  private static func isLost(
    _ digits: [UInt8], _ words: [Int: [[UInt8]]]?, in target: borrowing Text
  ) -> Bool {
    !Self.hasDigits(digits, in: target.bytes) && !target.isBlank
      && !isWord(digits, words, in: target.prose) && !Self.isScaled(digits, in: target.prose)
  }

  /// Whether the target writes the number as a word, or may, for all that is known of its language.
  private static func isWord(
    _ digits: [UInt8], _ words: [Int: [[UInt8]]]?, in prose: Span<UInt8>
  ) -> Bool {
    let value = digits.reduce(0) { $0 * 10 + Int($1 & 0x0F) }
    // Translations of "24 hours a day" often have no number.
    if value == 24 { return true }
    guard let words else { return value <= 12 || value == 1000 || value <= 100 && value % 10 == 0 }
    guard let beginnings = words[value] else { return false }
    return beginnings.contains { prose.containsIgnoringCase($0.span) }
  }

  private struct Number {
    let range: Range<Int>
    /// Without separators and without a fraction that is zero.
    let digits: [UInt8]
    /// Whether it is no part of a name, version, date or time.
    let isAlone: Bool
  }

  /// The next number at or after `start`: a run of digits with separators between them.
  private static func number(_ prose: Span<UInt8>, from start: Int) -> Number? {
    guard let lower = prose.firstIndex(in: 0x30...0x39, from: start) else { return nil }
    var upper = lower
    var digits: [UInt8] = []
    var fraction = 0
    var dots = 0
    while upper < prose.count {
      if prose[upper].isDigit {
        digits.append(prose[upper])
        if dots > 0 { fraction += 1 }
        upper += 1
      } else if upper + 1 < prose.count, prose[upper + 1].isDigit,
        prose[upper] == 0x2C || prose[upper] == 0x2E
      {
        if prose[upper] == 0x2E { dots += 1 }
        upper += 1
      } else {
        break
      }
    }
    if dots == 1, digits.suffix(fraction).allSatisfy({ $0 == 0x30 }) { digits.removeLast(fraction) }
    let isAlone =
      dots <= 1 && isBoundary(prose, before: lower) && isBoundary(prose, after: upper)
    return Number(range: lower..<upper, digits: digits, isAlone: isAlone)
  }

  private static func isBoundary(_ prose: Span<UInt8>, before index: Int) -> Bool {
    guard index > 0 else { return true }
    let byte = prose[index - 1]
    return byte.isSpace || byte == 0x28 || byte == 0x22 || byte == 0x24 || byte == 0x3E
  }

  private static func isBoundary(_ prose: Span<UInt8>, after index: Int) -> Bool {
    guard index < prose.count else { return true }
    switch prose[index] {
    case 0x20:
      // `24 x 7`, `10 to the 5th`
      return !prose.has(" x ", at: index) && !prose.has(" X ", at: index)
        && !prose.has(" th ", at: index)
    case 0x09, 0x0A, 0x0D, 0x29, 0x22, 0x25, 0x3B, 0x21, 0x3F: return true
    case 0x2E, 0x2C, 0x3A: return index + 1 == prose.count || prose[index + 1].isSpace
    default: return false
    }
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

  /// Whether the digits stand in a text in this order, with any separators between them, as digits of
  /// any script.
  private static func hasDigits(_ digits: [UInt8], in bytes: Span<UInt8>) -> Bool {
    var start = 0
    while start < bytes.count {
      let (value, length) = digit(bytes, at: start)
      if value == digits[0], follows(digits, bytes, from: start) { return true }
      start += length
    }
    return false
  }

  private static func follows(_ digits: [UInt8], _ bytes: Span<UInt8>, from start: Int) -> Bool {
    var index = start
    var other = 0
    var gap = 0
    while other < digits.count, index < bytes.count {
      let (value, length) = digit(bytes, at: index)
      if let value {
        guard value == digits[other] else { return false }
        other += 1
        gap = 0
      } else {
        gap += length
        // A thousands separator is one character, of three bytes at most.
        if gap > 3 || bytes[index].isLetter { return false }
      }
      index += length
    }
    return other == digits.count
  }

  /// A digit of ASCII, Arabic, Persian, Thai or full width as one of ASCII, and its length.
  private static func digit(_ bytes: Span<UInt8>, at index: Int) -> (UInt8?, Int) {
    if bytes[index] < 0x80 { return (bytes[index].isDigit ? bytes[index] : nil, 1) }
    let (value, length) = bytes.scalar(at: index)
    for zero in [0x660, 0x6F0, 0xE50, 0xFF10, 0x966, 0x9E6] as [UInt32]
    where value >= zero && value < zero + 10 {
      return (UInt8(value - zero) + 0x30, length)
    }
    return (nil, length)
  }

  /// Whether a large round number is written with a word for its zeros.
  private static func isScaled(_ digits: [UInt8], in prose: Span<UInt8>) -> Bool {
    let zeros = digits.reversed().prefix { $0 == 0x30 }.count
    guard digits.count > 3, zeros >= 3 else { return false }
    for word in [
      "万", "萬", "億", "亿", "千", "만", "천", "억", "พัน", "หมื่น", "แสน", "ล้าน", "тыс", "млн", "mil", "Mio",
      "mio", "tys", "tis", "ألف",
      "אלף", "bin ", "ezer", "tusen", "duizend", "tausend",
    ] as [StaticString] where prose.contains(word) {
      return true
    }
    return false
  }
}
