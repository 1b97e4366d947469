public import LintText

/// A comment of a document that is meant for loclint: it begins with `mark`.
///
/// Only a format knows where comments are: not in code that shows one, and not in a source that stands
/// in a file of its own.
public struct Comment: Sendable {
  /// What such a comment begins with.
  public static let mark: StaticString = "loclint-"

  /// The whole of it, with the signs that make it a comment.
  public let range: ByteRange
  /// What it says, from `mark` on.
  public let content: ByteRange
  /// What `disable` and `disable-next-line` speak of, where the format knows: the entry that the comment
  /// belongs to.
  public let scope: ByteRange?
  /// The rules that it keeps back from its scope, where the format has words of its own for that; none where it
  /// means all.
  public let rules: [String]?

  public init(
    _ range: ByteRange, content: ByteRange, scope: ByteRange? = nil, rules: [String]? = nil
  ) {
    self.rules = rules
    self.range = range
    self.content = content
    self.scope = scope
  }
}
