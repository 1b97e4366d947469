internal import LintCore
import LintText
import Markdown

/// A page or a source, read: its leaves and what stands in them.
struct PairText {
  let leaves: PageLeaves
  let inlines: [Inline]
  /// For each leaf its inlines, by their indices; none for what is no text.
  let inlineRanges: [Range<Int>]
  /// The file's bytes, with code, markup and addresses blanked in the texts.
  let prose: [UInt8]

  let keys: LeafKeys
  /// What each heading is called in addresses, from top to bottom.
  let names: [[UInt8]]

  init(
    _ bytes: Span<UInt8>, from start: Int, _ dialect: MarkdownDialect, _ slugs: SlugStyle
  ) {
    leaves = PageLeaves(bytes, from: start, dialect: dialect)
    var reader = MarkdownInlines(prose: bytes)
    inlineRanges = leaves.list.map { leaf in
      leaf.isText ? reader.read(bytes, in: leaf.content) : 0..<0
    }
    inlines = reader.list
    prose = reader.prose
    names = leaves.names(bytes, slugs)
    keys = LeafKeys(leaves.list, names: names)
  }
}
