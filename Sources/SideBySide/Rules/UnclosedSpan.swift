import LintCore

/// A half that is never closed.
struct UnclosedSpan: SpanRule {
  private static let unclosed = Message("unclosed", "'{0}' is never closed")

  let info = RuleInfo(
    id: "unclosed-span", family: "spans",
    finds: "a half that is never closed, and a file that ends inside one.",
    why: """
      An open span swallows what follows it: the hand-back tools read the next sentences as part of \
      this one, and the browser hides or restyles the rest of the page. Add the `</span>` that is \
      missing: one after the target, two after the source. If the file ends here, the end of the \
      page was cut off: fetch it again.
      """,
    severity: .error, issueType: .markup, messages: [unclosed],
    fails: [
      Example(
        "The end of the target was deleted.",
        .body(
          """
          ⟦<span data-ttu-id="7e0c1-103">⟧Apri il pannello.<span class="sxs-lookup"><span data-stu-id="7e0c1-103">Open the panel.</span></span>
          """)),
      Example(
        "One of the two ends of the source was deleted.",
        .body(
          """
          <span data-ttu-id="7e0c1-103">Apri il pannello.</span><span class="sxs-lookup">⟦<span data-stu-id="7e0c1-103">⟧Open the panel.</span>

          {{pair:104}}
          """)),
      Example(
        "The page was cut off.",
        .body(
          """
          {{pair:103}}

          ⟦<span data-ttu-id="7e0c1-104">⟧Apri il pann
          """)),
    ],
    passes: [
      Example(
        "A literal span in code, and one after a backslash.",
        .segment(
          source: "Use `<span class=\"x\">` or \\<span>.",
          target: "Usa `<span class=\"x\">` o \\<span>.")),
      Example(
        "An icon at the very end of the source.",
        .segment(
          source: "Select <span class=\"icon\"></span>",
          target: "Seleziona <span class=\"icon\"></span>")),
    ])

  func check(
    _ document: borrowing Document, _ detail: SideBySideDetail, _ report: inout Findings
  ) {
    for found in detail.irregularities
    where found.kind == .unclosedHalf && !found.isOnEscapedLine {
      report(found.range, Self.unclosed, document.text(found.range).string)
    }
  }
}
