import LintCore
import LintText
internal import Markdown

/// Front matter without a key that the localization tools need.
struct MissingMetadata: DocumentRule {
  private static let missing = Message("missing", "the front matter lacks '{0}'")

  let info = RuleInfo(
    id: "missing-metadata", family: "metadata",
    finds: "front matter that lacks one of the six localization keys.",
    why: """
      The six keys say which source the page was made from, how, when and for which locale. Without \
      one of them nobody can tell whether the page is out of date, and the next hand-back may not \
      find it. Restore them from the file's history; the tools write them, people never need to.
      """,
    severity: .error, issueType: .nonConformance, messages: [missing],
    fails: [
      Example(
        "The translation type was deleted.",
        .file(
          """
          ⟦---⟧
          title: Pannello
          ms.openlocfilehash: 2b6f0cc904d137be2e1730235f5664094b831186
          ms.sourcegitcommit: 9fceb02d0ae598e95dc970b74767f19372d61af8
          ms.contentlocale: it-IT
          ms.lasthandoff: 04/23/2021
          ms.locfileid: "62132296"
          ---
          {{pair:102}}

          """))
    ],
    passes: [
      Example("All six.", .body("{{pair:103}}")),
      Example("A file without segments needs none.", .file("---\ntitle: Pannello\n---\nTesto.\n")),
      Example(
        "A value that is empty is malformed, not missing.",
        .file(
          """
          ---
          title: Pannello
          ms.openlocfilehash: 2b6f0cc904d137be2e1730235f5664094b831186
          ms.sourcegitcommit: 9fceb02d0ae598e95dc970b74767f19372d61af8
          ms.translationtype:
          ms.contentlocale: it-IT
          ms.lasthandoff: 04/23/2021
          ms.locfileid: "62132296"
          ---
          {{pair:102}}

          """)),
    ])

  func check(_ document: borrowing Document, _ report: inout Findings) {
    guard document.isBilingual, document.source == nil, document.markdown != nil,
      let attributes = document.attributes, LocalizationKeys.areReadable(document)
    else { return }
    var missing = ""
    for key in LocalizationKeys.all where document.attribute(key) == nil {
      missing += (missing.isEmpty ? "" : ", ") + key.description
    }
    guard !missing.isEmpty else { return }
    report(attributes.place, Self.missing, missing)
  }
}
