public import LintText

/// One localized file, parsed.
public struct Document: ~Copyable {
  /// The file's bytes, as read.
  public let bytes: [UInt8]
  /// As many bytes, with the code, markup and addresses of all segments blanked.
  public let prose: [UInt8]
  /// The offset of the first byte after the byte order mark; 0 where there is none.
  public let start: Int
  public let frontMatter: FrontMatter?
  /// Where its segments lie, in file order.
  public let records: [SegmentRecord]
  /// Those of all segments; each record holds the indices of its own.
  public let inlines: [Inline]
  /// Those of each segment, by its index in `records`.
  public private(set) var traits: [SegmentTraits] = []
  /// What the reader met that is not a segment and should have been one, in file order.
  public let irregularities: [Irregularity]
  /// The offsets, in order, at which something may begin that few files have: see `Suspects`.
  public let suspects: [Int]
  public let page: Page
  /// Where the page says what locale it has; `nil` where it doesn't.
  public let statedLocale: ByteRange?

  /// It traps where `prose` has another length than `bytes`, or a half of a record lies beyond the
  /// file or its inlines beyond the list, so that `segment` need not look again.
  ///
  /// - Parameters:
  ///   - statedLocale: where the page says what locale it has.
  ///   - page: what is known of it besides.
  public init(
    bytes: [UInt8], prose: [UInt8], start: Int, frontMatter: FrontMatter?,
    records: [SegmentRecord], inlines: [Inline], irregularities: [Irregularity],
    statedLocale: ByteRange? = nil, page: Page
  ) {
    self.bytes = bytes
    self.prose = prose
    self.start = start
    self.frontMatter = frontMatter
    self.records = records
    self.inlines = inlines
    self.irregularities = irregularities
    self.statedLocale = statedLocale
    self.page = page.stating(
      Text(bytes.span, prose.span, statedLocale ?? .none, .target))
    precondition(prose.count == bytes.count)
    suspects = Suspects.find(in: bytes.span, from: start)
    var traits: [SegmentTraits] = []
    traits.reserveCapacity(records.count)
    for index in records.indices {
      let record = records[index]
      precondition(
        record.target.isInside(bytes.count) && record.source.isInside(bytes.count)
          && inlines.indices.contains(all: record.targetInlines)
          && inlines.indices.contains(all: record.sourceInlines))
      traits.append(SegmentTraits(record, in: bytes.span, prose.span, inlines.span))
    }
    self.traits = traits
  }

  /// Whether the file holds segments or what is left of some.
  public var isBilingual: Bool { !records.isEmpty || !irregularities.isEmpty }

  /// Whether something irregular stands on a line that a range touches.
  public func isIrregular(near range: ByteRange) -> Bool {
    let index = irregularities.partitionPoint { $0.line.upperBound <= range.lowerBound }
    return index < irregularities.count && irregularities[index].line.overlaps(range)
  }

  /// The segment that holds a range, by its index in `records`.
  public func indexOfRecord(at range: ByteRange) -> Int? { records.index(at: range) }

  /// Whether something irregular stands inside a segment, or a half that never closes runs into it, so
  /// that it is uncertain where its own halves begin and end: what compares them would only report the
  /// same damage in other words.
  public func isDamaged(_ index: Int) -> Bool {
    guard !irregularities.isEmpty else { return false }
    let range = records[index].range
    let next = irregularities.partitionPoint { $0.range.lowerBound < range.lowerBound }
    if next < irregularities.count, irregularities[next].range.lower < range.upper { return true }
    guard next > 0, irregularities[next - 1].kind == .unclosedHalf else { return false }
    let open = irregularities[next - 1]
    let isOfSegmentBefore =
      index > 0 && open.range.lowerBound < records[index - 1].range.upperBound
    return !isOfSegmentBefore && open.line.overlaps(range)
  }

  /// The whole file after its byte order mark.
  public var text: Text {
    @_lifetime(borrow self)
    get { Text(bytes.span, prose.span, ByteRange(start, bytes.count), .target) }
  }

  /// The part of the file that a range covers.
  @_lifetime(borrow self)
  public func text(_ range: ByteRange) -> Text {
    Text(bytes.span, prose.span, range, .target)
  }

  /// The segment at an index of `records`.
  @_lifetime(borrow self)
  public func segment(_ index: Int) -> Segment {
    let record = records[index]
    // `init` has made sure that all ranges lie inside, and nothing has changed since.
    return Segment(
      index, record: record,
      target: unsafe Text(unchecked: bytes.span, prose.span, record.target, .target),
      source: unsafe Text(unchecked: bytes.span, prose.span, record.source, .source),
      targetInlines: unsafe inlines.span.extracting(unchecked: record.targetInlines),
      sourceInlines: unsafe inlines.span.extracting(unchecked: record.sourceInlines))
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
