internal import LintText
package import Markdown

/// What is told of a page and its source by their blocks alone: for measuring how well pages are aligned.
package struct PairOutline {
  /// How many leaves each has.
  package let targets: Int
  package let sources: Int
  /// How many leaves of the page have a partner in the source.
  package let aligned: Int
  /// Whether the sequences of leaves are the same, and those of headings.
  package let isEqual: Bool
  package let hasEqualHeadings: Bool
  /// The first bytes of leaves without a partner, of the page and of the source.
  package let alone: [Int]
  package let missing: [Int]

  package init(_ target: [UInt8], _ source: [UInt8], _ dialect: MarkdownDialect) {
    let (ours, theirs) = (Self.leaves(target.span, dialect), Self.leaves(source.span, dialect))
    let alignment = LeafAlignment(
      ours, target.span, names: ours.names(target.span, .hugo),
      theirs, source.span, names: theirs.names(source.span, .hugo))
    targets = ours.list.count
    sources = theirs.list.count
    aligned = alignment.pairs.count
    isEqual = alignment.isEqual
    hasEqualHeadings =
      ours.list.filter(\.isHeading).map(\.level) == theirs.list.filter(\.isHeading).map(\.level)
    let found = Set(alignment.pairs.map(\.target))
    let kept = Set(alignment.pairs.map(\.source))
    alone = ours.list.indices.filter { !found.contains($0) }.map { ours.list[$0].range.lower }
    missing = theirs.list.indices.filter { !kept.contains($0) }.map { theirs.list[$0].range.lower }
  }

  private static func leaves(_ bytes: Span<UInt8>, _ dialect: MarkdownDialect) -> PageLeaves {
    PageLeaves(bytes, from: bytes.has("\u{FEFF}", at: 0) ? 3 : 0, dialect: dialect)
  }
}
