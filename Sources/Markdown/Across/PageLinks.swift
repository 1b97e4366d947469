import LintCore
import LintText

/// The links of a page's translation, with the ranges of their destinations.
struct PageLinks {
  private(set) var destinations: [ByteRange] = []

  /// What is read in a page without pairs: more than any publisher has, so that nothing is taken for text that is
  /// none.
  static let dialect: MarkdownDialect = [
    .frontMatter, .alerts, .directives, .inclusions, .tabGroups, .shortcodes,
  ]

  /// - Parameter blocks: those of the page.
  init(_ document: borrowing Document, _ blocks: Blocks) {
    guard document.records.isEmpty else {
      for index in document.records.indices where document.records[index].isComparable {
        let segment = document.segment(index)
        for place in segment.targetInlines.indices where segment.targetInlines[place].isLink {
          destinations.append(segment.targetInlines[place].destination)
        }
      }
      addAroundSegments(document, blocks)
      destinations.sort()
      return
    }
    let bytes = document.bytes.span
    var reader = MarkdownInlines(prose: bytes)
    for block in blocks.list {
      switch block.kind {
      case .paragraph, .heading: _ = reader.read(bytes, in: block.content)
      case .table: for line in blocks.lines(of: block) { _ = reader.read(bytes, in: line) }
      default: break
      }
    }
    for inline in reader.list where inline.isLink && !inline.destination.isEmpty {
      destinations.append(inline.destination)
    }
    destinations += blocks.definitions.map(\.destination)
    destinations.sort()
  }

  /// Adds links that stand around whole segments: `[<span …>…</span>](page.md)`.
  private mutating func addAroundSegments(_ document: borrowing Document, _ blocks: Blocks) {
    let bytes = document.bytes.span
    let records = document.records
    for block in blocks.list
    where block.kind == .paragraph || block.kind == .heading || block.kind == .table {
      let text = bytes.extracting(0..<block.range.upper)
      var index = block.range.lower
      while let mark = text.firstRange(of: "](", from: index) {
        index = mark.upperBound
        let next = records.partitionPoint { $0.range.upper <= mark.lowerBound }
        if next < records.count, records[next].range.lower <= mark.lowerBound {
          index = max(index, records[next].range.upper)
        } else if let (destination, close) = MarkdownLinkTail.read(
          bytes, at: mark.lowerBound + 1, before: block.range.upper)
        {
          destinations.append(destination)
          index = close
        }
      }
    }
  }
}
