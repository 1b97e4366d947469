public import LintText

/// What a document says of itself beside its segments.
public struct Attributes: Sendable {
  /// In file order, up to what could not be read.
  public let list: [Attribute]
  /// Where one that is missing is reported.
  public let place: ByteRange
  /// Whether all of them could be read.
  public let isWhole: Bool

  public init(_ list: [Attribute], place: ByteRange, isWhole: Bool) {
    self.list = list
    self.place = place
    self.isWhole = isWhole
  }
}

extension [Attribute] {
  /// The first attribute of this name.
  ///
  /// - Parameter bytes: those of the whole file.
  public func first(named name: StaticString, in bytes: Span<UInt8>) -> Attribute? {
    let length = name.utf8CodeUnitCount
    return first { $0.name.count == length && bytes.has(name, at: $0.name.lower) }
  }
}
