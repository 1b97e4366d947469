import LintText
import Markdown

/// What a page and its source are compared by: a block that holds no other, or a cell of a table.
struct Leaf: Equatable {
  enum Kind: Hashable {
    case block(Block.Kind)
    case cell
  }

  let kind: Kind
  /// A heading's level; else 0.
  let level: UInt8
  /// A number for the kinds of the blocks around it, from the page down.
  let path: UInt32
  /// What the markup stands around.
  let content: ByteRange
  /// The whole of it.
  let range: ByteRange
  /// Its block, by the index in the page's `Blocks.list`; of a cell, the table.
  let block: Int

  /// Whether both are of one kind in the same containers, so that one may be what became of the other
  /// as far as structure tells.
  func hasSamePlace(as other: Leaf) -> Bool {
    kind == other.kind && level == other.level && path == other.path
  }

  /// Whether it is text of which a segment is made.
  var isText: Bool { kind == .cell || kind == .block(.paragraph) || isHeading }

  var isCode: Bool { kind == .block(.fencedCode) || kind == .block(.indentedCode) }

  var isHeading: Bool { kind == .block(.heading) }
}
