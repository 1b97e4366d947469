import LintCore

/// How the destinations of a target differ from those of its source, worked out once for the rules
/// of the family.
///
/// Order does not count, for words change places in translation. Bare addresses and references
/// (`[a][b]`) are no destinations: machine translation puts spaces around the one, and the other is
/// mostly an array in code.
struct LinkComparison {
  /// A destination of the source that the target lacks, by its index among the source's inlines.
  private(set) var missing: [Int] = []
  /// A destination of the target that the source lacks.
  private(set) var extra: [Int] = []
  /// A destination that stands in another's place: source's inline, target's inline.
  private(set) var changed: [(source: Int, target: Int)] = []

  init(_ segment: borrowing Segment) {
    var left = Self.links(segment.sourceInlines)
    for target in Self.links(segment.targetInlines) {
      let destination = segment.target[segment.targetInlines[target].destination]
      let match = left.firstIndex { source in
        Self.areEqual(
          segment.source[segment.sourceInlines[source].destination].bytes, destination.bytes)
      }
      if let match { left.remove(at: match) } else { extra.append(target) }
    }
    missing = left
    let pairs = min(missing.count, extra.count)
    changed = zip(missing, extra).map { ($0, $1) }
    missing.removeFirst(pairs)
    extra.removeFirst(pairs)
  }

  /// Whether the halves differ at all; quicker than comparing them in full.
  static func areSame(_ segment: borrowing Segment) -> Bool {
    let (source, target) = (segment.sourceInlines, segment.targetInlines)
    var index = 0
    var other = 0
    while true {
      while index < source.count, !source[index].isLink { index += 1 }
      while other < target.count, !target[other].isLink { other += 1 }
      if index == source.count || other == target.count {
        return index == source.count && other == target.count
      }
      guard
        segment.source[source[index].destination].bytes.elementsEqual(
          segment.target[target[other].destination].bytes)
      else { return false }
      index += 1
      other += 1
    }
  }

  private static func links(_ inlines: Span<Inline>) -> [Int] {
    inlines.indices.filter { inlines[$0].isLink }
  }

  /// Equal but for backslashes and `&amp;`, which mean nothing in an address.
  private static func areEqual(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    if left.elementsEqual(right) { return true }
    var (index, other) = (0, 0)
    while true {
      skip(left, &index)
      skip(right, &other)
      if index == left.count || other == right.count {
        return index == left.count && other == right.count
      }
      guard left[index] == right[other] else { return false }
      index += left.has("&amp;", at: index) ? 5 : 1
      other += right.has("&amp;", at: other) ? 5 : 1
    }
  }

  private static func skip(_ bytes: Span<UInt8>, _ index: inout Int) {
    if index + 1 < bytes.count, bytes[index] == 0x5C, bytes[index + 1].isPunctuation { index += 1 }
  }
}
