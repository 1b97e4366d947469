public import LintText

/// One localized file, parsed; of a file with several locales, one of its pages.
///
/// It has one space of offsets (`AddressSpace`). Offsets below the length of the file are those of the
/// file; behind them come, where there are any, the source's file and texts whose escapes are taken out.
public struct Document: ~Copyable {
  /// The file's bytes, as read.
  public let bytes: [UInt8]
  /// As many bytes, with the code, markup and addresses of all segments blanked.
  public let prose: [UInt8]
  /// The offset of the first byte after the byte order mark; 0 where there is none.
  public let start: Int
  /// What the page says of itself; `nil` where it has no place to.
  public let attributes: Attributes?
  /// Those that are meant for loclint, in file order.
  public let comments: [Comment]
  /// Where its segments lie, in file order.
  public let records: [SegmentRecord]
  /// Those of all segments; each record holds the indices of its own.
  public let inlines: [Inline]
  /// Those of each segment, by its index in `records`.
  public private(set) var traits: [SegmentTraits] = []
  /// The lines that the reader could not make sense of, in file order.
  public let damage: [ByteRange]
  /// Whether the file holds segments or what is left of some.
  public let isBilingual: Bool
  /// The offsets, in order, at which something may begin that few files have: see `Suspects`.
  public let suspects: [Int]
  public let page: Page
  /// That which read it.
  public let format: any Format
  /// Where the page says what locale it has; `nil` where it doesn't.
  public let statedLocale: ByteRange?
  /// Whether the page says that a machine has translated it.
  public let isMachineTranslated: Bool
  /// What only the format and its own rules know.
  public let detail: (any AnyObject & Sendable)?
  /// The source, where it stands in a file of its own.
  public let source: SourceText?
  /// Those besides the file.
  private let areas: Areas
  /// Where ranges of the other areas come from; `nil` where the file is the only one.
  let map: AddressMap?
  /// Whether it is the page that the whole file is looked at with.
  public let isFirst: Bool
  /// The offsets of suspects in the source's file and in decoded texts, in order.
  private let suspectsElsewhere: [Int]
  /// The offsets of suspects that escapes have written into translations: what stands in the file as it is
  /// is among `suspects`.
  public let escapedSuspects: [Int]

  /// It traps where `prose` has another length than `bytes`, or a half of a record lies beyond the
  /// file or its inlines beyond the list, so that `segment` need not look again.
  ///
  /// - Parameters:
  ///   - start: the offset of the first byte after the byte order mark.
  ///   - damage: the lines that the reader could not make sense of, in file order.
  ///   - isBilingual: whether the file holds segments or what is left of some.
  ///   - statedLocale: where the page says what locale it has.
  ///   - detail: what only the format and its own rules know.
  ///   - source: the source, where it stands in a file of its own; of less than 1 GiB.
  ///   - decoded: texts of the halves whose escapes are taken out.
  ///   - allRecords: those of all pages of the file, in file order, where it has several.
  ///   - isFirst: whether it is the page that the whole file is looked at with.
  ///   - format: that which read it.
  ///   - page: what is known of it besides.
  public init(
    bytes: [UInt8], prose: [UInt8], start: Int = 0, attributes: Attributes? = nil,
    comments: [Comment] = [], records: [SegmentRecord], inlines: [Inline] = [],
    damage: [ByteRange] = [], isBilingual: Bool, statedLocale: ByteRange? = nil,
    isMachineTranslated: Bool = false, detail: (any AnyObject & Sendable)? = nil,
    source: SourceText? = nil, decoded: DecodedTexts? = nil, allRecords: [SegmentRecord]? = nil,
    isFirst: Bool = true, format: any Format, page: Page
  ) {
    self.bytes = bytes
    self.prose = prose
    self.start = start
    self.attributes = attributes
    self.comments = comments
    self.records = records
    self.inlines = inlines
    self.damage = damage
    self.isBilingual = isBilingual
    self.statedLocale = statedLocale
    self.isMachineTranslated = isMachineTranslated
    self.detail = detail
    self.source = source
    areas = Areas(source, decoded)
    self.isFirst = isFirst
    self.format = format
    map =
      source == nil && decoded == nil && allRecords == nil && !format.hasEscapes
      ? nil
      : AddressMap(
        bytes: bytes, source: source, decoded: decoded ?? DecodedTexts(),
        own: records, all: allRecords ?? records, format: format)
    self.page = page.stating(
      format.locale(bytes.span.extracting((statedLocale ?? .none).range)))
    let suspects = Suspects.find(in: bytes.span, from: start)
    self.suspects =
      allRecords.map { Suspects.own(suspects, records, of: $0, isFirst: isFirst) } ?? suspects
    let elsewhere = Suspects.elsewhere(source, decoded)
    suspectsElsewhere = elsewhere
    escapedSuspects = map.map { Suspects.escaped(elsewhere, records, $0) } ?? []
    var traits: [SegmentTraits] = []
    traits.reserveCapacity(records.count)
    for index in records.indices {
      let record = records[index]
      precondition(
        inlines.indices.contains(all: record.targetInlines)
          && inlines.indices.contains(all: record.sourceInlines))
      let isInFile =
        record.target.isInside(bytes.count) && record.source.isInside(bytes.count)
      if isInFile {
        traits.append(
          SegmentTraits(
            record, target: unsafe bytes.span.extracting(unchecked: record.target.range),
            source: unsafe bytes.span.extracting(unchecked: record.source.range),
            prose: unsafe prose.span.extracting(unchecked: record.source.range), inlines.span))
      } else {
        traits.append(
          Self.distantTraits(record, bytes.span, prose.span, areas, inlines.span))
      }
    }
    self.traits = traits
  }

