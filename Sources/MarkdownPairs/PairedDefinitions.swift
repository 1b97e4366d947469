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
    guard !target.blocks.definitions.isEmpty, !source.blocks.definitions.isEmpty else { return [] }
    let theirs = ReferenceTable(original, source.blocks)
    var seen: Set<[UInt8]> = []
    var pairs: [Pair] = []
    for definition in target.blocks.definitions {
      let label = bytes.extracting(definition.label.range)
      guard seen.insert(ReferenceTable.normalized(label)).inserted,
        let other = theirs.definition(labelled: label),
        !definition.destination.isEmpty, !other.destination.isEmpty,
        !bytes.extracting(definition.destination.range)
          .elementsEqual(original.extracting(other.destination.range))
      else { continue }
      pairs.append(
        Pair(
          label: definition.label, target: definition.destination, source: other.destination))
    }
    return pairs
  }
}
