import LintText

/// HTML blocks: CommonMark 0.31.2 § 4.6.
extension BlockReader {
  mutating func openHTML(_ bytes: Span<UInt8>, _ matched: Int, _ isInParagraph: Bool) -> Start {
    guard
      let condition = HTMLStart.condition(
        bytes, in: ByteRange(cursor.first, cursor.end), isInParagraph: isInParagraph),
      // In MDX tags are JSX, and what stands between them is Markdown.
      !dialect.contains(.mdx) || (2...5).contains(condition)
    else { return .none }
    settle(matched, bytes)
    endList()
    let range = ByteRange(cursor.first, cursor.end)
    open(
      .html,
      Block(kind: .html, level: UInt8(condition), parentIndex: parent, range: range, content: range)
    )
    leaf.condition = condition
    addLine(from: cursor.first)
    if endsHTML(bytes) { closeLeaf(bytes) }
    return .leaf
  }

  /// Whether the line ends the open HTML block, which blank lines don't.
  func endsHTML(_ bytes: Span<UInt8>) -> Bool {
    let line = bytes.extracting(cursor.first..<cursor.end)
    switch leaf.condition {
    case 1: return HTMLStart.endsText(line)
    case 2: return HTMLComment.close(line, from: 0) != nil
    case 3: return line.contains("?>")
    case 4: return line.contains(">")
    case 5: return line.contains("]]>")
    default: return false
    }
  }

  /// Notes whether the block that ends now is a comment and nothing else.
  mutating func finishHTML(_ bytes: Span<UInt8>) {
    let index = leaf.block
    blocks[index].lastLine = UInt32(truncatingIfNeeded: lines.count)
    blocks[index].range.upperBound = UInt32(truncatingIfNeeded: leaf.end)
    blocks[index].content = blocks[index].range
    extendContainer(to: blocks[index].range.upperBound)
    guard leaf.condition == 2 else { return }
    let range = blocks[index].range
    let upper = Self.trimmedEnd(bytes, range)
    let inside = range.lower + 4
    guard let close = HTMLComment.close(bytes.extracting(0..<upper), from: range.lower + 2),
      close.upperBound == upper
    else { return }
    blocks[index].kind = .comment
    blocks[index].content = ByteRange(
      min(inside, max(close.lowerBound, range.lower + 2)), max(close.lowerBound, min(inside, upper))
    )
  }
}
