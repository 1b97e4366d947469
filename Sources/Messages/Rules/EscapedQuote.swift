package import LintCore
import LintText

/// A backslash before a quotation mark that readers will see.
package struct EscapedQuote: MessageRule {
  private static let escaped = Message(
    "escaped", "the backslash in '{0}' is shown; the source has none")

  package let info = RuleInfo(
    id: "escaped-quote", family: "messages",
    finds:
      "a backslash before a quotation mark, where the source has no backslash.",
    why: """
      In the file a quotation mark is written `\\"`. Here it was escaped twice, as tools do that take a text for \
      one without escapes: what stands in the file is `\\\\\\"`, and readers see `\\"`; in a tag, the attribute is broken. \
      Take the backslashes out, as `--fix=suggested` does.
      """,
    precision: "All 26 messages in 70,426 texts, of two translations, were true.",
    severity: .warning, profile: nil, profiles: [.messages: .default],
    issueType: .characters, fixable: .suggested, messages: [escaped],
    fails: [
      Example(
        "Escaped twice.", fileExtension: "po",
        .file("msgid \"Open “Hive”.\"\nmsgstr \"Apri ⟦\\\\\\\"⟧Hive\\\\\\\".\"\n")),
      Example(
        "An apostrophe.", fileExtension: "po",
        .file("msgid \"Open the hive.\"\nmsgstr \"Apri l⟦\\\\'⟧arnia.\"\n")),
    ],
    passes: [
      Example(
        "The source has backslashes, too.", fileExtension: "po",
        .file("msgid \"Write \\\\\\\"Hive\\\\\\\".\"\nmsgstr \"Scrivi \\\\\\\"Arnia\\\\\\\".\"\n")),
      Example(
        "A quotation mark as files have it.", fileExtension: "po",
        .file("msgid \"Open “Hive”.\"\nmsgstr \"Apri \\\"Hive\\\".\"\n")),
      Example(
        "In an address, where it is told as another one.", fileExtension: "po",
        .file(
          "msgid \"<a href=\\\"/lid\\\">Open</a>\"\nmsgstr \"<a href=\\\\\\\"/lid\\\\\\\">Apri</a>\"\n"
        )),
      Example(
        "Markup, in which a backslash is not shown.", fileExtension: "po",
        .file("msgid \"Use ``open``.\"\nmsgstr \"Usa ``open``\\\\'.\"\n")),
    ])

  package let needs: SegmentTraits = .always

  package func check(
    _ segment: borrowing Segment, _ detail: any MessageDetail, _ shared: inout SharedWork,
    _ report: inout Findings
  ) {
    let target = segment.target.bytes
    guard var found = target.firstIndex(of: 0x5C), !detail.isMarkdown(segment.index),
      segment.source.bytes.firstIndex(of: 0x5C) == nil, target.firstIndex(of: 0x60) == nil
    else { return }
    var first: Int?
    var edits: [Fix.Edit] = []
    while true {
      if found + 1 < target.count, target[found + 1] == 0x22 || target[found + 1] == 0x27,
        // Of two backslashes the second is what the first keeps.
        found == 0 || target[found - 1] != 0x5C
      {
        // Of an address `changed-tag` tells it.
        if target.has("href=", at: found - 5) || target.has("src=", at: found - 4) { return }
        if first == nil { first = found }
        let start = segment.target.range.lower + found
        edits.append(Fix.Edit(ByteRange(start, start + 1)))
      }
      guard let next = target.firstIndex(of: 0x5C, from: found + 1) else { break }
      found = next
    }
    guard let first else { return }
    let place = segment.target[first..<first + 2]
    report(
      place, Self.escaped, place.string,
      fix: Fix(.suggested, "Take the backslashes out.", edits))
  }
}
