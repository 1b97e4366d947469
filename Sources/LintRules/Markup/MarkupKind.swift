import LintCore
import LintText

/// Markup that has words beside it: what is compared between the halves by its order.
enum MarkupKind: UInt8 {
  case code, link, autolink, strong, emphasis, openingTag, closingTag

  /// - Parameter side: that on which words are looked for; a tag has them on one.
  init?(_ inline: Inline, _ text: borrowing Text, _ side: MarkupEdge.Side) {
    switch inline.kind {
    case .code: self = .code
    case .link, .image: self = .link
    case .autolink: self = .autolink
    case .strong: self = .strong
    case .emphasis: self = .emphasis
    case .tag:
      self = side == .after ? .closingTag : .openingTag
      guard Self.isOfWords(text[inline.range].bytes, self) else { return nil }
    default: return nil
    }
  }

  /// Tags around words that stand in a sentence; `<sup>` and `<sub>` stand at one.
  private static let names: [StaticString] = [
    "a", "b", "cite", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "samp", "small",
    "strong",
    "u", "var",
  ]

  private static func isOfWords(_ tag: Span<UInt8>, _ kind: MarkupKind) -> Bool {
    let isClosing = tag.has("</", at: 0)
    guard isClosing == (kind == .closingTag) else { return false }
    let start = isClosing ? 2 : 1
    var end = start
    while end < tag.count, tag[end].isLetterOrDigit { end += 1 }
    let name = tag.extracting(start..<end)
    guard names.contains(where: { name.equalsIgnoringCase($0) }) else { return false }
    // `<a name="…">` is no link, and its end follows it at once.
    return isClosing || end - start > 1 || !tag[start].isSame("a") || tag.contains("href")
  }
}

extension UInt8 {
  /// Whether it is an ASCII letter in any letter case.
  fileprivate func isSame(_ letter: Unicode.Scalar) -> Bool { UInt32(lowercased) == letter.value }
}
