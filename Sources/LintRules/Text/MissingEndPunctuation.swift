import LintCore
import LintText

/// A question or an announcement that no longer ends as one.
struct MissingEndPunctuation: Rule, SegmentCheck {
  private static let missing = Message("missing", "the '{0}' at the end is missing")

  let info = RuleInfo(
    id: "missing-end-punctuation", family: "text",
    finds: "a `?` or `:` at the end of the source that the target has lost.",
    why: """
      Without its question mark a question reads as a claim; without its colon the reader does not \
      see that a list or a command follows. Add the sign as the locale writes it.
      """,
    severity: .note, profile: .strict, issueType: .typographical, messages: [missing],
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
      Example("Thai has none.", locale: "th-TH", .segment(source: "Ready?", target: "พร้อมหรือยัง")),
    ])

  private static let question: [StaticString] = [
    "?", "？", "؟", ";", "\u{37E}", "՞", "か。", "吗。", "嗎。", "까.",
  ]
  private static let colon: [StaticString] = [":", "：", "。", "៖", "，", "…"]

  /// Languages whose sentences end without a sign.
  private static let withoutSigns: Set<String> = ["km", "lo", "th"]

  func check(on kind: PageKind) -> Check? {
    Self.withoutSigns.contains(kind.language) ? nil : .segments(.always, self)
  }

  func check(
    _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
  ) {
    guard let last = Self.lastSign(segment.source.prose), last == 0x3F || last == 0x3A,
      !segment.target.isBlank
    else { return }
    let signs = last == 0x3F ? Self.question : Self.colon
    // It may stand anywhere in the last 24 bytes: word order and markup move it.
    let prose = segment.target.prose
    let tail = prose.extracting(max(0, prose.count - 24)..<prose.count)
    for sign in signs where tail.contains(sign) { return }
    let word = Self.lastWord(prose)
    report(segment.target[word], Self.missing, last == 0x3F ? "?" : ":")
  }

  /// The last byte that a reader sees: neither white space, markup nor `*`.
  private static func lastSign(_ prose: Span<UInt8>) -> UInt8? {
    var end = prose.count
    while end > 0, prose[end - 1].isGap || prose[end - 1] == 0x2A { end -= 1 }
    return end > 0 ? prose[end - 1] : nil
  }

  private static func lastWord(_ prose: Span<UInt8>) -> Range<Int> {
    var end = prose.count
    while end > 0, prose[end - 1].isGap { end -= 1 }
    var start = end
    while start > 0, !prose[start - 1].isGap { start -= 1 }
    return start..<end
  }
}
