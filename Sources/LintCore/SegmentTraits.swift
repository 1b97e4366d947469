internal import CScan
import LintText

/// Classes of bytes and inlines that a segment holds, told by one look at each half before any check
/// runs. A rule says which it needs, and is not shown the many segments that have none of them.
///
/// A trait may be set where nothing of the class is there; it is never missing where something is.
public struct SegmentTraits: OptionSet, Sendable {
  public let rawValue: UInt16

  public init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// What every segment has.
  public static let always = SegmentTraits(rawValue: 1)
  /// A half has links, code, tags, placeholders or emphasis.
  public static let inlines = SegmentTraits(rawValue: 1 << 1)
  /// The halves do not hold the same links, code, tags and placeholders in the same order.
  public static let differentInlines = SegmentTraits(rawValue: 1 << 2)
  /// The source's prose has a capital beside small letters or a dot within a word, or a letter after a
  /// digit.
  public static let sourceJoint = SegmentTraits(rawValue: 1 << 3)
  /// The source's prose has a dot between digits.
  public static let sourceDecimal = SegmentTraits(rawValue: 1 << 4)
  /// The target has one of `<`, `{`, `&` and `=`.
  public static let targetMarkup = SegmentTraits(rawValue: 1 << 5)
  /// The target has a `]`.
  public static let targetClosingBracket = SegmentTraits(rawValue: 1 << 6)
  /// The target has a bracket or parenthesis of any width.
  public static let targetBrackets = SegmentTraits(rawValue: 1 << 9)
  /// The source's prose has a digit.
  public static let sourceDigit = SegmentTraits(rawValue: 1 << 10)
  /// The source's prose has what only names have that are typed as they are: `_`, `\`, the hyphen of
  /// `-Option`; or the source has an address.
  public static let sourceMark = SegmentTraits(rawValue: 1 << 11)
  /// The source's prose has two capitals in a row.
  public static let sourceCapitals = SegmentTraits(rawValue: 1 << 12)
  /// The target has a `#`.
  public static let targetNumberSign = SegmentTraits(rawValue: 1 << 13)
  /// The target has a comma or full stop behind another one, a full stop behind one and a space, or a
  /// comma behind a space.
  public static let targetDoubledMarks = SegmentTraits(rawValue: 1 << 15)
  /// A half may be blank.
  public static let blank = SegmentTraits(rawValue: 1 << 7)
  /// The halves begin and end alike, or with white space.
  public static let alikeEnds = SegmentTraits(rawValue: 1 << 8)

  /// Takes a record: to make a `Segment` of each takes as long as to look at it.
  ///
  /// - Parameters:
  ///   - target: the bytes of each half, and the source's with code, markup and addresses blanked.
  ///   - inlines: those of the whole document.
  init(
    _ record: SegmentRecord, target: Span<UInt8>, source: Span<UInt8>, prose: Span<UInt8>,
    _ inlines: Span<Inline>
  ) {
    self = .always
    if !record.targetInlines.isEmpty || !record.sourceInlines.isEmpty {
      insert(.inlines)
      if Self.hasDifferentInlines(record, target, source, inlines) { insert(.differentInlines) }
    }
    let words = unsafe prose.scanned(scan_words)
    if words & UInt32(SCAN_HAS_JOINT) != 0 { insert(.sourceJoint) }
    if words & UInt32(SCAN_HAS_DECIMAL) != 0 { insert(.sourceDecimal) }
    if words & UInt32(SCAN_HAS_DIGIT) != 0 { insert(.sourceDigit) }
    if words & UInt32(SCAN_HAS_CAPITALS) != 0 { insert(.sourceCapitals) }
    if words & UInt32(SCAN_HAS_MARK) != 0
      || (words & UInt32(SCAN_HAS_BLANK) != 0 && source.hasAddress)
    {
      insert(.sourceMark)
    }
    let pieces = unsafe target.scanned(scan_pieces)
    if pieces & UInt32(SCAN_HAS_MARKUP) != 0 { insert(.targetMarkup) }
    if pieces & UInt32(SCAN_HAS_NUMBER_SIGN) != 0 { insert(.targetNumberSign) }
    if pieces & UInt32(SCAN_HAS_CLOSING) != 0 { insert(.targetClosingBracket) }
    if pieces & UInt32(SCAN_HAS_BRACKETS) != 0 { insert(.targetBrackets) }
    if pieces & UInt32(SCAN_HAS_DOUBLED_MARKS) != 0 { insert(.targetDoubledMarks) }
    if Self.mayBeBlank(target) || Self.mayBeBlank(source) {
      insert([.blank, .alikeEnds])
    } else {
      let (one, other) = (target[target.count - 1], source[source.count - 1])
      if source[0] == target[0], one == other || one.isSpace || other.isSpace { insert(.alikeEnds) }
    }
  }

  /// By the first byte: white space, or 0xC2, with which a no-break space begins.
  private static func mayBeBlank(_ bytes: Span<UInt8>) -> Bool {
    bytes.isEmpty || bytes[0].isSpace || bytes[0] == 0xC2
  }

  private static func hasDifferentInlines(
    _ record: SegmentRecord, _ half: Span<UInt8>, _ otherHalf: Span<UInt8>,
    _ inlines: Span<Inline>
  ) -> Bool {
    var (index, other) = (record.targetInlines.lowerBound, record.sourceInlines.lowerBound)
    let (end, otherEnd) = (record.targetInlines.upperBound, record.sourceInlines.upperBound)
    while true {
      while index < end, !inlines[index].isKept { index += 1 }
      while other < otherEnd, !inlines[other].isKept { other += 1 }
      if index == end || other == otherEnd { return index < end || other < otherEnd }
      let (target, source) = (inlines[index], inlines[other])
      guard target.kind == source.kind,
        half.extracting(target.identity.range(from: record.target.lower)).elementsEqual(
          otherHalf.extracting(source.identity.range(from: record.source.lower)))
      else { return true }
      index += 1
      other += 1
    }
  }
}

extension ByteRange {
  /// The same as indices of a text that begins at an offset.
  fileprivate func range(from start: Int) -> Range<Int> { lower - start..<upper - start }
}

extension Span<UInt8> {
  /// The classes of bytes that a function of `CScan` finds in the text.
  fileprivate func scanned(_ scan: (UnsafePointer<UInt8>, Int) -> UInt32) -> UInt32 {
    guard !isEmpty else { return 0 }
    return unsafe withUnsafeBufferPointer { unsafe scan($0.baseAddress!, $0.count) }
  }
}
