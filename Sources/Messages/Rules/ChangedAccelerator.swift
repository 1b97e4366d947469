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
      Example(
        "Lost from within a word.", fileExtension: "po",
        .file(
          "msgid \"\"\nmsgstr \"X-Accelerator-Marker: _\\n\"\n\nmsgid \"E_xit\"\nmsgstr \"⟦Esci⟧\"\n"
        )),
    ],
    passes: [
      Example(
        "Nobody says what the sign is.", fileExtension: "po",
        .file("msgid \"_Open\"\nmsgstr \"Apri\"\n")),
      Example(
        "An underscore in a word.", fileExtension: "po",
        .file(
          "msgid \"\"\nmsgstr \"X-Accelerator-Marker: _\\n\"\n\n"
            + "msgid \"_Open\"\nmsgstr \"M_egnyitás\"\n\nmsgid \"Cu_t\"\nmsgstr \"_Klip\"\n\n"
            + "msgid \"hive_lid is set\"\nmsgstr \"hive_lid impostato\"\n")),
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
    let (source, target) = (Marks(sign, segment.source.bytes), Marks(sign, segment.target.bytes))
    guard source.likely <= 1 else { return }
    let text = segment.target.trimmed
    if source.likely == 0 {
      // `hive_lid` has a sign, and is a name.
      if source.all == 0, target.likely > 0 { report(text, Self.added, text.string) }
    } else if target.all == 0 {
      report(text, Self.lost, text.string)
    } else if target.likely > 1 {
      report(text, Self.several, text.string, String(target.likely))
    }
  }

  /// How many signs stand before a letter and are not doubled.
  private struct Marks {
    private(set) var all = 0
    /// Those that are no part of a name or of an entity, beyond doubt: an underscore at the beginning of a word, or
    /// in one that begins with a capital and has no other ones, `E_xit`.
    private(set) var likely = 0

    init(_ sign: UInt8, _ text: Span<UInt8>) {
      var index = 0
      while let found = text.firstIndex(of: sign, from: index) {
        index = found + 1
        guard index < text.count else { break }
        if text[index] == sign {
          index += 1
        } else if text[index].isTextLetterOrDigit {
          if sign == 0x26, ChangedAccelerator.isOther(text, found) { continue }
          all += 1
          let isInWord =
            sign == 0x5F && found > 0 && (text[found - 1].isTextLetterOrDigit)
          if !isInWord || ChangedAccelerator.isInTitle(text, found) { likely += 1 }
        }
      }
    }
  }

  /// Whether an underscore stands in a word that begins with a capital and has no digit, no other capital and no other
  /// underscore.
  fileprivate static func isInTitle(_ text: Span<UInt8>, _ place: Int) -> Bool {
    var (start, end) = (place, place + 1)
    while start > 0, place - start < longestName, text[start - 1].isTextLetterOrDigit { start -= 1 }
    while end < text.count, end - place < longestName, text[end].isTextLetterOrDigit { end += 1 }
    guard text[start].isUppercase || text[start] >= 0x80,
      !(start > 0 && text[start - 1] == 0x5F), !(end < text.count && text[end] == 0x5F)
    else { return false }
    return (start + 1..<end).allSatisfy { !text[$0].isUppercase && !text[$0].isDigit }
  }

  /// Whether an ampersand begins an entity, `&amp;`, parts two values of an address, `?a=b&c=d`, or stands between two
  /// capitals, `Q&A`.
  fileprivate static func isOther(_ text: Span<UInt8>, _ place: Int) -> Bool {
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
