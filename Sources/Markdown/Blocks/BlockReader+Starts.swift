import LintText

/// How blocks begin.
extension BlockReader {
  /// Opens all blocks that begin in the rest of the line, containers and one leaf; the cursor then
  /// stands at the text that is left.
  ///
  /// - Parameters:
  ///   - matched: How many containers the line goes on with.
  ///   - isAll: Whether these are all.
  mutating func openBlocks(_ bytes: Span<UInt8>, _ matched: Int, _ isAll: Bool) -> Start {
    var opened = Start.none
    var matched = matched
    while !cursor.isBlank {
      if cursor.isIndented {
        // Code can't interrupt a paragraph (§ 4.4); text that goes on with one may be indented.
        if leaf.kind == .paragraph || dialect.contains(.mdx) { return opened }
        settle(matched, bytes)
        openCode(bytes)
        return .leaf
      }
      switch startOfBlock(bytes, matched, isInParagraph: isAll && leaf.kind == .paragraph) {
      case .none:
        return opened
      case .container:
        opened = .container
        matched = stack.count
      case .leaf:
        return .leaf
      }
    }
    return opened
  }

  /// What was opened.
  enum Start {
    case none
    case container
    /// A leaf that has the rest of the line.
    case leaf
  }

  /// Opens what begins at the first byte that is no space.
  private mutating func startOfBlock(
    _ bytes: Span<UInt8>, _ matched: Int, isInParagraph: Bool
  ) -> Start {
    let byte = bytes[cursor.first]
    // Nearly all lines begin with what begins no block.
    guard Self.mayStart(byte) else { return .none }
    if !dialect.isEmpty, openExtension(bytes, matched, isInParagraph) { return .leaf }
    switch byte {
    case 0x3E:  // >
      return openQuote(bytes, matched)
    case 0x23:  // #
      return openHeading(bytes, matched)
    case 0x60, 0x7E:  // ` ~
      return openFence(bytes, matched)
    case 0x3C:  // <
      return openHTML(bytes, matched, isInParagraph)
    case 0x5B:  // [
      return openFootnote(bytes, matched)
    case 0x3D:  // =
      return isInParagraph && openUnderlined(bytes) ? .leaf : .none
    case 0x7C, 0x3A:  // | :
      return isInParagraph && openTable(bytes) ? .leaf : .none
    case 0x2D, 0x2A, 0x5F, 0x2B, 0x30...0x39:  // - * _ + digits
      if byte == 0x2D, isInParagraph, openUnderlined(bytes) { return .leaf }
      if openThematicBreak(bytes, matched) { return .leaf }
      if openListItem(bytes, matched, isInParagraph) { return .container }
      return byte == 0x2D && isInParagraph && openTable(bytes) ? .leaf : .none
    default:
      return .none
    }
  }

