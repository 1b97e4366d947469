import LintCore
import LintText
internal import Markdown

/// A page whose front matter is missing, or is never closed.
struct MissingFrontMatter: SpanRule {
  private static let absent = Message(
    "absent", "the front matter is missing: the first segment has the number '{0}'")
  private static let unclosed = Message(
    "unclosed", "the front matter that begins with '{0}' is never closed")

  let info = RuleInfo(
    id: "missing-front-matter", family: "metadata",
    finds: "a page whose front matter is gone or never closed.",
    why: """
      Without front matter the page has no title, no description and no link to its source: the \
      site shows it wrongly and the hand-back tools cannot place it. A first number above 101 \
      proves that there was one, for title and description take the first numbers. Restore the \
      block between the two lines `---` from the file's history.
      """,
    severity: .error, issueType: .nonConformance, messages: [absent, unclosed],
    fails: [
      Example(
        "The block was deleted.",
        .file(
          """
          # <a name="panel"></a><span data-ttu-id="⟦7e0c1-103⟧">Pannello</span><span class="sxs-lookup"><span data-stu-id="7e0c1-103">Panel</span></span>

          """)),
      Example(
        "The closing line was deleted.",
        .file(
          """
          ⟦---⟧
          title: Pannello
          ms.contentlocale: it-IT

          # <a name="panel"></a><span data-ttu-id="7e0c1-102">Pannello</span><span class="sxs-lookup"><span data-stu-id="7e0c1-102">Panel</span></span>

          """)),
    ],
    passes: [
      Example(
        "An include has none, and begins at 101.",
        .file(
          """
          <span data-ttu-id="7e0c1-101">Apri il pannello.</span><span class="sxs-lookup"><span data-stu-id="7e0c1-101">Open the panel.</span></span>

          """)),
      Example("A file without segments.", .file("Solo testo.\n")),
    ])

  func check(
    _ document: borrowing Document, _ detail: SideBySideDetail, _ report: inout Findings
  ) {
    if let frontMatter = document.frontMatter {
      guard !frontMatter.isClosed, document.isBilingual, !document.hasTranslatedFrontMatter
      else { return }
      report(ByteRange(frontMatter.range.lower, frontMatter.range.lower + 3), Self.unclosed, "---")
      return
    }
    // A damaged pair before the first whole one may have had the number 101.
    let numbered = detail.pairs.filter { $0.id.isWellFormed && !$0.id.isParagraph }
    guard detail.pairs.first?.id.isParagraph == false,
      let first = numbered.min(by: { $0.id.number < $1.id.number })?.id, first.number > 101,
      !detail.irregularities.contains(where: { $0.range.lower < first.range.lower })
    else { return }
    report(first.range, Self.absent, document.text(first.range).string)
  }
}
