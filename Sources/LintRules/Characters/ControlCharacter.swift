import LintCore
import LintText

/// Characters that no text has.
struct ControlCharacter: DocumentRule {
  private static let control = Message("control", "the control character '{0}'")
  private static let carriageReturn = Message(
    "return", "a carriage return, '{0}', without a line feed")
  private static let privateUse = Message("private-use", "the private-use character '{0}'")

  let info = RuleInfo(
    id: "control-character", family: "characters",
    finds:
      "control characters other than tab and line ends, a lone carriage return, and private-use characters.",
    why: """
      They show as nothing, as a box, or as whatever a font makes of them, and some tools cut the \
      text there. U+0080 to U+009F mostly are Windows-1252 dashes and quotes that were taken for \
      Latin-1: U+0096 and U+0097 are dashes, U+0093 and U+0094 quotes. Type the character that was \
      meant, or delete it.
      """,
    precision: """
      Of 24 findings on real pages, all were true.
      """,
    severity: .error, profiles: [.messages: .default], issueType: .characters,
    messages: [control, carriageReturn, privateUse],
    fails: [
      Example(
        "A dash of Windows-1252.",
        .segment(source: "Panel - open", target: "Pannello ⟦\u{97}⟧ aperto")),
      Example("A backspace.", .segment(source: "Panel", target: "Pan⟦\u{8}⟧nello")),
      Example(
        "A letter of a symbol font.", .segment(source: "Panel", target: "Pannello ⟦\u{F0B7}⟧")),
      Example(
        "A carriage return in a line.",
        .body("{{pair:103|Panel|Pan⟦\r⟧nello}}\n")),
      Example("In front matter.", .file("---\ntitle: Pan⟦\u{1}⟧nello\n---\n{{pair:102}}\n")),
    ],
    passes: [
      Example(
        "A carriage return that the source has, too.",
        .segment(source: "Panel\rone", target: "Pannello\runo")),
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
    for range in Self.loneReturns(in: document) {
      report(range, Self.carriageReturn, "U+000D")
    }
    for range in found {
      let value = document.scalar(at: range.lower).value
      report(range, value < 0xA0 ? Self.control : Self.privateUse, CharacterSearch.name(value))
    }
  }

  /// The carriage returns that end no line, in a file most of whose lines end with line feeds.
  private static func loneReturns(in document: borrowing Document) -> [ByteRange] {
    let bytes = document.bytes.span
    let lone = document.suspects.filter { bytes[$0] == 0x0D }.map { ByteRange($0, $0 + 1) }
    guard !lone.isEmpty, lone.count < bytes.count(where: { $0 == 0x0A }) else { return [] }
    return lone.filter { !isSources($0, document) }
  }

  /// Whether a carriage return stands in a source, or in a translation whose source has one, or where
  /// nothing is certain.
  private static func isSources(_ range: ByteRange, _ document: borrowing Document) -> Bool {
    guard let index = document.indexOfRecord(at: range) else {
      return document.isDamaged(near: range)
    }
    let record = document.records[index]
    guard record.isCertain, document.place(of: record.target).contains(range) else { return true }
    return document.text(record.source).bytes.firstIndex(of: 0x0D) != nil
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
