extension String {
  /// Whether this string comes before another by its UTF-8 bytes: the same order everywhere, whatever
  /// the language, and found without a look at what the bytes mean.
  public func precedes(_ other: String) -> Bool {
    let (left, right) = (utf8Span.span, other.utf8Span.span)
    let common = min(left.count, right.count)
    var index = 0
    // Paths of one folder begin alike, so the common beginning is compared eight bytes at a time.
    while index + 8 <= common, left.word(at: index) == right.word(at: index) { index += 8 }
    while index < common, left[index] == right[index] { index += 1 }
    return index < common ? left[index] < right[index] : left.count < right.count
  }
}

extension Span<UInt8> {
  /// The eight bytes from an index on, as a number that is equal for equal bytes.
  fileprivate func word(at index: Int) -> UInt64 {
    precondition(index + 8 <= count)
    return unsafe withUnsafeBytes {
      unsafe $0.loadUnaligned(fromByteOffset: index, as: UInt64.self)
    }
  }
}
