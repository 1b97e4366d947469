import LintCore
import LintText

/// The links of a page's translation, with the ranges of their destinations.
struct PageLinks {
  private(set) var destinations: [ByteRange] = []
  /// What Hugo's `{{< ref "page.md" >}}` and `relref` name: paths of files below a folder of its content.
  private(set) var references: [ByteRange] = []

  /// What is read in a page without pairs: more than any publisher has, so that nothing is taken for text that is
  /// none.
  static let dialect: MarkdownDialect = [
    .frontMatter, .alerts, .directives, .inclusions, .tabGroups, .shortcodes,
  ]

  /// - Parameter blocks: those of the page.
  init(_ document: borrowing Document, _ blocks: Blocks) {
    let bytes = document.bytes.span
    if document.records.isEmpty {
      addAll(bytes, blocks)
    } else {
      for index in document.records.indices where document.records[index].isComparable {
        let segment = document.segment(index)
        for place in segment.targetInlines.indices { add(segment.targetInlines[place], bytes) }
      }
      addAroundSegments(document, blocks)
    }
    for block in blocks.list where block.kind == .html && block.level >= Self.firstLevelOfTags {
      addTags(bytes, in: block.range)
    }
    addReferences(bytes, from: document.start)
    destinations.sort()
    // A block of HTML may hold segments.
    var last: ByteRange?
    destinations.removeAll { range in
      defer { last = range }
      return range == last
    }
  }

  /// Blocks of HTML with lower levels are scripts, comments and the like.
  private static let firstLevelOfTags = 6

  /// Shortcodes stand for something in code, too.
  private mutating func addReferences(_ bytes: Span<UInt8>, from start: Int) {
    var index = start
    while let open = bytes.firstRange(of: "ref", from: index) {
      index = open.upperBound
      var name = open.lowerBound
      if name >= 3, bytes.has("rel", at: name - 3) { name -= 3 }
      var before = name
      while before > start, bytes[before - 1] == 0x20, name - before < Self.mostSpaces {
        before -= 1
      }
      guard before - start >= 3,
        bytes.has("{{<", at: before - 3) || bytes.has("{{%", at: before - 3)
      else { continue }
      var lower = index
      while lower < bytes.count, bytes[lower] == 0x20, lower - index < Self.mostSpaces {
        lower += 1
      }
      guard lower > index, lower < bytes.count, bytes[lower] == 0x22 || bytes[lower] == 0x60,
        let close = bytes.extracting(..<min(bytes.count, lower + Self.longestPath))
          .firstIndex(of: bytes[lower], from: lower + 1)
      else { continue }
      if close > lower + 1 { references.append(ByteRange(lower + 1, close)) }
      index = close
    }
  }

  private static let mostSpaces = 4
  private static let longestPath = 1000

  private mutating func addAll(_ bytes: Span<UInt8>, _ blocks: Blocks) {
    var reader = MarkdownInlines(prose: bytes)
    for block in blocks.list {
      switch block.kind {
      case .paragraph, .heading: _ = reader.read(bytes, in: block.content)
      case .table: for line in blocks.lines(of: block) { _ = reader.read(bytes, in: line) }
      default: break
      }
    }
    for inline in reader.list { add(inline, bytes) }
    destinations += blocks.definitions.map(\.destination)
  }

  private mutating func add(_ inline: Inline, _ bytes: Span<UInt8>) {
    if inline.isLink {
      if !inline.destination.isEmpty { destinations.append(inline.destination) }
    } else if inline.kind == .tag {
      addTag(bytes, in: inline.range.range)
    }
  }

  /// Adds where a tag leads: `<a href="…">`, `<img src="…">`.
  private mutating func addTag(_ bytes: Span<UInt8>, in tag: Range<Int>) {
    let text = bytes.extracting(tag)
    let value: ByteRange? =
      if Self.opens(text, "<a") {
        MarkdownTags.value(of: "href", bytes, in: tag)
      } else if Self.opens(text, "<img") {
        MarkdownTags.value(of: "src", bytes, in: tag)
      } else {
        nil
      }
    if let value, !value.isEmpty { destinations.append(value) }
  }

  private static func opens(_ tag: Span<UInt8>, _ name: StaticString) -> Bool {
    let length = name.utf8CodeUnitCount
    return tag.count > length && tag[length].isSpace
      && tag.extracting(..<length).equalsIgnoringCase(name)
  }

  private mutating func addTags(_ bytes: Span<UInt8>, in block: ByteRange) {
    var index = block.lower
    let text = bytes.extracting(0..<block.upper)
    while let open = text.firstIndex(of: 0x3C, from: index) {
      guard let close = MarkdownTags.endOfTag(text, at: open, before: block.upper) else {
        // A comment that nothing ends would be read to the end from each that begins in it.
        if HTMLComment.begins(text, at: open) { return }
        index = open + 1
        continue
      }
      addTag(bytes, in: open..<close)
      index = close
    }
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
