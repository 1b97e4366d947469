import LintCore
import LintText
internal import Markdown

/// A page that a machine translated.
struct MachineTranslated: DocumentRule {
  private static let machine = Message("machine", "the page is machine-translated: '{0}'")

  let info = RuleInfo(
    id: "machine-translated", family: "metadata",
    finds: "`ms.translationtype: MT`, once a file.",
    why: """
      Nobody has read the translation. It is a fact about the page and no fault of it; a count of \
      these pages tells where review is due. What people read sums them up in one line.
      """,
    severity: .note, issueType: .uncategorized, countedAs: "are machine-translated",
    messages: [machine],
    fails: [
      Example(
        "Machine translation.",
        .file(
          """
          ---
          title: Pannello
          ms.openlocfilehash: 2b6f0cc904d137be2e1730235f5664094b831186
          ms.sourcegitcommit: 9fceb02d0ae598e95dc970b74767f19372d61af8
          ms.translationtype: ⟦MT⟧
          ms.contentlocale: it-IT
          ms.lasthandoff: 04/23/2021
          ms.locfileid: "62132296"
          ---
          {{pair:102}}

          """))
    ],
    passes: [Example("Human translation.", .body("{{pair:103}}"))])

  func check(_ document: borrowing Document, _ report: inout Findings) {
    guard let frontMatter = document.frontMatter, frontMatter.isClosed,
      let entry = document.attribute("ms.translationtype")
    else { return }
    let value = document.text(entry.value)
    guard value.count == 2, value.bytes.has("MT", at: 0) else { return }
    report(value, Self.machine, value.string)
  }
}
