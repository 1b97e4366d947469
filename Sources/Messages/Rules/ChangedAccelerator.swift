package import LintCore
import LintText

/// A message that lost the letter which a menu opens by, or has several.
package struct ChangedAccelerator: MessageRule {
  private static let lost = Message("lost", "'{0}' has no letter to open it by")
  private static let several = Message("several", "'{0}' has '{1}' letters to open it by")
  private static let added = Message("added", "the source has no letter to open it by, '{0}' has")

  package let info = RuleInfo(
    id: "changed-accelerator", family: "messages",
    finds: "a sign before a letter, `_Open` or `&Open`, that is lost, added or there twice.",
    why: """
      The letter opens a menu with the keyboard. Without it people who use no mouse can't reach the menu, and a \
      second sign is shown as it is. Put the sign before one letter of the translation. It is looked for where \
      the header names it: `X-Accelerator-Marker: _`.
      """,
    severity: .warning, profile: nil, profiles: [.messages: .default],
    issueType: .internationalization, messages: [lost, several, added],
    fails: [
      Example(
        "Lost.", fileExtension: "po",
        .file(
          "msgid \"\"\nmsgstr \"X-Accelerator-Marker: _\\n\"\n\nmsgid \"_Open\"\nmsgstr \"⟦Apri⟧\"\n"
        )),
      Example(
        "Added.", fileExtension: "po",
        .file(
          "msgid \"\"\nmsgstr \"X-Accelerator-Marker: _\\n\"\n\nmsgid \"Lid\"\nmsgstr \"⟦_Tappo⟧\"\n"
        )),
      Example(
        "Two of them.", fileExtension: "po",
        .file(
          "msgid \"\"\nmsgstr \"X-Accelerator-Marker: &\\n\"\n\n"
            + "msgid \"&Open\"\nmsgstr \"⟦&Apri &ora⟧\"\n")),
    ],
    passes: [
      Example(
        "Nobody says what the sign is.", fileExtension: "po",
        .file("msgid \"_Open\"\nmsgstr \"Apri\"\n")),
      Example(
        "Entities, addresses and what is joined by the sign.", fileExtension: "po",
        .file(
          "msgid \"\"\nmsgstr \"X-Accelerator-Marker: &\\n\"\n\n"
            + "msgid \"Lids &amp; bees, Q&A\"\nmsgstr \"Coperchi e api, domande\"\n\n"
            + "msgid \"https://hive.example/?a=b&c=d\"\nmsgstr \"https://hive.example/it?a=b\"\n")),
      Example(
        "Another letter, and a sign that is doubled.", fileExtension: "po",
        .file(
          "msgid \"\"\nmsgstr \"X-Accelerator-Marker: &\\n\"\n\n"
            + "msgid \"&Lid && hive\"\nmsgstr \"C&operchio && alveare\"\n")),
    ])

  package let needs: SegmentTraits = .always

  package func check(
    _ segment: borrowing Segment, _ detail: any MessageDetail, _ shared: inout SharedWork,
    _ report: inout Findings
  ) {
    guard let sign = detail.acceleratorSign else { return }
    let (source, target) = (
      Self.count(of: sign, segment.source.bytes), Self.count(of: sign, segment.target.bytes)
    )
    guard source <= 1, source != target else { return }
    let text = segment.target.trimmed
    if source == 0 {
      report(text, Self.added, text.string)
    } else if target == 0 {
      report(text, Self.lost, text.string)
    } else {
      report(text, Self.several, text.string, String(target))
    }
  }

  /// How many of them stand before a letter and are not doubled; what stands between letters is part of a name, and `&` also
  /// begins entities and joins what is asked of an address, and capitals.
  private static func count(of sign: UInt8, _ text: Span<UInt8>) -> Int {
    var (count, index) = (0, 0)
    while let found = text.firstIndex(of: sign, from: index) {
      index = found + 1
      guard index < text.count else { break }
      if text[index] == sign {
        index += 1
      } else if text[index].isTextLetterOrDigit,
        sign == 0x5F
          ? found == 0 || !text[found - 1].isTextLetterOrDigit
          : sign != 0x26 || !isOther(text, found)
      {
        count += 1
      }
    }
    return count
  }

  /// Whether an ampersand begins an entity, `&amp;`, parts two values of an address, `?a=b&c=d`, or stands between two
  /// capitals, `Q&A`.
  private static func isOther(_ text: Span<UInt8>, _ place: Int) -> Bool {
    var end = place + 1
    if text.has("#", at: end) { end += 1 }
    while end < text.count, end - place <= longestEntity, text[end].isLetterOrDigit { end += 1 }
    if text.has(";", at: end) { return true }
    guard place > 0 else { return false }
    if text[place - 1].isLetterOrDigit {
      while end < text.count, end - place <= longestName,
        text[end].isLetterOrDigit || text[end] == 0x5F || text[end] == 0x2D
      {
        end += 1
      }
      if text.has("=", at: end) { return true }
    }
    return text[place - 1].isUppercase && text[place + 1].isUppercase
  }

  private static let longestEntity = 32
  private static let longestName = 64
}
