/// A half-open range of UTF-8 byte offsets into one file.
public struct ByteRange: Hashable, Sendable {
  public var lowerBound: UInt32
  public var upperBound: UInt32

  /// Both offsets must be below 4 GiB; if not, the program stops.
  public init(_ lowerBound: Int, _ upperBound: Int) {
    self.lowerBound = UInt32(lowerBound)
    self.upperBound = UInt32(upperBound)
  }

  /// No bytes, at the start of the file: "there is none" where a range is not optional.
  public static let none = ByteRange(0, 0)

  public var lower: Int { Int(lowerBound) }
  public var upper: Int { Int(upperBound) }
  public var count: Int { upper - lower }
  public var isEmpty: Bool { lowerBound == upperBound }
  /// The same as offsets of the standard library's type.
  public var range: Range<Int> { lower..<upper }

  /// Whether another range lies in this one; an empty one may lie at either end.
  public func contains(_ other: ByteRange) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }

  /// Whether both have a byte in common, or one is empty and lies inside the other.
  public func overlaps(_ other: ByteRange) -> Bool {
    lowerBound < other.upperBound && other.lowerBound < upperBound
  }
}

extension ByteRange: Comparable {
  /// By start, then by end.
  public static func < (left: ByteRange, right: ByteRange) -> Bool {
    (left.lowerBound, left.upperBound) < (right.lowerBound, right.upperBound)
  }
}
