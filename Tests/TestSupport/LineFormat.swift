public import LintCore
import LintText

/// A format for tests: `28c26-101|target|source` is a segment, `locale it-IT` says
/// the page's locale, `<!-- loclint-… -->` is a comment, any other line is text.
public struct LineFormat: Format {
  public var name: String { "lines" }
  public var fileExtensions: [String] { ["md"] }

  public init() {}

  public func comment(_ text: String) -> String? { "<!-- \(text) -->" }

  public func read(_ bytes: consuming [UInt8], _ page: Page) -> Document {
    let bytes = bytes
    let span = bytes.span
    var records: [SegmentRecord] = []
    var stated: ByteRange?
    var comments: [Comment] = []
    let lines = LineIndex(span, from: 0)
    for line in lines.starts.indices {
      let content = lines.content(of: line, in: span)
      if span.has("locale ", at: content.lower) {
        stated = ByteRange(content.lower + 7, content.upper)
      }
      if span.has("<!-- loclint-", at: content.lower) {
        comments.append(
          Comment(content, content: ByteRange(content.lower + 5, content.upper - 3)))
      }
      guard let first = span.firstIndex(of: 0x7C, from: content.lower), first < content.upper,
        let second = span.firstIndex(of: 0x7C, from: first + 1), second < content.upper
      else { continue }
      let range = ByteRange(content.lower, first)
      let dash = span.firstIndex(of: 0x2D, from: range.lower) ?? first
      records.append(
        SegmentRecord(
          key: SegmentKey(range, lasting: ByteRange(min(dash + 1, first), first)),
          range: content, target: ByteRange(first + 1, second),
          source: ByteRange(second + 1, content.upper), targetInlines: 0..<0, sourceInlines: 0..<0))
    }
    return Document(
      bytes: bytes, prose: bytes, comments: comments, records: records,
      isBilingual: !records.isEmpty,
      statedLocale: stated, format: self, page: page)
  }
}
