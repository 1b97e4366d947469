import LintCore

/// A target with text whose source has none.
struct EmptySource: SegmentRule {
  private static let empty = Message("empty", "'{0}' has no source text")

  let info = RuleInfo(
    id: "empty-source", family: "spans",
    finds: "a source without text whose target has some.",
    why: """
      Nobody can tell what the target translates: the source's text was lost, or an anchor was kept \
      on one side only. Worth a look when the page is next worked on; restore the source from the \
      English page if it is there.
      """,
    severity: .note, issueType: .addition, messages: [empty],
    fails: [
      Example("An anchor on one side.", .segment(source: "", target: "⟦<a name=\"x\"> </a>⟧"))
    ],
    passes: [Example("Both are empty.", .segment(source: "", target: " "))])

  let needs: SegmentTraits = .blank

  func check(
    _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
  ) {
    guard segment.source.isBlank, !segment.target.isBlank else { return }
    report(segment.target, Self.empty, segment.target.trimmed.string)
  }
}
