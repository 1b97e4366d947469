import LintText

/// Half a segment that a reader met, or markup that is nearly a segment's.
struct Irregularity: Sendable {
  enum Kind: Sendable {
    /// A target half that no source half follows.
    case targetWithoutSource
    /// A source half that no target half precedes.
    case sourceWithoutTarget
    /// Something other than white space between two halves that belong together.
    case textBetweenHalves
    /// A source half outside the span that hides it.
    case missingWrapper
    /// A half whose end is missing.
    case unclosedHalf
    /// A half whose opening tag is damaged, so that its ID can't be read.
    case brokenTag
    /// Markup whose quotes or brackets were turned into character references.
    case escapedMarkup
  }

  let kind: Kind
  /// What is shown of it: a tag, or the text between two halves.
  let range: ByteRange
  /// The line it stands on, with those that it was wrapped into, for what is reported once a line.
  let line: ByteRange
  /// Whether markup on the same line was escaped, which explains all else that is odd there.
  let isOnEscapedLine: Bool

  init(_ kind: Kind, range: ByteRange, line: ByteRange, isOnEscapedLine: Bool = false) {
    self.kind = kind
    self.range = range
    self.line = line
    self.isOnEscapedLine = isOnEscapedLine
  }
}
