import LintCore
internal import Markdown

/// A fence that turns segments into code, or that is none.
struct SpanInCode: DocumentRule {
  private static let open = Message(
    "open", "the code that '{0}' begins has no end before the next segment, which shows as code")
  private static let stray = Message(
    "stray", "'{0}' stands behind the text of its line and begins no code")

  let info = RuleInfo(
    id: "span-in-code", family: "spans",
    finds: "a code fence that is not closed before the next segment, or stands behind one.",
    why: """
      A fence of backticks or tildes turns all that follows into code until another one closes it: \
      with that one lost, readers see spans and IDs in the place of text. Behind the text of a line a \
      fence is none, and what it should hold shows as text. Give the fence that is missing, or begin \
      a new line before it.
      """,
    precision: """
      No page of those read has such a fence; of 9,000 fences none was reported wrongly.
      """,
    severity: .error, issueType: .markup, messages: [open, stray],
    fails: [
      Example(
        "The end of the code is lost.",
        .body(
          "{{pair:103}}\n\n⟦```⟧console\nhive open\n\n{{pair:104}}\n\n```console\nhive shut\n```\n")
      ),
      Example(
        "The fence stands at the end of a sentence.",
        .body(
          """
          1. {{pair:103}} ⟦```⟧console
             hive open
             ```

          2. {{pair:104}} ⟦```⟧console
             hive shut
             ```

          """)),
      Example(
        "In a quote.",
        .body("> {{pair:103}}\n>\n> ⟦```⟧console\n> hive open\n>\n> {{pair:104}}\n>\n> ```\n")),
      Example(
        "In a list item, with text that belongs to it.",
        .body("- {{pair:103}}\n\n  ⟦~~~⟧\n  hive open\n\n  {{pair:104}}\n\n~~~\n")),
    ],
    passes: [
      Example(
        "It is closed.",
        .body("{{pair:103}}\n\n```console\nhive open\n```\n\n{{pair:104}}\n")),
      Example(
        "Code with three backticks in a sentence.", .body("{{pair:103}} ```hive``` {{pair:104}}\n")),
      Example(
        "It goes to the end of the page.", .body("{{pair:103}}\n\n```console\nhive open\n")),
      Example(
        "The list item ends, and the code with it.",
        .body("- {{pair:103}}\n\n  ```console\n  hive open\n\n{{pair:104}}\n")),
      Example(
        "The quote ends, and the code with it.",
        .body("> ```console\n> hive open\n\n> {{pair:103}}\n")),
      Example(
        "A fence in a comment.",
        .body("<!--\n```console\nhive open\n-->\n\n{{pair:103}}\n")),
      Example(
        "A fence of four holds one of three.",
        .body("{{pair:103}}\n\n````md\n```\nhive\n````\n\n{{pair:104}}\n")),
    ])

  func check(_ document: borrowing Document, _ report: inout Findings) {
    guard let marks = document.structure?.marks else { return }
    for mark in marks {
      switch mark.kind {
      case .fence where mark.level > 0:
        report(mark.range, Self.open, document.text(mark.range).string)
      case .strayFence: report(mark.range, Self.stray, document.text(mark.range).string)
      default: break
      }
    }
  }
}
