import LintCore
import LintText

/// Tabs that nothing ends, so that the rest of the page is in the last one.
struct UnclosedTabGroup: DocumentRule {
  private static let unclosed = Message(
    "unclosed", "the tab '{0}' goes on in the section '{1}': the line that ends the tabs is missing"
  )

  private static let broken = Message(
    "broken", "'{0}' ends no tabs; a line of three asterisks does")

  let info = RuleInfo(
    id: "unclosed-tab-group", family: "markup",
    finds: "a group of tabs, `# [Title](#tab/name)`, without the `***` that ends it.",
    why: """
      The last tab goes on until a line of `***` or `---`. With that line lost, the sections that \
      follow stand in the tab, and whoever has chosen another one does not see them. Put the line \
      back where the source has it.
      """,
    precision: """
      No page of those read lacks the line; of 840 tabs none was reported wrongly.
      """,
    severity: .warning, issueType: .markup, messages: [unclosed, broken],
    fails: [
      Example(
        "A section follows the tabs.",
        .body(
          """
          ### [{{pair:103}}](#tab/console)

          {{pair:104}}

          ### [{{pair:105}}](⟦#tab/panel⟧)

          {{pair:106}}

          ## {{pair:107}}

          """)),
      Example(
        "A line that lost an asterisk.",
        .body("# [{{pair:103}}](#tab/console)\n\n{{pair:104}}\n\n⟦**⟧\n\n## {{pair:105}}\n")),
    ],
    passes: [
      Example(
        "The line is there.",
        .body(
          """
          ### [{{pair:103}}](#tab/console)

          {{pair:104}}

          ***

          ## {{pair:105}}

          """)),
      Example(
        "Another line ends them, too.",
        .body("# [{{pair:103}}](#tab/console)\n\n{{pair:104}}\n\n---\n\n# {{pair:105}}\n")),
      Example(
        "A heading in a tab.",
        .body("## [{{pair:103}}](#tab/console)\n\n### {{pair:104}}\n\n{{pair:105}}\n")),
      Example(
        "Nothing follows the tabs.", .body("## [{{pair:103}}](#tab/console)\n\n{{pair:104}}\n")),
    ])

  func check(_ document: borrowing Document, _ report: inout Findings) {
    guard let marks = document.structure?.marks else { return }
    var tab: PageStructure.Mark?
    for mark in marks {
      switch mark.kind {
      case .tab: tab = mark
      case .thematicBreak: tab = nil
      case .brokenBreak where tab != nil:
        report(mark.range, Self.broken, document.text(mark.range).string)
        tab = nil
      case .heading:
        guard let open = tab, mark.level <= open.level else { continue }
        // What stands in the heading is a segment, if it is text.
        let text =
          mark.record < document.records.count
          ? document.text(document.records[mark.record].target).string : ""
        report(open.range, Self.unclosed, document.text(open.range).string, text)
        tab = nil
      default: break
      }
    }
  }
}
