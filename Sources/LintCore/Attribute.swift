public import LintText

/// Something that a document says of itself beside its segments: a key of front matter, an attribute
/// of a file, a line of a header.
public struct Attribute: Sendable {
  public let name: ByteRange
  /// Without its quotes; empty where none is written.
  public let value: ByteRange

  public init(name: ByteRange, value: ByteRange) {
    self.name = name
    self.value = value
  }
}
