public import LintText

/// A fault that a rule reports of a page when it has seen what it keeps of all.
public struct Verdict: Sendable {
  /// A place in another page that explains it.
  public struct Related: Sendable {
    public let page: PageNumber
    public let range: ByteRange
    /// What is there: "other locale".
    public let label: String

    public init(_ page: PageNumber, _ range: ByteRange, _ label: String) {
      self.page = page
      self.range = range
      self.label = label
    }
  }

  public let page: PageNumber
  public let range: ByteRange
  public let message: Message
  public let arguments: [String]
  public let related: Related?
  /// The files, by their indices, of other pages that it follows from: when one of them changes, the finding
  /// may be new though its own page is not.
  public let causes: [Int]
  /// What tells a file or a former address whose absence it follows from, as its rule knows these: when one was
  /// deleted, the finding may be new though its own page is not.
  public let absent: [UInt64]

  public init(
    _ page: PageNumber, _ range: ByteRange, _ message: Message, _ arguments: String...,
    related: Related? = nil, causes: [Int] = [], absent: [UInt64] = []
  ) {
    self.page = page
    self.range = range
    self.message = message
    self.arguments = arguments
    self.related = related
    self.causes = causes
    self.absent = absent
  }
}
