import LintText
import Markdown

/// What a translation of a leaf is known by: hashes of what it keeps.
struct LeafFeatures {
  /// In rising order: code, addresses and numbers of two digits or more.
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
    var index = leaf.content.lower
    let end = leaf.content.upper
    while index < end, hashes.count < Self.most {
      let byte = bytes[index]
      switch byte {
      case 0x60:  // `
        let open = CodeSpan.endOfRun(bytes, at: index, before: end)
        var close = open
        while close < end, bytes[close] != 0x60 { close += 1 }
        guard close < end else {
          index = open
          continue
        }
        hashes.append(Self.hash(bytes, open..<close))
        index = CodeSpan.endOfRun(bytes, at: close, before: end)
      case 0x28 where index > leaf.content.lower && bytes[index - 1] == 0x5D:  // ](
        var close = index + 1
        while close < end, bytes[close] > 0x20, bytes[close] != 0x29 { close += 1 }
        hashes.append(Self.hash(bytes, Self.last(of: bytes, in: index + 1..<close)))
        index = close
      case 0x30...0x39:
        var close = index + 1
        while close < end, bytes[close].isDigit { close += 1 }
        if close - index >= 2 { hashes.append(Self.hash(bytes, index..<close)) }
        index = close
      default: index += 1
      }
    }
    self.hashes = hashes.sorted()
    length = leaf.content.count
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
