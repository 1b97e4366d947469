package import LintCore
import LintText

/// Finds the comments of a page that are meant for loclint: `<!-- loclint-… -->`, and `# loclint-…` in
/// front matter. One that code shows is none.
package enum MarkdownComments {
  /// Reads all of a page, in file order.
  package static func read(
    _ bytes: Span<UInt8>, from start: Int, _ frontMatter: FrontMatter?
  ) -> [Comment] {
    var comments: [Comment] = []
    var index = start
    var code: MarkdownCode?
    // Without another `-->`, no comment is looked at again.
    var mayEnd = true
    while let found = bytes.firstRange(of: Comment.mark, from: index) {
      index = found.upperBound
      guard let comment = comment(bytes, around: found.lowerBound, frontMatter, mayEnd: &mayEnd)
      else { continue }
      if code == nil { code = MarkdownCode(bytes, from: frontMatter?.range.upper ?? start) }
      if code?.contains(found.lowerBound) == true { continue }
      comments.append(comment)
      index = max(index, comment.content.upper)
    }
    return comments
  }

  /// The comment in which the mark stands at an offset: what lies between `<!--` and `-->`, or between
  /// `#` and the end of a line of front matter.
  private static func comment(
    _ bytes: Span<UInt8>, around offset: Int, _ frontMatter: FrontMatter?, mayEnd: inout Bool
  ) -> Comment? {
    var before = offset
    while before > 0, bytes[before - 1].isSpace { before -= 1 }
    if mayEnd, HTMLComment.begins(bytes, at: before - 4) {
      if let end = HTMLComment.close(bytes, from: offset) {
        return Comment(
          ByteRange(before - 4, end.upperBound), content: ByteRange(offset, end.lowerBound))
      }
      mayEnd = false
    }
    guard let frontMatter, frontMatter.content.contains(ByteRange(offset, offset)),
      bytes.has("#", at: before - 1), before < 2 || bytes[before - 2].isSpace
    else { return nil }
    var end = bytes.endOfLine(from: offset)
    while end > offset, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return Comment(ByteRange(before - 1, end), content: ByteRange(offset, end))
  }
}
