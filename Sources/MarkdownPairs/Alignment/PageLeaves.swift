import LintText
import Markdown

/// The leaves of a page from top to bottom.
///
/// Front matter, comments and definitions of links are none: they say nothing that a reader sees at their
/// place, and translators add and drop them. Lines of shortcodes are none, either: how many there are of
/// one depends on how its lines are wrapped.
struct PageLeaves {
  let blocks: Blocks
  let list: [Leaf]
  /// For each leaf how many headings come before it.
  let headings: [Int]
  /// What each heading says, and its author's names for it.
  let headingNames: [HeadingNames]

  init(_ bytes: Span<UInt8>, from start: Int = 0, dialect: MarkdownDialect) {
    blocks = Blocks(bytes, from: start, dialect: dialect)
    var list: [Leaf] = []
    list.reserveCapacity(blocks.list.count)
    // Of each block, what its own leaves have around them.
    var paths: [UInt32] = []
    var names: [HeadingNames] = []
    paths.reserveCapacity(blocks.list.count)
    for (index, block) in blocks.list.enumerated() {
      let around = block.parent.map { paths[$0] } ?? Self.root
      paths.append(Self.path(block.kind, in: around))
      switch block.kind {
      case let kind where kind.isContainer: continue
      case .frontMatter, .comment, .definition, .template: continue
      case .table:
        Self.addCells(of: block, index, bytes, blocks, paths[index], to: &list)
      default:
        let kind = Self.kind(block.kind)
        // A heading's names are no part of its text.
        var content = block.content
        if kind == .heading {
          let heading = HeadingNames(bytes, blocks, heading: index)
          content = heading.text
          names.append(heading)
        }
        list.append(
          Leaf(
            kind: .block(kind), level: kind == .heading ? block.level : 0, path: around,
            content: content, range: block.range, block: index))
      }
    }
    self.list = list
    headingNames = names
    var count = 0
    headings = list.map { leaf in
      defer { if leaf.isHeading { count += 1 } }
      return count
    }
  }

  /// The kind without what only some of a publisher's tools see: the heading of a tab is one, with an anchor
  /// before its link it is no tab any more.
  private static func kind(_ kind: Block.Kind) -> Block.Kind {
    switch kind {
    case .tab: .heading
    case .tabsEnd: .thematicBreak
    default: kind
    }
  }

  private static let root: UInt32 = 0x811C_9DC5

  /// FNV-1a over the kinds. An alert is a quote that one of the sides has given a name.
  private static func path(_ kind: Block.Kind, in around: UInt32) -> UInt32 {
    let kind = kind == .alert ? .quote : kind
    return (around ^ UInt32(kind.rawValue)) &* 0x0100_0193
  }

  /// Adds the cells of a table, as many a row as its head has.
  private static func addCells(
    of table: Block, _ index: Int, _ bytes: Span<UInt8>, _ blocks: Blocks, _ path: UInt32,
    to list: inout [Leaf]
  ) {
    var columns = Int.max
    for (number, line) in blocks.lines(of: table).enumerated() where number != 1 {
      var row = TableRow(bytes, in: line)
      var count = 0
      while count < columns, let cell = row.next(bytes) {
        list.append(
          Leaf(kind: .cell, level: 0, path: path, content: cell, range: cell, block: index))
        count += 1
      }
      if number == 0 {
        columns = count
      } else {
        // A row may leave its last cells out.
        let end = ByteRange(line.upper, line.upper)
        for _ in count..<max(count, columns) {
          list.append(
            Leaf(kind: .cell, level: 0, path: path, content: end, range: end, block: index))
        }
      }
    }
  }
}
