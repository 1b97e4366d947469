import LintText

/// The parts of a literal and of a run between their signs, as far as they have them in common.
struct LiteralParts {
  /// Whether a part is the same, counted from the start or from the end; the end of a host and of a file's
  /// name count for nothing.
  private(set) var isShared = false
  private(set) var isFirstShared = false
  private(set) var isLastShared = false
  /// Whether the last part has about as many letters as the literal's.
  private(set) var hasLength = false
  init(_ token: Span<UInt8>, _ wanted: Span<UInt8>, _ kind: Literal.Kind) {
    let (own, other) = (Self.parts(of: token), Self.parts(of: wanted))
    if let (last, wantedLast) = own.last.flatMap({ left in other.last.map { (left, $0) } }) {
      let letters = token.extracting(last).count { $0 & 0xC0 != 0x80 }
      hasLength = 3 * letters >= 2 * wantedLast.count && 2 * letters <= 3 * wantedLast.count
    }
    let isEnded = kind == .mail || kind == .address || kind == .path
    for index in 0..<min(own.count, other.count) {
      let isFirst = token.extracting(own[index]).elementsEqual(wanted.extracting(other[index]))
      let (left, right) = (own[own.count - 1 - index], other[other.count - 1 - index])
      let isLast = token.extracting(left).elementsEqual(wanted.extracting(right))
      if index == 0 { (isFirstShared, isLastShared) = (isFirst, isLast) }
      let isScheme = kind == .address && index == 0
      if isFirst, own[index].count >= 2, !isScheme, !(isEnded && index == other.count - 1) {
        isShared = true
      }
      if isLast, left.count >= 2, !(isEnded && index == 0 && Self.isEnd(wanted, right)) {
        isShared = true
      }
    }
  }

  /// Whether a part is what a host or a file's name ends with.
  private static func isEnd(_ wanted: Span<UInt8>, _ part: Range<Int>) -> Bool {
    part.lowerBound > 0 && wanted[part.lowerBound - 1] == 0x2E
  }

  private static func parts(of name: Span<UInt8>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var index = 0
    while index < name.count {
      var end = index
      while end < name.count, name[end].isTextLetterOrDigit { end += 1 }
      if end > index { parts.append(index..<end) }
      index = end + 1
    }
    return parts
  }
}
