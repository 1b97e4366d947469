/// A fault that a rule reports.
public struct Finding: Sendable {
  /// An index into the rules of the run.
  public let rule: Int
  public let range: ByteRange
  public let message: Message
  public let arguments: [String]
  /// Another place in the same file that explains this one.
  public let related: Related?
  /// What mends it, where the rule knows.
  public let fix: Fix?
  /// What the finding is about, where that stands in several places of the file and is told at one
  /// of them: by this it is known again, wherever that place has moved.
  public let subject: String?

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

/// What the rules have reported of one document so far; a rule calls it like a function.
public struct Findings {
  public private(set) var list: [Finding] = []
  public private(set) var failures: [RuleFailure] = []
  /// The rule that is at work.
  var rule = 0

  public init() {}

  /// Reports a text that the rule has at hand.
  public mutating func callAsFunction(
    _ text: borrowing Text, _ message: Message, _ arguments: String...,
    related: Finding.Related? = nil, fix: Fix? = nil, subject: String? = nil
  ) {
    add(text.range, message, arguments, related, fix, subject)
  }

  /// Reports a range that a reader has placed.
  public mutating func callAsFunction(
    _ range: ByteRange, _ message: Message, _ arguments: String...,
    related: Finding.Related? = nil, fix: Fix? = nil, subject: String? = nil
  ) {
    add(range, message, arguments, related, fix, subject)
  }

  /// Tells that the rule can't go on, which is its own fault and not the document's.
  ///
  /// - Parameter reason: A clause that follows the rule's name.
  public mutating func giveUp(at range: ByteRange, _ reason: String) {
    failures.append(RuleFailure(rule: rule, range: range, reason: reason))
  }

  /// Reports a range with arguments that are counted only when the rule runs.
  public mutating func callAsFunction(
    _ range: ByteRange, _ message: Message, arguments: [String], related: Finding.Related? = nil,
    fix: Fix? = nil
  ) {
    add(range, message, arguments, related, fix, nil)
  }

  private mutating func add(
    _ range: ByteRange, _ message: Message, _ arguments: [String], _ related: Finding.Related?,
    _ fix: Fix?, _ subject: String?
  ) {
    list.append(
      Finding(
        rule: rule, range: range, message: message, arguments: arguments, related: related,
        fix: fix, subject: subject))
  }
}
