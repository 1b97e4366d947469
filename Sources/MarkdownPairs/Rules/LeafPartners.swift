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

  /// For each leaf of the source, and for what stands behind the last, the last line of the leaf that it should
  /// follow; the first line of the page's first where none comes before it. All at once, for any number of
  /// leaves may be missing behind the same one.
  func places(_ pair: PairDetail, _ bytes: Span<UInt8>, from start: Int) -> [ByteRange] {
    var last =
      pair.target.list.first.map { Self.firstLine(of: $0.range, bytes) }
      ?? ByteRange(start, start)
    var places: [ByteRange] = []
    places.reserveCapacity(targets.count + 1)
    for partner in targets {
      places.append(last)
      if let partner { last = Self.lastLine(of: pair.target.list[partner], bytes) }
    }
    places.append(last)
    return places
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
