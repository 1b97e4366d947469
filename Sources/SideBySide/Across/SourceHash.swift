import LintCore
import LintText
internal import Markdown

/// The version of its source that a page says it was made from.
enum SourceHash {
  static let key: StaticString = "ms.openlocfilehash"

  /// The first 64 bits of the hash; `nil` where the page has none that can be read.
  static func number(_ document: borrowing Document) -> UInt64? {
    guard LocalizationKeys.areReadable(document), let entry = document.attribute(key) else {
      return nil
    }
    return number(document.text(entry.value).bytes)
  }

  private static func number(_ digits: Span<UInt8>) -> UInt64? {
    guard digits.count == 40 else { return nil }
    var number: UInt64 = 0
    for index in digits.indices {
      guard digits[index].isLowercaseHex else { return nil }
      guard index < 16 else { continue }
      let digit = digits[index]
      number = number << 4 | UInt64(digit < 0x3A ? digit - 0x30 : digit - 0x57)
    }
    return number
  }
}
