import LintCore
import LintText

/// A question or an announcement that no longer ends as one.
struct MissingEndPunctuation: Rule {
  private static let missing = Message("missing", "the '{0}' at the end is missing")

  let info = RuleInfo(
    id: "missing-end-punctuation", family: "text",
    finds: "a `?` or `:` at the end of the source that the target has lost.",
    why: """
      Without its question mark a question reads as a claim; without its colon the reader does not \
      see that a list or a command follows. Add the sign as the locale writes it.
      """,
    precision: """
      Of 55 findings on real pages, 51 were true: most are announcements that end with a full stop, \
      which some teams allow.
      """,
    severity: .note, profile: .strict, profiles: [.messages: .strict], issueType: .typographical,
    messages: [missing],
    fails: [
      Example(
        "A question.",
        .segment(source: "Is the hub ready?", target: "L'hub è ⟦pronto⟧")),
      Example(
        "An announcement.",
        .segment(source: "Run this command:", target: "Esegui questo ⟦comando.⟧")),
    ],
    passes: [
      Example("It is there.", .segment(source: "Ready?", target: "Pronto?")),
      Example(
        "The locale's own sign.", locale: "el-GR", .segment(source: "Ready?", target: "Έτοιμο;")),
      Example("A wide one.", locale: "ja-JP", .segment(source: "Ready?", target: "準備完了？")),
      Example(
        "Japanese ends an announcement as a sentence.", locale: "ja-JP",
        .segment(source: "Run this:", target: "次を実行します。")),
      Example("Markup follows it.", .segment(source: "**Note:**", target: "**Nota**:")),
      Example(
        "Korean ends an announcement as a sentence, too.", locale: "ko-KR",
        .segment(source: "Run this:", target: "다음을 실행합니다.")),
      Example(
        "Japanese asks with a particle.", locale: "ja-JP",
        .segment(source: "Nice weather, isn't it?", target: "いい天気ですね。")),
      Example(
        "Armenian has its question mark within the word.", locale: "hy-AM",
        .segment(
          source: "Is the hub ready to be used?", target: "Պատրա՞ստ է հանգույցը օգտագործման։")),
      Example(
        "An Armenian colon.", locale: "hy-AM",
        .segment(source: "Run this:", target: "Գործարկեք սա՝")),
      Example(
        "An Ethiopic colon.", locale: "am-ET", .segment(source: "Run this:", target: "ይህን አስኪድ፦")),
      Example(
        "An Ethiopic question mark.", locale: "am-ET", .segment(source: "Ready?", target: "ዝግጁ፧")),
      Example("Burmese.", locale: "my-MM", .segment(source: "Ready?", target: "အဆင်သင့်လား။")),
      Example(
        "One character for two marks.", locale: "zh-CN",
        .segment(source: "Ready?", target: "准备好了⁉")),
      Example(
        "Both end with the same code, before which the colon stands.",
        .segment(
          source: "Example: `open-the-lid-of-the-hive-in-the-east`",
          target: "Esempio: `open-the-lid-of-the-hive-in-the-east`")),
      Example(
        "Both end with the same address.",
        .segment(
          source: "Download: <https://hive.example/lids/east>",
          target: "Scarica: <https://hive.example/lids/east>")),
      Example(
        "An option of a command.",
        .segment(source: "Type **hive /?**", target: "Digitare **hive /?** nel pannello dell'arnia")
      ),
      Example("Thai has none.", locale: "th-TH", .segment(source: "Ready?", target: "พร้อมหรือยัง")),
    ])

  /// The marks of questions: of Latin, full and other widths, Arabic, Greek, Armenian, Ethiopic, Vai,
  /// Chinese and Korean particles with a full stop, and the full stop of Burmese.
  private static let question: [StaticString] = [
    "?", "？", "﹖", "︖", "⁇", "⁈", "⁉", "‽", "⸮", "؟", ";", "\u{37E}", "՞", "፧", "꘏", "吗。", "嗎。",
    "吗｡", "까.", "까．", "။",
  ]
  /// The marks of announcements: of Latin and other widths, Khmer, Armenian, Ethiopic, Mongolian, and the
  /// full stops of Chinese, Japanese and Burmese, which end an announcement as any sentence.
  private static let colon: [StaticString] = [
    ":", "：", "﹕", "︓", "︰", "∶", "。", "｡", "，", "、", "…", "៖", "՝", "։", "፦", "፥", "፡", "᠄", "။",
  ]
  /// Bytes at the end of a target in which a sign may stand: the order of words and markup move it.
  private static let tail = 24

  /// Languages whose sentences end without a sign.
  private static let withoutSigns: Set<String> = ["km", "lo", "th"]

  func check(on kind: PageKind) -> Check? {
    let language = kind.language
    guard !Self.withoutSigns.contains(language) else { return nil }
    return .segments(
      .always,
      SegmentLook(
        // A particle makes a Japanese question, or no more than the order of its words.
        asksWithoutSign: language == "ja", announcesWithFullStop: language == "ko",
        marksWithinWords: language == "hy"))
  }

  private struct SegmentLook: SegmentCheck {
    let asksWithoutSign: Bool
    let announcesWithFullStop: Bool
    /// Whether the mark of a question stands in the word that is asked about.
    let marksWithinWords: Bool

    func check(
      _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
    ) {
      guard let last = MissingEndPunctuation.lastSign(segment.source.prose),
        last == 0x3F || last == 0x3A, !segment.target.isBlank
      else { return }
      let isQuestion = last == 0x3F
      guard !(isQuestion && asksWithoutSign) else { return }
      let prose = segment.target.prose
      let tail = prose.extracting(
        (marksWithinWords ? 0 : MissingEndPunctuation.startOfTail(prose))..<prose.count)
      for sign in isQuestion ? MissingEndPunctuation.question : MissingEndPunctuation.colon {
        if tail.contains(sign) { return }
      }
      if !isQuestion, announcesWithFullStop, tail.contains(".") || tail.contains("．") { return }
      let word = MissingEndPunctuation.lastWord(prose)
      report(segment.target[word], MissingEndPunctuation.missing, isQuestion ? "?" : ":")
    }
  }

  /// Where the bytes begin that a reader sees at the end: code, markup and addresses don't count.
  private static func startOfTail(_ prose: Span<UInt8>) -> Int {
    var index = prose.count
    var rest = tail
    while index > 0, rest > 0 {
      index -= 1
      if prose[index] != UInt8.blank { rest -= 1 }
    }
    return index
  }

  /// The last byte that a reader sees: neither white space, markup nor `*`.
  private static func lastSign(_ prose: Span<UInt8>) -> UInt8? {
    var end = prose.count
    while end > 0, prose[end - 1].isGap || prose[end - 1] == 0x2A { end -= 1 }
    // `/?` is an option.
    guard end > 0, end < 2 || prose[end - 2] != 0x2F else { return nil }
    return prose[end - 1]
  }

  private static func lastWord(_ prose: Span<UInt8>) -> Range<Int> {
    var end = prose.count
    while end > 0, prose[end - 1].isGap { end -= 1 }
    var start = end
    while start > 0, !prose[start - 1].isGap { start -= 1 }
    return start..<end
  }
}
