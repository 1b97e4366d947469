import LintCore
import LintText

/// A place where a file is no PO file.
struct MalformedFile: PORule {
  private static let expected = Message("expected", "found '{0}' where '{1}' must stand")
  private static let end = Message("end", "the file ends where '{0}' must stand")

  let info = RuleInfo(
    id: "malformed-file", family: "messages",
    finds: "a place where a PO file does not follow its grammar, and what should stand there.",
    why: """
      Programs that compile or merge the file stop here, or lose the entry without a word. All up to the next \
      entry is passed over by the other rules. Put in what is missing: most often a quote, a keyword or a string.
      """,
    severity: .error, profile: nil, profiles: [.messages: .default],
    issueType: .nonConformance, messages: [expected, end],
    fails: [
      Example(
        "A quote is missing.", fileExtension: "po",
        .file("msgid \"Lid\"\nmsgstr ⟦\"Coperchio⟧\n\nmsgid \"Hive\"\nmsgstr \"Alveare\"\n")),
      Example(
        "A quote inside that is not escaped.", fileExtension: "po",
        .file("msgid \"Lid\"\nmsgstr \"Il \"⟦coperchio\"\"⟧\n")),
      Example(
        "A translation is missing.", fileExtension: "po",
        .file("⟦msgid⟧ \"Lid\"\n\nmsgid \"Hive\"\nmsgstr \"Alveare\"\n")),
      Example(
        "A plural form without a number.", fileExtension: "po",
        .file("msgid \"Lid\"\nmsgid_plural \"Lids\"\n⟦msgstr⟧ \"Coperchio\"\n")),
      Example("The end of the file.", fileExtension: "po", .file("msgid \"Lid\"\nmsgstr⟦⟧")),
      Example(
        "The header names another charset than the file is written in.", fileExtension: "po",
        .file(
          "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=⟦ISO-8859-1⟧\\n\"\n\n"
            + "msgid \"Open\"\nmsgstr \"Più aperto\"\n")),
      Example(
        "What is left of a merge.", fileExtension: "po",
        .file("⟦<<<<<<<⟧ HEAD\nmsgid \"Lid\"\nmsgstr \"Coperchio\"\n")),
      Example(
        "The text that an entry had before has no end.", fileExtension: "po",
        .file("#| msgid ⟦\"Old lid⟧\nmsgid \"Lid\"\nmsgstr \"Coperchio\"\n")),
    ],
    passes: [
      Example(
        "Strings on several lines, obsolete and previous entries.", fileExtension: "po",
        .file(
          """
          domain "hive"

          #| msgid "Lids"
          msgctxt "menu"
          msgid ""
          "Lid "
          "and hive"
          msgstr "Coperchio " "e alveare"

          #~| msgid "Frames"
          #~ msgid "Frame"
          #~ msgstr ""
          #~ "Telaio"

          """))
    ])

  func check(_ document: borrowing Document, _ po: PODetail, _ report: inout Findings) {
    for damage in po.file.damage {
      let text = document.text(damage.range)
      if text.isEmpty {
        report(damage.range, Self.end, damage.expected.text)
      } else {
        report(damage.range, Self.expected, text.string, damage.expected.text)
      }
    }
  }
}
