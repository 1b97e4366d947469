import LintCore
import LintText
import Markdown
import TestSupport

/// What must hold of the blocks of a page, of what headings are named, and of slugs.
struct BlockChecks {
  private static let dialects: [MarkdownDialect] = [
    [], .gitHub, .microsoft, .hugo, .jekyll, .docusaurus,
    MarkdownDialect.microsoft.union(.hugo).union(.jekyll).union(.docusaurus),
  ]

  func check(_ bytes: [UInt8]) throws(Violation) {
    for dialect in Self.dialects { try check(bytes, dialect) }
    guard let frontMatter = TOMLFrontMatter.read(bytes.span, from: 0) else { return }
    var end = frontMatter.content.lower
    for entry in frontMatter.entries {
      try Violation.unless(
        entry.name.lower >= end && entry.value.lower >= entry.name.upper
          && frontMatter.content.contains(entry.value), "a key outside of the front matter")
      end = entry.value.upper
    }
  }

  private func check(_ bytes: [UInt8], _ dialect: MarkdownDialect) throws(Violation) {
    let start = bytes.span.has("\u{FEFF}", at: 0) ? 3 : 0
    let blocks = Blocks(bytes.span, from: start, dialect: dialect)
    if let broken = BlockInvariants.broken(blocks, bytes.span) { throw Violation(broken) }
    let table = ReferenceTable(bytes.span, blocks)
    for definition in blocks.definitions
    where blocks.lines(of: blocks.list[definition.block]).count == 1 {
      let label = bytes.span.extracting(definition.label.range)
      try Violation.unless(
        table.definition(labelled: label) != nil, "a definition that its label does not lead to")
    }
    try checkHeadings(bytes, blocks)
    for block in blocks.list where block.kind == .table {
      for line in blocks.lines(of: block) {
        var row = TableRow(bytes.span, in: line)
        var end = line.lower
        while let cell = row.next(bytes.span) {
          try Violation.unless(
            cell.lower >= end && line.contains(cell), "a cell outside of its row")
          end = cell.upper
        }
      }
    }
  }

  private func checkHeadings(_ bytes: [UInt8], _ blocks: Blocks) throws(Violation) {
    var counters = SlugStyle.allCases.map { SlugCounter($0) }
    for (index, block) in blocks.list.enumerated() where block.kind == .heading {
      let heading = HeadingNames(bytes.span, blocks, heading: index)
      try Violation.unless(block.content.contains(heading.text), "a heading's text outside of it")
      try Violation.unless(
        heading.names.allSatisfy { $0.upper <= bytes.count && $0.lower <= $0.upper },
        "a name outside of the page")
      for style in counters.indices {
        let slug = counters[style].next(bytes.span.extracting(heading.text.range))
        try Violation.unless(
          slug.span.isUTF8 && !slug.contains(0x20), "a slug that no link can have")
      }
    }
  }
}
