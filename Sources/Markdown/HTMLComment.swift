import LintText

/// The marks of a comment in HTML: `<!-- … -->`.
package enum HTMLComment {
  /// Whether one begins at an index.
  @inline(__always)
  package static func begins(_ bytes: Span<UInt8>, at index: Int) -> Bool {
    bytes.has("<!--", at: index)
  }

  /// The mark that ends one, at or after an index.
  package static func close(_ bytes: Span<UInt8>, from start: Int) -> Range<Int>? {
    bytes.firstRange(of: "-->", from: start)
  }

  /// The end of one within a sentence.
  ///
  /// Another comment's beginning ends the search, so that a row of them is not read again and again.
  static func end(_ bytes: Span<UInt8>, from start: Int, before end: Int) -> Int? {
    var position = start
    while position + 3 <= end {
      if bytes.has("-->", at: position) { return position + 3 }
      if begins(bytes, at: position) { return nil }
      position += 1
    }
    return nil
  }
}
