public import LintText

/// A link reference definition, `[label]: destination "title"`: CommonMark 0.31.2 § 4.7.
public struct ReferenceDefinition: Equatable, Sendable {
  /// The index of its block.
  public internal(set) var block: Int
  /// What stands between the brackets.
  public let label: ByteRange
  /// The destination without angle brackets.
  public let destination: ByteRange
  /// The title without its quotes; `nil` for none.
  public let title: ByteRange?
}
