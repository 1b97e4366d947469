import LintCore

/// A segment whose number is not where it belongs.
struct MisorderedSpanID: SpanRule {
  private static let misordered = Message(
    "misordered", "the span ID '{0}' is out of order: the one before it is '{1}'")
  private static let first = Message(
    "first", "the span ID '{0}' is out of order: the one after it is '{1}'")

  let info = RuleInfo(
    id: "misordered-span-id", family: "spans",
    finds: "a segment whose number does not rise with those around it.",
    why: """
      Numbers follow the source from top to bottom. One that falls back shows that a sentence was \
      moved, so the page says things in another order than its source does, or that the ID was \
      mistyped and the translation will be handed back for another sentence. Move the segment back \
      or restore its number.
      """,
    severity: .error, issueType: .markup, messages: [misordered, first],
    fails: [
      Example(
        "Two sentences changed places.",
        .body("{{pair:103}} {{pair:105}} {{pair:⟦104⟧}} {{pair:106}}")),
      Example(
        "A number was mistyped: the one that does not fit is told, not the one after it.",
        .body("{{pair:103}} {{pair:104}} {{pair:⟦205⟧}} {{pair:106}} {{pair:107}}")),
    ],
    passes: [
      Example(
        "Paragraphs are numbered apart, and gaps are natural.",
        .body("{{pair:103}} {{pair:p101}} ![Un pannello](a.png) {{pair:107}} {{pair:p102}}"))
    ])

  func check(
    _ document: borrowing Document, _ detail: SideBySideDetail, _ report: inout Findings
  ) {
    guard !detail.isRegular else { return }
    let sequence = SpanSequence(detail.pairs)
    for (index, pair) in detail.pairs.enumerated() {
      guard case .misordered = sequence.faults[index] else { continue }
      let before = index > 0 ? detail.pairs[index - 1].id : nil
      let after = index + 1 < detail.pairs.count ? detail.pairs[index + 1].id : nil
      if let before, before.number >= pair.id.number || after == nil {
        report(
          pair.id.range, Self.misordered, document.text(pair.id.range).string,
          document.text(before.range).string, related: Finding.Related(before.range, "before it"))
      } else if let after {
        report(
          pair.id.range, Self.first, document.text(pair.id.range).string,
          document.text(after.range).string, related: Finding.Related(after.range, "after it"))
      }
    }
  }
}
