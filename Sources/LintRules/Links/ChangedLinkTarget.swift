import LintCore

/// A link that leads elsewhere than its source's.
struct ChangedLinkTarget: SegmentRule {
  private static let changed = Message("changed", "the link leads to '{1}' instead of '{0}'")

  let info = RuleInfo(
    id: "changed-link-target", family: "links",
    finds: "a link or image destination that was replaced by another.",
    why: """
      The reader clicks and lands on another page than the source sends them to, or on none. Copy \
      the destination from the source half. The words between the brackets are for translating, \
      what stands between the parentheses is not. Where one link alone differs, `--fix` does so.
      """,
    severity: .error, issueType: .markup, fixable: .safe, messages: [changed],
    fails: [
      Example(
        "Another page.",
        .segment(source: "See the [guide](guide.md).", target: "Vedi la [guida](⟦panel.md⟧).")),
      Example(
        "A translated file name, beside an image that is right.",
        .segment(
          source: "![Lamp](lamp.png) See [start](start.md#power).",
          target: "![Spia](lamp.png) Vedi [inizio](⟦inizio.md#power⟧).")),
      Example(
        "A cross reference.",
        .segment(source: "Use <xref:Hub.Open>.", target: "Usa <⟦xref:Hub.Close⟧>.")),
    ],
    passes: [
      Example(
        "The order of words differs.",
        .segment(
          source: "From [here](a.md) to [there](b.md).", target: "Fino a [lì](b.md) da [qui](a.md)."
        )),
      Example(
        "A bare address is no link.",
        .segment(source: "See http://a.example.", target: "Vedi http://a.example .")),
      Example(
        "A title with escaped quotes.",
        .segment(
          source: "![x](a.png \"the \\\"hub\\\"\")", target: "![x](a.png \"lo \\\"hub\\\"\")")),
      Example(
        "A name between angle brackets.",
        .segment(source: "The <xs:element> tag", target: "Il tag <xs:elemento>")),
    ])

  let needs: SegmentTraits = .differentInlines

  func check(
    _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
  ) {
    guard let difference = shared.difference(of: .links, segment) else { return }
    let only = difference.onlyChange(in: segment, .links)
    for (source, target) in difference.changed {
      let right = segment.source[segment.sourceInlines[source].destination]
      let wrong = segment.target[segment.targetInlines[target].destination]
      report(
        wrong, Self.changed, right.string, wrong.string,
        related: Finding.Related(right.range),
        fix: only == nil
          ? nil
          : Fix(.safe, "Copy the destination from the source.", [.copy(right, over: wrong.range)]))
    }
  }
}
