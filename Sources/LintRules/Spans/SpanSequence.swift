import LintCore
import LintText

/// The IDs of a document's segments, each with what is wrong with it, told once for all the rules of
/// the family: a segment whose halves disagree is not also out of order.
struct SpanSequence {
  enum Fault {
    /// The halves have different IDs, or one can't be read; the rules for that speak of it.
    case unusable
    /// Another prefix than most of the file.
    case foreign
    /// The same ID as an earlier segment, at this index.
    case duplicate(of: Int)
    /// Not in the order of the others.
    case misordered
  }

  /// For each segment; `nil` where nothing is wrong.
  private(set) var faults: [Fault?]
  /// The prefix that most segments have.
  let prefix: UInt32?

  /// Whether all IDs are as they should be, as in nearly all files: those of both halves the same,
  /// all with one prefix, each series rising.
  static func isRegular(_ records: [SegmentRecord]) -> Bool {
    let prefix = records.first?.id.prefix
    // Numbers begin at 101; the first of a series is above this.
    var last: (sentence: Int64, paragraph: Int64) = (-1, -1)
    for index in records.indices {
      let (id, source) = (records[index].id, records[index].sourceID)
      guard id.isWellFormed, id.matches(source), id.prefix == prefix else { return false }
      let number = Int64(id.number)
      guard number > (id.isParagraph ? last.paragraph : last.sentence) else { return false }
      if id.isParagraph { last.paragraph = number } else { last.sentence = number }
    }
    return true
  }

  init(_ document: borrowing Document) {
    let records = document.records
    faults = Array(repeating: nil, count: records.count)
    prefix = Self.commonPrefix(records)
    for (index, record) in records.enumerated() {
      if !record.id.isWellFormed || !record.id.matches(record.sourceID) {
        faults[index] = .unusable
      } else if record.id.prefix != prefix {
        faults[index] = .foreign
      }
    }
    guard !Self.isRegular(records) else { return }
    for isParagraph in [false, true] {
      findDisorder(
        records,
        records.indices.filter { index in
          faults[index] == nil && records[index].id.isParagraph == isParagraph
        })
    }
  }

  /// Numbers that stand anywhere in a half of the series of sentences, sorted, each once.
  static func numbers(_ records: [SegmentRecord]) -> [UInt32] {
    var numbers: [UInt32] = []
    numbers.reserveCapacity(records.count)
    var isRising = true
    func add(_ id: SpanID) {
      guard id.isWellFormed, !id.isParagraph, id.number != numbers.last else { return }
      if let last = numbers.last, last > id.number { isRising = false }
      numbers.append(id.number)
    }
    for index in records.indices {
      add(records[index].id)
      add(records[index].sourceID)
    }
    return isRising ? numbers : Set(numbers).sorted()
  }

  private static func commonPrefix(_ records: [SegmentRecord]) -> UInt32? {
    guard let first = records.first?.id.prefix else { return mostCommonPrefix(records) }
    // Nearly every file has one prefix.
    return records.allSatisfy { $0.id.prefix == first } ? first : mostCommonPrefix(records)
  }

  private static func mostCommonPrefix(_ records: [SegmentRecord]) -> UInt32? {
    var counts: [UInt32: Int] = [:]
    for record in records {
      if let prefix = record.id.prefix { counts[prefix, default: 0] += 1 }
    }
    // Of equals, the one that comes first.
    let most = counts.values.max() ?? 0
    return records.first { $0.id.prefix.map { counts[$0] == most } ?? false }?.id.prefix
  }

  /// Finds the fewest segments that keep a series from rising.
  private mutating func findDisorder(_ records: [SegmentRecord], _ series: [Int]) {
    let isRising = zip(series, series.dropFirst()).allSatisfy {
      records[$0].id.number < records[$1].id.number
    }
    guard !isRising else { return }
    var first: [UInt32: Int] = [:]
    var repeated: Set<UInt32> = []
    var distinct: [Int] = []
    for index in series {
      if let earlier = first[records[index].id.number] {
        faults[index] = .duplicate(of: earlier)
        repeated.insert(records[index].id.number)
      } else {
        first[records[index].id.number] = index
        distinct.append(index)
      }
    }
    let kept = Self.longestRise(distinct.map { records[$0].id.number })
    for (place, index) in distinct.enumerated()
    where !kept.contains(place) && !repeated.contains(records[index].id.number) {
      faults[index] = .misordered
    }
  }

  /// From this difference on, a number is mistyped rather than moved.
  private static let jump: UInt32 = 20

  /// The places of a longest rising subsequence; where two numbers have changed places, it keeps the
  /// one that comes first, so that the one that falls back is told.
  ///
  /// At the end of a file, where nothing follows to prove either of two wrong, a far jump is.
  private static func longestRise(_ numbers: [UInt32]) -> Set<Int> {
    // Read from the end: starts[n] is where the best rise of n + 1 numbers from there on begins.
    var starts: [Int] = []
    var next: [Int?] = Array(repeating: nil, count: numbers.count)
    for place in numbers.indices.reversed() {
      let low = starts.partitionPoint { numbers[$0] > numbers[place] }
      next[place] = low > 0 ? starts[low - 1] : nil
      if low == starts.count {
        starts.append(place)
      } else if low > 0 || numbers[place] - numbers[starts[0]] < jump {
        starts[low] = place
      }
    }
    var kept: Set<Int> = []
    var place = starts.last
    while let current = place {
      kept.insert(current)
      place = next[current]
    }
    return kept
  }
}
