import LintCore

/// Two halves of a pair with different IDs.
struct MismatchedSpanID: SpanRule {
  private static let mismatch = Message(
    "mismatch", "the source half has the ID '{1}', its target half '{0}'")

  let info = RuleInfo(
    id: "mismatched-span-id", family: "spans",
    finds: "two halves of a pair with different IDs.",
    why: """
      The next hand-back stores this translation under the ID of one half and looks for it under \
      that of the other: the sentence is lost, or stands where another belongs. Find out from the \
      neighbours which ID is right, and whether the two halves belong together at all: text that \
      was moved half by half looks like this too.
      """,
    severity: .error, issueType: .markup, messages: [mismatch],
    fails: [
      Example(
        "A digit was changed.",
        .body(
          """
          <span data-ttu-id="7e0c1-103">Apri.</span><span class="sxs-lookup"><span data-stu-id="⟦7e0c1-108⟧">Open.</span></span>
          """))
    ],
    passes: [
      Example("The halves agree.", .body("{{pair:103}} {{pair:p101}}")),
      Example(
        "An ID that can't be read is another rule's.",
        .body(
          """
          <span data-ttu-id="7e0c1_103">Apri.</span><span class="sxs-lookup"><span data-stu-id="7e0c1-103">Open.</span></span>
          """)),
    ])

  func check(
    _ document: borrowing Document, _ detail: SideBySideDetail, _ report: inout Findings
  ) {
    guard !detail.isRegular else { return }
    for pair in detail.pairs
    where pair.id.isWellFormed && pair.sourceID.isWellFormed
      && !pair.id.matches(pair.sourceID)
    {
      // Damaged markup may have joined a target with the source of another pair.
      guard !document.isDamaged(near: pair.range) else { continue }
      report(
        pair.sourceID.range, Self.mismatch, document.text(pair.id.range).string,
        document.text(pair.sourceID.range).string,
        related: Finding.Related(pair.id.range, "target half"))
    }
  }
}
