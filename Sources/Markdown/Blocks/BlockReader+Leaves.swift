import LintText

/// How blocks come into the list, and how leaves end.
extension BlockReader {
  /// The index of the innermost open container, -1 for none.
  var parent: Int32 { stack.last?.block ?? -1 }

  /// Adds a block that is complete.
  mutating func append(_ block: Block) {
    blocks.append(block)
    if let last = stack.indices.last {
      stack[last].isEmpty = false
      stack[last].end = max(stack[last].end, block.range.upperBound)
    }
  }

  /// Adds a leaf to which lines will be added.
  mutating func open(_ kind: OpenLeaf.Kind, _ block: Block) {
    leaf = OpenLeaf()
    leaf.kind = kind
    leaf.block = blocks.count
    leaf.end = cursor.end
    leaf.lines = lines.count
    append(block)
    blocks[leaf.block].firstLine = UInt32(truncatingIfNeeded: lines.count)
  }

  /// Adds a container that is open.
  mutating func push(
    _ kind: Block.Kind, from start: Int, content: Int, indent: Int = 0, mark: UInt8 = 0
  ) {
    let range = ByteRange(start, max(start, min(content, cursor.end)))
    let index = blocks.count
    append(
      Block(
        kind: kind, parentIndex: parent, range: range,
        content: ByteRange(range.upper, range.upper)))
    stack.append(
      OpenContainer(
        block: Int32(truncatingIfNeeded: index), kind: kind,
        indent: Int32(truncatingIfNeeded: indent), mark: mark, end: range.upperBound))
  }

  /// Ends a list whose last item has ended: what begins now is no item of it.
  mutating func endList() {
    guard let last = stack.last, last.kind == .bulletList || last.kind == .orderedList else {
      return
    }
    closeContainer()
  }

  mutating func closeLeaf(_ bytes: Span<UInt8>) {
    switch leaf.kind {
    case .none:
      return
    case .paragraph:
      takeDefinitions(bytes)
      guard leaf.kind == .paragraph else { return }
      finishLeaf(from: blocks[leaf.block].range.lower, to: leaf.end)
      let text = blocks[leaf.block].range
      blocks[leaf.block].content = ByteRange(text.lower, Self.trimmedEnd(bytes, text))
    case .indentedCode:
      // Blank lines at its end are no part of it (§ 4.4).
      lines.removeLast(lines.count - leaf.lines)
      finishLeaf(from: lines[Int(blocks[leaf.block].firstLine)].lower, to: leaf.end)
    case .fencedCode:
      finishFence(end: leaf.end)
    case .html:
      finishHTML(bytes)
    case .table, .until:
      finishLeaf(from: blocks[leaf.block].content.lower, to: leaf.end)
    }
    leaf.kind = .none
  }

  /// Notes where a leaf and its content end.
  private mutating func finishLeaf(from content: Int, to end: Int) {
    blocks[leaf.block].lastLine = UInt32(truncatingIfNeeded: lines.count)
    blocks[leaf.block].range.upperBound = UInt32(truncatingIfNeeded: end)
    blocks[leaf.block].content = ByteRange(content, end)
    extendContainer(to: blocks[leaf.block].range.upperBound)
  }

  // MARK: Fenced code (§ 4.5)

  mutating func openFence(_ bytes: Span<UInt8>, _ matched: Int) -> Start {
    guard let fence = CodeFence(bytes, at: cursor.first, before: cursor.end) else { return .none }
    settle(matched, bytes)
    endList()
    open(
      .fencedCode,
      Block(
        kind: .fencedCode, parentIndex: parent, range: ByteRange(cursor.first, cursor.end),
        content: ByteRange(cursor.end, cursor.end),
        info: ByteRange(fence.info.lowerBound, fence.info.upperBound)))
    leaf.fence = fence
    leaf.indent = cursor.indent
    return .leaf
  }

  func isClosingFence(_ bytes: Span<UInt8>) -> Bool {
    guard let open = leaf.fence,
      let fence = CodeFence(bytes, at: cursor.first, before: cursor.end)
    else { return false }
    return fence.closes(open)
  }

  mutating func closeFence(_ bytes: Span<UInt8>) {
    finishFence(end: cursor.end)
    leaf.kind = .none
  }

  private mutating func finishFence(end: Int) {
    let first = Int(blocks[leaf.block].firstLine)
    let content =
      first < lines.count
      ? ByteRange(lines[first].lower, lines[lines.count - 1].upper)
      : ByteRange(blocks[leaf.block].content.lower, blocks[leaf.block].content.lower)
    finishLeaf(from: content.lower, to: max(end, content.upper))
    blocks[leaf.block].content = content
  }

  // MARK: Tables (GitHub Flavored Markdown 0.29 § 4.10)

  /// Makes a table of the open paragraph's last line, if the line has a delimiter for each of its cells.
  mutating func openTable(_ bytes: Span<UInt8>) -> Bool {
    let delimiters = ByteRange(cursor.first, cursor.end)
    guard let columns = TableRow.delimiterCount(bytes, in: delimiters), let head = lines.last,
      TableRow.count(bytes, in: head) == columns
    else { return false }
    if lines.count - Int(blocks[leaf.block].firstLine) > 1 {
      // What stands above the head is a paragraph.
      lines.removeLast()
      leaf.end = lines[lines.count - 1].upper
      closeLeaf(bytes)
      open(
        .table, Block(kind: .table, parentIndex: parent, range: head, content: head))
      lines.append(head)
    } else {
      leaf.kind = .table
      blocks[leaf.block].kind = .table
    }
    addLine(from: cursor.first)
    return true
  }

  /// Whether the line is a row of the open table: not blank, and not a bar alone.
  func isTableRow(_ bytes: Span<UInt8>) -> Bool {
    guard !cursor.isBlank else { return false }
    return bytes[cursor.first] != 0x7C
      || Self.trimmedEnd(bytes, ByteRange(cursor.first, cursor.end)) > cursor.first + 1
  }

  // MARK: Footnotes (GitHub's extension)

  mutating func openFootnote(_ bytes: Span<UInt8>, _ matched: Int) -> Start {
    guard bytes.has("[^", at: cursor.first), matched < Self.deepest else { return .none }
    let start = cursor.first
    var index = start + 2
    while index < cursor.end, bytes[index] != 0x5D, !bytes[index].isSpace, bytes[index] != 0 {
      index += 1
    }
    guard index > start + 2, index + 1 < cursor.end, bytes.has("]:", at: index) else {
      return .none
    }
    settle(matched, bytes)
    endList()
    cursor.pass(index + 2 - start, bytes)
    cursor.passIndent()
    push(.footnote, from: start, content: cursor.first, indent: 4)
    blocks[blocks.count - 1].info = ByteRange(start + 2, index)
    return .container
  }
}
