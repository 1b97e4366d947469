public import LintCore
import LintText

/// A format for tests: `28c26-101|target|source` is a segment, `locale it-IT` says
/// the page's locale, any other line is text.
public struct LineFormat: Format {
  public var name: String { "lines" }
  public var fileExtensions: [String] { ["md"] }

  public init() {}

  public func read(_ bytes: consuming [UInt8], _ page: Page) -> Document {
    let bytes = bytes
    let span = bytes.span
    var records: [SegmentRecord] = []
    var stated: ByteRange?
    let lines = LineIndex(span, from: 0)
    for line in lines.starts.indices {
      let content = lines.content(of: line, in: span)
      if span.has("locale ", at: content.lower) {
        stated = ByteRange(content.lower + 7, content.upper)
      }
      guard let first = span.firstIndex(of: 0x7C, from: content.lower), first < content.upper,
        let second = span.firstIndex(of: 0x7C, from: first + 1), second < content.upper
      else { continue }
      let range = ByteRange(content.lower, first)
      let id = SpanID(span.extracting(range.range), at: range)
      records.append(
        SegmentRecord(
          id: id, sourceID: id, range: content, target: ByteRange(first + 1, second),
          source: ByteRange(second + 1, content.upper), targetInlines: 0..<0, sourceInlines: 0..<0))
    }
    return Document(
      bytes: bytes, prose: bytes, start: 0, frontMatter: nil, records: records, inlines: [],
      irregularities: [], statedLocale: stated, page: page)
  }
}
