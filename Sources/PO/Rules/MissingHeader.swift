import LintCore
import LintText

/// A file without a header, or with one that does not say what programs need.
struct MissingHeader: PORule {
  private static let header = Message("header", "there is no header before '{0}'")
  private static let field = Message("field", "the header has no '{0}'")

  let info = RuleInfo(
    id: "missing-header", family: "messages",
    finds: "a PO file without a header, or whose header lacks the charset or its plural forms.",
    why: """
      The header says in what charset the file is and how many plural forms its language has. Without it \
      programs guess: letters come out wrong, or the wrong form is shown. Put the entry with the empty `msgid` \
      at the top; `msginit` writes one.
      """,
    severity: .note, profile: nil, profiles: [.messages: .default],
    issueType: .nonConformance, messages: [header, field],
    fails: [
      Example("None.", fileExtension: "po", .file("⟦msgid⟧ \"Lid\"\nmsgstr \"Coperchio\"\n")),
      Example(
        "It names no charset.", fileExtension: "po",
        .file(
          "msgid \"\"\n⟦msgstr⟧ \"Language: it\\n\"\n\nmsgid \"Lid\"\nmsgstr \"Coperchio\"\n")),
      Example(
        "It names no plural forms, and there are some.", fileExtension: "po",
        .file(
          """
          msgid ""
          ⟦msgstr⟧ "Content-Type: text/plain; charset=UTF-8\\n"

          msgid "Lid"
          msgid_plural "Lids"
          msgstr[0] "Coperchio"
          msgstr[1] "Coperchi"

          """)),
    ],
    passes: [
      Example(
        "No plurals, so no plural forms.", fileExtension: "po",
        .file(
          """
          msgid ""
          msgstr "Content-Type: text/plain; charset=UTF-8\\n"

          msgid "Lid"
          msgstr "Coperchio"

          """))
    ])

  func check(_ document: borrowing Document, _ po: PODetail, _ report: inout Findings) {
    let bytes = document.bytes.span
    guard let first = po.file.entries.first(where: { !$0.isObsolete }) else { return }
    guard let header = po.header else {
      // Of a file that is damaged it may be what could not be read.
      guard po.file.damage.isEmpty, let id = first.id else { return }
      let keyword = first.context?.keyword ?? id.keyword
      report(
        keyword, Self.header, document.text(po.keys.first { !$0.isEmpty } ?? keyword).string)
      return
    }
    let type = header.field("Content-Type", bytes)?.value ?? []
    if !type.span.contains("charset=") { report(header.place, Self.field, "charset") }
    if header.pluralCount == nil, !po.isTemplate,
      po.file.entries.contains(where: {
        $0.plural != nil && !$0.isObsolete && po.file.isTranslated($0)
      })
    {
      report(header.place, Self.field, "Plural-Forms")
    }
  }
}
