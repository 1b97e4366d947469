import LintText

/// Which leaf of the page stands for each of its source, and where what is missing should stand.
struct LeafPartners {
  /// For each leaf of the page its partner, by their indices, and for each of the source its own.
  let sources: [Int?]
  let targets: [Int?]

  init(_ pair: PairDetail) {
    var sources = [Int?](repeating: nil, count: pair.target.list.count)
    var targets = [Int?](repeating: nil, count: pair.source.list.count)
    for pair in pair.alignment.pairs {
      sources[pair.target] = pair.source
      targets[pair.source] = pair.target
    }
    self.sources = sources
    self.targets = targets
  }

  /// The last line of the leaf behind which a leaf of the source should stand; the first of the next one
  /// where none comes before it.
  func place(
    ofSource index: Int, _ pair: PairDetail, _ bytes: Span<UInt8>, from start: Int
  ) -> ByteRange {
    var before = index - 1
    while before >= 0 {
      if let leaf = targets[before] { return Self.lastLine(of: pair.target.list[leaf], bytes) }
      before -= 1
    }
    guard let first = pair.target.list.first else { return ByteRange(start, start) }
    return Self.firstLine(of: first.range, bytes)
  }

  private static func lastLine(of leaf: Leaf, _ bytes: Span<UInt8>) -> ByteRange {
    var lower = leaf.range.upper
    while lower > leaf.range.lower, bytes[lower - 1] != 0x0A { lower -= 1 }
    while lower < leaf.range.upper, bytes[lower].isSpace { lower += 1 }
    return ByteRange(lower, leaf.range.upper)
  }

  static func firstLine(of range: ByteRange, _ bytes: Span<UInt8>) -> ByteRange {
    var upper = range.lower
    while upper < range.upper, bytes[upper] != 0x0A, bytes[upper] != 0x0D { upper += 1 }
    return ByteRange(range.lower, upper)
  }
}
