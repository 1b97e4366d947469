import LintCore
import LintText

/// An entry that is there twice.
struct DuplicateKey: PORule {
  private static let twice = Message("twice", "the entry '{0}' is there twice")

  let info = RuleInfo(
    id: "duplicate-key", family: "messages",
    finds: "two entries with the same `msgid` and `msgctxt`.",
    why: """
      `msgfmt` refuses the file, and of other programs one uses the first entry and one the last. Keep one of \
      them.
      """,
    severity: .error, profile: nil, profiles: [.messages: .default],
    issueType: .duplication, messages: [twice],
    fails: [
      Example(
        "Twice.", fileExtension: "po",
        .file(
          "msgid \"Lid\"\nmsgstr \"Coperchio\"\n\n⟦msgid \"Lid\"⟧\nmsgstr \"Tappo\"\n"))
    ],
    passes: [
      Example(
        "In another context, domain, or gone.", fileExtension: "po",
        .file(
          """
          msgid "Lid"
          msgstr "Coperchio"

          msgctxt "menu"
          msgid "Lid"
          msgstr "Tappo"

          #~ msgid "Lid"
          #~ msgstr "Cofano"

          domain "hive"

          msgid "Lid"
          msgstr "Coperchio"

          """))
    ])

  func check(_ document: borrowing Document, _ po: PODetail, _ report: inout Findings) {
    var firsts: [UInt64: Int] = [:]
    firsts.reserveCapacity(po.file.entries.count)
    for (index, entry) in po.file.entries.enumerated() where !entry.isObsolete {
      guard let id = entry.id else { continue }
      let key = document.text(po.keys[index])
      var number = Hash64(of: key.bytes)
      number.add(UInt8(entry.context == nil ? 0 : 1))
      if !entry.domain.isEmpty {
        for byte in document.bytes[entry.domain.range] { number.add(byte) }
      }
      guard let first = firsts[number.value], let other = po.file.entries[first].id,
        document.text(po.keys[first]) == key
      else {
        firsts[number.value] = index
        continue
      }
      report(
        ByteRange(entry.context?.keyword.lower ?? id.keyword.lower, id.end(po.file.pieces)),
        // Without the context, which stands before it.
        Self.twice, entry.isHeader ? "" : String(key.string.split(separator: "\u{4}").last ?? ""),
        related: Finding.Related(other.keyword, "first"))
    }
  }
}

extension POText {
  /// Behind its last quote.
  fileprivate func end(_ pieces: [ByteRange]) -> Int {
    self.pieces.isEmpty ? keyword.upper : pieces[self.pieces.upperBound - 1].upper + 1
  }
}
