import LintText

/// Which leaf of a page was made of which one of its source.
///
/// Where both have headings of the same names in another order, as a glossary that was sorted anew, sections
/// are told by them. Where both have the same kinds of leaves in the same containers, the first is the
/// first's, and so on. All else is what takes the least away from either: leaves of different kinds are
/// never paired.
struct LeafAlignment {
  /// A leaf of the page and one of its source, by their indices.
  struct Pair: Equatable {
    let target: Int
    let source: Int
  }

  /// In the order of the page.
  private(set) var pairs: [Pair] = []
  /// Whether the sequences are the same.
  let isEqual: Bool

  /// - Parameters:
  ///   - names: What the headings of each side are called in addresses, one for each heading from top to
  ///     bottom.
  init(
    _ target: PageLeaves, _ targetBytes: Span<UInt8>, names targetNames: [[UInt8]],
    _ source: PageLeaves, _ sourceBytes: Span<UInt8>, names sourceNames: [[UInt8]]
  ) {
    let (all, others) = (target.list.indices, source.list.indices)
    isEqual = Self.areEqual(target.list[...], source.list[...])
    // Entries of a glossary look all alike, so that sequences may be equal though the order is not.
    let sorted = Self.sections(target.list, targetNames, source.list, sourceNames)
    if isEqual, sorted == nil {
      pairs = all.map { Pair(target: $0, source: $0) }
      return
    }
    var search = LeafSearch(
      targets: target.list.map { LeafFeatures(targetBytes, of: $0) },
      sources: source.list.map { LeafFeatures(sourceBytes, of: $0) })
    search.addNames(target, targetNames, source, sourceNames)
    for (part, other) in sorted ?? [(all, others)] {
      if Self.areEqual(target.list[part], source.list[other]) {
        pairs += zip(part, other).map { Pair(target: $0, source: $1) }
        continue
      }
      // Most pages differ in few sections.
      let (first, last) = search.agreement(target.list, part, source.list, other)
      let (middle, otherMiddle) = (
        part.lowerBound + first..<part.upperBound - last,
        other.lowerBound + first..<other.upperBound - last
      )
      let above = zip(part.prefix(first), other).map { Pair(target: $0, source: $1) }
      let below = zip(part.suffix(last), other.suffix(last)).map { Pair(target: $0, source: $1) }
      search.prepare(
        target.list, middle, targetBytes, source.list, otherMiddle, sourceBytes)
      pairs += above
      pairs += search.pairs(
        target.list, middle, source.list, otherMiddle, beside: above + below)
      pairs += below
    }
  }

  /// Of each pair, whether the section around it has the same sequence on both sides: from one heading to the
  /// next, where the first is the other's partner.
  func equalSections(_ target: [Leaf], _ source: [Leaf]) -> [Bool] {
    var partners = [Int?](repeating: nil, count: target.count)
    for pair in pairs { partners[pair.target] = pair.source }
    var isEqual = [Bool](repeating: false, count: target.count)
    var start = 0
    while start < target.count {
      var end = start + 1
      while end < target.count, !target[end].isHeading { end += 1 }
      // What stands before the first heading begins where the source does.
      let first = target[start].isHeading ? partners[start] : start == 0 ? 0 : nil
      if let first, first < source.count, source[first].isHeading == target[start].isHeading {
        var last = first + 1
        while last < source.count, !source[last].isHeading { last += 1 }
        if Self.areEqual(target[start..<end], source[first..<last]) {
          for index in start..<end { isEqual[index] = partners[index] == first + index - start }
        }
      }
      start = end
    }
    return pairs.map { isEqual[$0.target] }
  }

  private static func areEqual(_ target: ArraySlice<Leaf>, _ source: ArraySlice<Leaf>) -> Bool {
    target.count == source.count && zip(target, source).allSatisfy { $0.hasSamePlace(as: $1) }
  }

  /// The sections of both sides that have the same names, where both have nearly all names once each and in
  /// another order. A heading without an anchor, as a page's first may be, has another name in translation:
  /// it belongs to the section before it.
  private static func sections(
    _ target: [Leaf], _ targetNames: [[UInt8]], _ source: [Leaf], _ sourceNames: [[UInt8]]
  ) -> [(Range<Int>, Range<Int>)]? {
    guard targetNames != sourceNames, targetNames.count > 2, sourceNames.count > 2 else {
      return nil
    }
    let (ours, theirs) = (starts(of: target), starts(of: source))
    guard ours.count == targetNames.count, theirs.count == sourceNames.count else { return nil }
    var places: [[UInt8]: Int] = [:]
    for (index, name) in sourceNames.enumerated() {
      guard !name.isEmpty, places.updateValue(index, forKey: name) == nil else { return nil }
    }
    // Of each name that both have, the index of the page's heading and of the source's.
    var both: [(ours: Int, theirs: Int)] = []
    for (index, name) in targetNames.enumerated() {
      if let place = places.removeValue(forKey: name) { both.append((index, place)) }
    }
    let most = max(1, both.count / 10)
    guard both.count > 2, targetNames.count - both.count <= most,
      sourceNames.count - both.count <= most,
      zip(both, both.dropFirst()).contains(where: { $0.theirs > $1.theirs })
    else { return nil }
    let sorted = both.map(\.theirs).sorted()
    var next: [Int: Int] = [:]
    for (place, other) in zip(sorted, sorted.dropFirst()) { next[place] = theirs[other] }
    var sections = [(0..<ours[both[0].ours], 0..<theirs[sorted[0]])]
    for (index, names) in both.enumerated() {
      let end = index + 1 < both.count ? ours[both[index + 1].ours] : target.count
      let start = theirs[names.theirs]
      sections.append((ours[names.ours]..<end, start..<(next[names.theirs] ?? source.count)))
    }
    return sections
  }

  private static func starts(of leaves: [Leaf]) -> [Int] {
    leaves.indices.filter { leaves[$0].isHeading }
  }
}
