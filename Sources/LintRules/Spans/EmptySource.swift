import LintCore
import LintText

/// A target with text whose source has none.
struct EmptySource: SegmentRule {
  private static let empty = Message("empty", "'{0}' has no source text")

  let info = RuleInfo(
    id: "empty-source", family: "spans",
    finds: "a source without text whose target has some.",
    why: """
      Nobody can tell what the target translates: the source's text was lost. Worth a look when the \
      page is next worked on; restore the source from the English page if it is there. An anchor is no \
      text: tools keep it on one side only.
      """,
    precision: "Of 4 findings on real pages, all that there were, 4 were true.",
    severity: .note, issueType: .addition, messages: [empty],
    fails: [
      Example("A sentence on one side.", .segment(source: "", target: "⟦Apri il pannello.⟧")),
      Example("Code is something to read.", .segment(source: " ", target: "⟦`panel`⟧")),
    ],
    passes: [
      Example("Both are empty.", .segment(source: "", target: " ")),
      Example("An anchor on one side.", .segment(source: "", target: "<a name=\"x\"> </a>")),
    ])

  let needs: SegmentTraits = .blank

  func check(
    _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
  ) {
    guard segment.source.isBlank, !segment.target.isBlank, !Self.holdsTagsAlone(segment) else {
      return
    }
    report(segment.target, Self.empty, segment.target.trimmed.string)
  }

  /// Whether there is nothing but tags and white space in the target.
  private static func holdsTagsAlone(_ segment: borrowing Segment) -> Bool {
    for index in segment.targetInlines.indices where segment.targetInlines[index].kind != .tag {
      return false
    }
    let prose = segment.target.prose
    for index in prose.indices where !prose[index].isSpace && prose[index] != UInt8.blank {
      return false
    }
    return true
  }
}
