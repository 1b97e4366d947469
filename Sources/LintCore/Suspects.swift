internal import CScan

/// One pass over a file for all the rules that look for what few files have anywhere.
enum Suspects {
  /// The offsets, in order, at which a control, U+FFFD, a bidirectional control, an invisible or
  /// private-use character, UTF-8 read as Windows-1252, a letter beside one of another alphabet, or
  /// `<<<`, `>>>` or `:::` may begin.
  static func find(in bytes: Span<UInt8>, from start: Int) -> [Int] {
    var offsets: [Int] = []
    var block = start
    while block < bytes.count {
      var mask: UInt64 = 0
      block = unsafe bytes.withUnsafeBufferPointer {
        unsafe scan_suspects($0.baseAddress!, $0.count, block, &mask)
      }
      while mask != 0 {
        offsets.append(block + mask.trailingZeroBitCount)
        mask &= mask &- 1
      }
      block += 64
    }
    return offsets
  }
}
