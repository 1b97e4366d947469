import LintCore
import LintText

/// Blocks of the source that the page lacks.
struct MissingBlock: PairRule {
  private static let one = Message("one", "a block of the source is missing after this: '{0}'")
  private static let several = Message(
    "several", "'{0}' blocks of the source are missing after this, the first is '{1}'")

  let info = RuleInfo(
    id: "missing-block", family: "structure",
    finds: "a paragraph, an item, a row or a heading of the source that the page lacks.",
    why: """
      The reader is not told what the source says. The page was made from this very version of the source, \
      so that nothing of it is newer: translate what is missing, and put it behind the block that is \
      reported. What was left out on purpose can be dismissed.
      """,
    severity: .error, profile: nil, profiles: [.pair: .default], required: .pair,
    issueType: .omission, messages: [one, several],
    fails: [
      Example(
        "An item is missing.",
        .pair(
          source: "- Open the lid\n- Close it\n\nWait.\n",
          target: "- ⟦Apri il coperchio⟧\n\nAspetta.\n")),
      Example(
        "A section is missing.",
        .pair(
          source: "# Hub\n\nOpen `hive`.\n\n## Lamp\n\nIt blinks.\n",
          target: "# Hub\n\n⟦Apri `hive`.⟧\n")),
      Example(
        "A short paragraph is missing below one whose translation is longer.",
        .pair(
          source:
            "The hub asks each sensor for its temperature once in a minute, and keeps what it was told.\n\n"
            + "You can see this:\n\n```text\n21 C\n```\n",
          target:
            "⟦L'hub domanda a ciascuno dei suoi sensori la temperatura una volta al minuto, e tiene da parte "
            + "ciò che gli è stato detto da loro.⟧\n\n```text\n21 C\n```\n")),
      Example(
        "A row of a table of names is missing.",
        .pair(
          source:
            "| Name | Notes |\n|-|-|\n| HUB_ID | The hub |\n| LID_ID | The lid |\n| KEY_ID | The key |\n",
          target: "| Nome | Note |\n⟦|-|-|⟧\n| LID_ID | Il coperchio |\n| KEY_ID | La chiave |\n")),
      Example(
        "A line before a list, the last of three paragraphs, and an item that is a macro.",
        .pair(
          source:
            "Open the panel with the [key](key.md) now.\n\nThen close the lid of the hive.\n\n"
            + "A new paragraph stands here, which nobody has.\n\n"
            + "# List\n\nThese are:\n\n- {{lid(\"a\")}}\n- Open the [hive](h.md)\n",
          target: "Adesso apri con prudenza il pannello usando la [chiave](key.md).\n\n"
            + "⟦Chiudi poi di nuovo il coperchio dell'alveare.⟧\n\n"
            + "⟦# Elenco⟧\n\n- Apri l'[alveare](h.md), se è in casa\n")),
    ],
    passes: [
      Example(
        "Two paragraphs that became one.",
        .pair(
          source: "Open the lid of the hub.\n\nThen wait for the green lamp.\n",
          target: "Apri il coperchio dell'hub e poi aspetta la spia verde.\n")),
      Example(
        "A comment, which no reader sees.",
        .pair(source: "Open.\n\n<!-- Check this. -->\n\nClose.\n", target: "Apri.\n\nChiudi.\n")),
    ])

  func check(_ document: borrowing Document, _ pair: PairDetail, _ report: inout Findings) {
    guard pair.isKnown, !pair.alignment.isEqual, LeafRuns.hasFrontMatter(document, pair),
      let original = document.source?.bytes
    else {
      return
    }
    let partners = LeafPartners(pair)
    let bytes = document.bytes.span
    let (leaves, others) = (pair.source.list, pair.target.list)
    let lengths = LeafRuns.Lengths(leaves, partners.targets, others)
    var places = LostPlaces(document, pair, partners)
    let headings = LostHeadings(pair, partners, bytes).sources
    for run in LeafRuns.alone(partners.targets, but: headings)
    where LeafRuns.isRead(run, leaves, original.span, pair.source.blocks)
      && !LeafRuns.isJoined(
        run, leaves, partners.targets, original.span, others, bytes,
        pair.source.blocks, lengths)
    {
      let place = places.place(
        of: leaves[run.lowerBound].range.lower, original.span, bytes)
      let first = LeafPartners.firstLine(of: pair.source.list[run.lowerBound].range, original.span)
      let text = String(original.span.extracting(first.range))
      let related = Finding.Related(first.inSource)
      if run.count == 1 {
        report(place, Self.one, text, related: related)
      } else {
        report(place, Self.several, String(run.count), text, related: related)
      }
    }
  }
}
