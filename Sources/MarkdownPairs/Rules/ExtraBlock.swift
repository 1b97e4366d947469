import LintCore
import LintText

/// Blocks that the source does not have.
struct ExtraBlock: PairRule {
  private static let one = Message("one", "the source has no block like '{0}'")
  private static let several = Message(
    "several", "the source has no blocks like these '{0}', the first is '{1}'")

  let info = RuleInfo(
    id: "extra-block", family: "structure",
    finds: "a paragraph, an item, a row or a heading that the source does not have.",
    why: """
      The page says what its source does not: what was left behind when the source was cut, or what \
      belongs into the source for all readers. The page was made from this very version of the source. \
      Delete it, or have it put into the source.
      """,
    severity: .warning, profile: nil, profiles: [.pair: .default], required: .pair,
    issueType: .addition, messages: [one, several],
    fails: [
      Example(
        "A paragraph that the source has no more.",
        .pair(
          source: "Press `start`.\n\nWait 30 seconds.\n",
          target: "Premi `start`.\n\n⟦La spia era rossa.⟧\n\nAspetta 30 secondi.\n")),
      Example(
        "Two items.",
        .pair(
          source: "- Open\n\nWait.\n",
          target: "- Apri\n- ⟦Chiudi il coperchio\n- Leggi il registro⟧\n\nAspetta.\n")),
    ],
    passes: [
      Example(
        "A paragraph that became two.",
        .pair(
          source: "Open the lid of the hub and then wait for the green lamp.\n",
          target: "Apri il coperchio dell'hub.\n\nPoi aspetta la spia verde.\n")),
      Example(
        "A paragraph that became a list.",
        .pair(
          source: "More is told in the pages on [lids](lid.md) and [lamps](lamp.md) of the hub.\n",
          target:
            "Altro si trova nelle pagine:\n\n- [coperchi](lid.md)\n- [spie](lamp.md) dell'hub\n")),
    ])

  func check(_ document: borrowing Document, _ pair: PairDetail, _ report: inout Findings) {
    guard pair.isKnown, !pair.alignment.isEqual, LeafRuns.hasFrontMatter(document, pair),
      let original = document.source?.bytes
    else { return }
    let partners = LeafPartners(pair)
    let bytes = document.bytes.span
    let (leaves, others) = (pair.target.list, pair.source.list)
    let lengths = LeafRuns.Lengths(leaves, partners.sources, others)
    let headings = LostHeadings(pair, partners, bytes).targets
    for run in LeafRuns.alone(partners.sources, but: headings)
    where LeafRuns.isRead(run, leaves, bytes, pair.target.blocks)
      && !LeafRuns.isJoined(
        run, leaves, partners.sources, bytes, others, original.span,
        pair.target.blocks, lengths)
    {
      let range = ByteRange(
        leaves[run.lowerBound].range.lower, leaves[run.upperBound - 1].range.upper)
      let line = LeafPartners.firstLine(of: leaves[run.lowerBound].range, bytes)
      let text = String(bytes.extracting(line.range))
      if run.count == 1 {
        report(range, Self.one, text)
      } else {
        report(range, Self.several, String(run.count), text)
      }
    }
  }
}
