public import Testing

/// A text and what a reader makes of it, written on a few lines.
public struct ReaderCase: CustomTestStringConvertible, Sendable {
  public let testDescription: String
  public let text: String
  public let expected: String

  public init(_ about: String, _ text: String, _ expected: String) {
    testDescription = about
    self.text = text
    self.expected = expected
  }
}
