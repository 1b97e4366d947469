/// A hash of bytes or scalars that is the same in every run (FNV-1a, 64 bits).
///
/// Bytes that collide are easy to make. A table whose keys a page chooses needs Swift's own
/// hashing.
public struct Hash64: Hashable, Sendable {
  public let value: UInt64

  /// The hash of nothing yet.
  ///
  /// - Parameter seed: A number that keeps hashes of one sort apart from those of another.
  @inlinable @inline(__always)
  public init(_ seed: UInt64 = 0) { self.init(value: 0xCBF2_9CE4_8422_2325 ^ seed) }

  /// The hash of some bytes.
  @inlinable public init(of bytes: Span<UInt8>) {
    self.init()
    add(bytes)
  }

  @inlinable @inline(__always)
  init(value: UInt64) { self.value = value }

  @inlinable @inline(__always)
  public mutating func add(_ byte: UInt8) { add(UInt32(byte)) }

  @inlinable @inline(__always)
  public mutating func add(_ scalar: UInt32) {
    self = Hash64(value: (value ^ UInt64(scalar)) &* 0x0000_0100_0000_01B3)
  }

  @inlinable public mutating func add(_ bytes: Span<UInt8>) {
    for index in bytes.indices { add(bytes[index]) }
  }
}
