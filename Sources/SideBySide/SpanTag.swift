internal import LintCore
import LintText

/// The opening tag of either half of a pair, however damaged.
struct SpanTag {
  enum State {
    case whole
    /// Not as the format writes it, so that the ID is what looks like one.
    case broken
    /// Its quotes are character references.
    case escaped
  }

  let side: Side
  let state: State
  let range: ByteRange
  let id: SpanID

  /// Bytes of an opening tag: what is longer is no tag of a half.
  private static let longest = 120

  /// The tag at `angle`; `nil` when it is another one.
  init?(_ bytes: Span<UInt8>, at angle: Int) {
    guard bytes.has("<span", at: angle) else { return nil }
    let isTarget = bytes.has(" data-ttu-id=\"", at: angle + 5)
    if isTarget || bytes.has(" data-stu-id=\"", at: angle + 5) {
      // `<span data-ttu-id="` has 19 bytes, the commonest ID has 9.
      if let id = SpanID(bytes, from: angle + 19, before: "\">") {
        self.init(isTarget ? .target : .source, .whole, angle..<angle + 30, id)
        return
      }
      var end = angle + 19
      while end < bytes.count, Self.isIDByte(bytes[end]) { end += 1 }
      if bytes.has("\">", at: end) {
        self.init(
          isTarget ? .target : .source, .whole, bytes, angle..<end + 2, id: angle + 19..<end)
        return
      }
    }
    self.init(damaged: bytes, at: angle)
  }

  /// A tag that is not written as the format writes it.
  private init?(damaged bytes: Span<UInt8>, at angle: Int) {
    let limit = min(angle + Self.longest, bytes.count)
    var end = angle + 5
    while end < limit, bytes[end] != 0x3E, bytes[end] != 0x3C, bytes[end] != 0x0A { end += 1 }
    // What is too long is cut, but not within a character.
    while end < bytes.count, end > angle + 5, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    let tag = bytes.extracting(angle..<end)
    guard let name = tag.firstRange(of: "tu-id"), name.lowerBound > 5 else { return nil }
    let side: Side = tag[name.lowerBound - 1] == 0x73 ? .source : .target
    let close = end < bytes.count && bytes[end] == 0x3E ? end + 1 : end
    if tag.contains("&quot;") || tag.contains("&#") || tag.contains("\\\"") {
      self.init(side, .escaped, bytes, angle..<close, id: angle + name.upperBound..<end)
      return
    }
    // Whatever looks like an ID after the name: `="28c26-103`, `=28c26-103`, ` = '28c26-103'`.
    var first = angle + name.upperBound
    while first < end, !bytes[first].isLetterOrDigit { first += 1 }
    var last = first
    while last < end, bytes[last] != 0x22, bytes[last] != 0x27, !bytes[last].isSpace { last += 1 }
    let isWhole =
      bytes.has("\"", at: last) && last + 1 == end && name.lowerBound == 12 && first == angle + 19
      && bytes.has("<span data-", at: angle) && bytes.has("=\"", at: angle + 17)
    self.init(side, isWhole ? .whole : .broken, bytes, angle..<close, id: first..<last)
  }

  private init(
    _ side: Side, _ state: State, _ bytes: Span<UInt8>, _ range: Range<Int>, id: Range<Int>
  ) {
    self.init(
      side, state, range,
      SpanID(bytes.extracting(id), at: ByteRange(id.lowerBound, id.upperBound)))
  }

  private init(_ side: Side, _ state: State, _ range: Range<Int>, _ id: SpanID) {
    self.side = side
    self.state = state
    self.range = ByteRange(range.lowerBound, range.upperBound)
    self.id = id
  }

  private static func isIDByte(_ byte: UInt8) -> Bool {
    byte.isLetterOrDigit || byte == 0x2D
  }
}
