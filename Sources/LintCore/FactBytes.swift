public import LintText

/// Small values that a rule keeps of a page until all pages are read.
///
/// Bytes, and no objects: what is kept of a hundred thousand pages is to fit into memory. A text goes in
/// as its hash.
public struct FactBytes: Sendable {
  public private(set) var bytes: [UInt8]

  public init(capacity: Int = 0) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  public mutating func append(_ value: UInt8) { bytes.append(value) }

  public mutating func append(_ value: UInt32) {
    for shift in 0..<4 as Range<UInt32> {
      bytes.append(UInt8(truncatingIfNeeded: value >> (8 * shift)))
    }
  }

  public mutating func append(_ value: UInt64) {
    append(UInt32(truncatingIfNeeded: value))
    append(UInt32(truncatingIfNeeded: value >> 32))
  }

  /// Words that a message will quote; of a long text the first part.
  public mutating func append(_ text: Span<UInt8>) {
    let length = min(text.count, Self.longestText)
    append(UInt8(length))
    bytes.append(text.extracting(0..<length))
  }

  private static let longestText = 200

  /// A text of any length.
  mutating func append(long text: String) {
    append(UInt32(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  mutating func append(_ more: ArraySlice<UInt8>) { bytes += more }

  public mutating func append(_ range: ByteRange) {
    append(range.lowerBound)
    append(range.upperBound)
  }
}
