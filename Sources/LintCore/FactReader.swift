public import LintText

/// Reads back what `FactBytes` holds; behind its end there are zeros, for facts may come from a file that
/// was cut short.
public struct FactReader: Sendable {
  private var rest: ArraySlice<UInt8>

  public init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  public var isAtEnd: Bool { rest.isEmpty }

  /// How many bytes are left.
  public var count: Int { rest.count }

  public mutating func byte() -> UInt8 { rest.popFirst() ?? 0 }

  public mutating func number32() -> UInt32 {
    var value: UInt32 = 0
    for shift in 0..<4 as Range<UInt32> { value |= UInt32(byte()) << (8 * shift) }
    return value
  }

  public mutating func number64() -> UInt64 {
    let low = UInt64(number32())
    return low | UInt64(number32()) << 32
  }

  /// Passes over bytes.
  public mutating func skip(_ count: Int) { rest = rest.dropFirst(max(count, 0)) }

  /// The number behind so many others of its size; 0 behind the end. Nothing is read.
  public func number32(at index: Int) -> UInt32 {
    let start = rest.startIndex + 4 * index
    guard index >= 0, start + 4 <= rest.endIndex else { return 0 }
    var value: UInt32 = 0
    for shift in 0..<4 as Range<Int> { value |= UInt32(rest[start + shift]) << UInt32(8 * shift) }
    return value
  }

  /// Passes over words that a message may quote.
  public mutating func skipText() { skip(Int(byte())) }

  /// Words that a message will quote.
  public mutating func text() -> String {
    let length = Int(byte())
    let text = String(decoding: rest.prefix(length), as: UTF8.self)
    rest = rest.dropFirst(length)
    return text
  }

  /// A range; an empty one where its end lies before its start.
  public mutating func range() -> ByteRange {
    let lower = number32()
    return ByteRange(Int(lower), Int(max(number32(), lower)))
  }
}
