import LintCore
import LintText
import Markdown

/// Definitions of links, `[label]: address`, that a page and its source have by the same label and with another
/// address: each is a segment that holds a link and nothing to read.
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
}
