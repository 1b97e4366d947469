package import LintCore
package import LintText

/// The lines outside a page's segments that hold its structure: fences, alerts, headings, tabs, breaks
/// and tables.
///
/// Such lines are copied from the source, so that what is wrong with them was done to the page. Text of
/// segments is passed over, and each line costs what stands before its first letter.
package struct PageStructure: Sendable {
  package struct Mark: Sendable {
    package enum Kind: Sendable {
      /// A fence that opens code, and one behind the text of its line, which opens none.
      case fence, strayFence
      /// `[!NOTE]` at the beginning of a quote.
      case alert
      /// A heading, and one that is the heading of a tab.
      case heading, tab
      case thematicBreak
      /// `**` alone on its line, which is none.
      case brokenBreak
      /// The line of delimiters below the head of a table.
      case delimiters
    }

    package let kind: Kind
    /// What stands for the mark: the backticks, the label, `(#tab/name)`, the line of delimiters.
    package let range: ByteRange
    /// Of a heading; of a fence 1 if segments stand in its code.
    package let level: Int
    /// The first segment behind it.
    package let record: Int
  }

  package private(set) var marks: [Mark] = []

  /// A fence that is open.
  private struct OpenFence {
    let fence: CodeFence
    /// By how many bytes its line is indented.
    let indent: Int
    /// Whether it stands in a quote.
    let isQuoted: Bool
    /// Its index among the marks.
    let mark: Int
  }

  private var fence: OpenFence?
  /// Where the comment ends that began last; behind the page when nothing ends it.
  private var comment = 0

  /// Of a page whose segments are its blocks, which has no other lines: the labels of its alerts.
  package init(alerts: [ByteRange]) {
    marks = alerts.map { Mark(kind: .alert, range: $0, level: 0, record: 0) }
  }

  /// - Parameter start: Where the text begins: behind front matter.
  package init(_ bytes: Span<UInt8>, from start: Int, _ records: [SegmentRecord]) {
    let records = records.span
    marks.reserveCapacity(16)
    var record = 0
    while record < records.count, records[record].range.lower < start { record += 1 }
    // Where the next segment begins and ends.
    var next = Self.range(record, records, bytes.count)
    var ends = LineEnds()
    var line = start
    while line < bytes.count {
      while next.lower < line {
        record += 1
        next = Self.range(record, records, bytes.count)
      }
      if fence != nil {
        line = readCode(
          bytes, ByteRange(line, next.lower), record, isBeforeSegment: record < records.count, &ends
        )
      } else if line < next.lower, unsafe bytes[unchecked: line] != 0x0A {
        let end = ends.next(bytes, from: line, before: next.lower)
        let holdsSegment = end == next.lower && record < records.count
        if Self.mayBeMark(unsafe bytes[unchecked: line]),
          !(holdsSegment && Self.isCellOrItem(bytes, line, end))
        {
          readLine(bytes, ByteRange(line, end), record, holdsSegment: holdsSegment)
        }
        line = end
      }
      // The line goes on behind each segment that begins on it.
      while next.lower == line, record < records.count {
        line = max(line, next.upper)
        record += 1
        next = Self.range(record, records, bytes.count)
        guard next.lower > line else { continue }
        let first = unsafe bytes[unchecked: line]
        if first == 0x0A { break }
        // One space stands between most.
        let rest =
          first == 0x20 && line + 1 == next.lower
          ? next.lower : ends.next(bytes, from: line, before: next.lower)
        if first == 0x20 ? rest > line + 1 : first == 0x5D || first == 0x60 {
          readRest(bytes, ByteRange(line, rest), record)
        }
        line = rest
      }
      if line < bytes.count, unsafe bytes[unchecked: line] == 0x0A { line += 1 }
    }
  }

  /// Where a segment lies, or the end of the page behind the last.
  @inline(__always)
  private static func range(_ record: Int, _ records: Span<SegmentRecord>, _ count: Int)
    -> ByteRange
  {
    record < records.count ? records[record].range : ByteRange(count, count)
  }

  /// Whether a segment stands behind a bar, or behind the mark of a list item and a space alone.
  @inline(__always)
  private static func isCellOrItem(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let first = unsafe bytes[unchecked: start]
    if first == 0x7C { return true }
    guard unsafe bytes[unchecked: end - 1] == 0x20 else { return false }
    return end - start == 2 ? first != 0x23 : end - start == 3 && first.isDigit
  }

  /// Whether a line that begins with a byte may be one of those that are looked for: by indentation,
  /// the marks of quotes and list items, and those of what is looked for itself.
  @inline(__always)
  private static func mayBeMark(_ byte: UInt8) -> Bool {
    // Bit n of each is byte n, or byte 64 + n.
    let low: UInt64 = 0x57FF_2C09_0000_2200
    let high: UInt64 = 1 << (0x5F - 64) | 1 << (0x60 - 64) | 1 << (0x7C - 64) | 1 << (0x7E - 64)
    return byte < 0x80 && (byte < 0x40 ? low : high) >> UInt64(byte & 0x3F) & 1 != 0
  }
}

// MARK: Lines

