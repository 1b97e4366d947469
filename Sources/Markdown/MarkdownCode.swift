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
    var fence: (byte: UInt8, length: Int, start: Int)?
    var paragraph = start
    var line = start
    while line < bytes.count {
      let end = bytes.endOfLine(from: line)
      let mark = Self.fence(bytes, line..<end)
      if let open = fence {
        if let mark, mark.byte == open.byte, mark.length >= open.length, mark.isBare {
          ranges.append(open.start..<end)
          fence = nil
        }
        paragraph = end
      } else if let mark {
        addSpans(bytes, paragraph..<line)
        fence = (mark.byte, mark.length, line)
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
    // The offset of the last run of each length: a run without a partner is known by it at once.
    var last: [Int: Int] = [:]
    Self.eachRun(bytes, paragraph) { last[$0.count] = $0.lowerBound }
    var open: Range<Int>?
    Self.eachRun(bytes, paragraph) { run in
      if let start = open {
        guard run.count == start.count else { return }
        ranges.append(start.lowerBound..<run.upperBound)
        open = nil
      } else if last[run.count]! > run.lowerBound, !bytes.has("\\", at: run.lowerBound - 1) {
        open = run
      }
    }
  }

  private static func eachRun(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ body: (Range<Int>) -> Void
  ) {
    var index = range.lowerBound
    let bytes = bytes.extracting(0..<range.upperBound)
    while let start = bytes.firstIndex(of: 0x60, from: index) {
      index = start
      while index < bytes.count, bytes[index] == 0x60 { index += 1 }
      body(start..<index)
    }
  }

  /// Three or more backticks or tildes that begin a line, behind marks of quotes and list items;
  /// `isBare` tells whether nothing follows them.
  private static func fence(_ bytes: Span<UInt8>, _ line: Range<Int>)
    -> (byte: UInt8, length: Int, isBare: Bool)?
  {
    var start = line.lowerBound
    while start < line.upperBound,
      bytes[start].isSpace || bytes[start] == 0x3E
        || ([0x2D, 0x2A, 0x2B].contains(bytes[start]) && start + 1 < line.upperBound
          && bytes[start + 1].isSpace)
    {
      start += 1
    }
    guard start < line.upperBound, bytes[start] == 0x60 || bytes[start] == 0x7E else { return nil }
    var end = start
    while end < line.upperBound, bytes[end] == bytes[start] { end += 1 }
    guard end - start >= 3 else { return nil }
    let rest = bytes.extracting(end..<line.upperBound)
    // Backticks that close again on their line are a code span.
    if bytes[start] == 0x60, rest.contains(where: { $0 == 0x60 }) { return nil }
    return (bytes[start], end - start, rest.trimmedRange.isEmpty)
  }
}
