import LintCore
import LintText
import Markdown

/// Finds the headings that a page and its source both have.
enum PairedHeadings {
  /// - Parameter records: One for each pair of leaves that is text, in the order of `alignment`.
  static func list(
    _ records: [SegmentRecord], _ target: PairText, _ bytes: [UInt8], _ source: PairText,
    _ alignment: LeafAlignment
  ) -> [PairedHeading] {
    var headings: [PairedHeading] = []
    var record = 0
    for pair in alignment.pairs {
      let (leaf, other) = (target.leaves.list[pair.target], source.leaves.list[pair.source])
      guard leaf.isText else { continue }
      defer { record += 1 }
      guard leaf.isHeading, other.isHeading else { continue }
      let names = target.names(ofHeading: pair.target)
      headings.append(
        PairedHeading(
          record: record, marks: marks(bytes.span, leaf, names.text), level: leaf.level,
          target: names,
          source: source.names(ofHeading: pair.source),
          name: target.name(ofHeading: pair.target),
          sourceName: source.name(ofHeading: pair.source)))
    }
    return headings
  }

  /// The `#`s that a heading begins with; its text where it has none.
  static func marks(_ bytes: Span<UInt8>, _ leaf: Leaf, _ text: ByteRange) -> ByteRange {
    var end = leaf.range.lower
    while end < leaf.range.upper, bytes[end] == 0x23 { end += 1 }
    return end > leaf.range.lower ? ByteRange(leaf.range.lower, end) : text
  }
}
