import LintCore
import LintText

/// What stands in the source beside the markup that a target's corresponds to.
///
/// Both halves are listed once for each kind and side that is asked for, so that a segment of nothing
/// but markup takes time by its length.
struct MarkupPartners {
  private struct Key: Hashable {
    let kind: MarkupKind
    let side: MarkupEdge.Side
  }

  /// Markup of one kind in both halves.
  private struct Pairing {
    /// The indices of the target's.
    var targets: [Int] = []
    /// The indices of the source's, where each ends on that side, and what stands beside it.
    var sources: [(index: Int, edge: Int, neighbour: MarkupNeighbour)] = []
    /// What the source's have beside them: a part of a word if one has, else what all have.
    var common: MarkupNeighbour = .other

    var edges: [Int] { sources.prefix(mostEdges).map(\.edge) }
  }

  private var pairings: [Key: Pairing] = [:]
  private var summary: Summary?

  /// The source's markup that corresponds to a target's.
  struct Partner {
    let neighbour: MarkupNeighbour
    /// Where it ends on the side asked for, in the source; of several that it may be, some.
    let edges: [Int]
    /// Whether no word stands behind any of them.
    let isLast: Bool
    /// Whether "and" or "or" stands in the source.
    let hasConjunction: Bool
    /// Whether it is the same code, or leads to the same place, and is no guess of several.
    var isSame = false
  }

  /// What the whole source is looked through for, once a segment.
  private struct Summary {
    let endOfWords: Int
    let hasConjunction: Bool

    init(_ source: Span<UInt8>) {
      var end = source.count
      while end > 0, !source[end - 1].isTextLetterOrDigit { end -= 1 }
      endOfWords = end
      hasConjunction = source.contains(" and ") || source.contains(" or ")
    }
  }

  /// So many of a source's are asked for the word beside them where nobody knows which it is.
  private static let mostEdges = 8

  /// What stands on a side of the source's markup that corresponds to the target's: the one in the same
  /// place of the order, if there are as many and it is the same; else what all have in common.
  ///
  /// - Parameter isAnywhere: Whether the same one in another place of the order is asked for, too.
  mutating func find(
    _ kind: MarkupKind, _ side: MarkupEdge.Side, of index: Int, _ segment: borrowing Segment,
    isAnywhere: Bool
  ) -> Partner {
    let key = Key(kind: kind, side: side)
    let pairing = pairings[key] ?? Self.pairing(kind, side, segment)
    pairings[key] = pairing
    guard pairing.common != .partOfWord, pairing.targets.count == pairing.sources.count else {
      return partner(pairing.common, pairing.edges, segment)
    }
    let place = pairing.targets.partitionPoint { $0 < index }
    let partner =
      Self.isSame(index, pairing.sources[place].index, segment)
      ? pairing.sources[place] : isAnywhere ? Self.only(pairing, of: index, segment) : nil
    guard let partner else { return self.partner(pairing.common, pairing.edges, segment) }
    var known = self.partner(partner.neighbour, [partner.edge], segment)
    known.isSame = true
    return known
  }

  /// The only one of the source's that is the same, in another order.
  private static func only(_ pairing: Pairing, of index: Int, _ segment: borrowing Segment)
    -> (index: Int, edge: Int, neighbour: MarkupNeighbour)?
  {
    guard pairing.sources.count <= mostEdges else { return nil }
    var found: (index: Int, edge: Int, neighbour: MarkupNeighbour)?
    for source in pairing.sources where isSame(index, source.index, segment) {
      guard found == nil else { return nil }
      found = source
    }
    return found
  }

  /// Whether both are the same code, or lead to the same place.
  private static func isSame(_ index: Int, _ sourceIndex: Int, _ segment: borrowing Segment) -> Bool
  {
    let (identity, other) = (
      segment.targetInlines[index].identity, segment.sourceInlines[sourceIndex].identity
    )
    return identity.isEmpty
      ? other.isEmpty
      : !other.isEmpty
        && segment.target[identity].bytes.elementsEqual(segment.source[other].bytes)
  }

  private mutating func partner(
    _ neighbour: MarkupNeighbour, _ edges: [Int], _ segment: borrowing Segment
  ) -> Partner {
    let known = summary ?? Summary(segment.source.bytes)
    summary = known
    return Partner(
      neighbour: neighbour, edges: edges, isLast: edges.allSatisfy { $0 >= known.endOfWords },
      hasConjunction: known.hasConjunction)
  }

  private static func pairing(
    _ kind: MarkupKind, _ side: MarkupEdge.Side, _ segment: borrowing Segment
  ) -> Pairing {
    var pairing = Pairing()
    var index = 0
    while index < segment.targetInlines.count {
      if MarkupKind(segment.targetInlines[index], segment.target, side) == kind {
        pairing.targets.append(index)
      }
      index += 1
    }
    index = 0
    while index < segment.sourceInlines.count {
      let inline = segment.sourceInlines[index]
      if MarkupKind(inline, segment.source, side) == kind {
        let edge =
          (side == .after ? inline.range.upper : inline.range.lower) - segment.source.range.lower
        pairing.sources.append(
          (index, edge, MarkupEdge(side, edge).neighbour(segment.source.bytes)))
      }
      index += 1
    }
    pairing.common = common(pairing.sources.map(\.neighbour))
    // A tag that should be the other one stands anywhere: `<b>bold<b>`.
    if kind == .openingTag || kind == .closingTag, pairing.targets.count != pairing.sources.count {
      pairing.common = .partOfWord
    }
    return pairing
  }

  /// A part of a word if there is one; else a space if it is all that there is.
  private static func common(_ neighbours: [MarkupNeighbour]) -> MarkupNeighbour {
    if neighbours.contains(.partOfWord) { return .partOfWord }
    guard !neighbours.isEmpty, neighbours.allSatisfy(\.isSpace) else { return .other }
    return neighbours.contains(.spaceAndWord) ? .spaceAndWord : .space
  }
}

extension MarkupPartners.Partner {
  /// Whether the word behind one of the source's is one of these.
  func isFollowed(by words: [StaticString], in source: Span<UInt8>) -> Bool {
    edges.contains { edge in
      let word = source.extracting(Self.word(behind: edge, source))
      return words.contains { word.equalsIgnoringCase($0) }
    }
  }

  /// How many words stand before the first of them, at most 8; as many where it is far from the
  /// beginning.
  func wordsBefore(in source: Span<UInt8>) -> Int {
    guard let edge = edges.first, edge < 160 else { return 8 }
    var (count, index) = (0, 0)
    while index < edge, count < 8 {
      if source[index].isTextLetter, index == 0 || source[index - 1].isSpace { count += 1 }
      index += 1
    }
    return count
  }

  /// The range of the word that a space stands before, or a comma and a space.
  private static func word(behind edge: Int, _ source: Span<UInt8>) -> Range<Int> {
    var start = edge
    if source.has(", ", at: start) { start += 1 }
    let limit = min(source.count, edge + 24)
    while start < limit, source[start] == 0x20 { start += 1 }
    var end = start
    while end < limit, source[end].isTextLetter { end += 1 }
    return start..<(start > edge ? end : start)
  }
}
