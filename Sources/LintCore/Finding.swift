public import LintText

/// A fault that a rule reports.
public struct Finding: Sendable {
  /// An index into the rules of the run.
  public let rule: Int
  public internal(set) var range: ByteRange
  public let message: Message
  public let arguments: [String]
  /// Another place in the same file that explains this one.
  public let related: Related?
  /// What mends it, where the rule knows.
  public internal(set) var fix: Fix?
  /// What the finding is about, where that stands in several places of the file and is told at one
  /// of them: by this it is known again, wherever that place has moved.
  public let subject: String?
  /// Which of equals it is, from 0, where some of them may have been left out; `nil` where all that
  /// come before it are still there to be counted.
  var ordinal: Int?

  public struct Related: Sendable {
    public let range: ByteRange
    /// What is there: "source", "first use".
    public let label: String

    public init(_ range: ByteRange, _ label: String = "source") {
      self.range = range
      self.label = label
    }
  }
}

/// A rule that had to give up on a document; what it had found until then stands.
public struct RuleFailure: Sendable {
  /// An index into the rules of the run.
  public let rule: Int
  /// What it was looking at.
  public let range: ByteRange
  /// A clause that follows the rule's name.
  public let reason: String
}
