import LintText

/// Blocks that only some publishers have.
extension BlockReader {
  /// Opens what a dialect has besides CommonMark at the first byte of the line that is no space.
  mutating func openExtension(
    _ bytes: Span<UInt8>, _ matched: Int, _ isInParagraph: Bool
  ) -> Bool {
    switch bytes[cursor.first] {
    case 0x3A where dialect.contains(.directives):  // :
      return openDirective(bytes, matched)
    case 0x5B where dialect.contains(.inclusions):  // [
      return openInclusion(bytes, matched)
    case 0x7B:  // {
      if openTemplate(bytes, matched) { return true }
      return dialect.contains(.mdx) && openExpression(bytes, matched)
    case 0x3C where dialect.contains(.mdx):  // <
      return openJSX(bytes, matched)
    case 0x65, 0x69:  // e i
      return dialect.contains(.mdx) && !isInParagraph && openModule(bytes, matched)
    default:
      return false
    }
  }

  /// Adds a block that begins at the first byte of the line that is no space and ends with a line.
  mutating func openUntil(
    _ end: Int, _ kind: Block.Kind, info: ByteRange, _ bytes: Span<UInt8>, _ matched: Int
  ) {
    settle(matched, bytes)
    endList()
    let range = ByteRange(cursor.first, cursor.end)
    open(.until, Block(kind: kind, parentIndex: parent, range: range, content: range, info: info))
    leaf.reach = end
    addLine(from: cursor.first)
    if cursor.end >= end { closeLeaf(bytes) }
  }

  // MARK: Front matter

  /// Adds the front matter; returns where the text begins.
  mutating func readFrontMatter(_ bytes: Span<UInt8>, from start: Int) -> Int {
    guard dialect.contains(.frontMatter) else { return start }
    if let bounds = FrontMatterReader.bounds(bytes, from: start), bounds.isClosed {
      return addFrontMatter(bounds, level: 1, bytes)
    }
    guard let bounds = TOMLFrontMatter.bounds(bytes, from: start) else { return start }
    return addFrontMatter(bounds, level: 2, bytes)
  }

  private mutating func addFrontMatter(
    _ bounds: FrontMatterBounds, level: UInt8, _ bytes: Span<UInt8>
  ) -> Int {
    var range = bounds.range
    while range.upperBound > bounds.content.upperBound,
      bytes[range.upper - 1] == 0x0A || bytes[range.upper - 1] == 0x0D
    {
      range.upperBound -= 1
    }
    append(
      Block(
        kind: .frontMatter, level: level, parentIndex: -1, range: range, content: bounds.content))
    return bounds.range.upper
  }

  // MARK: Alerts

  /// Makes an alert of the quote that begins at the cursor, if `[!NOTE]` is all that its line says.
  mutating func openAlert(_ bytes: Span<UInt8>) {
    guard dialect.contains(.alerts), bytes.has("[!", at: cursor.first) else { return }
    let start = cursor.first + 2
    var end = start
    while end < cursor.end, bytes[end].isLetter { end += 1 }
    let upper = Self.trimmedEnd(bytes, ByteRange(start, cursor.end))
    let name = bytes.extracting(start..<end)
    guard end > start, bytes[upper - 1] == 0x5D, end == upper - 1 || name.elementsEqual("div")
    else { return }
    let quote = stack.count - 1
    let block = Int(stack[quote].block)
    stack[quote] = OpenContainer(
      block: stack[quote].block, kind: .alert, end: UInt32(truncatingIfNeeded: cursor.end))
    blocks[block].kind = .alert
    blocks[block].info = ByteRange(start, end)
    cursor.pass(cursor.end - cursor.first, bytes)
  }

  // MARK: Directives

  /// `:::name …`, `:::name … :::` or `:::` (Docusaurus' admonitions, DocFX's extensions).
  private mutating func openDirective(_ bytes: Span<UInt8>, _ matched: Int) -> Bool {
    var marks = cursor.first
    while marks < cursor.end, bytes[marks] == 0x3A { marks += 1 }
    guard marks - cursor.first >= 3 else { return false }
    var start = marks
    while start < cursor.end, bytes[start].isBlankByte { start += 1 }
    var end = start
    while end < cursor.end, bytes[end].isLetterOrDigit || bytes[end] == 0x2D || bytes[end] == 0x5F {
      end += 1
    }
    let upper = Self.trimmedEnd(bytes, ByteRange(start, cursor.end))
    guard end > start || start == upper || start == cursor.end else { return false }
    let rest = bytes.extracting(end..<upper)
    let close = rest.firstRange(of: ":::")
    // `:::no-loc text="…":::` within a sentence is markup of the sentence.
    if let close, !rest.extracting(close.upperBound..<rest.count).trimmedRange.isEmpty {
      return false
    }
    let name = bytes.extracting(start..<end)
    let kind: Block.Kind =
      if end == start || name.has("-end", at: name.count - 4) {
        .directiveEnd
      } else if close != nil, !name.elementsEqual("row"), !name.elementsEqual("column") {
        .directive
      } else {
        .directiveStart
      }
    openUntil(cursor.end, kind, info: ByteRange(start, end), bytes, matched)
    return true
  }

  /// `[!INCLUDE [title](file)]`, `[!code-csharp[](file)]`, `[!VIDEO address]` alone on a line (DocFX).
  private mutating func openInclusion(_ bytes: Span<UInt8>, _ matched: Int) -> Bool {
    guard bytes.has("[!", at: cursor.first) else { return false }
    let start = cursor.first + 2
    var end = start
    while end < cursor.end, bytes[end].isLetterOrDigit || bytes[end] == 0x2D { end += 1 }
    let name = bytes.extracting(start..<end)
    let upper = Self.trimmedEnd(bytes, ByteRange(start, cursor.end))
    guard bytes[upper - 1] == 0x5D, end < upper - 1,
      name.equalsIgnoringCase("video")
        || (name.equalsIgnoringCase("include") || name.has("code", at: 0))
          // Without an address it shows no file, and readers see it as it stands.
          && bytes.extracting(end..<upper).contains("](")
    else { return false }
    openUntil(cursor.end, .inclusion, info: ByteRange(start, end), bytes, matched)
    return true
  }

  /// Makes a tab of the heading that was added last, if it is a link to `#tab/…` (DocFX).
  mutating func noteTab(_ bytes: Span<UInt8>) {
    guard dialect.contains(.tabGroups), let last = blocks.indices.last else { return }
    let content = blocks[last].content
    guard bytes.has("[", at: content.lower), bytes.has(")", at: content.upper - 1),
      let link = bytes.extracting(content.range).firstRange(of: "](#tab/")
    else { return }
    blocks[last].kind = .tab
    blocks[last].info = ByteRange(content.lower + link.upperBound, content.upper - 1)
    isInTabs = true
  }
}
