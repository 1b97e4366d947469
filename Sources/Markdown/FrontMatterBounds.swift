import LintText

/// Where front matter lies.
struct FrontMatterBounds {
  /// From the opening fence to the end of the line with the closing one, or of the last line that belongs
  /// to it.
  let range: ByteRange
  /// What stands between the two.
  let content: ByteRange
  /// Whether a closing fence was found.
  let isClosed: Bool
}
