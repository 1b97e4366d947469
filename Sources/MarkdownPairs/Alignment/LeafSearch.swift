import LintText
import Markdown

/// Finds the pairs of two sequences of leaves that fit best, by dynamic programming: a pair is worth what
/// both have in common, and a leaf that gets no partner costs a little.
///
/// Partners are looked for near the place that a leaf has in its own sequence, so that time grows with
/// the number of leaves and not with its square.
struct LeafSearch {
  private var targets: [LeafFeatures]
  private var sources: [LeafFeatures]
  /// How many bytes the page takes for one of its source; where something is missing, more than it seems.
  private var ratio: Double

  /// How many leaves to each side of that place are tried.
  private static let reach = 96
  /// What a leaf without a partner costs; a pair is worth up to about 600.
  private static let gap: Int32 = 60

  init(targets: [LeafFeatures], sources: [LeafFeatures]) {
    self.targets = targets
    self.sources = sources
    ratio = Self.ratio(
      targets.reduce(0) { $0 + $1.length }, sources.reduce(0) { $0 + $1.length })
  }

  /// Adds what headings are called: a name that an author wrote stays with its heading, wherever that goes.
  ///
  /// - Parameters:
  ///   - names: Those of the page's headings in addresses, from top to bottom.
  ///   - sourceNames: Those of the source's.
  mutating func addNames(
    _ target: PageLeaves, _ names: [[UInt8]], _ source: PageLeaves, _ sourceNames: [[UInt8]]
  ) {
    for (index, leaf) in target.list.enumerated() where leaf.isHeading {
      let heading = target.headings[index]
      guard !target.headingNames[heading].names.isEmpty else { continue }
      let name = names[heading]
      targets[index].name = LeafFeatures.hash(name.span)
    }
    for (index, leaf) in source.list.enumerated() where leaf.isHeading {
      let name = sourceNames[source.headings[index]]
      sources[index].name = LeafFeatures.hash(name.span)
    }
  }

  /// Gets ready for looking for partners of some leaves.
  mutating func prepare(
    _ target: [Leaf], _ ours: Range<Int>, _ targetBytes: Span<UInt8>,
    _ source: [Leaf], _ theirs: Range<Int>, _ sourceBytes: Span<UInt8>
  ) {
    for index in ours { targets[index].addStems(targetBytes, of: target[index]) }
    for index in theirs { sources[index].addStems(sourceBytes, of: source[index]) }
  }

  /// How many leaves are each other's partners for sure, from the first on and from the last one back: those of
  /// whole sections that have the same sequence on both sides, where what leaves keep is the same, too, and
  /// one of them keeps something.
  func agreement(
    _ target: [Leaf], _ ours: Range<Int>, _ source: [Leaf], _ theirs: Range<Int>
  ) -> (first: Int, last: Int) {
    let most = min(ours.count, theirs.count)
    var first = 0
    var (next, keeps) = (0, false)
    while next < most,
      let kept = agree(target, ours.lowerBound + next, source, theirs.lowerBound + next)
    {
      if kept { keeps = true }
      next += 1
      let isEnd = next == ours.count || target[ours.lowerBound + next].isHeading
      let isOtherEnd = next == theirs.count || source[theirs.lowerBound + next].isHeading
      guard isEnd == isOtherEnd else { break }
      if isEnd {
        guard keeps else { break }
        (first, keeps) = (next, false)
      }
    }
    var last = 0
    (next, keeps) = (0, false)
    while next < most - first,
      let kept = agree(
        target, ours.upperBound - 1 - next, source, theirs.upperBound - 1 - next)
    {
      if kept { keeps = true }
      next += 1
      let isStart = target[ours.upperBound - next].isHeading
      guard isStart == source[theirs.upperBound - next].isHeading else { break }
      if isStart {
        guard keeps else { break }
        (last, keeps) = (next, false)
      }
    }
    return (first, last)
  }

  /// Whether two leaves of the same place keep the same, and keep anything; `nil` where they don't fit.
  private func agree(_ target: [Leaf], _ ours: Int, _ source: [Leaf], _ theirs: Int) -> Bool? {
    guard target[ours].hasSamePlace(as: source[theirs]) else { return nil }
    let (both, either) = targets[ours].shared(with: sources[theirs])
    guard both == either else { return nil }
    guard let name = targets[ours].name else { return both > 0 }
    return name == sources[theirs].name ? true : nil
  }

  private enum Step: UInt8 { case none, pair, target, source }

  /// The pairs of some leaves.
  ///
  /// - Parameter others: Those of the page that are known.
  mutating func pairs(
    _ target: [Leaf], _ ours: Range<Int>, _ source: [Leaf], _ theirs: Range<Int>,
    beside others: [LeafAlignment.Pair]
  ) -> [LeafAlignment.Pair] {
    let pairs = best(target, ours, source, theirs)
    // What is missing on one side made the ratio that was looked with another one.
    let measured = measured(others + pairs, target)
    guard let measured, abs(measured / ratio - 1) > Self.tolerance else { return pairs }
    ratio = measured
    return best(target, ours, source, theirs)
  }

