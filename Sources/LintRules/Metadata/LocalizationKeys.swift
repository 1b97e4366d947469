import LintCore
import LintText

/// The front-matter keys that the localization tools write, always the last six and in this order.
enum LocalizationKeys {
  static let all: [StaticString] = [
    "ms.openlocfilehash", "ms.sourcegitcommit", "ms.translationtype", "ms.contentlocale",
    "ms.lasthandoff", "ms.locfileid",
  ]

  /// Whether a document's front matter was translated as text: a pair stands inside it.
  static func areLeaked(_ document: borrowing Document) -> Bool {
    guard let frontMatter = document.frontMatter, let first = document.records.first else {
      return false
    }
    return frontMatter.content.overlaps(first.range)
  }

  /// Whether a document has front matter that is closed, well-formed YAML and not translated as
  /// text.
  static func areReadable(_ document: borrowing Document) -> Bool {
    guard let frontMatter = document.frontMatter else { return false }
    return frontMatter.isClosed && frontMatter.problem == nil && !areLeaked(document)
  }
}
