import LintText

/// Some of the lines of a file, by their bytes.
struct LineSelection: Sendable {
  /// In file order; each ends where the next line begins.
  private let ranges: [ByteRange]

  /// - Parameter lines: from 1.
  /// - Returns: `nil` for all lines: where a return alone ends one, git, which has counted them, knows
  ///   no such lines.
  init?(_ lines: [ClosedRange<Int>], in document: borrowing Document) {
    let bytes = document.bytes.span
    guard lines.isEmpty || !Self.hasLoneReturn(bytes) else { return nil }
    let index = LineIndex(bytes, from: document.start)
    ranges = lines.sorted { $0.lowerBound < $1.lowerBound }.compactMap { lines in
      guard lines.lowerBound <= index.starts.count else { return nil }
      let end =
        lines.upperBound < index.starts.count ? index.starts[lines.upperBound] : bytes.count + 1
      return ByteRange(index.starts[max(lines.lowerBound, 1) - 1], end)
    }
  }

  /// Whether one of the lines holds a part of a range, be it its end.
  func touch(_ range: ByteRange) -> Bool {
    let index = ranges.partitionPoint { $0.upperBound <= range.lowerBound }
    return index < ranges.count && ranges[index].lowerBound <= range.upperBound
  }

  private static func hasLoneReturn(_ bytes: Span<UInt8>) -> Bool {
    var start = 0
    while let found = bytes.firstIndex(of: 0x0D, from: start) {
      start = found + 1
      if start == bytes.count || bytes[start] != 0x0A { return true }
    }
    return false
  }
}
