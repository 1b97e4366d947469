internal import CScan

/// The indices of one byte in a text: a bit for each byte of it, made of the whole text at once.
public struct ByteMatches {
  @usableFromInline let bits: [UInt64]
  /// How many there are.
  public let count: Int

  /// - Parameter wanted: A byte that is not 0.
  public init(of wanted: UInt8, in bytes: Span<UInt8>) {
    let words = (bytes.count + 63) / 64
    var found = 0
    bits = unsafe [UInt64](unsafeUninitializedCapacity: words) { place, count in
      unsafe bytes.withUnsafeBufferPointer { bytes in
        guard let from = bytes.baseAddress, let to = place.baseAddress else { return }
        found = unsafe scan_matches(from, bytes.count, wanted, to)
        count = words
      }
    }
    count = found
  }

  /// The first match at or after an index.
  @inlinable public func next(from start: Int) -> Int? {
    var word = start >> 6
    guard word < bits.count else { return nil }
    var mask = bits[word] & (UInt64.max << UInt64(start & 63))
    while mask == 0 {
      word += 1
      guard word < bits.count else { return nil }
      mask = bits[word]
    }
    return word << 6 + mask.trailingZeroBitCount
  }
}

extension Span<UInt8> {
  /// How often a byte that is not 0 stands in the text.
  public func count(of wanted: UInt8) -> Int {
    var found = 0
    var block = 0
    while block < count {
      let mask = unsafe withUnsafeBufferPointer {
        unsafe scan_equal($0.baseAddress! + block, $0.count - block, wanted)
      }
      found += mask.nonzeroBitCount
      block += 64
    }
    return found
  }
}
