import LintCore

/// A segment that was written for another file.
struct ForeignSpanPrefix: SpanRule {
  private static let foreign = Message(
    "foreign", "the span ID '{0}' has not the prefix '{1}' of this file")

  let info = RuleInfo(
    id: "foreign-span-prefix", family: "spans",
    finds: "a prefix other than the one that most segments of the file have.",
    why: """
      A file has one prefix, made anew at every hand-back. A segment with another one was copied \
      from another page or from an older hand-back, and is not found at the next one. Give it the \
      file's prefix if the number and the source fit, else take the segment out.
      """,
    severity: .error, issueType: .markup, messages: [foreign],
    fails: [
      Example(
        "A sentence from another page.",
        .body(
          """
          {{pair:103}} {{pair:104}} <span data-ttu-id="⟦0a1b2-105⟧">Apri.</span><span class="sxs-lookup"><span data-stu-id="0a1b2-105">Open.</span></span>
          """))
    ],
    passes: [Example("One prefix.", .body("{{pair:103}} {{pair:p101}} {{pair:104}}"))])

  func check(
    _ document: borrowing Document, _ detail: SideBySideDetail, _ report: inout Findings
  ) {
    guard !detail.isRegular else { return }
    let sequence = SpanSequence(detail.pairs)
    guard let prefix = sequence.prefix else { return }
    for (pair, fault) in zip(detail.pairs, sequence.faults) {
      guard case .foreign = fault else { continue }
      let hex = String(prefix, radix: 16)
      report(
        pair.id.range, Self.foreign, document.text(pair.id.range).string,
        String(repeating: "0", count: 5 - hex.utf8.count) + hex)
    }
  }
}
