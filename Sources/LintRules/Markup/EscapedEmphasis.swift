import LintCore
import LintText

/// Marks of bold type that were escaped, and would be broken even if they were not.
struct EscapedEmphasis: SegmentRule {
  private static let escaped = Message("escaped", "the bold mark '{0}' is escaped")

  let info = RuleInfo(
    id: "escaped-emphasis", family: "markup",
    finds:
      "`\\*\\*`, more often than in the source, where unescaping does not give back the bold type.",
    why: """
      The tools write a backslash before each asterisk that makes no bold type, so this one was \
      broken before it was escaped: the reader sees asterisks. Write the mark anew around the words \
      that are bold in the source, without backslashes and without spaces inside.
      """,
    precision: """
      Of 48 findings read on real pages, 45 were true and three doubtful: their sources are broken, too.
      """,
    severity: .warning, issueType: .markup, messages: [escaped],
    fails: [
      Example(
        "The words between two marks are gone.",
        .segment(source: "Open **Settings**.", target: "Apri le impostazioni ⟦\\*\\*⟧\\*\\*.")),
      Example(
        "Two names have run together.",
        .segment(
          source: "Open **Hub** > **Lamps**.", target: "Apri **Hub⟦\\*\\*⟧\\*\\*Spie**.")),
    ],
    passes: [
      Example(
        "Unescaped, it is bold: an artefact of the tools.",
        .segment(source: "Open **Settings**.", target: "Apri \\*\\*Impostazioni\\*\\*.")),
      Example("The source has it too.", .segment(source: "A \\*\\* b", target: "A \\*\\* b")),
      Example("One asterisk.", .segment(source: "char \\*", target: "char \\* \\*")),
    ])

  let needs: SegmentTraits = .inlines

  func check(
    _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
  ) {
    guard let first = Self.pairs(segment.targetInlines).first,
      Self.pairs(segment.targetInlines).count > Self.pairs(segment.sourceInlines).count
    else { return }
    guard !isWholeUnescaped(segment) else { return }
    report(
      first, Self.escaped, segment.target[first].string,
      related: Finding.Related(segment.source.range))
  }

  /// Whether the target has all the emphasis of its source, and no stray marks, once the backslashes
  /// are gone, as they are on the published page.
  private func isWholeUnescaped(_ segment: borrowing Segment) -> Bool {
    let (source, target) = (segment.sourceInlines, segment.targetInlines)
    return target.count { $0.kind == .unescapedStrong } >= source.count { $0.kind == .strong }
      && target.count { $0.kind == .unescapedEmphasis } >= source.count { $0.kind == .emphasis }
      && !target.contains { $0.kind == .unescapedLiteral }
  }

  /// Each `\*\*`.
  private static func pairs(_ inlines: Span<Inline>) -> [ByteRange] {
    var pairs: [ByteRange] = []
    var star: ByteRange?
    var index = 0
    while index < inlines.count {
      let inline = inlines[index]
      index += 1
      guard inline.kind == .escape, inline.content.count == 1 else { continue }
      if let before = star, before.upperBound == inline.range.lowerBound {
        pairs.append(ByteRange(before.lower, inline.range.upper))
        star = nil
      } else {
        star = inline.range
      }
    }
    return pairs
  }
}
