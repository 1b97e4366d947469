import LintCore
import LintText

/// What is wrong with the ID of each segment of a document. Each has one fault at most, so that one
/// rule of the family reports it: a segment whose halves disagree is not also out of order.
struct SpanSequence {
  enum Fault {
    /// The halves have different IDs, or one can't be read; other rules report that.
    case unusable
    /// Another prefix than most of the file.
    case foreign
    /// The same ID as an earlier segment, at this index.
    case duplicate(of: Int)
    /// Out of the order of the others.
    case misordered
  }

  /// For each segment; `nil` where nothing is wrong.
  private(set) var faults: [Fault?]
  /// The prefix that most segments have.
  let prefix: UInt32?

  /// Whether all IDs are as they should be, as in nearly all files: those of both halves the same,
  /// all with one prefix, each series rising.
  static func isRegular(_ pairs: [SpanPair]) -> Bool {
    let prefix = pairs.first?.id.prefix
    // Numbers begin at 101; the first of a series is above this.
    var last: (sentence: Int64, paragraph: Int64) = (-1, -1)
    for index in pairs.indices {
      let (id, source) = (pairs[index].id, pairs[index].sourceID)
      guard id.isWellFormed, id.matches(source), id.prefix == prefix else { return false }
      let number = Int64(id.number)
      guard number > (id.isParagraph ? last.paragraph : last.sentence) else { return false }
      if id.isParagraph { last.paragraph = number } else { last.sentence = number }
    }
    return true
  }

  init(_ pairs: [SpanPair]) {
    faults = Array(repeating: nil, count: pairs.count)
    prefix = Self.commonPrefix(pairs)
    for (index, pair) in pairs.enumerated() {
      if !pair.id.isWellFormed || !pair.id.matches(pair.sourceID) {
        faults[index] = .unusable
      } else if pair.id.prefix != prefix {
        faults[index] = .foreign
      }
    }
    guard !Self.isRegular(pairs) else { return }
    for isParagraph in [false, true] {
      findDisorder(
        pairs,
        pairs.indices.filter { index in
          faults[index] == nil && pairs[index].id.isParagraph == isParagraph
        })
    }
  }

  /// The numbers that either half of any sentence has, sorted, each once.
  static func numbers(_ pairs: [SpanPair]) -> [UInt32] {
    var numbers: [UInt32] = []
    numbers.reserveCapacity(pairs.count)
    var isRising = true
    func add(_ id: SpanID) {
      guard id.isWellFormed, !id.isParagraph, id.number != numbers.last else { return }
      if let last = numbers.last, last > id.number { isRising = false }
      numbers.append(id.number)
    }
    for index in pairs.indices {
      add(pairs[index].id)
      add(pairs[index].sourceID)
    }
    return isRising ? numbers : Set(numbers).sorted()
  }

  private static func commonPrefix(_ pairs: [SpanPair]) -> UInt32? {
    guard let first = pairs.first?.id.prefix else { return mostCommonPrefix(pairs) }
    // Nearly every file has one prefix.
    return pairs.allSatisfy { $0.id.prefix == first } ? first : mostCommonPrefix(pairs)
  }

  private static func mostCommonPrefix(_ pairs: [SpanPair]) -> UInt32? {
    var counts: [UInt32: Int] = [:]
    for pair in pairs {
      if let prefix = pair.id.prefix { counts[prefix, default: 0] += 1 }
    }
    // Of equals, the one that comes first.
    let most = counts.values.max() ?? 0
    return pairs.first { $0.id.prefix.map { counts[$0] == most } ?? false }?.id.prefix
  }

  /// Finds the fewest segments that keep a series from rising.
  private mutating func findDisorder(_ pairs: [SpanPair], _ series: [Int]) {
    let isRising = zip(series, series.dropFirst()).allSatisfy {
      pairs[$0].id.number < pairs[$1].id.number
    }
    guard !isRising else { return }
    var first: [UInt32: Int] = [:]
    var repeated: Set<UInt32> = []
    var distinct: [Int] = []
    for index in series {
      if let earlier = first[pairs[index].id.number] {
        faults[index] = .duplicate(of: earlier)
        repeated.insert(pairs[index].id.number)
      } else {
        first[pairs[index].id.number] = index
        distinct.append(index)
      }
    }
    let kept = Self.longestRise(distinct.map { pairs[$0].id.number })
    for (index, pair) in distinct.enumerated()
    where !kept.contains(index) && !repeated.contains(pairs[pair].id.number) {
      faults[pair] = .misordered
    }
  }

  /// From this difference on, a number that is too high is taken as mistyped rather than moved.
  private static let jump: UInt32 = 20

  /// The indices of a longest rising subsequence. Of two numbers that were swapped it keeps the one
  /// that comes first, so that the one that falls back is reported.
  ///
  /// At the end of a file nothing follows that proves which of two is wrong. There it drops the
  /// first if it is higher than the second by `jump` or more.
  private static func longestRise(_ numbers: [UInt32]) -> Set<Int> {
    // Goes from the end to the start: `starts[n]` is the index where the best rise of n + 1 numbers
    // begins, and `next[n]` the index that follows n in its rise.
    var starts: [Int] = []
    var next: [Int?] = Array(repeating: nil, count: numbers.count)
    for index in numbers.indices.reversed() {
      let low = starts.partitionPoint { numbers[$0] > numbers[index] }
      next[index] = low > 0 ? starts[low - 1] : nil
      if low == starts.count {
        starts.append(index)
      } else if low > 0 || numbers[index] - numbers[starts[0]] < jump {
        starts[low] = index
      }
    }
    var kept: Set<Int> = []
    var last = starts.last
    while let index = last {
      kept.insert(index)
      last = next[index]
    }
    return kept
  }
}
