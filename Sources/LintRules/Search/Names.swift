import LintCore
import LintText

/// Walks over the names in the prose of a text: runs of ASCII without white space that hold a joint or
/// a mark, without the punctuation around them. Backslashes of escapes are part of them.
struct Names: ~Escapable {
  private let bytes: Span<UInt8>
  private let prose: Span<UInt8>
  private var index = 0
  /// Where the 64 bytes begin whose marks are known, and those of them that were not looked at.
  private var block = 0
  private var hasBegun = false
  private var marks: UInt64 = 0

  /// In bytes; no sentence has longer names. One may be compared at each byte of a target, so longer
  /// ones would take the square of their length.
  static let longest = 256

  @_lifetime(copy text)
  init(_ text: borrowing Text) {
    bytes = text.bytes
    prose = text.prose
  }

  mutating func next() -> Range<Int>? {
    while let mark = nextMark() {
      // A full stop at the end of a sentence joins nothing.
      if prose[mark] == 0x2E,
        mark + 1 == prose.count || (prose[mark + 1].isGap && !isName(mark + 1))
      {
        index = mark + 1
        continue
      }
      var (lower, upper) = (mark, mark + 1)
      while lower > index, isName(lower - 1) { lower -= 1 }
      while upper < prose.count, isName(upper) { upper += 1 }
      index = upper
      let range = Self.trimmed(prose, lower..<upper)
      if range.count >= 2, range.count <= Self.longest { return range }
    }
    return nil
  }

  /// The next mark at or after `index`.
  private mutating func nextMark() -> Int? {
    while true {
      while marks != 0 {
        let mark = block + marks.trailingZeroBitCount
        marks &= marks - 1
        if mark >= index { return mark }
      }
      block = max(block + (hasBegun ? 64 : 0), index)
      hasBegun = true
      guard block < prose.count else { return nil }
      marks = prose.marks(from: block)
    }
  }

  /// Whether a byte may be part of a name: ASCII, but for white space and markup.
  private func isName(_ index: Int) -> Bool {
    let byte = prose[index]
    if byte != UInt8.blank { return byte > 0x20 && byte < 0x7F }
    return bytes.isEscape(at: index, prose)
  }

  private static func trimmed(_ prose: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, opens(prose[lower]) { lower += 1 }
    while upper > lower, closes(prose, lower, upper - 1) { upper -= 1 }
    if upper - lower > 3, prose.has("'s", at: upper - 2) { upper -= 2 }
    return lower..<upper
  }

  private static func opens(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x27, 0x28, 0x5B, 0x7B, 0x3B, 0x2C, 0x3A, 0x7C, UInt8.blank: true
    default: false
    }
  }

  private static func closes(_ prose: Span<UInt8>, _ lower: Int, _ index: Int) -> Bool {
    switch prose[index] {
    case 0x22, 0x27, 0x5D, 0x7D, 0x2E, 0x2C, 0x3A, 0x21, 0x3F, 0x7C, UInt8.blank: true
    // The end of a reference is part of it: `Set&lt;Hive&gt;`.
    case 0x3B: !prose.has("&gt", at: index - 3)
    // The parenthesis of `Open()` is its own.
    case 0x29: index == lower || prose[index - 1] != 0x28
    default: false
    }
  }
}

extension Text {
  /// Whether a byte is the backslash of an escape.
  func isEscape(at index: Int) -> Bool { bytes.isEscape(at: index, prose) }
}

extension SharedWork {
  /// How many ranges that were told are kept; no sentence has more.
  private static let mostTold = 64

  /// Notes where the target has what a rule has told.
  mutating func tell(_ range: Range<Int>) {
    if told.count < Self.mostTold { told.append(range) }
  }

  /// Whether a rule has told of a part of a range of the target.
  func hasTold(_ range: Range<Int>) -> Bool { told.contains { $0.overlaps(range) } }

  /// The names of the source that the target's prose lacks, by their ranges in the source. Most names
  /// stand in both, and the rules about names look at no other ones.
  mutating func lostNames(_ segment: borrowing Segment) -> [Range<Int>] {
    if let knownLostNames { return knownLostNames }
    var lost: [Range<Int>] = []
    var budget = SearchBudget(segment)
    var known: Remembered<Bool> = Remembered()
    // To see again for a few names that they stand in the target takes less time than to remember it.
    var quick = SearchBudget.unremembered
    var place = 0
    var names = Names(segment.source)
    while let range = names.next() {
      let name = segment.source.prose.extracting(range)
      if quick > 0 {
        quick -= 1
        // Names mostly keep their order.
        if let found = segment.target.prose.end(of: name, from: place)
          ?? segment.target.prose.end(of: name, from: 0)
        {
          place = found
        } else {
          lost.append(range)
        }
        continue
      }
      let isLost = known.value(of: name) {
        budget.allows(segment.target) && segment.target.prose.end(of: name, from: 0) == nil
      }
      if isLost { lost.append(range) }
    }
    knownLostNames = lost
    return lost
  }
}

extension Span<UInt8> {
  /// Whether a byte is the backslash of an escape.
  ///
  /// - Parameter prose: the same bytes with markup blanked.
  fileprivate func isEscape(at index: Int, _ prose: Span<UInt8>) -> Bool {
    prose[index] == UInt8.blank && self[index] == 0x5C && index + 1 < count
      && prose[index + 1].isPunctuation
  }

  /// Just after a name that stands by itself at or after `start`.
  fileprivate func end(of name: Span<UInt8>, from start: Int) -> Int? {
    var start = start
    while let found = firstRange(of: name, from: start) {
      if isWhole(found) { return found.upperBound }
      start = found.lowerBound + 1
    }
    return nil
  }

  /// Whether no letter of Latin and no digit goes on with what begins or ends with one.
  func isWhole(_ range: Range<Int>) -> Bool {
    if range.upperBound < count, self[range.upperBound - 1].isLetterOrDigit,
      self[range.upperBound].isLetterOrDigit || isAccented(range.upperBound)
    {
      return false
    }
    return range.lowerBound == 0 || !self[range.lowerBound].isLetterOrDigit
      || !self[range.lowerBound - 1].isLetterOrDigit
  }

  /// Whether a letter of Latin beyond ASCII begins at an index: U+00C0 to U+024F.
  func isAccented(_ index: Int) -> Bool { self[index] >= 0xC3 && self[index] <= 0xC9 }
}
