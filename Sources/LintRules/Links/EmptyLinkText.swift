import LintCore

/// A link without words.
struct EmptyLinkText: SegmentRule {
  private static let empty = Message("empty", "the link to '{0}' has no text")

  let info = RuleInfo(
    id: "empty-link-text", family: "links",
    finds: "`[](address)` or `[][label]`, more often than in the source.",
    why: """
      A link without words can't be seen and can't be clicked; its words were moved out of the \
      brackets, and now stand somewhere near. Put them back between the brackets. In a list of links \
      look at all of them: often the words have slid on by one, and each leads to its neighbour's \
      page.
      """,
    precision: """
      Of 48 findings read on real pages, 48 were true.
      """,
    severity: .warning, issueType: .markup, messages: [empty],
    fails: [
      Example(
        "The words stand behind the link.",
        .segment(source: "See the [guide](guide.md).", target: "Vedi ⟦[](guide.md)⟧ la guida.")),
      Example(
        "Only a space is left.",
        .segment(source: "See the [guide](guide.md).", target: "Vedi la guida⟦[ ](guide.md)⟧.")),
      Example(
        "A reference link.",
        .body(
          "{{pair:103|See the [guide][Guide].|Vedi la ⟦[][Guide]⟧ guida.}}\n\n[Guide]: guide.md\n")),
    ],
    passes: [
      Example(
        "The source has it too.",
        .segment(source: "[](guide.md) Start", target: "[](guide.md) Inizio")),
      Example(
        "An image as the text of a link.",
        .segment(source: "[![](a.png)](b.md)", target: "[![](a.png)](b.md)")),
    ])

  let needs: SegmentTraits = .inlines

  func check(
    _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
  ) {
    var allowed = -1
    for index in segment.targetInlines.indices {
      let link = segment.targetInlines[index]
      guard isEmpty(link, in: segment.target) else { continue }
      if allowed < 0 { allowed = count(segment.sourceInlines, in: segment.source) }
      guard allowed == 0 else {
        allowed -= 1
        continue
      }
      report(link.range, Self.empty, segment.target[link.destination].string)
    }
  }

  private func isEmpty(_ inline: Inline, in text: borrowing Text) -> Bool {
    (inline.kind == .link || inline.kind == .reference) && text[inline.content].isBlank
  }

  private func count(_ inlines: Span<Inline>, in text: borrowing Text) -> Int {
    var count = 0
    for index in inlines.indices where isEmpty(inlines[index], in: text) { count += 1 }
    return count
  }
}
