import LintCore
import LintText

/// U+FFFD: what is left of a character that was lost.
struct ReplacementCharacter: DocumentRule {
  private static let one = Message("one", "'{0}' stands where a character was lost")
  private static let several = Message(
    "several", "{0} characters were lost here, beginning with '{1}'")

  let info = RuleInfo(
    id: "replacement-character", family: "characters",
    finds: "the sign U+FFFD, left where a character was lost, also in front matter.",
    why: """
      The text was decoded with the wrong encoding, and the letters under each `�` are gone: the \
      reader sees a row of question marks. They can't be computed back; take the sentence from the \
      hand-off or translate it again.
      """,
    precision: """
      Of 45 findings read on real pages, 45 were true.
      """,
    severity: .error, profiles: [.messages: .default], issueType: .characters,
    messages: [one, several],
    fails: [
      Example("One letter.", .segment(source: "Because", target: "Perch⟦\u{FFFD}⟧")),
      Example(
        "A whole sentence is one finding.",
        .segment(
          source: "Open the panel.",
          target: "⟦\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}⟧ \u{FFFD}\u{FFFD} panel.")),
      Example(
        "A title.",
        .file("---\ntitle: Caff⟦\u{FFFD}⟧\n{{keys}}\n---\n{{pair:102}}\n")),
    ],
    passes: [
      Example(
        "A page about the character.",
        .segment(source: "Shown as \u{FFFD}.", target: "Mostrato come \u{FFFD}."))
    ])

  var isForEachPage: Bool { true }

  func check(_ document: borrowing Document, _ report: inout Findings) {
    var group: (range: ByteRange, record: Int?, count: Int)?
    var groups: [(range: ByteRange, record: Int?, count: Int)] = []
    // The end of the last run: to look for a line end from the first run of the group on each time
    // would take the square of a line's length.
    var end = 0
    CharacterSearch.runs(in: document, { $0 == 0xFFFD }) {
      range, record in
      // Runs in one segment, or outside the pairs on one line, have one cause and are one finding.
      let count = range.count / 3
      defer { end = range.upper }
      if let last = group, last.record == record,
        record != nil || !hasLineEnd(document.bytes.span, end, range.lower)
      {
        group = (last.range, record, last.count + count)
        return
      }
      if let last = group { groups.append(last) }
      group = (range, record, count)
    }
    if let last = group { groups.append(last) }
    for group in groups {
      if group.count == 1 {
        report(group.range, Self.one, "U+FFFD")
      } else {
        report(group.range, Self.several, String(group.count), "U+FFFD")
      }
    }
  }

  private func hasLineEnd(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    bytes.extracting(min(start, end)..<end).firstIndex(of: 0x0A) != nil
  }
}
