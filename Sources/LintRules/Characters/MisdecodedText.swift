import BuiltInRules
import LintCore
import LintText

/// UTF-8 that was read as if it were Windows-1252.
struct MisdecodedText: Rule {
  private static let misdecoded = Message("misdecoded", "'{0}' is '{1}' in the wrong encoding")

  /// Letters beyond ASCII of a language: `Rules/tables/letters.yml`.
  private static func letters(of language: String) -> Set<UInt32> {
    let letters = BuiltInRules.letters.first { $0.language == language }?.letters ?? ""
    return Set(letters.unicodeScalars.map(\.value))
  }

  let info = RuleInfo(
    id: "misdecoded-text", family: "characters",
    finds:
      "text in UTF-8 read as Windows-1252 or Latin-1 (`Ã©`), where reading it right gives a letter of the locale.",
    why: """
      The reader sees two or three odd characters in the place of one letter. Some program took the \
      file for Windows-1252 and saved what it saw. Turn the text back (save it as Windows-1252, open \
      that as UTF-8), or type the letters again.
      """,
    severity: .error, profiles: [.messages: .default], issueType: .characters,
    messages: [misdecoded],
    fails: [
      Example("A letter.", .segment(source: "Because", target: "Perch⟦Ã©⟧")),
      Example("An apostrophe.", .segment(source: "The hub", target: "L⟦â€™⟧hub")),
      Example(
        "A word in another alphabet.", locale: "ru-RU",
        .segment(source: "Panel", target: "⟦ÐŸÐ°Ð½ÐµÐ»ÑŒ⟧")),
      Example(
        "In front matter.", .file("---\ntitle: Citt⟦Ã\u{A0}⟧\n{{keys}}\n---\n{{pair:102}}\n")),
    ],
    passes: [
      Example("The letters of the locale.", .segment(source: "Because", target: "Perché è così")),
      Example(
        "Letters that stand alone.", locale: "pt-BR",
        .segment(source: "Do not", target: "NÃO É ©")),
      Example("The source has it too.", .segment(source: "It shows Ã©.", target: "Mostra Ã©.")),
    ])

  func check(on kind: PageKind) -> Check? {
    .document(Look(letters: Self.letters(of: kind.language)))
  }

  private struct Look: DocumentCheck {
    let letters: Set<UInt32>

    var isForEachPage: Bool { true }

    func check(_ document: borrowing Document, _ report: inout Findings) {
      guard !document.suspects.isEmpty else { return }
      MisdecodedText.check(document, letters, &report)
    }
  }

  private static func check(
    _ document: borrowing Document, _ own: Set<UInt32>, _ report: inout Findings
  ) {
    let bytes = document.bytes.span
    var sources = SourceSearch()
    var index = document.start
    for start in document.suspects where start >= index && bytes[start] == 0xC3 {
      index = start
      var text = ""
      while let next = Self.decode(bytes, at: index), isExpected(next.value, own) {
        text.unicodeScalars.append(Unicode.Scalar(next.value)!)
        index = next.end
      }
      guard index > start else { continue }
      let range = ByteRange(start, index)
      if !isSource(range, document, &sources) {
        report(range, Self.misdecoded, document.text(range).string, text)
      }
    }
  }

  /// Whether a scalar is a letter that the page's language writes, or a dash or quotation mark.
  private static func isExpected(_ value: UInt32, _ own: Set<UInt32>) -> Bool {
    own.contains(value) || (0x2013...0x2026).contains(value) || value == 0xAB || value == 0xBB
  }

  /// Whether a range lies in a source half, or the source has the same bytes.
  private static func isSource(
    _ range: ByteRange, _ document: borrowing Document, _ sources: inout SourceSearch
  ) -> Bool {
    guard let index = document.indexOfRecord(at: range) else {
      // On a damaged line it may be the rest of a source.
      return document.isDamaged(near: range)
    }
    return document.place(of: document.records[index].source).overlaps(range)
      || sources.has(document.text(range), inSourceOf: index, document)
  }

  /// The scalar that UTF-8 reads from the bytes that Windows-1252 writes for the characters at an
  /// index, and the index behind those; `nil` when the bytes are not UTF-8.
  private static func decode(_ bytes: Span<UInt8>, at index: Int) -> (value: UInt32, end: Int)? {
    guard index < bytes.count, bytes[index] == 0xC3,
      let lead = byte(bytes, at: index), (0xC2...0xF4).contains(lead.byte)
    else { return nil }
    let length = lead.byte < 0xE0 ? 2 : lead.byte < 0xF0 ? 3 : 4
    var raw: [UInt8] = [lead.byte]
    var end = lead.end
    while raw.count < length {
      guard let next = byte(bytes, at: end), next.byte & 0xC0 == 0x80 else { return nil }
      raw.append(next.byte)
      end = next.end
    }
    let scalar = raw.span.scalar(at: 0)
    return scalar.length == length ? (scalar.value, end) : nil
  }

  /// The byte that Windows-1252, or Latin-1 where that has none, writes for a character.
  private static func byte(_ bytes: Span<UInt8>, at index: Int) -> (byte: UInt8, end: Int)? {
    guard index < bytes.count, bytes[index] >= 0x80 else { return nil }
    let (value, length) = bytes.scalar(at: index)
    if (0x80...0xFF).contains(value) { return (UInt8(value), index + length) }
    guard let row = windows1252.firstIndex(of: value) else { return nil }
    return (UInt8(0x80 + row), index + length)
  }

  /// What 0x80 to 0x9F are in Windows-1252; 0 where nothing is (the mapping of the WHATWG Encoding
  /// Standard, § 9.1).
  private static let windows1252: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
}
