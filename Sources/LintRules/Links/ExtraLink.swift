import LintCore
import LintText

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
    precision: "Of 7 findings on real pages, all that there were, 7 were true.",
    severity: .error, profiles: [.pair: .all], issueType: .addition, messages: [extra],
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
      Example(
        "Another page, where the source has links and none around these words.",
        .segment(
          source: "See `Hub` in the [guide](guide.md).",
          target: "Vedi [`Hub`](⟦hub.md⟧) nella [guida](guide.md).")),
    ],
    passes: [
      Example(
        "The same links.",
        .segment(source: "See [guide](guide.md).", target: "Vedi [guida](guide.md).")),
      Example(
        "A source that has lost its links.",
        .segment(source: "Manages the hives.", target: "[Hive](hive.md) gestisce gli alveari.")),
      Example(
        "A bare address that became a link.",
        .segment(
          source: "https://hub.example, the hub",
          target: "[https://hub.example](https://hub.example), il hub")),
    ])

  let needs: SegmentTraits = .differentInlines

  func check(
    _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
  ) {
    guard let difference = shared.difference(of: .links, segment) else { return }
    var budget = SearchBudget(segment)
    var proven: Remembered<Bool> = Remembered()
    for target in difference.added {
      let link = segment.targetInlines[target]
      let destination = segment.target[link.destination]
      let isProven =
        !Self.isAddress(destination.bytes)
        || proven.value(of: segment.target[link.range].bytes) {
          budget.allows(segment.source) && budget.allows(segment.sourceInlines.count)
            && Self.isProven(link, in: segment)
        }
      if isProven { report(destination, Self.extra, destination.string) }
    }
  }

  /// Whether a destination may lead somewhere: words that became one have no dot, slash, `#` or colon in
  /// them, or letters beyond ASCII.
  private static func isAddress(_ destination: Span<UInt8>) -> Bool {
    var hasSign = false
    for index in destination.indices {
      let byte = destination[index]
      if byte >= 0x80 || byte.isSpace { return false }
      if byte == 0x2E || byte == 0x2F || byte == 0x23 || byte == 0x3A { hasSign = true }
    }
    return hasSign
  }

  /// Whether the source shows that the link is one too many. An address that it does not have comes from
  /// a source that was richer: tools that take pages apart lose links of that half, and nobody makes up
  /// an address. Where it has links, it has not lost them; then the words of the link must stand there
  /// without one.
  private static func isProven(_ link: Inline, in segment: borrowing Segment) -> Bool {
    var hasLink = false
    let destination = segment.target[link.destination]
    for index in segment.sourceInlines.indices where segment.sourceInlines[index].isLink {
      hasLink = true
      if segment.source[segment.sourceInlines[index].destination] == destination { return true }
    }
    guard hasLink else { return false }
    let words = segment.target[link.content].trimmed
    return segment.source.bytes.firstWord(words.bytes) != nil
  }
}
