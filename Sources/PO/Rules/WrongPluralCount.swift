import LintCore
import LintText

/// An entry with more or fewer plural forms than the file's header says there are.
struct WrongPluralCount: PORule {
  private static let count = Message(
    "count", "'{0}' plural forms; the header says that there are '{1}'")

  let info = RuleInfo(
    id: "wrong-plural-count", family: "messages",
    finds: "an entry with more or fewer plural forms than the file's own header says.",
    why: """
      `msgfmt` refuses the whole file, and other programs show no text, or the wrong one, for some numbers. \
      Write as many `msgstr[n]` as `nplurals` says, or correct the header, where the language has more forms \
      than it says.
      """,
    precision: "All 234 findings in 354 files were true, of which `msgfmt` refuses the same 22.",
    severity: .error, profile: nil, profiles: [.messages: .default],
    issueType: .nonConformance, messages: [count],
    fails: [
      Example(
        "One too many.", fileExtension: "po",
        .file(
          """
          msgid ""
          msgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"

          msgid "Lid"
          msgid_plural "Lids"
          msgstr[0] "Coperchio"
          msgstr[1] "Coperchi"
          ⟦msgstr[2]⟧ "Coperchi"

          """)),
      Example(
        "One too few.", locale: "pl-PL", fileExtension: "po",
        .file(
          """
          msgid ""
          msgstr "Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 ? 1 : 2);\\n"

          msgid "Lid"
          msgid_plural "Lids"
          msgstr[0] "Pokrywa"
          ⟦msgstr[1]⟧ "Pokrywy"

          """)),
    ],
    passes: [
      Example(
        "Nothing is translated yet.", fileExtension: "po",
        .file(
          """
          msgid ""
          msgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"

          msgid "Lid"
          msgid_plural "Lids"
          msgstr[0] ""

          """))
    ])

  func check(_ document: borrowing Document, _ po: PODetail, _ report: inout Findings) {
    // A number that no language has is told at the header.
    guard let wanted = po.header?.pluralCount, po.header?.hasPossibleCount == true else { return }
    for entry in po.file.entries
    where entry.plural != nil && entry.targets.count != wanted && !entry.isObsolete
      && !entry.flags.isFuzzy && !entry.isDamaged && po.file.isBegun(entry)
    {
      let targets = po.file.targets[entry.targets]
      let place =
        targets.count > wanted && wanted > 0
        ? targets[targets.startIndex + wanted] : targets[targets.endIndex - 1]
      report(place.text.keyword, Self.count, String(entry.targets.count), String(wanted))
    }
  }
}
