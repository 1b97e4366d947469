import LintCore

/// Finds characters that damage a page, and leaves alone those that the source has too.
enum CharacterSearch {
  /// Calls `body` with each run of characters that `matches`, outside source halves. Runs in target
  /// halves whose source has such a character are passed over.
  ///
  /// - Parameters:
  ///   - leads: The first bytes of the characters looked for; what is not one of them is not decoded.
  ///   - matches: Whether a scalar is looked for.
  static func runs(
    in document: borrowing Document, leads: ByteSet, _ matches: (UInt32) -> Bool,
    _ body: (ByteRange, _ record: Int?) -> Void
  ) {
    let bytes = document.bytes.span
    var index = leads.next(in: bytes, from: document.start)
    while index < bytes.count {
      let (value, length) = bytes.scalar(at: index)
      guard matches(value), value != 0xFFFD || length == 3 else {
        index = leads.next(in: bytes, from: index + length)
        continue
      }
      let start = index
      index += length
      while index < bytes.count {
        let (next, length) = bytes.scalar(at: index)
        guard matches(next), next != 0xFFFD || length == 3 else { break }
        index += length
      }
      let range = ByteRange(start, index)
      let record = document.indexOfRecord(at: range)
      let isExcused =
        record.map { index in
          let record = document.records[index]
          return record.source.overlaps(range)
            || (record.target.overlaps(range)
              && contains(bytes.extracting(record.source.range), leads: leads, matches))
        } ?? false
      if !isExcused { body(range, record) }
      index = leads.next(in: bytes, from: index)
    }
  }

  private static func contains(
    _ bytes: Span<UInt8>, leads: ByteSet, _ matches: (UInt32) -> Bool
  ) -> Bool {
    var index = leads.next(in: bytes, from: 0)
    while index < bytes.count {
      let (value, length) = bytes.scalar(at: index)
      if matches(value) { return true }
      index = leads.next(in: bytes, from: index + length)
    }
    return false
  }

  /// `U+0097`.
  static func name(_ value: UInt32) -> String {
    let hex = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - hex.utf8.count)) + hex
  }
}

/// A set of bytes.
struct ByteSet: Sendable {
  private let low: InlineArray<256, Bool>

  init(_ ranges: ClosedRange<UInt8>...) {
    var low = InlineArray<256, Bool>(repeating: false)
    for range in ranges {
      for byte in range { low[Int(byte)] = true }
    }
    self.low = low
  }

  /// The first place of a byte of the set at or after `start`, or the end.
  func next(in bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count, !low[Int(bytes[index])] { index += 1 }
    return index
  }
}
