import LintText

/// Tells what of a page is code: a comment that is shown there speaks to nobody.
///
/// Only pages with such comments are looked at, for this takes a look at every line.
struct MarkdownCode {
  /// Fenced blocks and code spans, in file order.
  private var ranges: [Range<Int>] = []

  /// - Parameter start: Where the text begins, after the front matter.
  init(_ bytes: Span<UInt8>, from start: Int) {
    // What opened the fence that is open, and where the paragraph begins.
    var fence: (mark: CodeFence, start: Int)?
    var paragraph = start
    var line = start
    while line < bytes.count {
      let end = bytes.endOfLine(from: line)
      let mark = Self.fence(bytes, line..<end)
      if let open = fence {
        if let mark, mark.closes(open.mark) {
          ranges.append(open.start..<end)
          fence = nil
        }
        paragraph = end
      } else if let mark {
        addSpans(bytes, paragraph..<line)
        fence = (mark, line)
      } else if bytes.extracting(line..<end).trimmedRange.isEmpty {
        addSpans(bytes, paragraph..<line)
        paragraph = end
      }
      line = end
    }
    if let fence {
      ranges.append(fence.start..<bytes.count)
    } else {
      addSpans(bytes, paragraph..<bytes.count)
    }
  }

  func contains(_ offset: Int) -> Bool {
    let index = ranges.partitionPoint { $0.upperBound <= offset }
    return index < ranges.count && ranges[index].contains(offset)
  }

  /// Adds what stands between runs of as many backticks.
  private mutating func addSpans(_ bytes: Span<UInt8>, _ paragraph: Range<Int>) {
    let end = paragraph.upperBound
    // The offset of the last run of each length: a run without a partner is known by it at once.
    var last: [Int: Int] = [:]
    var index = paragraph.lowerBound
    while let start = Self.run(bytes, from: index, before: end) {
      index = CodeSpan.endOfRun(bytes, at: start, before: end)
      last[index - start] = start
    }
    index = paragraph.lowerBound
    while let start = Self.run(bytes, from: index, before: end) {
      index = CodeSpan.endOfRun(bytes, at: start, before: end)
      let length = index - start
      guard last[length]! > start, !bytes.has("\\", at: start - 1),
        let close = CodeSpan.close(bytes, from: index, length: length, before: end)
      else { continue }
      ranges.append(start..<close.upperBound)
      index = close.upperBound
    }
  }

  /// Where the next run of backticks begins.
  private static func run(_ bytes: Span<UInt8>, from start: Int, before end: Int) -> Int? {
    bytes.extracting(0..<end).firstIndex(of: 0x60, from: start)
  }

  /// The fence that a line has behind marks of quotes and list items.
  private static func fence(_ bytes: Span<UInt8>, _ line: Range<Int>) -> CodeFence? {
    var start = line.lowerBound
    while start < line.upperBound,
      bytes[start].isSpace || bytes[start] == 0x3E
        || ([0x2D, 0x2A, 0x2B].contains(bytes[start]) && start + 1 < line.upperBound
          && bytes[start + 1].isSpace)
    {
      start += 1
    }
    return CodeFence(bytes, at: start, before: line.upperBound)
  }
}
