import LintCore

/// Markup of a pair whose quotes or brackets were turned into character references.
struct EscapedSpanMarkup: Rule {
  private static let escaped = Message("escaped", "the markup '{0}' is escaped")

  let info = RuleInfo(
    id: "escaped-span-markup", family: "spans",
    finds: "span markup whose quotes or brackets became `&quot;` or `&lt;`, once a line.",
    why: """
      Escaped markup is text: the reader sees the span tags, and the English beside the \
      translation, in the middle of the page, and the hand-back tools do not see the pair. Some \
      program that handled the file escaped its quotes. Turn `&quot;` back into `"` (and `&lt;` \
      into `<`) in all tags of the line, and look for the program.
      """,
    severity: .error, issueType: .markup, messages: [escaped],
    fails: [
      Example(
        "The quotes of both halves.",
        .body(
          """
          ⟦<span data-ttu-id=&quot;7e0c1-103&quot;>⟧Apri.</span><span class=&quot;sxs-lookup&quot;><span data-stu-id=&quot;7e0c1-103&quot;>Open.</span></span>
          """)),
      Example(
        "The escape begins in the middle of a tag.",
        .body(
          """
          {{pair:103}} ⟦<span data-ttu-id="7e0c1-104&quot;>⟧Apri.</span><span class=&quot;sxs-lookup&quot;><span data-stu-id=&quot;7e0c1-104&quot;>Open.</span></span>
          """)),
      Example(
        "The brackets too.",
        .body(
          """
          &lt;⟦span data-ttu-id=⟧&quot;7e0c1-103&quot;&gt;Apri.&lt;/span&gt;
          """)),
    ],
    passes: [
      Example(
        "Escaped text that is not a pair's.",
        .segment(source: "Write &lt;span&gt; here.", target: "Scrivi &lt;span&gt; qui."))
    ])

  func check(_ document: borrowing Document, _ report: inout Findings) {
    for found in document.irregularities where found.kind == .escapedMarkup {
      report(found.range, Self.escaped, document.text(found.range).string)
    }
  }
}
