import LintCore
import LintText
import Markdown

/// Definitions of links, `[label]: address`, that a page and its source have by the same label and with another
/// address, and lines that show another file, `[!INCLUDE [title](file)]`: each is a segment that holds a link and
/// nothing to read.
enum PairedDefinitions {
  struct Pair {
    let label: ByteRange
    let target: ByteRange
    let source: ByteRange
  }

  /// In the order of the page. Of several with one label the first counts.
  static func list(
    _ target: PageLeaves, _ bytes: Span<UInt8>, _ source: PageLeaves, _ original: Span<UInt8>
  ) -> [Pair] {
    let (ours, others) = (target.blocks.definitions, source.blocks.definitions)
    guard !ours.isEmpty, !others.isEmpty else { return [] }
    let theirs = ReferenceTable(original, source.blocks)
    var seen: Set<[UInt8]> = []
    var pairs: [Pair] = []
    var translated: [Int] = []
    for (index, definition) in ours.enumerated() {
      let label = bytes.extracting(definition.label.range)
      guard seen.insert(ReferenceTable.normalized(label)).inserted, !definition.destination.isEmpty
      else { continue }
      guard let other = theirs.definition(labelled: label) else {
        translated.append(index)
        continue
      }
      guard !other.destination.isEmpty,
        !bytes.extracting(definition.destination.range)
          .elementsEqual(original.extracting(other.destination.range))
      else { continue }
      pairs.append(
        Pair(
          label: definition.label, target: definition.destination, source: other.destination))
    }
    guard !translated.isEmpty, ours.count == others.count else { return pairs }
    // Where as many stand in both, the one in the same place of the order, of which neither address is among the
    // other page's.
    let kept = Set(ours.map { [UInt8](bytes.extracting($0.destination.range)) })
    let known = Set(others.map { [UInt8](original.extracting($0.destination.range)) })
    for index in translated {
      let (definition, other) = (ours[index], others[index])
      guard !other.destination.isEmpty,
        !seen.contains(ReferenceTable.normalized(original.extracting(other.label.range))),
        !known.contains([UInt8](bytes.extracting(definition.destination.range))),
        !kept.contains([UInt8](original.extracting(other.destination.range)))
      else { continue }
      pairs.append(
        Pair(
          label: definition.label, target: definition.destination, source: other.destination))
    }
    return pairs
  }

  /// Lines that show another file than their partners do.
  static func inclusions(
    _ alignment: LeafAlignment, _ target: PageLeaves, _ bytes: Span<UInt8>, _ source: PageLeaves,
    _ original: Span<UInt8>
  ) -> [Pair] {
    alignment.pairs.compactMap { pair in
      let (leaf, other) = (target.list[pair.target], source.list[pair.source])
      guard leaf.kind == .block(.inclusion), other.kind == leaf.kind,
        let own = file(bytes, leaf.range), let right = file(original, other.range),
        !bytes.extracting(own.range).elementsEqual(original.extracting(right.range))
      else { return nil }
      return Pair(label: own, target: own, source: right)
    }
  }

  /// What stands in the parentheses behind the last brackets of a line, without a title.
  private static func file(_ bytes: Span<UInt8>, _ line: ByteRange) -> ByteRange? {
    guard let open = bytes.extracting(..<line.upper).firstRange(of: "](", from: line.lower),
      let close = bytes.extracting(..<line.upper).firstIndex(of: 0x29, from: open.upperBound)
    else { return nil }
    var end = open.upperBound
    while end < close, !bytes[end].isSpace { end += 1 }
    return end > open.upperBound ? ByteRange(open.upperBound, end) : nil
  }
}
