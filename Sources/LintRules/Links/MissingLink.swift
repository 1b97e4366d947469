import LintCore
import LintText

/// A link of the source that the target has lost.
struct MissingLink: SegmentRule {
  private static let missing = Message("missing", "the link to '{0}' is missing")

  let info = RuleInfo(
    id: "missing-link", family: "links",
    finds: "a link or image of the source that the target has lost.",
    why: """
      The source sends the reader on to another page, or shows a picture; the translation does not. \
      Put the link back around the words that say the same, with the destination of the source.
      """,
    precision:
      "Of 21 findings on real pages, all that there were, 20 were true and 1 was doubtful.",
    severity: .error, issueType: .omission, messages: [missing],
    fails: [
      Example(
        "The words are there, the link is not.",
        .segment(source: "See the [guide](guide.md).", target: "⟦Vedi la guida.⟧")),
      Example(
        "One of two cross references.",
        .segment(
          source: "<xref:Hub.Open> or <xref:Hub.Close>", target: "⟦<xref:Hub.Open> oppure⟧")),
    ],
    passes: [
      Example(
        "A source that is broken itself.",
        .segment(source: "See [guide](guide.md.", target: "Vedi la guida.")),
      Example(
        "One that the source has twice, and the target still once.",
        .segment(
          source: "[Hive](hive.md) counts, and [Hive](hive.md) opens.",
          target: "[Hive](hive.md) conta e apre.")),
      Example(
        "It became a reference.",
        .body(
          "{{pair:103|Open [the hive](hive.md).|Apri [l'alveare][h].}}\n\n[h]: hive.md\n")),
      Example(
        "A link that was taken apart is told as that.",
        .segment(source: "See [guide](guide.md).", target: "Vedi [guida] (guide.md).")),
    ])

  let needs: SegmentTraits = .differentInlines

  func check(
    _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
  ) {
    guard let difference = shared.difference(of: .links, segment), !segment.target.isBlank else {
      return
    }
    let lost = difference.lost
    guard !lost.isEmpty,
      // As many became references, whose addresses stand further down.
      shared.difference(of: .references, segment)?.added.count ?? 0 < lost.count,
      BrokenLinks.firstFragment("](", segment.source, segment.sourceInlines) == nil
    else { return }
    var links = BrokenLinks(segment)
    var budget = SearchBudget(segment)
    for source in lost {
      let link = segment.sourceInlines[source]
      guard links.remains(of: link, in: segment) == nil else { continue }
      if isElsewhere(segment.source[link.destination].bytes, shared) { continue }
      let place =
        shared.sourceFile != nil && budget.allows(segment.target) && budget.allows(segment.source)
        ? Self.place(of: link, segment) : segment.target.trimmed
      report(
        place, Self.missing, segment.source[link.destination].string,
        related: Finding.Related(link.range))
    }
  }

  /// Where a block of several lines should have a link of its source: at the link's words, if it keeps them as
  /// they are; else in the line that is as far down as the link's in the source, between those links
  /// that both have.
  @_lifetime(copy segment)
  private static func place(of link: Inline, _ segment: borrowing Segment) -> Text {
    let (target, source) = (segment.target, segment.source)
    let words = source[link.content].trimmed
    if words.count >= 3, let found = target.prose.firstRange(of: words.bytes, from: 0) {
      return target[found]
    }
    guard target.trimmed.bytes.firstIndex(of: 0x0A, from: 0) != nil else { return target.trimmed }
    var (lower, upper) = (0, target.count)
    var (start, end) = (0, source.count)
    let near = neighbours(of: link, segment)
    if let before = near.before {
      start = before.source.range.upper - source.range.lower
      lower = before.target.range.upper - target.range.lower
    }
    if let after = near.after, after.target.range.lower - target.range.lower >= lower {
      end = after.source.range.lower - source.range.lower
      upper = after.target.range.lower - target.range.lower
    }
    let distance = link.range.lower - source.range.lower - start
    var place = lower
    if end > start { place += max(0, distance) * (upper - lower) / (end - start) }
    place = min(max(place, 0), target.count - 1)
    var first = place
    while first > 0, target.bytes[first - 1] != 0x0A { first -= 1 }
    var last = place
    while last < target.count, target.bytes[last] != 0x0A { last += 1 }
    let line = target[first..<last].trimmed
    return line.isEmpty ? target.trimmed : line
  }

  private typealias Neighbour = (source: Inline, target: Inline)

  /// The links before and behind another one that the target has once, too.
  private static func neighbours(
    of link: Inline, _ segment: borrowing Segment
  ) -> (before: Neighbour?, after: Neighbour?) {
    // Those of the target by their destinations; of several nobody knows which.
    var known: [[UInt8]: Int] = [:]
    for index in segment.targetInlines.indices where segment.targetInlines[index].isLink {
      let name = [UInt8](segment.target[segment.targetInlines[index].destination].bytes)
      known[name] = known[name] == nil ? index : -1
    }
    var (before, after): (Neighbour?, Neighbour?) = (nil, nil)
    for index in segment.sourceInlines.indices where segment.sourceInlines[index].isLink {
      let other = segment.sourceInlines[index]
      guard
        let place = known[[UInt8](segment.source[other.destination].bytes)], place >= 0
      else { continue }
      let partner = segment.targetInlines[place]
      if other.range.upper <= link.range.lower {
        before = (other, partner)
      } else if other.range.lower >= link.range.upper, after == nil {
        after = (other, partner)
      }
    }
    return (before, after)
  }

  /// Whether a page whose source is a file of its own has a link in another block, where its source has it
  /// no more often, or the latest source has it no more, so that it was taken out by hand.
  private func isElsewhere(_ destination: Span<UInt8>, _ shared: borrowing SharedWork) -> Bool {
    shared.anchors?.keepsDestination(destination) == true
      || shared.sourceFile?.latest?.words?.hasDestination(destination) == false
  }
}
