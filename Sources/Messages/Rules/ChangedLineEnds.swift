package import LintCore
import LintText

/// A message that begins or ends with a line break where its source has none, or the other way round.
package struct ChangedLineEnds: MessageRule {
  private static let lostFirst = Message(
    "lost-first", "the source begins with a line break, '{0}' does not")
  private static let lostLast = Message(
    "lost-last", "the source ends with a line break, '{0}' does not")
  private static let addedFirst = Message(
    "added-first", "a line break stands before '{0}', the source has none there")
  private static let addedLast = Message(
    "added-last", "a line break stands behind '{0}', the source has none there")

  package let info = RuleInfo(
    id: "changed-line-ends", family: "messages",
    finds: "a line break at the beginning or end of a message that only one of the halves has.",
    why: """
      Programs print messages one after the other: without its line break one runs into the next, and with one \
      more there is an empty line. `msgfmt -c` refuses to compile such a file. Begin and end the translation as \
      the source does.
      """,
    severity: .error, profile: nil, profiles: [.messages: .default],
    issueType: .formatting, messages: [lostFirst, lostLast, addedFirst, addedLast],
    fails: [
      Example(
        "Lost at the end.", fileExtension: "po",
        .file("msgid \"Opened.\\n\"\nmsgstr \"Aperto⟦.⟧\"\n")),
      Example(
        "Added at the beginning.", fileExtension: "po",
        .file("msgid \"Opened.\"\nmsgstr \"⟦\\n⟧Aperto.\"\n")),
      Example(
        "Lost at the beginning.", fileExtension: "po",
        .file("msgid \"\\nOpened.\"\nmsgstr \"⟦A⟧perto.\"\n")),
      Example(
        "Added at the end.", fileExtension: "po",
        .file("msgid \"Opened.\"\nmsgstr \"Aperto.⟦\\n⟧\"\n")),
    ],
    passes: [
      Example(
        "Line breaks inside are free.", fileExtension: "po",
        .file("msgid \"Open\\nthe lid.\\n\"\nmsgstr \"Apri il coperchio.\\n\"\n"))
    ])

  package let needs: SegmentTraits = .always

  package func check(
    _ segment: borrowing Segment, _ detail: any MessageDetail, _ shared: inout SharedWork,
    _ report: inout Findings
  ) {
    let (source, target) = (segment.source.bytes, segment.target.bytes)
    guard !source.isEmpty, !target.isEmpty else { return }
    let words = target.extracting(target.trimmedRange)
    if Self.begins(source) != Self.begins(target) {
      report(
        segment.target[0..<target.scalar(at: 0).length],
        Self.begins(source) ? Self.lostFirst : Self.addedFirst,
        String(words.extracting(words.firstWord)))
    }
    if Self.ends(source) != Self.ends(target) {
      let start = target.count - target.scalar(before: target.count).length
      report(
        segment.target[start..<target.count], Self.ends(source) ? Self.lostLast : Self.addedLast,
        String(words.extracting(words.lastWord)))
    }
  }

  private static func begins(_ text: Span<UInt8>) -> Bool { text[0] == 0x0A }

  private static func ends(_ text: Span<UInt8>) -> Bool { text[text.count - 1] == 0x0A }
}