  /// The traits of a segment whose halves may lie in any area; it traps where one lies in none.
  private static func distantTraits(
    _ record: SegmentRecord, _ bytes: Span<UInt8>, _ prose: Span<UInt8>, _ areas: borrowing Areas,
    _ inlines: Span<Inline>
  ) -> SegmentTraits {
    for half in [record.target, record.source] {
      precondition(half.isInside(bytes.count) || areas.contain(half))
    }
    let target =
      record.target.isInside(bytes.count)
      ? Text(bytes, prose, record.target, .target) : areas.text(record.target, .target)
    let source =
      record.source.isInside(bytes.count)
      ? Text(bytes, prose, record.source, .source) : areas.text(record.source, .source)
    return SegmentTraits(
      record, target: target.bytes, source: source.bytes, prose: source.prose, inlines)
  }

  /// Whether a range touches a line that the reader could not make sense of.
  public func isDamaged(near range: ByteRange) -> Bool {
    let index = damage.partitionPoint { $0.upperBound <= range.lowerBound }
    return index < damage.count && damage[index].overlaps(range)
  }

  /// The segments of all pages of the file, in its order.
  var allRecords: [SegmentRecord] { map?.records ?? records }

  /// The segment that holds a range, by its index in `records`.
  public func indexOfRecord(at range: ByteRange) -> Int? { records.index(at: range) }

  /// The first attribute of this name.
  public func attribute(_ name: StaticString) -> Attribute? {
    attributes?.list.first(named: name, in: bytes.span)
  }

  /// The whole file after its byte order mark.
  public var text: Text {
    @_lifetime(borrow self)
    get { Text(bytes.span, prose.span, ByteRange(start, bytes.count), .target) }
  }

  /// The text that a range covers, of whatever area it is.
  @_lifetime(borrow self)
  public func text(_ range: ByteRange) -> Text {
    map == nil ? Text(bytes.span, prose.span, range, .target) : text(range, .target)
  }

  @_lifetime(borrow self)
  private func text(_ range: ByteRange, _ side: Side) -> Text {
    range.upper <= bytes.count
      ? Text(bytes.span, prose.span, range, side) : areas.text(range, side)
  }

  /// The range of the file that a range comes from: the same, unless it is one of a decoded text. A range
  /// of a source in a file of its own stays one.
  public func place(of range: ByteRange) -> ByteRange { map?.origin(of: range) ?? range }

  /// The segment whose target holds an offset of a decoded text, by its index in `records`.
  public func indexOfRecord(atEscape offset: Int) -> Int? {
    indexOfRecord(at: place(of: ByteRange(offset, offset + 1)))
  }

  /// The character at an offset of any area, and how many bytes it has.
  public func scalar(at offset: Int) -> (value: UInt32, length: Int) {
    if offset < bytes.count { return bytes.span.scalar(at: offset) }
    return areas.scalar(at: offset)
  }

  /// The offsets of suspects that lie in a range.
  public func suspects(in range: ByteRange) -> ArraySlice<Int> {
    let all = range.upper <= bytes.count ? suspects : suspectsElsewhere
    let first = all.partitionPoint { $0 < range.lower }
    return all[first..<all.partitionPoint { $0 < range.upper }]
  }

  /// The segment at an index of `records`.
  @inline(__always)
  @_lifetime(borrow self)
  public func segment(_ index: Int) -> Segment {
    let record = records[index]
    if map != nil { return distantSegment(index) }
    // `init` has made sure that all ranges lie inside, and nothing has changed since.
    return Segment(
      index, record: record,
      target: unsafe Text(unchecked: bytes.span, prose.span, record.target, .target),
      source: unsafe Text(unchecked: bytes.span, prose.span, record.source, .source),
      targetInlines: unsafe inlines.span.extracting(unchecked: record.targetInlines),
      sourceInlines: unsafe inlines.span.extracting(unchecked: record.sourceInlines))
  }

  /// A segment whose halves may lie in any area.
  @_lifetime(borrow self)
  private func distantSegment(_ index: Int) -> Segment {
    let record = records[index]
    return Segment(
      index, record: record, target: text(record.target, .target),
      source: text(record.source, .source),
      targetInlines: inlines.span.extracting(record.targetInlines),
      sourceInlines: inlines.span.extracting(record.sourceInlines))
  }
}

extension ByteRange {
  /// Whether it is a range of a file of so many bytes.
  fileprivate func isInside(_ count: Int) -> Bool { lowerBound <= upperBound && upper <= count }
}

extension Range<Int> {
  /// Whether another range of indices lies in this one.
  fileprivate func contains(all other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
