public import LintCore
public import LintText
internal import Markdown

/// A format for tests that has all that side-by-side pages don't: escapes, several locales in a file, and
/// its source in another file.
///
/// `open|it-IT|Apri [il pannello](panel.md)` is a translation, `open|Open [the panel](panel.md)` a line of
/// the source's file, `; loclint-…` a comment. `~` before a key says that the translation is unfinished, and
/// `*` behind it that placeholders may be missing and may be there twice. In texts `\n`, `\p` (`|`), `\\` and `\u00e9` are escapes.
public struct KeyedFormat: Format {
  public var name: String { "keyed lines" }
  public var fileExtensions: [String] { ["keyed"] }
  public var hasEscapes: Bool { true }

  public init() {}

  public func comment(_ text: String) -> String? { "; \(text)" }

  /// A line of either file.
  private struct Line: Sendable {
    let range: ByteRange
    let key: ByteRange
    /// Empty in the source's file.
    let locale: ByteRange
    let text: ByteRange
  }

  /// What the source's file says, by key.
  private final class Lines: Sendable {
    let byKey: [String: Line]

    init(_ byKey: [String: Line]) {
      self.byKey = byKey
    }
  }

  /// A half before its inlines are read.
  private struct Half {
    let range: ByteRange
    let start: Int

    init(_ range: ByteRange, in start: Int) {
      self.range = range
      self.start = start
    }
  }

  public func readSource(_ bytes: consuming [UInt8], of file: SourceFile) -> SourceText? {
    readSource(bytes, path: file.path)
  }

  /// Reads the source's file, once for all its locales.
  public func readSource(_ bytes: [UInt8], path: String) -> SourceText {
    var byKey: [String: Line] = [:]
    for line in Self.lines(bytes.span, fields: 2) {
      byKey[String(decoding: bytes[line.key.range], as: UTF8.self)] = line
    }
    var inlines = MarkdownInlines(prose: bytes.span)
    for line in byKey.values { _ = inlines.read(bytes.span, in: line.text) }
    return SourceText(path: path, bytes: bytes, prose: inlines.prose, detail: Lines(byKey))
  }

  public func read(_ bytes: consuming [UInt8], _ page: Page) -> Document {
    let bytes = bytes
    return Document(
      bytes: bytes, prose: bytes, records: [], isBilingual: false, format: self, page: page)
  }

  public func read(_ bytes: consuming [UInt8], from source: SourceText?, _ page: Page) -> Unit {
    let bytes = bytes
    guard let source, let lines = source.detail as? Lines else { return Unit(read(bytes, page)) }
    let sourceBytes = source.bytes
    var decoded = DecodedTexts()
    var halves: [(line: Line, target: Half, source: Half)] = []
    for line in Self.lines(bytes.span, fields: 3) {
      guard let other = lines.byKey[String(decoding: bytes[line.key.range], as: UTF8.self)] else {
        continue
      }
      let target = Self.half(bytes.span, line.text, from: 0, &decoded)
      let source = Self.half(sourceBytes.span, other.text, from: AddressSpace.source, &decoded)
      halves.append((line, target, source))
    }
    var file = MarkdownInlines(prose: bytes.span)
    var distant = MarkdownInlines(prose: sourceBytes.span)
    let decodedBytes = decoded.bytes
    var unescaped = MarkdownInlines(prose: decodedBytes.span)
    var inlines: [Inline] = []
    var records: [SegmentRecord] = []
    func readInlines(of half: Half, _ isFree: Bool) -> Range<Int> {
      let first = inlines.count
      let range = ByteRange(half.range.lower - half.start, half.range.upper - half.start)
      // The list is asked for when it is read, not before.
      switch half.start {
      case 0:
        let found = file.read(bytes.span, in: range)
        inlines += file.list[found]
      case AddressSpace.source:
        let found = distant.read(sourceBytes.span, in: range)
        inlines += distant.list[found].map { $0.moved(by: half.start) }
      default:
        let found = unescaped.read(decodedBytes.span, in: range)
        inlines += unescaped.list[found].map { $0.moved(by: half.start) }
      }
      if isFree {
        for index in first..<inlines.count where inlines[index].kind == .placeholder {
          let inline = inlines[index]
          inlines[index] = Inline(
            inline.kind, range: inline.range, content: inline.content,
            freedom: [.mayDrop, .mayRepeat])
        }
      }
      return first..<inlines.count
    }
    for (line, target, source) in halves {
      let isFree = bytes.span.has("*", at: line.key.upper - 1)
      let targetInlines = readInlines(of: target, isFree)
      let sourceInlines = readInlines(of: source, isFree)
      records.append(
        SegmentRecord(
          key: SegmentKey(line.key), range: line.range, target: target.range, source: source.range,
          targetInlines: targetInlines, sourceInlines: sourceInlines,
          state: bytes.span.has("~", at: line.range.lower) ? .unfinished : .translated))
    }
    decoded.prose = unescaped.prose
    return unit(
      bytes, prose: file.prose, records, halves.map(\.line), inlines, source, decoded, page)
  }

