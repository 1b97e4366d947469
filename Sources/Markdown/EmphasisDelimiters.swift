internal import LintCore
import LintText

/// Runs of `*` and `_`, and which of them open and close emphasis: CommonMark 0.31 § 6.2 and the
/// algorithm in its appendix, "process emphasis".
struct EmphasisDelimiters {
  private struct Run {
    let byte: UInt8
    let canOpen: Bool
    let canClose: Bool
    /// The part of the run that is not used up yet.
    var rest: ByteRange
    // In 32 bits, as offsets in files are: a half of little but asterisks has many runs.
    private let firstLength: UInt32
    private var previousIndex: Int32
    private var nextIndex: Int32

    init(_ byte: UInt8, _ range: ByteRange, canOpen: Bool, canClose: Bool, previous: Int) {
      self.byte = byte
      self.canOpen = canOpen
      self.canClose = canClose
      rest = range
      firstLength = UInt32(range.count)
      previousIndex = Int32(previous)
      nextIndex = -1
    }

    /// How many bytes it had at first.
    var length: Int { Int(firstLength) }
    /// The run before it that is still of use; −1 for none.
    var previous: Int {
      get { Int(previousIndex) }
      set { previousIndex = Int32(newValue) }
    }
    var next: Int {
      get { Int(nextIndex) }
      set { nextIndex = Int32(newValue) }
    }
  }

  private var runs: [Run] = []

  var count: Int { runs.count }

  mutating func removeAll() {
    if !runs.isEmpty { runs.removeAll(keepingCapacity: true) }
  }

  /// Adds the run that begins at `index`; returns where it ends.
  mutating func add(_ bytes: Span<UInt8>, at index: Int, in half: ByteRange) -> Int {
    let byte = bytes[index]
    var end = index + 1
    while end < half.upper, bytes[end] == byte { end += 1 }
    let before = index > half.lower ? CharacterClass(bytes, before: index) : .space
    let after = end < half.upper ? CharacterClass(bytes, at: end) : .space
    let isLeftFlanking = after != .space && (after != .punctuation || before != .other)
    let isRightFlanking = before != .space && (before != .punctuation || after != .other)
    let isStar = byte == 0x2A
    runs.append(
      Run(
        byte, ByteRange(index, end),
        canOpen: isLeftFlanking && (isStar || !isRightFlanking || before == .punctuation),
        canClose: isRightFlanking && (isStar || !isLeftFlanking || after == .punctuation),
        previous: runs.count - 1))
    return end
  }

  /// Matches the runs from `first` on, adds what they make to `list` and forgets them.
  mutating func match(_ bytes: Span<UInt8>, from first: Int, into list: inout [Inline]) {
    guard first < runs.count else { return }
    if matchPairs(from: first, into: &list) { return }
    for index in first..<runs.count {
      runs[index].previous = index > first ? index - 1 : -1
      runs[index].next = index + 1 < runs.count ? index + 1 : -1
    }
    // For each sort of closer, the index of the last run that a search for an opener found to be
    // none, as were all before it: CommonMark's `openers_bottom`, without which time grows with the
    // square of their number.
    var bottoms = InlineArray<14, Int>(repeating: -1)
    var closer = first
    while closer != -1 {
      guard runs[closer].canClose else {
        closer = runs[closer].next
        continue
      }
      let kind = bottom(of: runs[closer])
      var opener = runs[closer].previous
      var isFound = false
      while opener > bottoms[kind] {
        if fits(runs[opener], runs[closer]) {
          isFound = true
          break
        }
        opener = runs[opener].previous
      }
      guard isFound else {
        let after = runs[closer].next
        bottoms[kind] = runs[closer].previous
        if !runs[closer].canOpen { unlink(closer) }
        closer = after
        continue
      }
      join(opener, closer, into: &list)
      // What stands between the two opens nothing any more.
      runs[opener].next = closer
      runs[closer].previous = opener
      if runs[opener].rest.isEmpty { unlink(opener) }
      if runs[closer].rest.isEmpty {
        let after = runs[closer].next
        unlink(closer)
        closer = after
      }
    }
    for index in first..<runs.count where !runs[index].rest.isEmpty {
      list.append(
        Inline(.literalDelimiters, range: runs[index].rest, content: runs[index].rest))
    }
    forget(from: first)
  }

