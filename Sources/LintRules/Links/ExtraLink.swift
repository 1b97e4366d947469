import LintCore

/// A link that the source does not have.
struct ExtraLink: SegmentRule {
  private static let extra = Message("extra", "the source has no link to '{0}'")

  let info = RuleInfo(
    id: "extra-link", family: "links",
    finds: "a link or image whose destination the source does not have.",
    why: """
      The link leads where the source does not send the reader, and often nowhere: text in \
      parentheses that slid up to a bracket becomes an address. Take the link apart with a space \
      after `]`, or delete it.
      """,
    severity: .error, issueType: .addition, messages: [extra],
    fails: [
      Example(
        "Text that became an address.",
        .segment(
          source: "The [hub] (or its successor) blinks.",
          target: "L'[hub](⟦osuccessore⟧) lampeggia.")),
      Example(
        "The same link twice.",
        .segment(
          source: "See [guide](guide.md).", target: "Vedi [la](guide.md) [guida](⟦guide.md⟧).")),
    ],
    passes: [
      Example(
        "The same links.",
        .segment(source: "See [guide](guide.md).", target: "Vedi [guida](guide.md)."))
    ])

  let needs: SegmentTraits = .differentInlines

  func check(
    _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
  ) {
    guard let difference = shared.difference(of: .links, segment) else { return }
    for target in difference.added {
      let destination = segment.target[segment.targetInlines[target].destination]
      report(destination, Self.extra, destination.string)
    }
  }
}
