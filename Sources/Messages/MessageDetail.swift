public import LintText

/// What a format of messages knows of its segments, for the rules that all such formats have.
public protocol MessageDetail: AnyObject, Sendable {
  /// How many characters a translation may have; `nil` where nothing limits it.
  func limit(of segment: Int) -> Int?

  /// How values are named.
  func dialects(of segment: Int) -> MessageDialects

  /// Whether its markup is that of Markdown, and not of reStructuredText.
  func isMarkdown(_ segment: Int) -> Bool

  /// Whether both halves have the same markup of reStructuredText and the same addresses in any order, all of it sound,
  /// so that there is nothing to compare.
  func keepsMarkup(_ segment: Int) -> Bool

  /// Of a plural form, the source's other form, which may name values that this one doesn't; `nil` elsewhere.
  func otherSource(of segment: Int) -> ByteRange?

  /// Whether it is the form of one number, such as 1, whose translation need not name it.
  func isFormOfOneNumber(_ segment: Int) -> Bool

  /// The sign before the letter that a menu opens by; `nil` where nobody says.
  var acceleratorSign: UInt8? { get }
}
