import LintText

/// A text of a file: the strings in quotes that stand one after the other behind a keyword.
struct POText: Sendable {
  /// The keyword: `msgid`, `msgstr[1]`.
  let keyword: ByteRange
  /// Its strings, by their indices in `POFile.pieces`.
  var pieces: Range<Int>
  /// Whether a string has a backslash.
  var hasEscapes = false
  /// Which marks stand in its strings, or may be written there by an escape.
  var marks: StringMarks = []
  /// Whether no string holds a byte.
  var isEmpty = true

  /// What is yet without strings.
  init(_ keyword: ByteRange, from piece: Int) {
    self.keyword = keyword
    pieces = piece..<piece
  }
}
