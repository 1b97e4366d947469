import LintText

/// Works out by what a finding of a document is known again when its lines have moved.
struct FindingIdentity: Sendable {
  private let bytes: [UInt8]
  /// Those of all pages of the file.
  private let records: [SegmentRecord]
  private let map: AddressMap?
  private let format: any Format

  /// Bytes of a finding that are looked at: one that covers a whole half needs no more.
  private static let longest = 2000

  init(_ document: borrowing Document) {
    bytes = document.bytes
    records = document.allRecords
    map = document.map
    format = document.format
  }

  /// What lasts of the key of the segment that it stands in: `103`; empty outside of segments, and for a
  /// finding that stands for ranges in several.
  func number(of finding: Finding) -> String {
    guard finding.subject == nil, let index = records.index(at: finding.range) else { return "" }
    return Self.number(text(records[index].key.lasting), in: finding.locale)
  }

  /// The same for a key: of several pages in one file, each has its own.
  static func number(_ key: String, in locale: String) -> String {
    locale.isEmpty || key.isEmpty ? key : "\(locale) \(key)"
  }

  /// The text of the source that it stands beside, by which a segment is known again whose number has
  /// moved; empty where `number(of:)` is. In a file of several pages each has its own.
  func source(of finding: Finding) -> String {
    guard finding.subject == nil, let index = records.index(at: finding.range) else { return "" }
    return Self.number(source(of: records[index]), in: finding.locale)
  }

  /// The sources of all segments, as `source(of:)` has them.
  func sources() -> Set<String> { Set(records.map { source(of: $0) }) }

  private func source(of record: SegmentRecord) -> String {
    var range = record.source
    if range.count > Self.longest { range = ByteRange(range.lower, range.lower + Self.longest) }
    return text(range).fingerprinted(longest: 200, format)
  }

  /// A key may be a whole text: of a long one, where each finding would read it again, its two ends and its length
  /// tell it from others.
  private func text(_ key: ByteRange) -> String {
    guard key.count > Self.longest else { return whole(key) }
    let (first, last) = (
      ByteRange(key.lower, key.lower + Self.longest), ByteRange(key.upper - 100, key.upper)
    )
    return "\(whole(first)) \(key.count) \(whole(last))"
  }

  private func whole(_ key: ByteRange) -> String {
    map.map { String(decoding: $0.text(key), as: UTF8.self) }
      ?? String(bytes.span.extracting(key.range))
  }

  /// What it is about, or the text that is reported, with white space folded and without what changes
  /// when the file is written anew.
  func words(of finding: Finding) -> String {
    if let subject = finding.subject { return subject.fingerprinted(longest: 200, format) }
    var upper = finding.range.upper
    if finding.range.count > Self.longest {
      upper = bytes.span.scalarBoundary(before: finding.range.lower + Self.longest)
    }
    return String(bytes.span.extracting(finding.range.lower..<upper)).fingerprinted(
      longest: 200, format)
  }
}

extension [SegmentRecord] {
  /// The segment that holds a range.
  func index(at range: ByteRange) -> Int? {
    let index = partitionPoint { $0.range.upperBound < range.upperBound }
    return index < count && self[index].range.contains(range) ? index : nil
  }
}

extension Span<UInt8> {
  /// The nearest start of a scalar at or before an offset.
  func scalarBoundary(before offset: Int) -> Int {
    // A scalar has four bytes at most; in a longer run of continuation bytes each stands for
    // itself.
    for start in stride(from: offset, through: Swift.max(0, offset - 3), by: -1)
    where start >= count || self[start] & 0xC0 != 0x80 {
      return start
    }
    return offset
  }
}
