import LintCore

/// An ID that stands on two segments.
struct DuplicateSpanID: SpanRule {
  private static let duplicate = Message("duplicate", "the span ID '{0}' is used before")

  let info = RuleInfo(
    id: "duplicate-span-id", family: "spans",
    finds: "a span ID that an earlier segment of the file has.",
    why: """
      Two segments with one ID can't both be handed back: one of the translations overwrites the \
      other. This comes of copying a paragraph with its markup. Delete the copy, or, if the number \
      was mistyped, give the segment the one that its neighbours leave free.
      """,
    severity: .error, issueType: .markup, messages: [duplicate],
    fails: [
      Example(
        "A paragraph was copied.",
        .body(
          """
          {{pair:103}}

          {{pair:104}}

          {{pair:⟦103⟧}}
          """))
    ],
    passes: [
      Example(
        "Paragraphs and sentences are numbered apart.", .body("{{pair:103}} {{pair:p103}}"))
    ])

  func check(
    _ document: borrowing Document, _ detail: SideBySideDetail, _ report: inout Findings
  ) {
    guard !detail.isRegular else { return }
    let sequence = SpanSequence(detail.pairs)
    for (pair, fault) in zip(detail.pairs, sequence.faults) {
      guard case .duplicate(let earlier) = fault else { continue }
      report(
        pair.id.range, Self.duplicate, document.text(pair.id.range).string,
        related: Finding.Related(detail.pairs[earlier].id.range, "first use"))
    }
  }
}
