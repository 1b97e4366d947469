import LintText

/// Which leaf of the page stands for each of its source.
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

  static func firstLine(of range: ByteRange, _ bytes: Span<UInt8>) -> ByteRange {
    var upper = range.lower
    while upper < range.upper, bytes[upper] != 0x0A, bytes[upper] != 0x0D { upper += 1 }
    return ByteRange(range.lower, upper)
  }
}
