import LintCore
import LintText

/// A link to another site that leads elsewhere than its source's.
struct ChangedExternalLink: Rule {
  private static let changed = Message("changed", "the link leads to '{1}' instead of '{0}'")

  let info = RuleInfo(
    id: "changed-external-link", family: "links",
    finds: "a link or image with a host whose destination was replaced by another.",
    why: """
      The reader lands on another page than the source sends them to. Of addresses with a host that is \
      often meant: a film with subtitles, a link that holds for good, a page that has moved since. Look \
      at each once, and copy the source's where it is better.
      """,
    severity: .warning, profile: nil, profiles: [.pair: .strict], required: .pair,
    issueType: .markup, messages: [changed],
    fails: [
      Example(
        "Another page of another site.",
        .pair(
          source: "Watch [the film](https://bees.example/lid).\n",
          target: "Guarda [il film](⟦https://bees.example/hive⟧).\n"))
    ],
    passes: [
      Example(
        "The same page in the reader's language.",
        .pair(
          source: "Read [more](https://bees.example/?lang=en#lid).\n",
          target: "Leggi [di più](https://bees.example/?lang=it#lid).\n")),
      Example(
        "The same thing in an encyclopedia of another language.",
        .pair(
          source: "Lift the [lid](https://en.bees.example/wiki/Lid).\n",
          target: "Solleva il [coperchio](https://it.bees.example/wiki/Coperchio).\n")),
      Example(
        "A page of the same site is another rule's.",
        .pair(source: "See [the guide](guide.md).\n", target: "Vedi [la guida](panel.md).\n")),
    ])

  func check(on kind: PageKind) -> Check? {
    .segments(.differentInlines, SegmentLook(locale: kind.locale))
  }

  private struct SegmentLook: SegmentCheck {
    let locale: LocaleTag?

    func check(
      _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
    ) {
      guard let file = shared.sourceFile, let difference = shared.difference(of: .links, segment)
      else { return }
      for (source, target) in difference.changed {
        let right = segment.source[segment.sourceInlines[source].destination]
        let wrong = segment.target[segment.targetInlines[target].destination]
        guard
          AddressChange(
            from: right, to: wrong, in: segment.target, locale, file, shared.anchors) == .elsewhere
        else { continue }
        report(
          wrong, ChangedExternalLink.changed, right.string, wrong.string,
          related: Finding.Related(right.range))
      }
    }
  }
}
