import LintCore
import LintText
import Messages

/// A page that says it is of another locale than its folder or the run's.
struct MismatchedLocale: DocumentRule {
  private static let path = Message(
    "path", "the page says that its locale is '{0}', its path '{1}'")
  private static let configured = Message(
    "configured", "the page says that its locale is '{0}', it must be '{1}'")

  let info = RuleInfo(
    id: "mismatched-locale", family: "metadata",
    finds: "`ms.contentlocale` that differs from the locale in the path or the one asked for.",
    why: """
      The site publishes a page under the locale that it names, so this one replaces another \
      locale's page or can't be found at all. Usually it was copied from a neighbouring locale: \
      look whether the text is, too. Correct the key, or move the file.
      """,
    severity: .error, profiles: [.messages: .default], issueType: .localeViolation,
    messages: [path, configured],
    fails: [
      Example(
        "A page copied from the Spanish folder.",
        .file(
          """
          ---
          title: Pannello
          ms.openlocfilehash: 2b6f0cc904d137be2e1730235f5664094b831186
          ms.sourcegitcommit: 9fceb02d0ae598e95dc970b74767f19372d61af8
          ms.translationtype: HT
          ms.contentlocale: ⟦es-ES⟧
          ms.lasthandoff: 04/23/2021
          ms.locfileid: "62132296"
          ---
          {{pair:102}}

          """))
    ],
    passes: [
      Example("Letter case does not count.", locale: "IT-it", .body("{{pair:103}}")),
      Example(
        "A value that is no locale is malformed.",
        .file("---\ntitle: Pannello\nms.contentlocale: italiano!\n---\n{{pair:102}}\n")),
    ])

  var isForEachPage: Bool { true }

  func check(_ document: borrowing Document, _ report: inout Findings) {
    guard let range = document.statedLocale, let stated = document.page.stated
    else { return }
    let value = document.text(range)
    // Headers of PO files often name the language alone.
    let mayBeWider = document.detail is any MessageDetail
    func names(_ locale: LocaleTag) -> Bool {
      stated.isSame(as: locale)
        || mayBeWider && (stated.isIn(locale) || locale.isIn(stated))
    }
    if let told = document.page.told?.locale {
      guard !names(told) else { return }
      report(value, Self.configured, value.string, told.description)
      return
    }
    let inPath = document.page.inPath
    guard let nearest = inPath.last, !inPath.contains(where: names) else { return }
    report(value, Self.path, value.string, nearest.description)
  }
}
