import LintText

/// What MDX 3 adds: modules, tags of JSX, expressions.
extension BlockReader {
  /// `import …` and `export …` at the start of a line, up to a blank line outside of brackets.
  mutating func openModule(_ bytes: Span<UInt8>, _ matched: Int) -> Bool {
    guard stack.isEmpty, cursor.first == cursor.start,
      bytes.has("import ", at: cursor.first) || bytes.has("export ", at: cursor.first)
    else { return false }
    let start = cursor.first
    let first = TemplateSearches.endOfRun(bytes, from: start)
    var end = first
    if !searches.hasOpenModule, !isBalanced(bytes, start, &end) {
      // It is a fault of the page; the others would look as far for what is not there.
      searches.hasOpenModule = true
      end = first
    }
    openUntil(end, .module, info: ByteRange(start, start + 6), bytes, matched)
    return true
  }

  /// Moves the end to the first blank line outside of brackets.
  private mutating func isBalanced(_ bytes: Span<UInt8>, _ start: Int, _ end: inout Int) -> Bool {
    var depth = 0
    var index = start
    while true {
      while index < end {
        switch bytes[index] {
        case 0x28, 0x5B, 0x7B: depth += 1
        case 0x29, 0x5D, 0x7D: depth -= 1
        default: break
        }
        index += 1
      }
      if depth <= 0 { return true }
      guard end < bytes.count else { return false }
      end = TemplateSearches.endOfRun(bytes, from: end + 1)
    }
  }

  /// A line, or several, of tags and nothing else.
  mutating func openJSX(_ bytes: Span<UInt8>, _ matched: Int) -> Bool {
    guard let end = endAlone(bytes, JSXTag.end) else { return false }
    let start = cursor.first + (bytes.has("</", at: cursor.first) ? 2 : 1)
    openUntil(end, .jsx, info: Self.name(bytes, from: start, to: end), bytes, matched)
    return true
  }

  /// A line, or several, of expressions in braces and nothing else.
  mutating func openExpression(_ bytes: Span<UInt8>, _ matched: Int) -> Bool {
    guard let end = endAlone(bytes, JSXTag.endOfBraces) else { return false }
    openUntil(end, .expression, info: .none, bytes, matched)
    return true
  }

  /// The end of the line with the last of the things in a row that begin at the cursor.
  private mutating func endAlone(
    _ bytes: Span<UInt8>, _ endOfOne: (Span<UInt8>, Int) -> Int?
  ) -> Int? {
    let start = cursor.first
    let run = start < searches.unclosedEnd ? cursor.end : searches.endOfRun(bytes, from: start)
    let text = bytes.extracting(0..<max(run, cursor.end))
    var index = start
    while true {
      guard let end = endOfOne(text, index) else {
        // Each line would else look through all of the lines that follow.
        searches.unclosedEnd = max(searches.unclosedEnd, run)
        return nil
      }
      index = end
      while index < text.count, text[index].isBlankByte { index += 1 }
      if index == text.count || text[index] == 0x0A || text[index] == 0x0D { return index }
    }
  }
}
