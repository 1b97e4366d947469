extension Span<UInt8> {
  /// Where two texts differ: what stands in each between the longest equal beginning and the longest equal end.
  public func difference(from other: Span<UInt8>) -> (own: Range<Int>, others: Range<Int>) {
    var start = 0
    let least = Swift.min(count, other.count)
    while start < least, self[start] == other[start] { start += 1 }
    var (end, otherEnd) = (count, other.count)
    while end > start, otherEnd > start, self[end - 1] == other[otherEnd - 1] {
      (end, otherEnd) = (end - 1, otherEnd - 1)
    }
    return (start..<end, start..<otherEnd)
  }
}
