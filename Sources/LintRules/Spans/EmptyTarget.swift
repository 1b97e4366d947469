import LintCore

/// A source with text whose target has none.
struct EmptyTarget: SegmentRule {
  private static let empty = Message("empty", "nothing stands for '{0}'")

  let info = RuleInfo(
    id: "empty-target", family: "spans",
    finds: "a target without text whose source has some.",
    why: """
      The reader gets nothing where the source says something. Translate the sentence, or keep the \
      source's words if it is a name.
      """,
    severity: .error, issueType: .omission, messages: [empty],
    fails: [
      Example("No text at all.", .segment(source: "Open the panel.", target: "⟦⟧")),
      Example("White space only.", .segment(source: "Open the panel.", target: "⟦ \u{A0}⟧")),
    ],
    passes: [
      Example(
        "An anchor that the target keeps.",
        .segment(source: "<a id=\"x\"></a>", target: "<a id=\"x\"></a>")),
      Example("Both are empty.", .segment(source: " ", target: "")),
    ])

  let needs: SegmentTraits = .blank

  func check(
    _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
  ) {
    guard segment.target.isBlank, !segment.source.isBlank else { return }
    report(
      segment.target, Self.empty, segment.source.trimmed.string,
      related: Finding.Related(segment.source.range))
  }
}
