import LintCore
import LintText

/// A character that nobody sees and that breaks searching and copying.
struct InvisibleCharacter: DocumentRule {
  private static let one = Message("one", "the invisible character '{0}'")
  private static let several = Message(
    "several", "the invisible character '{0}', the first of {1} in this file")

  let info = RuleInfo(
    id: "invisible-character", family: "characters",
    finds:
      "a zero-width space, word joiner, soft hyphen or byte order mark, more often than in the source; once a file.",
    why: """
      The reader sees nothing, but a word with such a character in it is not found by search, does \
      not work when it is copied as a command, and breaks in odd places. It comes along when text is \
      pasted from a web page or a word processor. Delete it; `--fix=suggested` does so everywhere in \
      the file.
      """,
    precision: """
      Of 4 findings on real pages, all were true.
      """,
    severity: .warning, profiles: [.messages: .strict], issueType: .characters, fixable: .suggested,
    messages: [one, several],
    fails: [
      Example("A zero-width space.", .segment(source: "Panel", target: "Pan⟦\u{200B}⟧nello")),
      Example("A soft hyphen.", .segment(source: "Panel", target: "Pan⟦\u{AD}⟧nello")),
      Example(
        "Three are one finding.",
        .body(
          "{{pair:103|Panel|Pan⟦\u{200B}⟧nello\u{200B}}} {{pair:104|Panel|\u{200B}Pannello}}\n")),
      Example(
        "One of two is the source's.",
        .segment(source: "a\u{2060}b", target: "a\u{2060}b c⟦\u{2060}⟧d")),
    ],
    passes: [
      Example("The source has it too.", .segment(source: "a\u{200B}b", target: "a\u{200B}b")),
      Example(
        "Thai marks its words with it.", locale: "th-TH",
        .segment(source: "Open the panel", target: "เปิด\u{200B}แผง")),
      Example(
        "Persian joins letters with another one.", locale: "fa-IR",
        .segment(source: "They go", target: "می\u{200C}روند")),
    ])

  var isForEachPage: Bool { true }

  func check(_ document: borrowing Document, _ report: inout Findings) {
    var found: [ByteRange] = []
    var allowed: (record: Int, count: Int) = (-1, 0)
    for offset in [document.suspects, document.escapedSuspects].joined() {
      let (value, length) = document.scalar(at: offset)
      guard Self.isInvisible(value) else { continue }
      let range = ByteRange(offset, offset + length)
      // How many a source has that was cut short can't be told.
      guard let index = document.indexOfRecord(at: document.place(of: range)),
        document.records[index].isCertain
      else { continue }
      let record = document.records[index]
      let target =
        record.target.contains(range) ? record.target : document.place(of: record.target)
      guard target.contains(range), !Self.isBetweenWords(document.text(target), range, value)
      else { continue }
      if allowed.record != index { allowed = (index, Self.count(in: record.source, document)) }
      if allowed.count > 0 {
        allowed.count -= 1
      } else {
        found.append(range)
      }
    }
    // All occurrences of one character have one cause, so they are one finding, at the first.
    var equals: [UInt32: [ByteRange]] = [:]
    for range in found {
      equals[document.scalar(at: range.lower).value, default: []].append(range)
    }
    for range in found {
      let value = document.scalar(at: range.lower).value
      guard let equal = equals.removeValue(forKey: value) else { continue }
      let fix = Fix(
        .suggested, "Delete the invisible character wherever the source has none.",
        equal.map { Fix.Edit($0) })
      if equal.count == 1 {
        report(
          range, Self.one, CharacterSearch.name(value), fix: fix,
          subject: CharacterSearch.name(value))
      } else {
        report(
          range, Self.several, CharacterSearch.name(value), String(equal.count), fix: fix,
          subject: CharacterSearch.name(value))
      }
    }
  }

  private static func isInvisible(_ value: UInt32) -> Bool {
    switch value {
    case 0xAD, 0x200B, 0x2060, 0xFEFF: true
    default: false
    }
  }

  /// Whether a zero-width space marks the end of a word in a script without spaces.
  private static func isBetweenWords(_ text: borrowing Text, _ range: ByteRange, _ value: UInt32)
    -> Bool
  {
    guard value == 0x200B else { return false }
    let (start, end) = (range.lower - text.range.lower, range.upper - text.range.lower)
    return (start > 0 && hasNoSpaces(text.bytes.scalar(before: start).value))
      || (end < text.count && hasNoSpaces(text.bytes.scalar(at: end).value))
  }

  /// Whether a scalar belongs to Thai, Lao, Burmese or Khmer, which mark the ends of words so.
  private static func hasNoSpaces(_ value: UInt32) -> Bool {
    (0xE00...0xEFF).contains(value) || (0x1000...0x109F).contains(value)
      || (0x1780...0x17FF).contains(value)
  }

  private static func count(in range: ByteRange, _ document: borrowing Document) -> Int {
    var count = 0
    let text = document.text(range)
    for offset in document.suspects(in: range)
    where isInvisible(text.bytes.scalar(at: offset - range.lower).value) {
      count += 1
    }
    return count
  }
}
