internal import CScan

/// The indices of one byte in a text, found 64 bytes at a time.
public struct ByteMatches {
  @usableFromInline let wanted: UInt8
  /// The index where the block of 64 bytes begins that `mask` is about.
  @usableFromInline var block: Int
  /// A bit for each match in the block that was not returned yet.
  @usableFromInline var mask: UInt64 = 0
  @usableFromInline var isLoaded = false
  /// Just after the last match that was returned.
  @usableFromInline var cursor = 0

  /// - Parameter start: The index where the search begins.
  public init(of wanted: UInt8, from start: Int) {
    self.wanted = wanted
    block = start
  }

  /// The next match at or after `start`, which may lie before the last one. All calls must be about
  /// the same bytes.
  @inlinable public mutating func next(in bytes: Span<UInt8>, from start: Int) -> Int? {
    if start < cursor || start >= block + 64 {
      block = start
      isLoaded = false
    } else {
      if !isLoaded {
        guard block < bytes.count else { return nil }
        load(bytes)
      }
      mask &= UInt64.max << UInt64(max(start - block, 0))
    }
    return next(in: bytes)
  }

  /// The next match; `nil` when there are no more.
  @inlinable public mutating func next(in bytes: Span<UInt8>) -> Int? {
    while true {
      if !isLoaded {
        guard block < bytes.count else { return nil }
        load(bytes)
      }
      if mask != 0 {
        let offset = mask.trailingZeroBitCount
        mask &= mask &- 1
        cursor = block + offset + 1
        return block + offset
      }
      block += 64
      isLoaded = false
    }
  }

  @usableFromInline mutating func load(_ bytes: Span<UInt8>) {
    let wanted = wanted
    let block = block
    mask = unsafe bytes.withUnsafeBufferPointer {
      unsafe scan_equal($0.baseAddress! + block, $0.count - block, wanted)
    }
    isLoaded = true
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
