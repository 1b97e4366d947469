import LintText
import Markdown

/// What a translation of a leaf is known by: hashes of what it keeps.
struct LeafFeatures {
  /// In rising order: code, addresses, numbers of two digits or more and names that only programs have.
  let hashes: [UInt32]
  /// In rising order: the beginnings of words in Latin letters, which names and words of one root share in
  /// many languages.
  private(set) var stems: [UInt32] = []
  /// In bytes.
  let length: Int
  /// A heading's name in addresses, by its hash; of a translation only what its author wrote.
  var name: UInt32?

  /// More are as good as these.
  private static let most = 32

  init(_ bytes: Span<UInt8>, of leaf: Leaf) {
    var hashes: [UInt32] = []
    Self.scan(bytes, leaf.content) { hash in
      hashes.append(hash)
      return hashes.count < Self.most
    }
    self.hashes = hashes.sorted()
    length = leaf.content.count
  }

  /// A number that is the same for leaves that keep the same in any order; 0 for one that keeps nothing.
  static func signature(_ bytes: Span<UInt8>, of leaf: Leaf) -> UInt64 {
    var sum: UInt64 = 0
    var count = 0
    scan(bytes, leaf.content) { hash in
      // Odd, so that no two of them add up to nothing.
      sum &+= UInt64(hash) &* 0x9E37_79B9_7F4A_7C15 | 1
      count += 1
      return count < most
    }
    return sum
  }

  /// Hashes what a translation keeps: code, addresses, numbers of two digits or more, versions and names that only
  /// programs have.
  ///
  /// - Parameter take: whether there may be more.
  private static func scan(
    _ bytes: Span<UInt8>, _ range: ByteRange, take: (UInt32) -> Bool
  ) {
    var index = range.lower
    let end = range.upper
    // Where the word ends that was looked at.
    var wordEnd = index
    var mayTake = true
    while index < end, mayTake {
      let byte = bytes[index]
      guard isMark(byte) else {
        index += 1
        continue
      }
      switch byte {
      case 0x60:  // `
        let open = CodeSpan.endOfRun(bytes, at: index, before: end)
        var close = open
        while close < end, bytes[close] != 0x60 { close += 1 }
        guard close < end else {
          index = open
          continue
        }
        mayTake = take(hash(bytes, open..<close))
        index = CodeSpan.endOfRun(bytes, at: close, before: end)
      case 0x28 where index > range.lower && bytes[index - 1] == 0x5D:  // ](
        var close = index + 1
        while close < end, bytes[close] > 0x20, bytes[close] != 0x29 { close += 1 }
        mayTake = take(hash(bytes, last(of: bytes, in: index + 1..<close)))
        index = close
      case 0x28: index += 1
      case 0x30...0x39:
        var close = index + 1
        var (dots, firstDot) = (0, 0)
        while close < end, bytes[close].isDigit || dotInNumber(bytes, close, before: end) {
          if bytes[close] == 0x2E {
            if dots == 0 { firstDot = close }
            dots += 1
          }
          close += 1
        }
        // A number with one dot may have a comma in its place: `1.5`.
        if dots == 1 { close = firstDot }
        if close - index >= 2 { mayTake = take(hash(bytes, index..<close)) }
        index = close
      default:
        guard index >= wordEnd else {
          index += 1
          continue
        }
        var start = index
        while start > wordEnd, isInName(bytes[start - 1]) { start -= 1 }
        wordEnd = index + 1
        while wordEnd < end, isInName(bytes[wordEnd]) { wordEnd += 1 }
        guard let name = name(bytes, start..<wordEnd) else {
          index += 1
          continue
        }
        mayTake = take(hash(bytes, name))
        index = wordEnd
      }
    }
  }

  /// Whether a byte may begin or mark what a translation keeps: a backtick, a parenthesis, a digit, or a sign in names.
  /// All others are passed over.
  private static func isMark(_ byte: UInt8) -> Bool {
    byte < 0x80 && (byte < 0x40 ? lowMarks : highMarks) >> UInt64(byte & 0x3F) & 1 == 1
  }

