import LintCore
import LintText

/// Bytes that are not UTF-8.
struct InvalidUTF8: DocumentRule {
  private static let bytes = Message("bytes", "not UTF-8: '{0}'")
  private static let utf16 = Message(
    "utf-16", "the file is in UTF-16, not UTF-8: it begins with '{0}'")

  let info = RuleInfo(
    id: "invalid-utf8", family: "characters",
    finds: "bytes that are not UTF-8, with their place.",
    why: """
      A file in another encoding, or one that a program cut in the middle of a character, shows as \
      `�` or stops the build. Convert the file to UTF-8 from the encoding that it is in (often \
      Windows-1252 or the locale's own); if only a few bytes are damaged, type the character again.
      """,
    severity: .error, profiles: [.messages: .default], issueType: .characters,
    messages: [bytes, utf16],
    fails: [
      Example(
        "A letter of Windows-1252.",
        .bytes(Array("Testo con caff".utf8) + [0xE9] + Array(" nero.\n".utf8), reported: [14..<15])),
      Example(
        "A character cut in two.",
        .bytes(Array("A ".utf8) + [0xE2, 0x82] + Array(" B\n".utf8), reported: [2..<4])),
      Example("UTF-16.", .bytes([0xFF, 0xFE, 0x41, 0x00, 0xE9, 0x00], reported: [0..<2])),
    ],
    passes: [Example("Characters of every length.", .segment(source: "é € 𝄞", target: "é € 𝄞"))])

  func check(_ document: borrowing Document, _ report: inout Findings) {
    let bytes = document.bytes.span
    guard !bytes.isUTF8 else { return }
    if bytes.count >= 2,
      (bytes[0], bytes[1]) == (0xFF, 0xFE) || (bytes[0], bytes[1]) == (0xFE, 0xFF)
    {
      report(ByteRange(0, 2), Self.utf16, Self.hex(bytes.extracting(0..<2)))
      return
    }
    var index = 0
    while index < bytes.count {
      let length = bytes.scalar(at: index).length
      guard bytes[index] >= 0x80, length == 1 else {
        index += length
        continue
      }
      // Bytes in a row are one finding.
      let start = index
      while index < bytes.count, bytes[index] >= 0x80, bytes.scalar(at: index).length == 1 {
        index += bytes.illFormedLength(at: index)
      }
      report(
        ByteRange(start, index), Self.bytes,
        Self.hex(bytes.extracting(start..<min(index, start + 8))))
    }
  }

  private static func hex(_ bytes: Span<UInt8>) -> String {
    var text = ""
    for index in bytes.indices {
      let byte = String(bytes[index], radix: 16, uppercase: true)
      text += (text.isEmpty ? "" : " ") + (byte.utf8.count == 1 ? "0" : "") + byte
    }
    return text
  }
}
