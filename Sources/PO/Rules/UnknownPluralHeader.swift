import LintCore
import LintText
import Messages

/// A header whose plural formula is none that its language has.
struct UnknownPluralHeader: PORule {
  private static let unknown = Message(
    "unknown", "the plural forms '{0}' are none of those known for '{1}'")
  private static let range = Message(
    "range", "the plural forms '{0}' have a form '{1}', there are '{2}'")
  private static let count = Message(
    "count", "'{0}' plural forms: languages have from one to '{1}'")
  private static let unused = Message(
    "unused", "there are '{0}' plural forms, the formula of '{1}' gives '{2}'")
  private static let syntax = Message("syntax", "'{0}' is no formula for plural forms")

  let info = RuleInfo(
    id: "unknown-plural-header", family: "messages",
    finds:
      "a header whose `Plural-Forms` is none of those known for its language, or can't be computed.",
    why: """
      By this formula programs choose the form for a number. Where it is another language's, most often that of the \
      template, they choose the wrong one, and translators are asked for too few forms or too many. Known are CLDR's, \
      those of the gettext manual and those that were in use before; formulas are compared by what they say of \
      the numbers 0 to 200 and of a million. Take the one of your language, and look at what was translated by the wrong one.
      """,
    precision: "488 headers of some 90 languages gave no finding.",
    severity: .warning, profile: nil, profiles: [.messages: .default],
    issueType: .localeViolation, messages: [unknown, range, syntax, count, unused],
    fails: [
      Example(
        "German with the forms of French.", locale: "de-DE", fileExtension: "po",
        .file(
          """
          msgid ""
          msgstr "Plural-Forms: ⟦nplurals=2; plural=(n > 1);⟧\\n"

          msgid "Lid"
          msgid_plural "Lids"
          msgstr[0] "Deckel"
          msgstr[1] "Deckel"

          """)),
      Example(
        "More forms than it says.", locale: "pl-PL", fileExtension: "po",
        .file(
          """
          msgid ""
          msgstr ""
          "Plural-Forms: ⟦nplurals=2; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && "
          "(n%100<10 || n%100>=20) ? 1 : 2);⟧\\n"

          msgid "Lid"
          msgid_plural "Lids"
          msgstr[0] "Pokrywa"
          msgstr[1] "Pokrywy"

          """)),
      Example(
        "No formula.", fileExtension: "po",
        .file(
          """
          msgid ""
          msgstr "Plural-Forms: ⟦nplurals=2; plural=n ist nicht 1;⟧\\n"

          msgid "Lid"
          msgid_plural "Lids"
          msgstr[0] "Coperchio"
          msgstr[1] "Coperchi"

          """)),
      Example(
        "A parenthesis is lost; nothing has a plural yet.", fileExtension: "po",
        .file(
          "msgid \"\"\nmsgstr \"Plural-Forms: ⟦nplurals=2; plural=(n != 1;⟧\\n\"\n\nmsgid \"Lid\"\nmsgstr \"Coperchio\"\n"
        )),
      Example(
        "More forms than its formula gives; nothing has a plural yet.", fileExtension: "po",
        .file(
          "msgid \"\"\nmsgstr \"Plural-Forms: ⟦nplurals=4; plural=(n != 1);⟧\\n\"\n\nmsgid \"Lid\"\nmsgstr \"Coperchio\"\n"
        )),
      Example(
        "More forms than any language has.", fileExtension: "po",
        .file(
          """
          msgid ""
          msgstr "Plural-Forms: ⟦nplurals=999; plural=(n != 1);⟧\\n"

          msgid "Lid"
          msgid_plural "Lids"
          msgstr[0] "Coperchio"
          msgstr[1] "Coperchi"

          """)),
    ],
    passes: [
      Example(
        "As CLDR has it, with a form for fractions and another order.", locale: "cs-CZ",
        fileExtension: "po",
        .file(
          """
          msgid ""
          msgstr ""
          "Plural-Forms: nplurals=4; plural=(n == 1 && n % 1 == 0) ? 0 : (n >= 2 && n <= 4 && n % 1 "
          "== 0) ? 1: (n % 1 != 0 ) ? 2 : 3;\\n"

          msgid "Lid"
          msgid_plural "Lids"
          msgstr[0] "Víko"
          msgstr[1] "Víka"
          msgstr[2] "Víka"
          msgstr[3] "Vík"

          """)),
      Example(
        "Millions may have a form of their own.", locale: "es-ES", fileExtension: "po",
        .file(
          """
          msgid ""
          msgstr "Plural-Forms: nplurals=3; plural=n == 1 ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2;\\n"

          msgid "Lid"
          msgid_plural "Lids"
          msgstr[0] "Tapa"
          msgstr[1] "Tapas"
          msgstr[2] "Tapas"

          """)),
      Example(
        "The gettext manual's.", locale: "lv-LV", fileExtension: "po",
        .file(
          """
          msgid ""
          msgstr "Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2);\\n"

          msgid "Lid"
          msgid_plural "Lids"
          msgstr[0] "Vāks"
          msgstr[1] "Vāki"
          msgstr[2] "Vāku"

          """)),
      Example(
        "Nothing has a plural.", locale: "de-DE", fileExtension: "po",
        .file(
          "msgid \"\"\nmsgstr \"Plural-Forms: nplurals=2; plural=(n > 1);\\n\"\n\nmsgid \"Lid\"\nmsgstr \"Deckel\"\n"
        )),
    ])

  func check(_ document: borrowing Document, _ po: PODetail, _ report: inout Findings) {
    guard let header = po.header, let count = header.pluralCount, !po.isTemplate,
      let field = header.field("Plural-Forms", document.bytes.span)
    else { return }
    let (place, value) = (field.attribute.value, String(decoding: field.value, as: UTF8.self))
    guard header.hasPossibleCount else {
      report(place, Self.count, String(count), String(MessageLimits.mostForms))
      return
    }
    guard let expression = header.expression else {
      report(place, Self.syntax, value)
      return
    }
    if count > 1, expression.bound < UInt64(count - 1) {
      report(place, Self.unused, String(count), value, String(expression.bound + 1))
      return
    }
    // Where nothing has a plural, nobody minds another language's.
    guard
      po.file.entries.contains(where: {
        $0.plural != nil && !$0.isObsolete && po.file.isTranslated($0)
      })
    else { return }
    let forms = PluralForms(expression)
    if let last = forms.last, last >= count {
      report(place, Self.range, value, String(last), String(count))
    } else if let locale = document.page.textLocale,
      KnownPluralForms.have(forms, locale) == false
    {
      report(place, Self.unknown, value, locale.description)
    }
  }
}
