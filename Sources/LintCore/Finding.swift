public import LintText

/// A fault that a rule reports.
public struct Finding: Sendable {
  /// An index into the rules of the run.
  public let rule: Int
  public internal(set) var range: ByteRange
  public let message: Message
  public let arguments: [String]
  /// Another range of the file, or one of the source's file, that explains this one.
  public internal(set) var related: Related?
  /// What mends it, where the rule knows.
  public internal(set) var fix: Fix?
  /// What the finding is about, where one finding stands for several ranges of the file and is
  /// reported at one of them: a baseline knows it again by this, whichever range that is the next
  /// time.
  public let subject: String?
  /// Which it is, from 0, of the findings with the same rule, segment key and words, where some of
  /// these may have been left out; `nil` where all that come before it are still there to be
  /// counted.
  var ordinal: Int?
  /// Which of the file's pages it is about, from 0.
  var page = 0
  /// The locale of that page, where the file has several: their segments may have the same keys.
  var locale = ""

  public struct Related: Sendable {
    public let range: ByteRange
    /// What is there: "source", "first use".
    public let label: String
    /// Where it stands, if that is a place in another page, of which `range` says nothing.
    public let other: OtherPlace?

    public init(_ range: ByteRange, _ label: String = "source", in other: OtherPlace? = nil) {
      self.range = range
      self.label = label
      self.other = other
    }
  }
}