  /// A document for each locale, in the order in which they come first.
  private func unit(
    _ bytes: [UInt8], prose: [UInt8], _ records: [SegmentRecord], _ lines: [Line],
    _ inlines: [Inline], _ source: SourceText, _ decoded: DecodedTexts, _ page: Page
  ) -> Unit {
    var locales: [(range: ByteRange, name: String)] = []
    for line in lines {
      let name = String(decoding: bytes[line.locale.range], as: UTF8.self)
      if !locales.contains(where: { $0.name == name }) { locales.append((line.locale, name)) }
    }
    func document(_ index: Int) -> Document {
      let own = records.indices.filter {
        String(decoding: bytes[lines[$0].locale.range], as: UTF8.self) == locales[index].name
      }
      return Document(
        bytes: bytes, prose: prose, comments: Self.comments(bytes.span),
        records: own.map { records[$0] }, inlines: inlines, isBilingual: true,
        statedLocale: locales[index].range, source: source, decoded: decoded, allRecords: records,
        isFirst: index == 0, format: self, page: page)
    }
    guard !locales.isEmpty else { return Unit(read(bytes, page)) }
    return Unit(document(0), others: locales.indices.dropFirst().map { OtherPage(document($0)) })
  }

  private static func lines(_ bytes: Span<UInt8>, fields: Int) -> [Line] {
    var found: [Line] = []
    let lines = LineIndex(bytes, from: 0)
    for index in lines.starts.indices {
      let range = lines.content(of: index, in: bytes)
      var bars: [Int] = []
      var start = range.lower
      while bars.count < fields - 1, let bar = bytes.firstIndex(of: 0x7C, from: start),
        bar < range.upper
      {
        bars.append(bar)
        start = bar + 1
      }
      guard bars.count == fields - 1, !bytes.has(";", at: range.lower) else { continue }
      let key = bytes.has("~", at: range.lower) ? range.lower + 1 : range.lower
      found.append(
        Line(
          range: range, key: ByteRange(key, bars[0]),
          locale: fields == 3 ? ByteRange(bars[0] + 1, bars[1]) : .none,
          text: ByteRange(bars[bars.count - 1] + 1, range.upper)))
    }
    return found
  }

  private static func comments(_ bytes: Span<UInt8>) -> [Comment] {
    let lines = LineIndex(bytes, from: 0)
    return lines.starts.indices.compactMap { index in
      let range = lines.content(of: index, in: bytes)
      guard bytes.has("; loclint-", at: range.lower) else { return nil }
      return Comment(range, content: ByteRange(range.lower + 2, range.upper))
    }
  }

  /// A text where it stands, or decoded where it has escapes.
  private static func half(
    _ bytes: Span<UInt8>, _ range: ByteRange, from start: Int, _ decoded: inout DecodedTexts
  ) -> Half {
    let text = bytes.extracting(range.range)
    let inDocument = ByteRange(range.lower + start, range.upper + start)
    guard text.firstIndex(of: 0x5C) != nil else { return Half(inDocument, in: start) }
    var index = 0
    while index < text.count {
      let next = text.firstIndex(of: 0x5C, from: index) ?? text.count
      if next > index {
        decoded.append(
          text.extracting(index..<next),
          from: ByteRange(inDocument.lower + index, inDocument.lower + next))
      }
      guard next < text.count else { break }
      let (value, length) = escape(text, at: next)
      decoded.append(
        value.span, for: ByteRange(inDocument.lower + next, inDocument.lower + next + length))
      index = next + length
    }
    return Half(decoded.finish() ?? inDocument, in: AddressSpace.decoded)
  }

  /// What an escape stands for, and its length.
  private static func escape(_ text: Span<UInt8>, at index: Int) -> ([UInt8], Int) {
    if text.has("\\n", at: index) { return ([0x0A], 2) }
    if text.has("\\p", at: index) { return ([0x7C], 2) }
    if text.has("\\\\", at: index) { return ([0x5C], 2) }
    if text.has("\\u", at: index), index + 6 <= text.count,
      let value = UInt32(String(text.extracting(index + 2..<index + 6)), radix: 16),
      let scalar = Unicode.Scalar(value)
    {
      return (Array(String(scalar).utf8), 6)
    }
    return ([0x5C], 1)
  }

  public func encoded(_ text: [UInt8], at range: ByteRange, in file: Span<UInt8>) -> [UInt8]? {
    // The format has no way to write these.
    if text.contains(0) { return nil }
    return text.flatMap { byte -> [UInt8] in
      switch byte {
      case 0x0A: Array("\\n".utf8)
      case 0x7C: Array("\\p".utf8)
      case 0x5C: Array("\\\\".utf8)
      default: [byte]
      }
    }
  }
}
