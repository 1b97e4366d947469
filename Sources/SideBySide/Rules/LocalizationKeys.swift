import LintCore
import LintText
internal import Markdown

/// The front-matter keys that the localization tools write, always the last six and in this order.
enum LocalizationKeys {
  static let all: [StaticString] = [
    "ms.openlocfilehash", "ms.sourcegitcommit", "ms.translationtype", "ms.contentlocale",
    "ms.lasthandoff", "ms.locfileid",
  ]

  /// Whether front matter has one of them, readable or not.
  static func areThere(_ frontMatter: FrontMatter?, _ bytes: Span<UInt8>) -> Bool {
    guard let frontMatter else { return false }
    let content = bytes.extracting(frontMatter.content.range)
    return all.contains { key in
      content.firstRange(of: key).map {
        $0.lowerBound == 0 || content[$0.lowerBound - 1] == 0x0A
      } ?? false
    }
  }

  /// Whether a document has front matter that is closed, well-formed YAML and not translated as
  /// text.
  static func areReadable(_ document: borrowing Document) -> Bool {
    guard let frontMatter = document.frontMatter else { return false }
    return frontMatter.isClosed && frontMatter.problem == nil && !document.hasTranslatedFrontMatter
  }
}
