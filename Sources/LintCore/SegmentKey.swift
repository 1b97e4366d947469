public import LintText

/// What joins a source and its translation and outlives edits of both: a number, a unit's ID.
public struct SegmentKey: Sendable {
  /// Where it is written.
  public let range: ByteRange
  /// The part that stays when the file is written anew, by which comments and a baseline name the
  /// segment; empty where it can't be read.
  public let lasting: ByteRange

  public init(_ range: ByteRange, lasting: ByteRange) {
    self.range = range
    self.lasting = lasting
  }

  /// A key of which all stays.
  public init(_ range: ByteRange) {
    self.init(range, lasting: range)
  }
}