extension PageStructure {
  /// Reads what a line begins with.
  ///
  /// - Parameters:
  ///   - line: up to its end or its first segment.
  ///   - record: the first segment that begins on it or behind it.
  private mutating func readLine(
    _ bytes: Span<UInt8>, _ line: ByteRange, _ record: Int, holdsSegment: Bool
  ) {
    guard line.lower >= comment else { return }
    var start = line.lower
    if bytes[start] != 0x23, bytes[start] != 0x7C {
      Self.passContainers(bytes, &start, line.upper)
    }
    if let open = fence {
      readCodeLine(bytes, line, start, open, holdsSegment)
      guard fence == nil, holdsSegment else { return }
    }
    guard start < line.upper else { return }
    switch bytes[start] {
    case 0x60, 0x7E:
      guard !holdsSegment, let found = CodeFence(bytes, at: start, before: line.upper) else {
        return
      }
      fence = OpenFence(
        fence: found, indent: start - line.lower,
        isQuoted: Self.isQuoted(bytes, line.lower, start), mark: marks.count)
      add(.fence, ByteRange(found.marks.lowerBound, found.marks.upperBound), record)
    case 0x5B, 0x5C:  // [ or a backslash
      readAlert(bytes, line, start, record)
    case 0x3C:  // <
      guard HTMLComment.begins(bytes, at: start) else { return }
      comment = HTMLComment.close(bytes, from: start + 4)?.upperBound ?? bytes.count
    case 0x23:  // #
      readHeading(bytes, line, start, record)
    case 0x2A, 0x5F, 0x2D, 0x7C, 0x3A:  // * _ - | :
      guard !holdsSegment else { return }
      readRule(bytes, line, record)
    default: break
    }
  }

  private mutating func add(_ kind: Mark.Kind, _ range: ByteRange, level: Int = 0, _ record: Int) {
    marks.append(Mark(kind: kind, range: range, level: level, record: record))
  }

  /// So many list items on one line are looked into: each may be a thematic break.
  private static let deepest = 8

  /// Passes indentation and the marks of quotes and list items.
  private static func passContainers(_ bytes: Span<UInt8>, _ start: inout Int, _ end: Int) {
    var depth = 0
    while start < end, depth < deepest {
      switch bytes[start] {
      case 0x20, 0x09, 0x3E, 0x0D: start += 1
      case 0x2D, 0x2A, 0x2B:
        guard start + 1 < end, bytes[start + 1] == 0x20 || bytes[start + 1] == 0x09,
          !isBreak(bytes, start, end)
        else { return }
        start += 2
        depth += 1
      case 0x30...0x39:
        var index = start + 1
        while index < end, index < start + 9, bytes[index].isDigit { index += 1 }
        guard index + 1 < end, bytes[index] == 0x2E || bytes[index] == 0x29,
          bytes[index + 1].isSpace
        else { return }
        start = index + 2
        depth += 1
      default: return
      }
    }
  }

  /// Goes through fenced code up to where it ends: with the line that closes it, or with one that holds a
  /// segment. Of its other lines only those are looked at that have a mark of the fence.
  ///
  /// - Parameters:
  ///   - text: up to the next segment.
  /// - Returns: Where the line ends that was read last.
  private mutating func readCode(
    _ bytes: Span<UInt8>, _ text: ByteRange, _ record: Int, isBeforeSegment: Bool,
    _ ends: inout LineEnds
  ) -> Int {
    let within = bytes.extracting(0..<text.upper)
    var line = text.lower
    while let open = fence {
      guard let found = within.firstIndex(of: open.fence.mark, from: line) else {
        guard isBeforeSegment else { break }
        let start = Self.startOfLine(bytes, text.upper, notBefore: line)
        readLine(bytes, ByteRange(start, text.upper), record, holdsSegment: true)
        break
      }
      let start = Self.startOfLine(bytes, found, notBefore: line)
      let end = ends.next(bytes, from: found, before: text.upper)
      readLine(
        bytes, ByteRange(start, end), record, holdsSegment: end == text.upper && isBeforeSegment)
      if fence == nil || end == text.upper { return end }
      line = end + 1
    }
    return text.upper
  }

  private static func startOfLine(
    _ bytes: Span<UInt8>, _ offset: Int, notBefore start: Int
  ) -> Int {
    var line = offset
    while line > start, bytes[line - 1] != 0x0A { line -= 1 }
    return line
  }

  /// Goes on with a line of fenced code: it may close it, end what holds it, or show that it was never
  /// closed.
  private mutating func readCodeLine(
    _ bytes: Span<UInt8>, _ line: ByteRange, _ start: Int,
    _ open: OpenFence, _ holdsSegment: Bool
  ) {
    if !holdsSegment {
      if start < line.upper, let found = CodeFence(bytes, at: start, before: line.upper),
        found.closes(open.fence)
      {
        fence = nil
      }
      return
    }
    fence = nil
    // Code ends with the list item or the quote that holds it.
    var indent = line.lower
    while indent < line.upper, bytes[indent] == 0x20 || bytes[indent] == 0x09 { indent += 1 }
    let mark = marks[open.mark]
    guard
      open.isQuoted
        ? Self.isQuoted(bytes, from: mark.range.upper, to: line)
        : open.indent < 2 || indent - line.lower >= open.indent
    else { return }
    marks[open.mark] = Mark(kind: mark.kind, range: mark.range, level: 1, record: mark.record)
  }

