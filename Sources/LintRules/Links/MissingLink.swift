import LintCore
import LintText
import Messages

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
    severity: .error, profiles: [.messages: .default], issueType: .omission, messages: [missing],
    fails: [
      Example(
        "The words are there, the link is not.",
        .segment(source: "See the [guide](guide.md).", target: "⟦Vedi la guida.⟧")),
      Example(
        "One of two cross references.",
        .segment(
          source: "<xref:Hub.Open> or <xref:Hub.Close>", target: "⟦<xref:Hub.Open> oppure⟧")),
      Example(
        "In a message that is written in Markdown.", fileExtension: "po",
        .file("#, md-text\nmsgid \"See the [guide](guide.md).\"\nmsgstr \"⟦Vedi la guida.⟧\"\n")),
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
      Example(
        "An address without its brackets, of which sites make links, too.",
        .pair(
          source: "See <https://hive.example/lid>.\n",
          target: "Vedi https://hive.example/lid.\n")),
    ])

  let needs: SegmentTraits = .differentInlines

  func check(on kind: PageKind) -> Check? {
    kind.holdsMessages ? .markdownMessages(needs, self) : .segments(needs, self)
  }

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
      if shared.sourceFile != nil, link.kind == .autolink, budget.allows(segment.target),
        Self.hasBare(segment.source[link.destination].bytes, in: segment.target.bytes)
      {
        // Sites make links of addresses without brackets, too.
        continue
      }
      let place =
        shared.sourceFile != nil && budget.allows(segment.target) && budget.allows(segment.source)
        ? LostLinkPlace.text(for: link, segment) : segment.target.trimmed
      report(
        place, Self.missing, segment.source[link.destination].string,
        related: Finding.Related(link.range))
    }
  }

  /// Whether an address stands in a text as it is, and is no part of a longer one.
  private static func hasBare(_ address: Span<UInt8>, in text: Span<UInt8>) -> Bool {
    guard address.contains("://") else { return false }
    var end = 0
    while let found = text.firstRange(of: address, from: end) {
      end = found.upperBound
      // A full stop may end the sentence.
      let next = text.has(".", at: end) ? end + 1 : end
      guard next < text.count else { return true }
      if !text[next].isLetterOrDigit, next > end || !"/-_?#=%&~:@+".utf8.contains(text[end]) {
        return true
      }
    }
    return false
  }

  /// Whether a page whose source is a file of its own has a link in another block, where its source has it
  /// no more often, or the latest source has it no more, so that it was taken out by hand.
  private func isElsewhere(_ destination: Span<UInt8>, _ shared: borrowing SharedWork) -> Bool {
    shared.anchors?.keepsDestination(destination) == true
      || shared.sourceFile?.latest?.words?.hasDestination(destination) == false
  }
}
