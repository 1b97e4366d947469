public import LintText

/// A rule that gave up on a file.
public struct PlacedFailure: Sendable {
  /// An index into `Run.rules`.
  public let rule: Int
  public let start: Place
  /// A clause that follows the rule's name.
  public let reason: String

  /// What went wrong, and where in the file.
  public func sentence(in run: Run) -> String {
    "rule '\(run.rules[rule].info.id)' gave up at \(start.line):\(start.column): \(reason)"
  }
}
