public import LintText

/// A rule that had to give up on a document; what it had found until then stands.
public struct RuleFailure: Sendable {
  /// An index into the rules of the run.
  public let rule: Int
  /// What it was looking at.
  public let range: ByteRange
  /// A clause that follows the rule's name.
  public let reason: String
}
