import LintCore
import LintText

/// A heading of another level than its source's.
struct ChangedHeadingLevel: PairRule {
  private static let changed = Message(
    "changed", "the heading has level '{1}'; the source's has '{0}'")

  let info = RuleInfo(
    id: "changed-heading-level", family: "structure",
    finds: "a heading whose level is not its source's.",
    why: """
      The table of contents of the page has another shape than in all other languages, and sections \
      belong to others than in the source. Give the heading as many `#` as the source's has.
      """,
    severity: .warning, profile: nil, profiles: [.pair: .default], required: .pair,
    issueType: .markup, messages: [changed],
    fails: [
      Example(
        "A section became a part of the one before.",
        .pair(
          source: "# Hub\n\n## Lid\n\nOpen it.\n\n## Lamp\n\nIt blinks.\n",
          target: "# Hub\n\n## Coperchio\n\nAprilo.\n\n⟦###⟧ Spia\n\nLampeggia.\n"))
    ],
    passes: [
      Example(
        "All of them were lifted.",
        .pair(
          source: "### Lid\n\nOpen.\n\n### Lamp\n\nIt blinks.\n",
          target: "## Coperchio\n\nApri.\n\n## Spia\n\nLampeggia.\n")),
      Example(
        "The same level, written in another way.",
        .pair(source: "# Hub\n\nOpen.\n", target: "L'hub\n=====\n\nApri.\n")),
    ])

  func check(_ document: borrowing Document, _ pair: PairDetail, _ report: inout Findings) {
    guard pair.isKnown, !pair.alignment.isEqual else { return }
    let bytes = document.bytes.span
    let pairs = pair.alignment.pairs.filter {
      pair.target.list[$0.target].isHeading && pair.source.list[$0.source].isHeading
    }
    guard Self.usualShift(pairs, pair) == 0 else { return }
    for partners in pairs {
      let (leaf, other) = (pair.target.list[partners.target], pair.source.list[partners.source])
      guard leaf.level != other.level, pair.isComparable(partners.target),
        pair.latest?.hasHeading(pair.sourceText.name(ofHeading: partners.source), leaf.level)
          != true
      else { continue }
      report(
        PairedHeadings.marks(bytes, leaf, leaf.content), Self.changed, String(other.level),
        String(leaf.level), related: Finding.Related(other.range.inSource))
    }
  }

  /// By how much most headings are deeper than their sources': pages whose source begins with a part of a
  /// section are mended by lifting all of them.
  private static func usualShift(_ pairs: [LeafAlignment.Pair], _ pair: PairDetail) -> Int {
    var counts: [Int: Int] = [:]
    for partners in pairs {
      let (leaf, other) = (pair.target.list[partners.target], pair.source.list[partners.source])
      counts[Int(leaf.level) - Int(other.level), default: 0] += 1
    }
    let most = counts.max { ($0.value, -abs($0.key), $0.key) < ($1.value, -abs($1.key), $1.key) }
    return (most?.value ?? 0) > 1 ? most?.key ?? 0 : 0
  }
}
