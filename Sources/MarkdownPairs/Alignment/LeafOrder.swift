import LintText
import Markdown

/// Items and cells that stand in another order than the source's, as a list that was sorted anew: what was made of
/// which one only what they keep can tell.
enum LeafOrder {
  /// Of each pair, whether its leaf may stand at its source's place; `nil` where all do.
  ///
  /// Between two headings, those are out of place that keep something else than their partners, where two or more of
  /// them, and half of all such, keep what another one's partner does.
  static func areInPlace(
    _ pairs: [LeafAlignment.Pair], _ target: PageLeaves, _ targetBytes: Span<UInt8>,
    _ source: PageLeaves, _ sourceBytes: Span<UInt8>
  ) -> [Bool]? {
    var areInPlace: [Bool]?
    var different: [Difference] = []
    func close() {
      defer { different.removeAll(keepingCapacity: true) }
      guard different.count > 1 else { return }
      var places: [UInt64: Int] = [:]
      for one in different where one.source != 0 { places[one.source, default: 0] += 1 }
      var moved = 0
      for one in different where one.target != 0 {
        guard let count = places[one.target], count > 0 else { continue }
        places[one.target] = count - 1
        moved += 1
      }
      guard moved > 1, moved * 2 >= different.count else { return }
      var known = areInPlace ?? [Bool](repeating: true, count: pairs.count)
      for one in different { known[one.pair] = false }
      areInPlace = known
    }
    for (index, pair) in pairs.enumerated() {
      let (leaf, other) = (target.list[pair.target], source.list[pair.source])
      if leaf.isHeading { close() }
      guard leaf.isText, !leaf.isHeading, isNested(leaf, target.blocks) else { continue }
      let one = LeafFeatures.signature(targetBytes, of: leaf)
      let two = LeafFeatures.signature(sourceBytes, of: other)
      if one != two { different.append(Difference(pair: index, target: one, source: two)) }
    }
    close()
    return areInPlace
  }

  /// A pair whose halves keep different things.
  private struct Difference {
    let pair: Int
    let target: UInt64
    let source: UInt64
  }

  private static func isNested(_ leaf: Leaf, _ blocks: Blocks) -> Bool {
    leaf.kind == .cell || blocks.list[leaf.block].parent != nil
  }
}
