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
    /// The indices of the source's, and what stands beside each.
    var sources: [(index: Int, neighbour: MarkupNeighbour)] = []
    /// What the source's have beside them: a part of a word if one has, else what all have.
    var common: MarkupNeighbour = .other
  }

  private var pairings: [Key: Pairing] = [:]

  /// What stands on a side of the source's markup that corresponds to the target's: the one in the same
  /// place of the order, if there are as many and it is the same; else what all have in common.
  mutating func find(
    _ kind: MarkupKind, _ side: MarkupEdge.Side, of index: Int, _ segment: borrowing Segment
  ) -> MarkupNeighbour {
    let key = Key(kind: kind, side: side)
    let pairing = pairings[key] ?? Self.pairing(kind, side, segment)
    pairings[key] = pairing
    guard pairing.common != .partOfWord, pairing.targets.count == pairing.sources.count else {
      return pairing.common
    }
    let place = pairing.targets.partitionPoint { $0 < index }
    let partner = pairing.sources[place]
    let (identity, other) = (
      segment.targetInlines[index].identity, segment.sourceInlines[partner.index].identity
    )
    let isSame =
      identity.isEmpty
      ? other.isEmpty
      : !other.isEmpty
        && segment.target[identity].bytes.elementsEqual(segment.source[other].bytes)
    return isSame ? partner.neighbour : pairing.common
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
        let edge = side == .after ? inline.range.upper : inline.range.lower
        pairing.sources.append(
          (
            index,
            MarkupEdge(side, edge - segment.source.range.lower).neighbour(segment.source.bytes)
          ))
      }
      index += 1
    }
    pairing.common = common(pairing.sources.map(\.neighbour))
    return pairing
  }

  /// A part of a word if there is one; else a space if it is all that there is.
  private static func common(_ neighbours: [MarkupNeighbour]) -> MarkupNeighbour {
    if neighbours.contains(.partOfWord) { return .partOfWord }
    guard !neighbours.isEmpty, neighbours.allSatisfy(\.isSpace) else { return .other }
    return neighbours.contains(.spaceAndWord) ? .spaceAndWord : .space
  }
}
