import LintText

/// A run of letters beside markup.
struct NeighbourWord {
  let range: Range<Int>
  let side: MarkupEdge.Side
  /// How many letters it has.
  let count: Int
  let isCapitalized: Bool
  let isAtCode: Bool
  /// Whether the markup holds one letter.
  let isAtLetter: Bool
  /// Whether the markup ends with a comma or the like, behind which no ending stands.
  let isBehindMark: Bool
  /// Whether a space and other markup or a name follow it.
  let isBeforeName: Bool

  /// `nil` where there is no letter of a script with spaces between words.
  init?(
    _ bytes: Span<UInt8>, _ edge: MarkupEdge, isAtCode: Bool, isAtLetter: Bool, isBehindMark: Bool
  ) {
    var end = edge.offset
    var count = 0
    while let length = edge.letterLength(bytes, at: end) {
      end += edge.side == .after ? length : -length
      count += 1
    }
    guard count > 0 else { return nil }
    range = min(edge.offset, end)..<max(edge.offset, end)
    side = edge.side
    self.count = count
    let first = bytes.scalar(at: range.lowerBound).value
    isCapitalized = first.lowercasedScalar != first
    self.isAtCode = isAtCode
    self.isAtLetter = isAtLetter
    self.isBehindMark = isBehindMark
    let next = range.upperBound + 1
    isBeforeName =
      next < bytes.count && bytes[next - 1] == 0x20
      && (bytes[next].isUppercase || "*`[<_".utf8.contains(bytes[next]))
  }
}
