import LintCore
import LintText

/// Bold type that the translation lost.
struct LostEmphasis: SegmentRule {
  private static let lost = Message("lost", "the words '{0}' are no longer bold")
  private static let fewer = Message("fewer", "of '{0}' bold passages '{1}' are left")

  let info = RuleInfo(
    id: "lost-emphasis", family: "markup",
    finds: "fewer bold passages than in the source.",
    why: """
      Bold type shows what to click and what to type; without it the reader must guess which words \
      are the button's. Put `**` around the words that say the same.
      """,
    severity: .warning, profile: .strict, issueType: .markup, messages: [lost, fewer],
    fails: [
      Example(
        "The only one.",
        .segment(source: "Select **Save**.", target: "⟦Seleziona Salva.⟧")),
      Example(
        "One of two.",
        .segment(source: "**Hub** > **Lamps**", target: "⟦**Hub** > Spie⟧")),
    ],
    passes: [
      Example(
        "All are there.", .segment(source: "**Hub** > **Lamps**", target: "**Spie** < **Hub**")),
      Example(
        "Japanese brackets stand for bold.", locale: "ja-JP",
        .segment(source: "Select **Save**.", target: "[保存] を選択します。")),
      Example(
        "A broken mark is told as that.",
        .segment(source: "Select **Save**.", target: "Seleziona ** Salva**.")),
    ])

  let needs: SegmentTraits = .inlines

  func check(
    _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
  ) {
    let source = segment.sourceInlines.count { $0.kind == .strong }
    guard source > 0 else { return }
    let target = segment.targetInlines.count { $0.kind == .strong }
    guard target < source, !segment.target.isBlank,
      BrokenEmphasis.literalRun(segment.target, segment.targetInlines) == nil,
      !segment.targetInlines.contains(where: { $0.isUnescaped }),
      !Self.hasNewBrackets(segment)
    else { return }
    if source == 1, let bold = segment.sourceInlines.first(where: { $0.kind == .strong }) {
      report(
        segment.target.trimmed, Self.lost, segment.source[bold.content].string,
        related: Finding.Related(bold.range))
    } else {
      report(
        segment.target.trimmed, Self.fewer, String(source), String(target),
        related: Finding.Related(segment.source.range))
    }
  }

  /// Whether brackets or quotes replace bold type, as in East Asian style.
  private static func hasNewBrackets(_ segment: borrowing Segment) -> Bool {
    for bracket in ["「", "『", "“", "«", "„", "【", "[", "\""] as [StaticString]
    where segment.target.prose.contains(bracket) && !segment.source.prose.contains(bracket) {
      return true
    }
    return false
  }
}
