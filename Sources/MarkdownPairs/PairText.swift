import LintCore
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
    var reader = MarkdownInlines(
      prose: bytes, braces: dialect.contains(.mdx) ? .expressions : .names)
    let ranges = leaves.list.map { leaf in
      leaf.isText ? reader.read(bytes, in: leaf.content) : 0..<0
    }
    // Lines are wrapped anew, so that a shortcode stands in this paragraph or in that one, or between them:
    // those of a page are compared together.
    var inlines: [Inline] = []
    inlines.reserveCapacity(reader.list.count)
    inlineRanges = ranges.map { range in
      let first = inlines.count
      for inline in reader.list[range] where !Self.isShortcode(bytes, inline) {
        inlines.append(inline)
      }
      return first..<inlines.count
    }
    self.inlines = inlines
    var prose = reader.prose
    for leaf in leaves.list where leaf.isText { Self.blankLabels(bytes, in: leaf.content, &prose) }
    for definition in leaves.blocks.definitions {
      for place in definition.destination.range { prose[place] = .blank }
    }
    self.prose = prose
    names = leaves.names(bytes, slugs)
    keys = LeafKeys(leaves.list, names: names)
  }

  /// What a heading is called in addresses, by the index of its leaf.
  func name(ofHeading leaf: Int) -> [UInt8] {
    names[leaves.headings[leaf]]
  }

  /// What a heading says, and its author's names for it.
  func names(ofHeading leaf: Int) -> HeadingNames {
    leaves.headingNames[leaves.headings[leaf]]
  }

  private static func isShortcode(_ bytes: Span<UInt8>, _ inline: Inline) -> Bool {
    inline.kind == .placeholder
      && (bytes.has("{{<", at: inline.range.lower) || bytes.has("{{%", at: inline.range.lower))
  }

  /// Blanks `[!UICONTROL Save]` and its like: the publisher puts in what the product shows in the reader's
  /// language, or keeps what must stay.
  private static func blankLabels(
    _ bytes: Span<UInt8>, in range: ByteRange, _ prose: inout [UInt8]
  ) {
    var index = range.lower
    while index + 3 < range.upper,
      let open = bytes.extracting(..<range.upper).firstIndex(of: 0x5B, from: index)
    {
      index = open
      guard index + 3 < range.upper, bytes[index + 1] == 0x21,
        bytes.has("UICONTROL ", at: index + 2) || bytes.has("DNL ", at: index + 2)
          || bytes.has("BADGE ", at: index + 2)
      else {
        index += 1
        continue
      }
      // Where none is closed any more, no other one is looked for.
      guard let close = bytes.extracting(..<range.upper).firstIndex(of: 0x5D, from: index) else {
        return
      }
      for place in index...close { prose[place] = .blank }
      index = close + 1
    }
  }
}
