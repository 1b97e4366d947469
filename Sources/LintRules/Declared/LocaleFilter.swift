import LintCore
import LintText

/// The locales that a rule looks at: by basic filtering of RFC 4647 § 3.3.1, `fr` is also `fr-FR`.
struct LocaleFilter: Sendable {
  /// In lower case; empty means all.
  private let taken: [[UInt8]]
  private let left: [[UInt8]]

  init(_ taken: [LocaleTag] = [], except left: [LocaleTag] = []) {
    self.taken = taken.map { Array($0.description.lowercased().utf8) }
    self.left = left.map { Array($0.description.lowercased().utf8) }
  }

  /// Whether a page is of one of the locales; one that doesn't say what it is is of none.
  func takes(_ document: borrowing Document) -> Bool {
    if taken.isEmpty, left.isEmpty { return true }
    if let entry = document.metadata("ms.contentlocale"), !entry.value.isEmpty {
      return takes(document.text(entry.value).bytes)
    }
    guard let tag = document.expectation.configured ?? document.expectation.inPath.last else {
      return false
    }
    let name = Array(tag.description.utf8)
    return takes(name.span)
  }

  func takes(_ tag: Span<UInt8>) -> Bool {
    for other in left where Self.has(other, tag) { return false }
    if taken.isEmpty { return true }
    for other in taken where Self.has(other, tag) { return true }
    return false
  }

  /// Whether a tag is a range or goes on with more subtags.
  private static func has(_ range: [UInt8], _ tag: Span<UInt8>) -> Bool {
    guard tag.count >= range.count else { return false }
    var index = 0
    while index < range.count {
      if tag[index].lowercased != range[index] { return false }
      index += 1
    }
    return tag.count == range.count || tag[range.count] == 0x2D
  }
}
