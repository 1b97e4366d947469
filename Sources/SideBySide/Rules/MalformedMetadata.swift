import LintCore
import LintText
internal import Markdown

/// A localization key whose value the tools can't use.
struct MalformedMetadata: DocumentRule {
  private static let hash = Message("hash", "the value of '{0}' is not 40 hex digits: '{1}'")
  private static let date = Message(
    "date", "the value of '{0}' is not a date as month/day/year: '{1}'")
  private static let locale = Message("locale", "the value of '{0}' is not a locale: '{1}'")
  private static let type = Message("type", "the value of '{0}' is none of '{2}': '{1}'")
  private static let number = Message("number", "the value of '{0}' is not a number: '{1}'")

  private static let types = Setting(
    "translation-types", ["MT", "HT"], "What `ms.translationtype` may say.")

  private let translationTypes: [String]

  let info = RuleInfo(
    id: "malformed-metadata", family: "metadata",
    finds: "a localization key whose value is not of its form.",
    why: """
      The tools read these values: a hash that is cut short no longer tells whether the page is out \
      of date, a locale that is no locale publishes the page nowhere. Restore the value from the \
      file's history. Hashes are 40 lower-case hexadecimal digits, the hand-off date is \
      `MM/DD/YYYY`, the file ID a number.
      """,
    severity: .error, issueType: .nonConformance, messages: [hash, date, locale, type, number],
    settings: [types.declaration],
    fails: [
      Example(
        "One fault in each key.",
        .file(
          """
          ---
          title: Pannello
          ms.openlocfilehash: ⟦2b6f0cc904d137be2e1730235f5664094b8311⟧
          ms.sourcegitcommit: ⟦9FCEB02D0AE598E95DC970B74767F19372D61AF8⟧
          ms.translationtype: ⟦TM⟧
          ms.contentlocale: ⟦it_IT⟧
          ms.lasthandoff: ⟦02/30/2021⟧
          ms.locfileid: "⟦62132a96⟧"
          ---
          {{pair:102}}

          """)),
      Example(
        "A value that was deleted.",
        .file(
          """
          ---
          title: Pannello
          ms.openlocfilehash: 2b6f0cc904d137be2e1730235f5664094b831186
          ms.sourcegitcommit: 9fceb02d0ae598e95dc970b74767f19372d61af8
          ms.translationtype: HT
          ms.contentlocale: it-IT
          ms.lasthandoff:⟦⟧
          ms.locfileid: "62132296"
          ---
          {{pair:102}}

          """)),
    ],
    passes: [
      Example("As the tools write them.", .body("{{pair:103}}")),
      Example(
        "The author's own date is free.",
        .file("---\ntitle: Pannello\nms.date: 2021-4\n{{keys}}\n---\n{{pair:102}}\n")),
    ])

  init(_ settings: RuleSettings = RuleSettings()) {
    translationTypes = settings[Self.types]
  }

  func check(_ document: borrowing Document, _ report: inout Findings) {
    guard let frontMatter = document.frontMatter, frontMatter.isClosed,
      !document.hasTranslatedFrontMatter
    else { return }
    for key in ["ms.openlocfilehash", "ms.sourcegitcommit"] as [StaticString] {
      check(document, key, Self.hash, &report) { $0.bytes.isHash }
    }
    check(
      document, "ms.translationtype", Self.type, &report,
      more: translationTypes.joined(separator: ", ")
    ) { value in translationTypes.contains { value.string == $0 } }
    check(document, "ms.contentlocale", Self.locale, &report) { LocaleTag($0.bytes) != nil }
    check(document, "ms.lasthandoff", Self.date, &report) { $0.bytes.isDate }
    check(document, "ms.locfileid", Self.number, &report) { $0.bytes.isNumber }
  }

  private func check(
    _ document: borrowing Document, _ key: StaticString, _ message: Message,
    _ report: inout Findings, more: String = "", _ isWellFormed: (borrowing Text) -> Bool
  ) {
    guard let entry = document.attribute(key) else { return }
    let value = document.text(entry.value)
    guard !isWellFormed(value) else { return }
    if more.isEmpty {
      report(value, message, key.description, value.string)
    } else {
      report(value, message, key.description, value.string, more)
    }
  }
}

extension Span<UInt8> {
  fileprivate var isHash: Bool {
    guard count == 40 else { return false }
    for index in indices where !self[index].isLowercaseHex { return false }
    return true
  }

  fileprivate var isNumber: Bool {
    for index in indices where !self[index].isDigit { return false }
    return !isEmpty
  }

  /// `MM/DD/YYYY`, a day that the calendar has.
  fileprivate var isDate: Bool {
    guard count == 10, self[2] == 0x2F, self[5] == 0x2F,
      let month = number(0..<2), let day = number(3..<5), let year = number(6..<10),
      (1...12).contains(month)
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...lengths[month - 1]).contains(day) && year >= 1970
  }

  private func number(_ digits: Range<Int>) -> Int? {
    var number = 0
    for index in digits {
      guard self[index].isDigit else { return nil }
      number = number * 10 + Int(self[index] & 0x0F)
    }
    return number
  }
}
