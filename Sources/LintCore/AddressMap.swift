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
  /// Where the sources that lie elsewhere than in the localized file come from, in order, and the index of
  /// each record.
  private let sources: [(origin: ByteRange, record: Int)]
  private let format: any Format

  init(
    bytes: [UInt8], source: SourceText?, decoded: DecodedTexts, records: [SegmentRecord],
    format: any Format
  ) {
    self.bytes = bytes
    self.source = source
    self.decoded = decoded
    self.records = records
    sources = records.indices.map {
      (
        records[$0].source.isDecoded ? decoded.origin(of: records[$0].source) : records[$0].source,
        $0
      )
    }
    .filter { $0.origin.isInSource }.sorted { $0.origin < $1.origin }
    self.format = format
  }

  /// A range of the localized file or of the source's, which says by itself of which.
  func origin(of range: ByteRange) -> ByteRange {
    range.isDecoded ? decoded.origin(of: range) : range
  }

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

  /// A finding with ranges of files alone, whose own lies in the localized file; `nil` fixes are such as
  /// can't be made: they would cut an escape in two, change the source, or can't be written there.
  func located(_ finding: Finding) -> Finding {
    var finding = finding
    let range = origin(of: finding.range)
    finding.related = finding.related.map { Finding.Related(origin(of: $0.range), $0.label) }
    if range.isInSource { finding.related = finding.related ?? Finding.Related(range) }
    finding.range = place(of: finding.range)
    finding.fix = finding.fix.flatMap(located)
    return finding
  }

  /// The range of the localized file that stands for a range of any area. What the source has stands
  /// where its translation stands, or should.
  func place(of range: ByteRange) -> ByteRange {
    let origin = origin(of: range)
    guard origin.isInSource else { return origin }
    return source(around: origin).map { self.origin(of: records[$0.record].target) } ?? .none
  }

  /// Where a source lies that holds a range of the source's file, and the index of its record.
  func source(around range: ByteRange) -> (origin: ByteRange, record: Int)? {
    let index = sources.partitionPoint { $0.origin.upperBound < range.upperBound }
    return index < sources.count && sources[index].origin.contains(range) ? sources[index] : nil
  }

  private func located(_ fix: Fix) -> Fix? {
    // A span can't be borrowed from an object.
    let bytes = bytes
    var edits: [Fix.Edit] = []
    for edit in fix.edits {
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

  /// Whether a range of the localized file lies in a translation that has no escapes.
  private func isInTarget(_ range: ByteRange) -> Bool {
    records.index(at: range).map { records[$0].target.contains(range) } ?? false
  }
}
