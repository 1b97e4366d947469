import LintCore
import LintText

/// Controls of the bidirectional algorithm where nothing runs from right to left.
struct BidiControl: DocumentRule {
  private static let control = Message("control", "the bidirectional control '{0}'")

  let info = RuleInfo(
    id: "bidi-control", family: "characters",
    finds:
      "embedding, override and isolate controls in a locale that is not written right to left.",
    why: """
      These invisible characters change the order in which the reader sees the text, so that a \
      command or address can read as another than it is. In a language that runs from left to right \
      they have no use; they come along when text is pasted. Delete them: `--fix=suggested` does so.
      """,
    severity: .error, profiles: [.messages: .default], issueType: .characters, fixable: .suggested,
    messages: [control],
    fails: [
      Example("An override.", .segment(source: "Panel", target: "Pan⟦\u{202E}⟧nello")),
      Example(
        "An isolate around a name.",
        .segment(source: "Panel", target: "⟦\u{2066}⟧Pannello⟦\u{2069}⟧")),
    ],
    passes: [
      Example(
        "Arabic needs them.", locale: "ar-SA",
        .segment(source: "Panel", target: "\u{202B}لوحة\u{202C}")),
      Example("The source has it too.", .segment(source: "Use \u{202D}.", target: "Usa \u{202D}.")),
      Example("Marks are no controls.", .segment(source: "Panel", target: "Pannello\u{200E}")),
    ])

  var isForEachPage: Bool { true }

  func check(_ document: borrowing Document, _ report: inout Findings) {
    var found: [ByteRange] = []
    CharacterSearch.runs(
      in: document,
      { (0x202A...0x202E).contains($0) || (0x2066...0x2069).contains($0) }
    ) { range, _ in found.append(range) }
    guard !found.isEmpty, document.page.locale?.direction != .rightToLeft else { return }
    for range in found {
      report(
        range, Self.control,
        CharacterSearch.name(document.scalar(at: range.lower).value),
        fix: Fix(.suggested, "Delete the control.", [Fix.Edit(range)]))
    }
  }
}
