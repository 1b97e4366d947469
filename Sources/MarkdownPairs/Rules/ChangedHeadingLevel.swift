import LintCore
import LintText

/// A heading of another level than its source's.
struct ChangedHeadingLevel: PairRule {
  private static let changed = Message(
    "changed", "the heading has level '{1}'; the source's has '{0}'")
  private static let lost = Message(
    "lost", "this is no heading; the source has one of level '{0}' here: '{1}'")

  let info = RuleInfo(
    id: "changed-heading-level", family: "structure",
    finds: "a heading whose level is not its source's, or that is a paragraph now.",
    why: """
      The table of contents of the page has another shape than in all other languages, and sections \
      belong to others than in the source. Give the heading as many `#` as the source's has, and a space \
      behind them; `--fix` puts back what is lost.
      """,
    severity: .warning, profile: nil, profiles: [.pair: .default], required: .pair,
    issueType: .markup, fixable: .safe, messages: [changed, lost],
    fails: [
      Example(
        "A section became a part of the one before.",
        .pair(
          source: "# Hub\n\n## Lid\n\nOpen it.\n\n## Lamp\n\nIt blinks.\n",
          target: "# Hub\n\n## Coperchio\n\nAprilo.\n\n⟦###⟧ Spia\n\nLampeggia.\n")),
      Example(
        "No space behind the marks.",
        .pair(
          source: "# Hub\n\n## Lid\n\nOpen it.\n", target: "# Hub\n\n⟦##Coperchio⟧\n\nAprilo.\n")),
      Example(
        "The marks are gone.",
        .pair(
          source: "# Hub\n\nRead `hive`.\n\n## Lid\n\nOpen `lid`.\n",
          target: "# Hub\n\nLeggi `hive`.\n\n⟦Coperchio⟧\n\nApri `lid`.\n")),
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
    reportLost(document, pair, &report)
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

  private func reportLost(
    _ document: borrowing Document, _ pair: PairDetail, _ report: inout Findings
  ) {
    guard LeafRuns.hasFrontMatter(document, pair), let original = document.source?.bytes else {
      return
    }
    let bytes = document.bytes.span
    for partners in LostHeadings(pair, LeafPartners(pair), bytes).list {
      let (leaf, other) = (pair.target.list[partners.target], pair.source.list[partners.source])
      let line = LeafPartners.firstLine(of: leaf.content, bytes)
      var marks = line.lower
      while marks < line.upper, bytes[marks] == 0x23 { marks += 1 }
      let level = [UInt8](repeating: 0x23, count: Int(other.level))
      report(
        line, Self.lost, String(other.level),
        String(
          original.span.extracting(
            LeafPartners.firstLine(of: other.range, original.span).range)),
        related: Finding.Related(other.range.inSource),
        fix: Fix(
          .safe, "Put back the marks of the heading.",
          [Fix.Edit(ByteRange(line.lower, marks), level + [0x20])]))
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