  /// From this share on another ratio may find other pairs.
  private static let tolerance = 0.05
  /// Bytes of text that tell a ratio, and of text that is a pair for sure, for both keep the same.
  private static let (sample, sureSample) = (400, 40)

  /// The ratio of texts that are pairs; `nil` for few.
  private func measured(_ pairs: [LeafAlignment.Pair], _ target: [Leaf]) -> Double? {
    var (ours, theirs) = (0, 0)
    var (sureOurs, sureTheirs) = (0, 0)
    for pair in pairs where target[pair.target].isText {
      let (one, other) = (targets[pair.target], sources[pair.source])
      ours += one.length
      theirs += other.length
      let (both, either) = one.shared(with: other)
      if both > 0, both == either {
        sureOurs += one.length
        sureTheirs += other.length
      }
    }
    if theirs >= Self.sample { return Self.ratio(ours, theirs) }
    return sureTheirs < Self.sureSample ? nil : Self.ratio(sureOurs, sureTheirs)
  }

  private static func ratio(_ ours: Int, _ theirs: Int) -> Double {
    theirs == 0 ? 1 : max(0.5, min(2, Double(ours) / Double(theirs)))
  }

  private func best(
    _ target: [Leaf], _ ours: Range<Int>, _ source: [Leaf], _ theirs: Range<Int>
  ) -> [LeafAlignment.Pair] {
    guard !ours.isEmpty, !theirs.isEmpty else { return [] }
    let band = Band(ours.count, theirs.count, reach: Self.reach)
    let width = band.width
    var steps = [Step](repeating: .none, count: (ours.count + 1) * width)
    var before = [Int32](repeating: 0, count: width)
    var now = before
    for row in 0...ours.count {
      let columns = band.columns(row)
      for column in columns {
        let place = column - columns.lowerBound
        var (best, step) = (Int32.min / 2, Step.none)
        if row == 0, column == 0 { best = 0 }
        let above = row > 0 ? band.columns(row - 1) : 0..<0
        if row > 0, above.contains(column) {
          let value = before[column - above.lowerBound] - Self.gap
          if value > best { (best, step) = (value, .target) }
        }
        if column > columns.lowerBound {
          let value = now[place - 1] - Self.gap
          if value > best { (best, step) = (value, .source) }
        }
        if row > 0, column > 0, above.contains(column - 1),
          let worth = worth(
            target, ours.lowerBound + row - 1, source, theirs.lowerBound + column - 1)
        {
          let value = before[column - 1 - above.lowerBound] + worth
          if value >= best { (best, step) = (value, .pair) }
        }
        now[place] = best
        steps[row * width + place] = step
      }
      swap(&before, &now)
    }
    var pairs: [LeafAlignment.Pair] = []
    var (row, column) = (ours.count, theirs.count)
    walk: while row > 0 || column > 0 {
      switch steps[row * width + column - band.columns(row).lowerBound] {
      case .pair:
        row -= 1
        column -= 1
        pairs.append(
          LeafAlignment.Pair(target: ours.lowerBound + row, source: theirs.lowerBound + column))
      case .target: row -= 1
      case .source: column -= 1
      case .none: break walk
      }
    }
    return pairs.reversed()
  }

  /// What a pair is worth; `nil` where two leaves can't be one.
  private func worth(
    _ target: [Leaf], _ ours: Int, _ source: [Leaf], _ theirs: Int
  ) -> Int32? {
    let (leaf, other) = (target[ours], source[theirs])
    guard leaf.kind == other.kind else { return nil }
    var worth: Int32 = 100
    worth += leaf.path == other.path ? 80 : -60
    if leaf.isHeading { worth += leaf.level == other.level ? 120 : -100 }
    let (features, others) = (targets[ours], sources[theirs])
    if let name = features.name, name == others.name { worth += 260 }
    let (both, either) = features.shared(with: others)
    if either > 0 {
      worth += Int32(260 * both / either)
      if both == 0 { worth -= 80 }
    } else {
      worth += 20
    }
    let (stems, fewer) = features.sharedStems(with: others)
    if fewer > 0 { worth += Int32(120 * stems / fewer) }
    // Letters of other scripts have up to three bytes, and Chinese a third of the letters.
    let expected = Int((Double(others.length) * ratio).rounded())
    let (small, large) = (min(features.length, expected), max(features.length, expected))
    // An item is no paragraph that says something else.
    if leaf.path != other.path, both == 0, stems == 0, small * 2 < large { return nil }
    if small * 3 < large, large > 40 {
      worth -= 80
    } else if large > 0 {
      worth += Int32(120 * small / large)
    }
    return worth
  }
}

/// The places that are tried: in each row those near the diagonal from one corner to the other.
private struct Band {
  private let rows: Int
  private let count: Int
  private let reach: Int
  let width: Int

  init(_ rows: Int, _ count: Int, reach: Int) {
    self.rows = rows
    self.count = count
    // Between two rows the diagonal may pass several columns, all of which must be in reach.
    self.reach = max(reach, count / max(rows, 1) + 2)
    width = min(2 * self.reach + 1, count + 1)
  }

  func columns(_ row: Int) -> Range<Int> {
    let middle = rows == 0 ? 0 : row * count / rows
    return max(0, middle - reach)..<min(count, middle + reach) + 1
  }
}
