import LintCore
import LintText

/// Characters that no text has.
struct ControlCharacter: DocumentRule {
  private static let control = Message("control", "the control character '{0}'")
  private static let privateUse = Message("private-use", "the private-use character '{0}'")

  let info = RuleInfo(
    id: "control-character", family: "characters",
    finds: "control characters other than tab and line ends, and private-use characters.",
    why: """
      They show as nothing, as a box, or as whatever a font makes of them, and some tools cut the \
      text there. U+0080 to U+009F mostly are Windows-1252 dashes and quotes that were taken for \
      Latin-1: U+0096 and U+0097 are dashes, U+0093 and U+0094 quotes. Type the character that was \
      meant, or delete it.
      """,
    severity: .error, issueType: .characters, messages: [control, privateUse],
    fails: [
      Example(
        "A dash of Windows-1252.",
        .segment(source: "Panel - open", target: "Pannello ⟦\u{97}⟧ aperto")),
      Example("A backspace.", .segment(source: "Panel", target: "Pan⟦\u{8}⟧nello")),
      Example(
        "A letter of a symbol font.", .segment(source: "Panel", target: "Pannello ⟦\u{F0B7}⟧")),
      Example("In front matter.", .file("---\ntitle: Pan⟦\u{1}⟧nello\n---\n{{pair:102}}\n")),
    ],
    passes: [
      Example("Tabs and line ends.", .body("{{pair:103}}\t{{pair:104}}\r\n")),
      Example(
        "The source has it too.", .segment(source: "Apple \u{F8FF}", target: "Apple \u{F8FF}")),
    ])

  var isForEachPage: Bool { true }

  func check(_ document: borrowing Document, _ report: inout Findings) {
    var found: [ByteRange] = []
    CharacterSearch.runs(in: document, Self.isUnwanted) { range, _ in
      found.append(range)
    }
    for range in found {
      let value = document.scalar(at: range.lower).value
      report(range, value < 0xA0 ? Self.control : Self.privateUse, CharacterSearch.name(value))
    }
  }

  private static func isUnwanted(_ value: UInt32) -> Bool {
    switch value {
    case 0x09, 0x0A, 0x0D: false
    // U+0085 among them: some programs take it for a line end, but no page has use for it.
    case 0...0x1F, 0x7F...0x9F, 0xE000...0xF8FF, 0xF0000...0xFFFFD, 0x100000...0x10FFFD: true
    default: false
    }
  }
}
