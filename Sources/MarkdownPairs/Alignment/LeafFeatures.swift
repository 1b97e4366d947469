import LintText
import Markdown

/// What a translation of a leaf is known by: hashes of what it keeps.
struct LeafFeatures {
  /// In rising order: code, addresses and numbers of two digits or more.
  let hashes: [UInt32]
  /// In bytes.
  let length: Int

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

  /// The last part of an address, which stays where folders of languages are put in.
  private static func last(of bytes: Span<UInt8>, in address: Range<Int>) -> Range<Int> {
    var end = address.upperBound
    while end > address.lowerBound, bytes[end - 1] == 0x2F { end -= 1 }
    var start = end
    while start > address.lowerBound, bytes[start - 1] != 0x2F { start -= 1 }
    return start..<end
  }

  private static func hash(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
    UInt32(truncatingIfNeeded: Hash64(of: bytes.extracting(range)).value >> 16)
  }

  /// How many both have, and how many either has.
  func shared(with other: LeafFeatures) -> (both: Int, either: Int) {
    var (left, right, both) = (0, 0, 0)
    while left < hashes.count, right < other.hashes.count {
      if hashes[left] == other.hashes[right] {
        both += 1
        left += 1
        right += 1
      } else if hashes[left] < other.hashes[right] {
        left += 1
      } else {
        right += 1
      }
    }
    return (both, hashes.count + other.hashes.count - both)
  }
}