  /// Matches the runs from `first` on where they are pairs, one behind the other, of a run that only
  /// opens and an equal one that only closes, as nearly all are. Each closer then finds its opener at once.
  private mutating func matchPairs(from first: Int, into list: inout [Inline]) -> Bool {
    guard (runs.count - first) % 2 == 0 else { return false }
    for index in stride(from: first, to: runs.count, by: 2) {
      let (opener, closer) = (runs[index], runs[index + 1])
      guard opener.canOpen, !opener.canClose, closer.canClose, !closer.canOpen,
        opener.byte == closer.byte, opener.length == closer.length, opener.length <= 2
      else { return false }
    }
    for index in stride(from: first, to: runs.count, by: 2) {
      let (opener, closer) = (runs[index].rest, runs[index + 1].rest)
      list.append(
        Inline(
          opener.count == 2 ? .strong : .emphasis, range: ByteRange(opener.lower, closer.upper),
          content: ByteRange(opener.upper, closer.lower)))
    }
    forget(from: first)
    return true
  }

  private mutating func forget(from first: Int) {
    // One by one: mostly there are two, and to remove several at once is dear.
    while runs.count > first { runs.removeLast() }
  }

  private mutating func join(_ opener: Int, _ closer: Int, into list: inout [Inline]) {
    let isStrong = runs[opener].rest.count >= 2 && runs[closer].rest.count >= 2
    let width = isStrong ? 2 : 1
    let content = ByteRange(runs[opener].rest.upper, runs[closer].rest.lower)
    runs[opener].rest.upperBound -= UInt32(width)
    runs[closer].rest.lowerBound += UInt32(width)
    list.append(
      Inline(
        isStrong ? .strong : .emphasis,
        range: ByteRange(content.lower - width, content.upper + width), content: content))
  }

  /// The rule of three: a run that could both open and close fits only when the lengths allow it.
  private func fits(_ opener: Run, _ closer: Run) -> Bool {
    guard opener.byte == closer.byte, opener.canOpen else { return false }
    guard opener.canClose || closer.canOpen else { return true }
    return (opener.length + closer.length) % 3 != 0
      || (opener.length % 3 == 0 && closer.length % 3 == 0)
  }

  /// The sort of a closer, by what `fits` looks at: its byte, whether it can open, and its length
  /// modulo three.
  private func bottom(of closer: Run) -> Int {
    (closer.byte == 0x2A ? 0 : 7) + (closer.canOpen ? 3 : 0) + closer.length % 3
  }

  private mutating func unlink(_ index: Int) {
    let (previous, next) = (runs[index].previous, runs[index].next)
    if previous != -1 { runs[previous].next = next }
    if next != -1 { runs[next].previous = previous }
  }
}

/// The classes of characters that decide which way a run flanks: CommonMark 0.31 § 2.1.
private enum CharacterClass {
  case space
  case punctuation
  case other

  init(_ bytes: Span<UInt8>, before index: Int) {
    let byte = bytes[index - 1]
    self = byte < 0x80 ? CharacterClass(byte) : CharacterClass(bytes.scalar(before: index).value)
  }

  init(_ bytes: Span<UInt8>, at index: Int) {
    let byte = bytes[index]
    self = byte < 0x80 ? CharacterClass(byte) : CharacterClass(bytes.scalar(at: index).value)
  }

  private init(_ ascii: UInt8) {
    self = ascii.isSpace ? .space : ascii.isPunctuation ? .punctuation : .other
  }

  private init(_ value: UInt32) {
    guard !Self.isLetter(value), let scalar = Unicode.Scalar(value) else {
      self = .other
      return
    }
    guard !Self.isMark(value) else {
      self = .punctuation
      return
    }
    switch scalar.properties.generalCategory {
    case .spaceSeparator:
      self = .space
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
      .modifierSymbol, .otherSymbol:
      self = .punctuation
    default:
      self = .other
    }
  }

  /// Whether it is one of the commonest marks: dashes and quotation marks, those of Chinese and Japanese,
  /// and the full-width ones.
  private static func isMark(_ value: UInt32) -> Bool {
    switch value {
    case 0x2010...0x2027, 0x3001...0x3003, 0x3008...0x3011, 0xFF01...0xFF0F, 0xFF1A...0xFF20: true
    default: false
    }
  }

  /// Whether a character is one of the commonest letters, which a look into Unicode's tables would find
  /// to be neither space nor punctuation: Latin, Greek, Cyrillic, Hebrew, Arabic, Thai, kana, Chinese and
  /// Hangul.
  private static func isLetter(_ value: UInt32) -> Bool {
    switch value {
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x38E...0x3A1, 0x3A3...0x3F5, 0x400...0x481,
      0x5D0...0x5EA, 0x620...0x64A, 0xE01...0xE30, 0x3041...0x3096, 0x30A1...0x30FA,
      0x30FC...0x30FE, 0x4E00...0x9FFF, 0xAC00...0xD7A3:
      true
    default: false
    }
  }
}
