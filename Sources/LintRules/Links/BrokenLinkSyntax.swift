import LintCore
import LintText
import Messages

/// A link whose brackets and parentheses came apart.
struct BrokenLinkSyntax: SegmentRule {
  private static let broken = Message("broken", "the link to '{0}' is taken apart")
  private static let stray = Message("stray", "'{0}' belongs to no link")

  let info = RuleInfo(
    id: "broken-link-syntax", family: "links",
    finds: "a link that was taken apart: `] (`, a bracket that is lost, a space in its address.",
    why: """
      The reader sees brackets and an address in the middle of the sentence, and nothing to click. \
      Write the link again as `[words](address)`: no space between `]` and `(`, none in the address. `--fix` takes out \
      such spaces.
      """,
    precision: "Of 17 findings on real pages, all that there were, 17 were true.",
    severity: .error, profiles: [.messages: .default], issueType: .markup, fixable: .safe,
    messages: [broken, stray],
    fails: [
      Example(
        "A space between bracket and parenthesis.",
        .segment(source: "See [guide](guide.md).", target: "Vedi ⟦[guida] (guide.md)⟧.")),
      Example(
        "A word between the two.",
        .segment(
          source: "![Lamp states](lamp.png \"Lamp\")",
          target: "⟦![Stati]della spia(lamp.png⟧ \"Spia\")")),
      Example(
        "A space in the address.",
        .segment(
          source: "[Log](https://a.example/x%2Fwww)",
          target: "⟦[Registro](https://a.example/x%2F www)⟧")),
      Example(
        "The opening bracket is lost.",
        .segment(source: "See [guide](guide.md).", target: "Vedi guida⟦](guide.md)⟧.")),
      Example(
        "A link inside a link: the outer one is none.",
        .segment(source: "[News](news.md)", target: "[[Novità](news.md)⟦](⟧news.md)")),
    ],
    passes: [
      Example(
        "The source is written so.",
        .segment(source: "The [hub] (see below)", target: "L'[hub] (vedi sotto)")),
      Example("Code is text.", .segment(source: "Call `a[0](x)`.", target: "Chiama `a[0](x)`.")),
    ])

  let needs: SegmentTraits = [.differentInlines, .targetClosingBracket]

  func check(on kind: PageKind) -> Check? {
    kind.holdsMessages ? .markdownMessages(needs, self) : .segments(needs, self)
  }

  func check(
    _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
  ) {
    if let difference = shared.difference(of: .links, segment),
      BrokenLinks.firstFragment("](", segment.source, segment.sourceInlines) == nil
    {
      var links = BrokenLinks(segment)
      var told: [ByteRange] = []
      for source in difference.lost {
        let link = segment.sourceInlines[source]
        guard let range = links.remains(of: link, in: segment),
          !told.contains(where: { $0.overlaps(range) })
        else { continue }
        told.append(range)
        report(
          range, Self.broken, segment.source[link.destination].string,
          related: Finding.Related(link.range), fix: links.closingUp(link, in: segment))
      }
      if !told.isEmpty { return }
    }
    // Every destination is there, and yet a piece of a link is left over.
    guard
      let found = BrokenLinks.firstFragment("](", segment.target, segment.targetInlines),
      BrokenLinks.firstFragment("](", segment.source, segment.sourceInlines) == nil
    else { return }
    report(segment.target[found], Self.stray, "](")
  }
}