  /// `%`, `(`, `-`, `.` and digits, one bit each.
  private static var lowMarks: UInt64 {
    1 << 0x25 | 1 << 0x28 | 1 << 0x2D | 1 << 0x2E | 0x3FF << 0x30
  }

  /// `_` and the backtick, counted from `@` on.
  private static var highMarks: UInt64 { 1 << 0x1F | 1 << 0x20 }

  private static func dotInNumber(_ bytes: Span<UInt8>, _ index: Int, before end: Int) -> Bool {
    bytes[index] == 0x2E && index + 1 < end && bytes[index + 1].isDigit
  }

  private static func isInName(_ byte: UInt8) -> Bool {
    byte.isLetterOrDigit || byte == 0x5F || byte == 0x2D || byte == 0x2E || byte == 0x25
  }

  /// A name that only programs have: with `_` in it, an option, a file, a variable as `%NAME%`.
  private static func name(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Range<Int>? {
    var end = word.upperBound
    while end > word.lowerBound, bytes[end - 1] == 0x2E || bytes[end - 1] == 0x2D { end -= 1 }
    guard end - word.lowerBound > 2 else { return nil }
    var isName = bytes[word.lowerBound] == 0x2D || bytes[word.lowerBound] == 0x25
    var index = word.lowerBound + 1
    while !isName, index < end - 1 {
      isName =
        bytes[index] == 0x5F
        || bytes[index] == 0x2E && bytes[index - 1].isLetterOrDigit && bytes[index + 1].isLetter
      index += 1
    }
    return isName ? word.lowerBound..<end : nil
  }

  /// Works out `stems`, which only leaves want whose partners are looked for.
  mutating func addStems(_ bytes: Span<UInt8>, of leaf: Leaf) {
    stems = Self.stems(bytes, in: leaf.content)
  }

  /// The first four letters of words that have more.
  private static func stems(_ bytes: Span<UInt8>, in range: ByteRange) -> [UInt32] {
    var stems: [UInt32] = []
    var index = range.lower
    while index < range.upper, stems.count < most {
      let start = index
      while index < range.upper, bytes[index].isLetter { index += 1 }
      if index - start > 4 {
        var stem: UInt32 = 0
        for offset in 0..<4 { stem = stem << 8 | UInt32(bytes[start + offset].lowercased) }
        stems.append(stem)
      }
      if index == start { index += 1 }
    }
    return stems.sorted()
  }

  /// The last part of an address, which stays where folders of languages are put in.
  private static func last(of bytes: Span<UInt8>, in address: Range<Int>) -> Range<Int> {
    var end = address.upperBound
    while end > address.lowerBound, bytes[end - 1] == 0x2F { end -= 1 }
    var start = end
    while start > address.lowerBound, bytes[start - 1] != 0x2F { start -= 1 }
    return start..<end
  }

  private static func hash(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
    hash(bytes.extracting(range))
  }

  static func hash(_ text: Span<UInt8>) -> UInt32 {
    UInt32(truncatingIfNeeded: Hash64(of: text).value >> 16)
  }

  /// How many both have, and how many either has.
  func shared(with other: LeafFeatures) -> (both: Int, either: Int) {
    Self.shared(hashes, other.hashes)
  }

  /// How many beginnings of words both have, and how many the one has that has fewer.
  func sharedStems(with other: LeafFeatures) -> (both: Int, fewer: Int) {
    (Self.shared(stems, other.stems).both, min(stems.count, other.stems.count))
  }

  private static func shared(_ ours: [UInt32], _ theirs: [UInt32]) -> (both: Int, either: Int) {
    var (left, right, both) = (0, 0, 0)
    while left < ours.count, right < theirs.count {
      if ours[left] == theirs[right] {
        both += 1
        left += 1
        right += 1
      } else if ours[left] < theirs[right] {
        left += 1
      } else {
        right += 1
      }
    }
    return (both, ours.count + theirs.count - both)
  }
}
