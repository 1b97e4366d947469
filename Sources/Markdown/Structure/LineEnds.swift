internal import CScan

/// Finds line feeds in rising order, 64 bytes in one step: what was seen of them is kept for the next
/// question.
struct LineEnds {
  private var block = 0
  /// A bit for each line feed from `block` on; nothing is known before the first question.
  private var mask: UInt64 = 0
  private var count = 0

  /// The offset of the first line feed at or after an offset, or the limit.
  @inline(__always)
  mutating func next(_ bytes: Span<UInt8>, from start: Int, before limit: Int) -> Int {
    var index = start
    // Text stands in segments, so that most limits are near.
    if limit - start <= 4 {
      while index < limit, unsafe bytes[unchecked: index] != 0x0A { index += 1 }
      return index
    }
    if index &- block >= count { look(bytes, at: index) }
    var rest = mask &>> UInt64(truncatingIfNeeded: index &- block)
    while rest == 0 {
      index = block &+ 64
      guard index < limit else { return limit }
      look(bytes, at: index)
      rest = mask
    }
    return min(limit, index &+ rest.trailingZeroBitCount)
  }

  @inline(__always)
  private mutating func look(_ bytes: Span<UInt8>, at index: Int) {
    block = index
    count = 64
    mask = unsafe bytes.withUnsafeBufferPointer {
      unsafe scan_equal($0.baseAddress! + index, $0.count - index, 0x0A)
    }
  }
}
