import LintCore
import LintText
import Messages

/// Marks of bold type that the reader sees as asterisks.
struct BrokenEmphasis: SegmentRule {
  private static let broken = Message("broken", "'{0}' neither opens nor closes bold type")

  let info = RuleInfo(
    id: "broken-emphasis", family: "markup",
    finds:
      "`**` that neither opens nor closes bold type by CommonMark's rules, unlike the source's.",
    why: """
      The reader sees asterisks instead of bold type. `**` opens only where no space follows and \
      closes only where none precedes, and beside punctuation it needs a space on its other side: \
      `**a** b`, not `** a**b`. Each opening mark needs a closing one.
      """,
    precision: """
      Of 39 findings read on real pages, 36 were true and three doubtful: their sources are broken, too.
      """,
    severity: .warning, profiles: [.messages: .default], issueType: .markup, messages: [broken],
    fails: [
      Example(
        "A space after the opening mark.",
        .segment(source: "Select **Save**.", target: "Seleziona ⟦**⟧ Salva**.")),
      Example(
        "The closing mark is lost.",
        .segment(source: "Select **Save** now.", target: "Seleziona ⟦**⟧Salva ora.")),
      Example(
        "Punctuation inside, a letter outside.", locale: "ja-JP",
        .segment(source: "Click **\\<x\\>**.", target: "クリックします⟦**⟧\\<x\\>**.")),
    ],
    passes: [
      Example("Bold.", .segment(source: "**Save** it.", target: "**Salva**.")),
      Example("The source has it too.", .segment(source: "2 ** 3", target: "2 ** 3 fa 8")),
      Example("Escaped on both sides.", .segment(source: "\\*\\*x", target: "\\*\\*x")),
      Example("Bold and italic.", .segment(source: "***Save***", target: "***Salva***")),
      Example("A power.", .segment(source: "2 to 3", target: "2 ** 3")),
    ])

  let needs: SegmentTraits = .inlines

  func check(on kind: PageKind) -> Check? {
    kind.holdsMessages ? .markdownMessages(needs, self) : .segments(needs, self)
  }

  func check(
    _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
  ) {
    guard let run = Self.literalRun(segment.target, segment.targetInlines),
      Self.literalRun(segment.source, segment.sourceInlines) == nil
    else { return }
    report(
      run, Self.broken, segment.target[run].string,
      related: Finding.Related(segment.source.range))
  }

  /// The first run of two or more asterisks that is no mark of emphasis; none if it is the only one
  /// and stands between spaces as an operator does.
  static func literalRun(_ text: borrowing Text, _ inlines: Span<Inline>) -> ByteRange? {
    var runs = 0
    var first: ByteRange?
    var isOperator = true
    var index = 0
    while index < inlines.count {
      let inline = inlines[index]
      index += 1
      guard inline.kind == .literalDelimiters, inline.range.count >= 2 else { continue }
      let run = text[inline.range]
      guard run.bytes[0] == 0x2A else { continue }
      runs += 1
      if first == nil { first = inline.range }
      let before = inline.range.lower - text.range.lower - 1
      let after = inline.range.upper - text.range.lower
      if !text.bytes.has(" ", at: before) || !text.bytes.has(" ", at: after) { isOperator = false }
    }
    return runs == 1 && isOperator ? nil : first
  }
}
