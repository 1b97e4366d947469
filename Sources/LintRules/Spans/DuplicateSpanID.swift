import LintCore

/// An ID that stands on two segments.
struct DuplicateSpanID: DocumentRule {
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

  func check(_ document: borrowing Document, _ report: inout Findings) {
    guard !SpanSequence.isRegular(document.records) else { return }
    let sequence = SpanSequence(document)
    for (record, fault) in zip(document.records, sequence.faults) {
      guard case .duplicate(let earlier) = fault else { continue }
      report(
        record.id.range, Self.duplicate, document.text(record.id.range).string,
        related: Finding.Related(document.records[earlier].id.range, "first use"))
    }
  }
}
