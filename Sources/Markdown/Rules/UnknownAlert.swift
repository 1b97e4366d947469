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
      Example(
        "In a segment.", .body("> {{pair:103|[!TIP]|⟦[!CONSIGLIO]⟧}}\n> {{pair:104}}\n")),
      Example(
        "Where the source is a file of its own.",
        .pair(
          source: "> [!NOTE]\n> Open.\n", target: "> ⟦[!NOTA]⟧\n> Apri.\n")),
      Example(
        "Marks of it are lost.",
        .pair(
          source: "> [!NOTE]\n> Open.\n", target: "> ⟦[NOTE]⟧\n> Apri.\n")),
      Example(
        "Its bracket is lost.",
        .pair(source: "> [!NOTE]\n> Open.\n", target: "> ⟦[!NOTE⟧\n> Apri.\n")),
      Example("With backslashes.", .body("> ⟦\\[!TIP\\]⟧\n> {{pair:103}}\n")),
      Example("With a mark of full width.", .body("> ⟦[！TIP]⟧\n> {{pair:103}}\n")),
      Example("In a list item.", .body("- {{pair:103}}\n\n  > ⟦[!Nota bene]⟧\n  > {{pair:104}}\n")),
      Example(
        "A space in a label that a title stands behind.",
        .pair(
          source: "> [!TIP] The lid\n>\n> Open.\n", target: "> ⟦[! TIP]⟧ Il coperchio\n>\n> Apri.\n"
        )),
    ],
    passes: [
      Example("In English.", .body("> [!NOTE]\n> {{pair:103}}\n")),
      Example(
        "One that the source has.",
        .pair(source: "> [!LAMP]\n> Open.\n", target: "> [!LAMP]\n> Apri.\n")),
      Example("In any letter case.", .body("> [!Tip]\n> {{pair:103}}\n")),
      Example(
        "A directive.", .body("> [!div class=\"checklist\"]\n> {{pair:103}}\n")),
      Example(
        "A directive with a word.", .body("> [!REVIEW hive]\n> {{pair:103}}\n")),
      Example("A snippet.", .body("> [!code-console[](hive.txt)]\n\n{{pair:103}}\n")),
      Example("A video.", .body("> [!VIDEO https://hive.example/lid]\n\n{{pair:103}}\n")),
      Example("A link.", .body("> [!Nota](hive.md)\n> {{pair:103}}\n")),
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
    checkSegments(document, &report)
    guard let marks = document.structure?.marks else { return }
    for mark in marks where mark.kind == .alert {
      let text = document.text(mark.range)
      // Where the source is a file of its own, what is left of a label is marked, too.
      if document.source != nil, !text.bytes.has("[!", at: 0) || !text.bytes.contains("]") {
        report(mark.range, Self.unknown, text.string)
        continue
      }
      guard let label = Self.label(text.bytes) else { continue }
      // With a backslash or another mark it is none, whatever it says.
      let isKnown = Self.isKnown(text.bytes.extracting(label))
      let isWhole = text.bytes.has("[!", at: 0)
      guard isWhole ? !isKnown && Self.isWords(text.bytes.extracting(label)) : isKnown
      else { continue }
      report(mark.range, Self.unknown, text.string)
    }
  }

  /// Reports segments whose source is a label and whose target is none.
  private func checkSegments(_ document: borrowing Document, _ report: inout Findings) {
    // Where the source is a file of its own, an alert is a block and no text.
    guard document.source == nil, document.markdown != nil else { return }
    let bytes = document.bytes.span
    let records = document.records.span
    for index in records.indices {
      let source = records[index].source
      guard source.lower + 2 < source.upper, unsafe bytes[unchecked: source.lower] == 0x5B,
        unsafe bytes[unchecked: source.lower + 1] == 0x21
      else { continue }
      let (right, wrong) = (document.text(source), document.text(records[index].target).trimmed)
      guard let label = Self.label(right.trimmed.bytes),
        Self.isKnown(right.trimmed.bytes.extracting(label)), !wrong.bytes.isEmpty
      else { continue }
      if let kept = Self.label(wrong.bytes), wrong.bytes.has("[!", at: 0),
        Self.isKnown(wrong.bytes.extracting(kept))
      {
        continue
      }
      report(wrong, Self.unknown, wrong.string)
    }
  }

  private static func isKnown(_ label: Span<UInt8>) -> Bool {
    labels.contains { label.equalsIgnoringCase($0) }
  }

  /// The range of the label of `[!NOTE]`, if the text is one, with backslashes or an exclamation mark of
  /// full width or not.
  private static func label(_ text: Span<UInt8>) -> Range<Int>? {
    var start = 0
    if text.has("\\", at: 0) { start = 1 }
    guard text.has("[", at: start) else { return nil }
    if text.has("!", at: start + 1) {
      start += 2
    } else if text.has("！", at: start + 1) {
      start += 4
    } else {
      return nil
    }
    guard text.has("]", at: text.count - 1) else { return nil }
    let end = text.has("\\]", at: text.count - 2) ? text.count - 2 : text.count - 1
    return start < end ? start..<end : nil
  }

  /// Whether there are letters and spaces alone: directives have addresses and values besides, or words
  /// behind one in capitals.
  private static func isWords(_ label: Span<UInt8>) -> Bool {
    guard label.count <= 60, !label.contains(where: { !$0.isTextLetter && $0 != 0x20 }) else {
      return false
    }
    guard let space = label.firstIndex(of: 0x20), space > 0 else { return true }
    let isKeyWord = !label.extracting(0..<space).contains { !$0.isUppercase }
    return !isKeyWord || !label.contains { $0.isLowercase || $0 >= 0x80 }
  }
}