  /// Reads what stands behind a segment on its line.
  private mutating func readRest(_ bytes: Span<UInt8>, _ rest: ByteRange, _ record: Int) {
    var start = rest.lower
    while start < rest.upper, bytes[start] == 0x20 { start += 1 }
    guard start < rest.upper, bytes[start] == 0x5D || bytes[start] == 0x60 else { return }
    if bytes[start] == 0x5D {  // ](#tab/name)
      guard bytes.has("](#tab/", at: start), let last = marks.last, last.kind == .heading,
        let close = bytes.extracting(0..<rest.upper).firstIndex(of: 0x29, from: start)
      else { return }
      marks[marks.count - 1] = Mark(
        kind: .tab, range: ByteRange(start + 2, close), level: last.level, record: last.record)
    } else if bytes[start] == 0x60, start > rest.lower, fence == nil,
      let found = CodeFence(bytes, at: start, before: rest.upper)
    {
      // What closes it is no fence that opens another.
      fence = OpenFence(fence: found, indent: 0, isQuoted: false, mark: marks.count)
      add(.strayFence, ByteRange(found.marks.lowerBound, found.marks.upperBound), record)
    }
  }

  private mutating func readAlert(
    _ bytes: Span<UInt8>, _ line: ByteRange, _ start: Int, _ record: Int
  ) {
    guard
      bytes.has("[!", at: start) || bytes.has("\\[!", at: start) || bytes.has("[！", at: start),
      Self.isQuoted(bytes, line.lower, start)
    else { return }
    let close = bytes.extracting(0..<line.upper).firstIndex(of: 0x5D, from: start)
    // A link is none.
    guard let close, !bytes.has("(", at: close + 1), !bytes.has("[", at: close + 1) else { return }
    add(.alert, ByteRange(start, close + 1), record)
  }

  private static func isQuoted(_ bytes: Span<UInt8>, _ lower: Int, _ upper: Int) -> Bool {
    bytes.extracting(lower..<upper).firstIndex(of: 0x3E) != nil
  }

  /// Whether all lines from the one behind an offset to another line belong to a quote.
  private static func isQuoted(_ bytes: Span<UInt8>, from offset: Int, to last: ByteRange) -> Bool {
    var line = offset
    while line < last.upper {
      line = bytes.endOfLine(from: line)
      guard line < last.upper else { break }
      var start = line
      while start < last.upper, bytes[start] == 0x20 { start += 1 }
      guard start < last.upper, bytes[start] == 0x3E else { return false }
    }
    return true
  }

  private mutating func readHeading(
    _ bytes: Span<UInt8>, _ line: ByteRange, _ start: Int, _ record: Int
  ) {
    var index = start
    while index < line.upper, bytes[index] == 0x23 { index += 1 }
    guard index - start <= 6 else { return }
    let text = bytes.extracting(0..<line.upper)
    if let tab = text.firstRange(of: "](#tab/", from: index),
      let close = text.firstIndex(of: 0x29, from: tab.upperBound)
    {
      add(.tab, ByteRange(tab.lowerBound + 2, close), level: index - start, record)
    } else {
      add(.heading, ByteRange(start, index), level: index - start, record)
    }
  }

  /// A thematic break, or the delimiters of a table.
  private mutating func readRule(_ bytes: Span<UInt8>, _ line: ByteRange, _ record: Int) {
    var start = line.lower
    while start < line.upper, bytes[start].isSpace || bytes[start] == 0x3E { start += 1 }
    if Self.isBreak(bytes, start, line.upper) {
      add(.thematicBreak, ByteRange(start, line.upper), record)
    } else if bytes.has("**", at: start),
      bytes.extracting(start + 2..<line.upper).trimmedRange.isEmpty
    {
      add(.brokenBreak, ByteRange(start, start + 2), record)
    } else if Self.mayBeDelimiters(bytes, start, line.upper),
      TableRow.delimiterCount(bytes, in: ByteRange(start, line.upper)) ?? 0 > 1
    {
      add(.delimiters, ByteRange(start, line.upper), record)
    }
  }

  /// By how the first cell begins.
  private static func mayBeDelimiters(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var index = start
    if index < end, bytes[index] == 0x7C { index += 1 }
    while index < end, bytes[index].isSpace { index += 1 }
    if index < end, bytes[index] == 0x3A { index += 1 }
    return index < end && bytes[index] == 0x2D
  }

  private static func isBreak(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard start + 3 <= end else { return false }
    let mark = bytes[start]
    guard mark == 0x2A || mark == 0x2D || mark == 0x5F else { return false }
    var count = 0
    var index = start
    while index < end {
      if bytes[index] == mark { count += 1 } else if !bytes[index].isSpace { return false }
      index += 1
    }
    return count >= 3
  }
}
