import LintCore

/// An ID that can't join two halves because it is not written as an ID.
struct MalformedSpanID: SpanRule {
  private static let id = Message("id", "'{0}' is not a span ID")
  private static let tag = Message("tag", "the tag '{0}' is damaged, so its span ID can't be read")

  let info = RuleInfo(
    id: "malformed-span-id", family: "spans",
    finds: "an ID that is not five hex digits, `-`, an optional `p` and three or more digits.",
    why: """
      The ID is the only thing that ties a translation to its source. One that is damaged is not \
      found at the next hand-back, and the sentence falls back to English. Restore it from the \
      other half, or from the neighbours: one prefix for the whole file, numbers that rise.
      """,
    severity: .error, issueType: .markup, messages: [id, tag],
    fails: [
      Example(
        "A letter that is no hexadecimal digit.",
        .body(
          """
          <span data-ttu-id="⟦7e0g1-103⟧">Apri.</span><span class="sxs-lookup"><span data-stu-id="7e0c1-103">Open.</span></span>
          """)),
      Example(
        "A quote is missing.",
        .body(
          """
          ⟦<span data-ttu-id="7e0c1-103>⟧Apri.</span><span class="sxs-lookup"><span data-stu-id="7e0c1-103">Open.</span></span>
          """)),
      Example(
        "Two digits only.",
        .body(
          """
          <span data-ttu-id="7e0c1-103">Apri.</span><span class="sxs-lookup"><span data-stu-id="⟦7e0c1-03⟧">Open.</span></span>
          """)),
    ],
    passes: [
      Example(
        "The series of whole paragraphs, and a number of four digits.",
        .body(
          """
          {{pair:103}} {{pair:p101}} {{pair:1004}}
          """))
    ])

  func check(
    _ document: borrowing Document, _ detail: SideBySideDetail, _ report: inout Findings
  ) {
    for found in detail.irregularities
    where found.kind == .brokenTag && !found.isOnEscapedLine {
      report(found.range, Self.tag, document.text(found.range).string)
    }
    guard !detail.isRegular else { return }
    for pair in detail.pairs {
      for id in [pair.id, pair.sourceID] where !id.isWellFormed {
        // The ID of a damaged tag is reported above.
        guard !document.isDamaged(near: id.range) else { continue }
        report(id.range, Self.id, document.text(id.range).string)
      }
    }
  }
}
