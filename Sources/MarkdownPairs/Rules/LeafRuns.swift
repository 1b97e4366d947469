import LintCore
import LintText
import Markdown

/// Leaves of one side that have no partner on the other one.
enum LeafRuns {
  /// Those that stand in a row, by their indices.
  ///
  /// - Parameter partners: For each leaf its partner.
  static func alone(_ partners: [Int?]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    while start < partners.count {
      guard partners[start] == nil else {
        start += 1
        continue
      }
      var end = start + 1
      while end < partners.count, partners[end] == nil { end += 1 }
      runs.append(start..<end)
      start = end
    }
    return runs
  }

  /// Whether the text of a run stands on the other side within a neighbour: a paragraph was joined with the
  /// one before or behind it, or was split.
  ///
  /// - Parameter lengths: Those of the texts that both sides have.
  static func isJoined(
    _ run: Range<Int>, _ leaves: [Leaf], _ partners: [Int?], _ others: [Leaf], _ lengths: Lengths
  ) -> Bool {
    guard run.count == 1, let leaf = run.first, leaves[leaf].isText, !leaves[leaf].isHeading else {
      return false
    }
    for neighbour in [leaf - 1, leaf + 1] where leaves.indices.contains(neighbour) {
      guard let partner = partners[neighbour], leaves[neighbour].kind == leaves[leaf].kind else {
        continue
      }
      let (own, other) = (leaves[neighbour].content.count, others[partner].content.count)
      // What the neighbour's partner has more must be most of this one's.
      let wanted = Double(own) + 0.7 * Double(leaves[leaf].content.count)
      if Double(other) >= wanted * lengths.ratio(without: own, other) { return true }
    }
    return false
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
  /// is told as that.
  static func isRead(_ run: Range<Int>, _ leaves: [Leaf], _ bytes: Span<UInt8>) -> Bool {
    leaves[run].contains { leaf in
      (leaf.isText || leaf.isCode || leaf.kind == .block(.inclusion))
        && !bytes.has("{{", at: leaf.content.lower)
    }
  }

  /// Whether both sides or neither have front matter that is closed; else its lines are taken for text.
  static func hasFrontMatter(_ document: borrowing Document, _ pair: PairDetail) -> Bool {
    guard !pair.sourceKeys.isEmpty else { return true }
    return document.frontMatter.map { $0.isClosed && $0.problem == nil } ?? false
  }
}