  /// Whether a byte may begin a block, those of extensions among them.
  @inline(__always)
  private static func mayStart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2D, 0x2A, 0x5F, 0x2B, 0x23, 0x3E, 0x60, 0x7E, 0x3C, 0x5B, 0x3D, 0x7C, 0x3A, 0x30...0x39:
      true  // - * _ + # > ` ~ < [ = | : and digits
    case 0x7B, 0x65, 0x69:
      true  // { e i
    default:
      false
    }
  }

  private mutating func openQuote(_ bytes: Span<UInt8>, _ matched: Int) -> Start {
    guard matched < Self.deepest else { return .none }
    settle(matched, bytes)
    endList()
    let start = cursor.first
    passQuoteMark(bytes)
    quotes.append(stack.count)
    push(.quote, from: start, content: cursor.first)
    openAlert(bytes)
    return .container
  }

  private mutating func openHeading(_ bytes: Span<UInt8>, _ matched: Int) -> Start {
    let start = cursor.first
    var level = 1
    while level < 7, start + level < cursor.end, bytes[start + level] == 0x23 { level += 1 }
    let marks = start + level
    guard level < 7, marks == cursor.end || bytes[marks].isBlankByte else { return .none }
    settle(matched, bytes)
    endList()
    cursor.pass(level, bytes)
    let content = Self.heading(bytes, ByteRange(cursor.first, cursor.end))
    append(
      Block(
        kind: .heading, level: UInt8(level), parentIndex: parent,
        range: ByteRange(start, cursor.end), content: content,
        firstLine: UInt32(lines.count), lastLine: UInt32(lines.count + 1)))
    lines.append(content)
    noteTab(bytes)
    return .leaf
  }

  /// What a heading says: what follows its marks, without spaces at the end and `#` that close it
  /// (§ 4.2).
  private static func heading(_ bytes: Span<UInt8>, _ text: ByteRange) -> ByteRange {
    let upper = trimmedEnd(bytes, text)
    var marks = upper
    while marks > text.lower, bytes[marks - 1] == 0x23 { marks -= 1 }
    guard marks < upper, marks == text.lower || bytes[marks - 1].isBlankByte else {
      return ByteRange(text.lower, upper)
    }
    return ByteRange(text.lower, trimmedEnd(bytes, ByteRange(text.lower, marks)))
  }

  /// Where a text ends without spaces and tabs at its end.
  static func trimmedEnd(_ bytes: Span<UInt8>, _ text: ByteRange) -> Int {
    var upper = text.upper
    while upper > text.lower, bytes[upper - 1].isBlankByte { upper -= 1 }
    return upper
  }

  /// Makes a heading of the open paragraph, if the line is `===` or `---` (§ 4.3).
  private mutating func openUnderlined(_ bytes: Span<UInt8>) -> Bool {
    let mark = bytes[cursor.first]
    var index = cursor.first
    while index < cursor.end, bytes[index] == mark { index += 1 }
    while index < cursor.end, bytes[index].isBlankByte { index += 1 }
    guard index == cursor.end else { return false }
    takeDefinitions(bytes)
    // The definitions were all there was: what follows is text.
    guard leaf.kind == .paragraph else {
      openParagraph(bytes)
      return true
    }
    let block = leaf.block
    closeLeaf(bytes)
    blocks[block].kind = .heading
    blocks[block].level = mark == 0x3D ? 1 : 2
    blocks[block].range.upperBound = UInt32(truncatingIfNeeded: cursor.end)
    extendContainer(to: blocks[block].range.upperBound)
    return true
  }

  private mutating func openThematicBreak(_ bytes: Span<UInt8>, _ matched: Int) -> Bool {
    guard isThematicBreak(bytes) else { return false }
    settle(matched, bytes)
    endList()
    let range = ByteRange(cursor.first, cursor.end)
    let endsTabs = isInTabs && stack.isEmpty
    if endsTabs { isInTabs = false }
    append(
      Block(
        kind: endsTabs ? .tabsEnd : .thematicBreak, parentIndex: parent, range: range,
        content: range))
    return true
  }

  /// Whether the rest of the line is a thematic break: three or more of one mark, and spaces (§ 4.1).
  private mutating func isThematicBreak(_ bytes: Span<UInt8>) -> Bool {
    let mark = bytes[cursor.first]
    guard mark == 0x2D || mark == 0x2A || mark == 0x5F, cursor.first >= breaklessEnd else {
      return false
    }
    var count = 0
    var index = cursor.first
    while index < cursor.end {
      if bytes[index] == mark {
        count += 1
      } else if !bytes[index].isBlankByte {
        // None begins before this byte either: `- - - - a` is looked at once, not at each `-`.
        breaklessEnd = index
        return false
      }
      index += 1
    }
    return count >= 3
  }

  private mutating func openCode(_ bytes: Span<UInt8>) {
    endList()
    cursor.passColumns(4, bytes)
    let range = ByteRange(cursor.offset, cursor.end)
    open(
      .indentedCode, Block(kind: .indentedCode, parentIndex: parent, range: range, content: range))
    addLine(from: cursor.offset)
  }

  mutating func openParagraph(_ bytes: Span<UInt8>) {
    endList()
    let range = ByteRange(cursor.first, cursor.end)
    open(.paragraph, Block(kind: .paragraph, parentIndex: parent, range: range, content: range))
    addLine(from: cursor.first)
  }
}

extension UInt8 {
  /// A space or a tab: what CommonMark skips in a line.
  @inline(__always)
  var isBlankByte: Bool { self == 0x20 || self == 0x09 }
}
