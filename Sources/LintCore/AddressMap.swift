import LintText

/// Where ranges of a document that has more areas than its file come from.
///
/// Findings are turned into ranges of their file by it before anything else is done with them, so that
/// comments, baseline, changed lines and places all speak of the file.
final class AddressMap: Sendable {
  /// The localized file.
  private let bytes: [UInt8]
  private let source: SourceText?
  private let decoded: DecodedTexts
  /// Those of all pages, in file order.
  let records: [SegmentRecord]
  /// Where sources that lie in the source's file come from, in order, and where the targets do: those of
  /// the page that findings are about, and those of all pages, for several may have one source.
  private let sources: [Halves]
  private let allSources: [Halves]
  private let format: any Format

  /// Where both halves of a segment come from.
  struct Halves: Sendable {
    let source: ByteRange
    let target: ByteRange
  }

  /// - Parameters:
  ///   - own: the segments of the page that findings are about.
  ///   - all: those of all pages, in file order.
  init(
    bytes: [UInt8], source: SourceText?, decoded: DecodedTexts, own: [SegmentRecord],
    all: [SegmentRecord], format: any Format
  ) {
    self.bytes = bytes
    self.source = source
    self.decoded = decoded
    records = all
    func halves(_ records: [SegmentRecord]) -> [Halves] {
      records.map {
        Halves(source: decoded.origin(of: $0.source), target: decoded.origin(of: $0.target))
      }
      .filter { $0.source.isInSource }.sorted { $0.source < $1.source }
    }
    sources = halves(own)
    allSources = own.count == all.count ? sources : halves(all)
    self.format = format
  }

  /// A range of the localized file or of the source's, which says by itself of which.
  func origin(of range: ByteRange) -> ByteRange { decoded.origin(of: range) }

  /// Whether an escape wrote the byte at an offset of a decoded text.
  func isEscaped(_ offset: Int) -> Bool { decoded.isEscaped(offset) }

  /// The bytes of a range of any area.
  func text(_ range: ByteRange) -> [UInt8] {
    if range.isDecoded {
      return [UInt8](decoded.bytes[range.moved(by: -AddressSpace.decoded).range])
    }
    if range.isInSource, let source {
      return [UInt8](source.bytes[range.moved(by: -AddressSpace.source).range])
    }
    return [UInt8](bytes[range.range])
  }

  /// A finding with ranges of files alone, whose own lies in the localized file, and without a fix that can't
  /// be made: one that would cut an escape in two, change the source, or can't be written there.
  func located(_ finding: Finding) -> Finding {
    var finding = finding
    let origin = origin(of: finding.range)
    finding.related = finding.related.map {
      Finding.Related(decoded.origin(of: $0.range), $0.label, in: $0.other)
    }
    if origin.isInSource { finding.related = finding.related ?? Finding.Related(origin) }
    finding.range = place(of: finding.range)
    finding.fix = finding.fix.flatMap(located)
    return finding
  }

  /// The range of the localized file that stands for a range of any area. What the source has stands
  /// where its translation stands, or should.
  func place(of range: ByteRange) -> ByteRange {
    let origin = origin(of: range)
    guard origin.isInSource else { return origin }
    return Self.halves(around: origin, in: sources)?.target ?? .none
  }

  /// Where a source lies that holds a range of the source's file.
  func source(around range: ByteRange) -> ByteRange? {
    Self.halves(around: range, in: allSources)?.source
  }

  private static func halves(around range: ByteRange, in sources: [Halves]) -> Halves? {
    let index = sources.partitionPoint { $0.source.upperBound < range.upperBound }
    return index < sources.count && sources[index].source.contains(range) ? sources[index] : nil
  }

  private func located(_ fix: Fix) -> Fix? {
    // A span can't be borrowed from an object.
    let bytes = bytes
    var edits: [Fix.Edit] = []
    for whole in fix.edits {
      let edit = leavingLines(whole, bytes)
      let range = origin(of: edit.range)
      if range.isInSource || (edit.range.isDecoded && decoded.cutsEscape(edit.range)) { return nil }
      let isText = edit.range.isDecoded || isInTarget(edit.range)
      guard
        let replacement = isText
          ? format.encoded(edit.replacement, at: range, in: bytes.span) : edit.replacement
      else { return nil }
      edits.append(Fix.Edit(range, replacement))
    }
    return fix.replacing(edits)
  }

  /// An edit of a text in several lines of its file without what it leaves as it is, so that no line end is in it
  /// which need not be.
  private func leavingLines(_ edit: Fix.Edit, _ bytes: [UInt8]) -> Fix.Edit {
    guard edit.range.isDecoded, bytes[origin(of: edit.range).range].contains(0x0A) else {
      return edit
    }
    let (text, new) = (text(edit.range), edit.replacement)
    var (start, end) = (zip(text, new).prefix { $0 == $1 }.count, 0)
    while start > 0,
      start < text.count && text[start] & 0xC0 == 0x80
        || start < new.count && new[start] & 0xC0 == 0x80
    {
      start -= 1
    }
    while end < min(text.count, new.count) - start,
      text[text.count - 1 - end] == new[new.count - 1 - end]
    {
      end += 1
    }
    while end > 0, text[text.count - end] & 0xC0 == 0x80 { end -= 1 }
    let range = ByteRange(edit.range.lower + start, edit.range.upper - end)
    guard !decoded.cutsEscape(range) else { return edit }
    return Fix.Edit(range, Array(new[start..<new.count - end]))
  }

  /// Whether a range of the localized file lies in a translation that has no escapes.
  private func isInTarget(_ range: ByteRange) -> Bool {
    records.index(at: range).map { records[$0].target.contains(range) } ?? false
  }
}
