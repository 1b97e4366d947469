import LintCore
import LintText

/// The label of an alert in another language.
struct UnknownAlert: DocumentRule {
  private static let unknown = Message(
    "unknown", "'{0}' is the label of no alert, and shows as text")

  let info = RuleInfo(
    id: "unknown-alert", family: "markup",
    finds: "an alert whose label was translated, as in `> [!REMARQUE]`.",
    why: """
      The label of an alert is a key word that the site knows in English alone, and shows in the \
      reader's language by itself. Translated, it shows in brackets, and the alert is a plain \
      quotation. Write the label that the source has.
      """,
    precision: """
      No page of those read has such a label; of 4,000 alerts none was reported wrongly.
      """,
    severity: .warning, issueType: .markup, messages: [unknown],
    fails: [
      Example("In French.", .body("> ⟦[!REMARQUE]⟧\n> {{pair:103}}\n")),
      Example("In Japanese.", .body("> ⟦[!注意]⟧\n> {{pair:103}}\n")),
      Example("In a list item.", .body("- {{pair:103}}\n\n  > ⟦[!Nota bene]⟧\n  > {{pair:104}}\n")),
    ],
    passes: [
      Example("In English.", .body("> [!NOTE]\n> {{pair:103}}\n")),
      Example("In any letter case.", .body("> [!Tip]\n> {{pair:103}}\n")),
      Example(
        "A directive.", .body("> [!div class=\"checklist\"]\n> {{pair:103}}\n")),
      Example("A snippet.", .body("> [!code-console[](hive.txt)]\n\n{{pair:103}}\n")),
      Example("A video.", .body("> [!VIDEO https://hive.example/lid]\n\n{{pair:103}}\n")),
      Example("No quotation.", .body("[!Nota]\n\n{{pair:103}}\n")),
    ])

  /// The labels of GitHub and Microsoft Learn, and of other sites whose pages have the same form.
  private static let labels: [StaticString] = [
    "NOTE", "TIP", "IMPORTANT", "CAUTION", "WARNING",
    "ABSTRACT", "ADMIN", "ALERT", "ATTENTION", "AVAILABILITY", "BUG", "CHECK", "CITE", "DANGER",
    "DEPRECATED", "DONE", "ERROR", "EXAMPLE", "FAIL", "FAILURE", "FAQ", "HELP", "HINT", "INFO",
    "MISSING", "MORELIKETHIS", "PREREQUISITES", "QUESTION", "QUOTE", "SUCCESS", "SUMMARY", "TLDR",
    "TODO", "INCLUDE", "VIDEO", "DIV", "CODE", "TABS", "PDF", "TOC", "BADGE", "REFERENCE", "SAMPLE",
    "NEXTSTEP", "SNIPPET", "EMBED", "IMAGE",
  ]

  func check(_ document: borrowing Document, _ report: inout Findings) {
    guard let marks = document.structure?.marks else { return }
    for mark in marks where mark.kind == .alert {
      let text = document.text(mark.range)
      let label = text.bytes.extracting(2..<text.count - 1)
      guard !label.isEmpty, Self.isWords(label),
        !Self.labels.contains(where: { label.equalsIgnoringCase($0) })
      else { continue }
      report(mark.range, Self.unknown, text.string)
    }
  }

  /// Whether there are letters and spaces alone: directives have addresses and values besides.
  private static func isWords(_ label: Span<UInt8>) -> Bool {
    label.count <= 60 && !label.contains { !$0.isTextLetter && $0 != 0x20 }
  }
}
