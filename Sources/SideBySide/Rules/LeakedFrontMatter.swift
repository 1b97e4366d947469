import LintCore
internal import Markdown

/// Front matter that was translated as if it were text.
struct LeakedFrontMatter: DocumentRule {
  private static let leaked = Message("leaked", "the front matter was translated as text: '{0}'")

  let info = RuleInfo(
    id: "leaked-front-matter", family: "metadata",
    finds: "front matter whose keys were taken for sentences and translated.",
    why: """
      The source's front matter was not YAML, so the tools took it for text: its keys are in a span \
      and may be translated, the page has no metadata, and the reader sees `title:` and `author:` in \
      the middle of it. Mend the source's front matter and have the page handed off again.
      """,
    severity: .error, issueType: .nonConformance, messages: [leaked],
    fails: [
      Example(
        "Title and author in one sentence.",
        .file(
          """
          ---
          <span data-ttu-id="7e0c1-101">⟦titolo: "Pannello" author: ada⟧</span><span class="sxs-lookup"><span data-stu-id="7e0c1-101">title: "Panel" author: ada</span></span>
          ---

          {{pair:102}}

          """))
    ],
    passes: [
      Example(
        "A rule, and a sentence with a colon.",
        .file("{{pair:101}}\n\n---\n{{pair:102}}\n\n---\n"))
    ])

  func check(_ document: borrowing Document, _ report: inout Findings) {
    guard document.source == nil, document.hasTranslatedFrontMatter,
      let first = document.records.first
    else { return }
    let text = document.text(first.target)
    report(text, Self.leaked, text.trimmed.string)
  }
}
