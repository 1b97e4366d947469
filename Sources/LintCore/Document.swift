public import LintText

/// One localized file, parsed.
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

  /// It traps where `prose` has another length than `bytes`, or a half of a record lies beyond the
  /// file or its inlines beyond the list, so that `segment` need not look again.
  ///
  /// - Parameters:
  ///   - start: the offset of the first byte after the byte order mark.
  ///   - damage: the lines that the reader could not make sense of, in file order.
  ///   - isBilingual: whether the file holds segments or what is left of some.
  ///   - statedLocale: where the page says what locale it has.
  ///   - detail: what only the format and its own rules know.
  ///   - format: that which read it.
  ///   - page: what is known of it besides.
  public init(
    bytes: [UInt8], prose: [UInt8], start: Int = 0, attributes: Attributes? = nil,
    comments: [Comment] = [], records: [SegmentRecord], inlines: [Inline] = [],
    damage: [ByteRange] = [], isBilingual: Bool, statedLocale: ByteRange? = nil,
    isMachineTranslated: Bool = false, detail: (any AnyObject & Sendable)? = nil,
    format: any Format, page: Page
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
    self.format = format
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

  /// Whether a range touches a line that the reader could not make sense of.
  public func isDamaged(near range: ByteRange) -> Bool {
    let index = damage.partitionPoint { $0.upperBound <= range.lowerBound }
    return index < damage.count && damage[index].overlaps(range)
  }

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
