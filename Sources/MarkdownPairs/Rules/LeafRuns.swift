import LintCore
import LintText
import Markdown

/// Leaves of one side that have no partner on the other one.
enum LeafRuns {
  /// Those that stand in a row, by their indices.
  ///
  /// - Parameters:
  ///   - partners: For each leaf its partner.
  ///   - told: Leaves that are told of as something else, and end a run.
  static func alone(_ partners: [Int?], but told: Set<Int> = []) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    while start < partners.count {
      guard partners[start] == nil, !told.contains(start) else {
        start += 1
        continue
      }
      var end = start + 1
      while end < partners.count, partners[end] == nil, !told.contains(end) { end += 1 }
      runs.append(start..<end)
      start = end
    }
    return runs
  }

  /// Whether the text of a run stands on the other side within a neighbour: a paragraph was joined with the
  /// one before or behind it, or was split, also into items.
  ///
  /// - Parameter lengths: Those of the texts that both sides have.
  static func isJoined(
    _ run: Range<Int>, _ leaves: [Leaf], _ partners: [Int?], _ bytes: Span<UInt8>,
    _ others: [Leaf], _ otherBytes: Span<UInt8>, _ blocks: Blocks, _ lengths: Lengths
  ) -> Bool {
    guard leaves[run].allSatisfy({ $0.kind == .block(.paragraph) }) else { return false }
    let length = leaves[run].reduce(0) { $0 + $1.content.count }
    var kept: Set<UInt32> = []
    for leaf in leaves[run] { kept.formUnion(LeafFeatures(bytes, of: leaf).hashes) }
    for neighbour in [run.lowerBound - 1, run.upperBound] where leaves.indices.contains(neighbour) {
      guard let partner = partners[neighbour], leaves[neighbour].kind == .block(.paragraph) else {
        continue
      }
      // What stands before a list is no part of its first item.
      if neighbour == run.upperBound, isItem(leaves[neighbour], blocks),
        !isItem(leaves[run.upperBound - 1], blocks)
      {
        continue
      }
      let (own, other) = (leaves[neighbour].content, others[partner].content)
      // What they hold is there, too; without that, items of a list are not joined.
      if !kept.isEmpty {
        guard kept.isSubset(of: LeafFeatures(otherBytes, of: others[partner]).hashes) else {
          continue
        }
      } else if isItem(leaves[neighbour], blocks),
        leaves[run].contains(where: { isItem($0, blocks) })
      {
        continue
      }
      let ratio = lengths.ratio(without: own.count, other.count)
      // What the neighbour's partner has more must be most of these. Beside a neighbour that is three times as
      // long, a translation's own length says nothing of that, and sentences are counted; a title has none.
      let isMeasured =
        3 * length >= own.count
        || leaves[run].allSatisfy { !isItem($0, blocks) && !endsSentence($0.content, bytes) }
      if isMeasured, Double(other.count) >= (Double(own.count) + 0.7 * Double(length)) * ratio {
        return true
      }
      // Or some of it, in as many sentences.
      guard Double(other.count) >= (Double(own.count) + 0.3 * Double(length)) * ratio else {
        continue
      }
      let wanted = leaves[run].reduce(sentences(own, bytes)) { $0 + sentences($1.content, bytes) }
      if sentences(other, otherBytes) >= wanted { return true }
    }
    return false
  }

  private static func isItem(_ leaf: Leaf, _ blocks: Blocks) -> Bool {
    blocks.list[leaf.block].parent.map { blocks.list[$0].kind == .listItem } ?? false
  }

  /// How many sentences a text has, at least one: full stops and their like before white space, and those
  /// of full width anywhere.
  private static func sentences(_ range: ByteRange, _ bytes: Span<UInt8>) -> Int {
    var count = 0
    var isEnded = false
    var index = range.lower
    while index < range.upper {
      switch bytes[index] {
      case 0x2E, 0x21, 0x3F:
        isEnded = index + 1 == range.upper || bytes[index + 1].isSpace
        if isEnded { count += 1 }
      case 0xE3 where bytes.has("。", at: index), 0xEF where bytes.has("！", at: index),
        0xEF where bytes.has("？", at: index), 0xE0 where bytes.has("।", at: index):
        count += 1
        isEnded = true
        index += 2
      case let byte where !byte.isSpace: isEnded = false
      default: break
      }
      index += 1
    }
    return isEnded ? count : count + 1
  }

  /// Whether a text ends with a full stop, a colon or their like.
  private static func endsSentence(_ range: ByteRange, _ bytes: Span<UInt8>) -> Bool {
    guard !range.isEmpty else { return false }
    return [0x2E, 0x21, 0x3F, 0x3A].contains(bytes[range.upper - 1])
      || ["。", "！", "？", "：", "।"].contains { bytes.has($0, at: range.upper - 3) }
  }

  /// How many bytes the texts take that both sides have: of one, and of the other.
  struct Lengths {
    private var one = 0
    private var other = 0

    init(_ leaves: [Leaf], _ partners: [Int?], _ others: [Leaf]) {
      for index in leaves.indices where leaves[index].isText {
        guard let partner = partners[index] else { continue }
        one += leaves[index].content.count
        other += others[partner].content.count
      }
    }

    /// How many bytes the other side takes for one of this side, a pair aside; of few texts 1.
    func ratio(without own: Int, _ other: Int) -> Double {
      one - own < 200 ? 1 : Double(self.other - other) / Double(one - own)
    }
  }

  /// Whether a run says something: a line of tags is for machines, or looks, and a shortcode that is broken
  /// is told as that. An item that begins with a macro is the name of something: `- {{domxref("Lid")}}`.
  static func isRead(
    _ run: Range<Int>, _ leaves: [Leaf], _ bytes: Span<UInt8>, _ blocks: Blocks
  ) -> Bool {
    leaves[run].contains { leaf in
      let start = leaf.content.lower
      let isMacro = bytes.has("{{", at: start)
      return (leaf.isText || leaf.isCode || leaf.kind == .block(.inclusion))
        && (!isMacro
          || isItem(leaf, blocks) && start + 2 < bytes.count && bytes[start + 2].isLetter)
    }
  }

  /// Whether both sides or neither have front matter that is closed; else its lines are taken for text.
  static func hasFrontMatter(_ document: borrowing Document, _ pair: PairDetail) -> Bool {
    guard !pair.sourceKeys.isEmpty else { return true }
    return document.frontMatter.map { $0.isClosed && $0.problem == nil } ?? false
  }
}
