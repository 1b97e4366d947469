internal import CScan
import LintText

/// What a segment holds that rules look for, told by a look at each half before any rule runs, so that
/// rules need not see the many segments that have nothing of theirs.
///
/// A trait may be there for nothing; it is never missing.
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
  public static let sourceName = SegmentTraits(rawValue: 1 << 3)
  /// The source's prose has a dot between digits.
  public static let sourceDecimal = SegmentTraits(rawValue: 1 << 4)
  /// The target has one of `<`, `{`, `&` and `=`.
  public static let targetMarks = SegmentTraits(rawValue: 1 << 5)
  /// The target has a `]`.
  public static let targetClosingBracket = SegmentTraits(rawValue: 1 << 6)
  /// The target has a bracket or parenthesis of any width.
  public static let targetBrackets = SegmentTraits(rawValue: 1 << 9)
  /// A half may be blank.
  public static let blank = SegmentTraits(rawValue: 1 << 7)
  /// The halves begin and end alike, or with white space.
  public static let alikeEnds = SegmentTraits(rawValue: 1 << 8)

  init(_ segment: borrowing Segment) {
    self = .always
    if !segment.targetInlines.isEmpty || !segment.sourceInlines.isEmpty {
      insert(.inlines)
      if Self.hasDifferentInlines(segment) { insert(.differentInlines) }
    }
    let (source, target) = (segment.source.bytes, segment.target.bytes)
    let words = unsafe segment.source.prose.scanned(scan_words)
    if words & UInt32(SCAN_HAS_JOINT) != 0 { insert(.sourceName) }
    if words & UInt32(SCAN_HAS_DECIMAL) != 0 { insert(.sourceDecimal) }
    let pieces = unsafe target.scanned(scan_pieces)
    if pieces & UInt32(SCAN_HAS_LEAK) != 0 { insert(.targetMarks) }
    if pieces & UInt32(SCAN_HAS_CLOSING) != 0 { insert(.targetClosingBracket) }
    if pieces & UInt32(SCAN_HAS_BRACKETS) != 0 { insert(.targetBrackets) }
    if Self.mayBeBlank(target) || Self.mayBeBlank(source) {
      insert([.blank, .alikeEnds])
    } else {
      let (one, other) = (target[target.count - 1], source[source.count - 1])
      if source[0] == target[0], one == other || one.isSpace || other.isSpace { insert(.alikeEnds) }
    }
  }

  /// By the first byte: white space, or what a no-break space begins with.
  private static func mayBeBlank(_ bytes: Span<UInt8>) -> Bool {
    bytes.isEmpty || bytes[0].isSpace || bytes[0] == 0xC2
  }

  private static func hasDifferentInlines(_ segment: borrowing Segment) -> Bool {
    let (targets, sources) = (segment.targetInlines, segment.sourceInlines)
    var (index, other) = (0, 0)
    while true {
      while index < targets.count, !targets[index].isKept { index += 1 }
      while other < sources.count, !sources[other].isKept { other += 1 }
      if index == targets.count || other == sources.count {
        return index < targets.count || other < sources.count
      }
      let (target, source) = (targets[index], sources[other])
      guard target.kind == source.kind,
        segment.target[target.keptRange].bytes.elementsEqual(
          segment.source[source.keptRange].bytes)
      else { return true }
      index += 1
      other += 1
    }
  }
}

extension Inline {
  /// Whether a translation keeps it as it is.
  fileprivate var isKept: Bool {
    switch kind {
    case .code, .link, .image, .autolink, .tag, .placeholder: true
    default: false
    }
  }

  /// What a translation keeps of it.
  fileprivate var keptRange: ByteRange { isLink ? destination : range }
}

extension Span<UInt8> {
  /// What a kernel finds in the text.
  fileprivate func scanned(_ scan: (UnsafePointer<UInt8>, Int) -> UInt32) -> UInt32 {
    guard !isEmpty else { return 0 }
    return unsafe withUnsafeBufferPointer { unsafe scan($0.baseAddress!, $0.count) }
  }
}
