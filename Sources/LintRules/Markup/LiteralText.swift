import LintCore
import LintText

/// A target as literals are looked for in it: in small letters, without the backslashes of escapes.
struct LiteralText {
  private(set) var bytes: [UInt8] = []
  /// The same with the addresses of links blanked.
  private(set) var read: [UInt8] = []
  /// The index in the target of each byte.
  private(set) var offsets: [Int] = []

  init(_ target: borrowing Text, _ inlines: Span<Inline>) {
    bytes.reserveCapacity(target.count)
    read.reserveCapacity(target.count)
    offsets.reserveCapacity(target.count)
    let hidden = Self.addresses(target, inlines)
    var area = 0
    var index = 0
    while index < target.count {
      while area < hidden.count, hidden[area].upperBound <= index { area += 1 }
      let isHidden = area < hidden.count && hidden[area].contains(index)
      if !target.isEscape(at: index) {
        let byte = target.bytes[index].lowercased
        bytes.append(byte)
        read.append(isHidden ? UInt8.blank : byte)
        offsets.append(index)
      }
      index += 1
    }
  }

  /// A copy of a target with the addresses of links blanked.
  static func read(_ target: borrowing Text, _ inlines: Span<Inline>) -> [UInt8] {
    var bytes = Array(target.bytes)
    for range in addresses(target, inlines) {
      for index in range { bytes[index] = UInt8.blank }
    }
    return bytes
  }

  /// What stands behind the texts of links and images, in order. An image within a link's text ends
  /// before the link does.
  private static func addresses(
    _ target: borrowing Text, _ inlines: Span<Inline>
  ) -> [Range<Int>] {
    let start = target.range.lower
    var hidden: [Range<Int>] = []
    var index = 0
    while index < inlines.count {
      let inline = inlines[index]
      if inline.kind == .link || inline.kind == .image {
        hidden.append(inline.content.upper - start..<inline.range.upper - start)
      }
      index += 1
    }
    return hidden.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// Indices of the target for indices of `bytes`.
  func range(_ range: Range<Int>) -> Range<Int> {
    offsets[range.lowerBound]..<offsets[range.upperBound - 1] + 1
  }

  /// Whether a literal in small letters stands by itself, or with an ending of the language.
  ///
  /// - Parameter isAddress: Whether the address of a link may hold it.
  func contains(_ literal: [UInt8], isAddress: Bool, endings: Endings) -> Bool {
    let text = isAddress ? bytes.span : read.span
    var start = 0
    while let found = text.firstRange(of: literal.span, from: start) {
      if text.isWhole(found) { return true }
      let isBegun =
        found.lowerBound == 0 || !text[found.lowerBound].isLetterOrDigit
        || !text[found.lowerBound - 1].isLetterOrDigit
      if isBegun, endings.has(in: text, at: found.upperBound) { return true }
      start = found.lowerBound + 1
    }
    return false
  }
}
