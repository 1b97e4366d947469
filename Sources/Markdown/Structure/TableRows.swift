package import LintCore
import LintText

/// The rows of a table whose cells hold segments.
package struct TableRows {
  package struct Row {
    /// How many cells it has, by the bars outside its segments.
    package var cells = 0
    /// How many of them end before the last segment's.
    package var cellsBeforeLast = 0
    /// The segments on it.
    package var records: Range<Int>
  }

  private let end: Int
  private var line: Int
  private var record: Int

  /// Where the next row begins, or what follows the last.
  package var place: Int { line }

  /// - Parameter delimiters: the line below the head, and the first segment behind it.
  package init(below delimiters: PageStructure.Mark, _ bytes: Span<UInt8>) {
    line = delimiters.range.upper
    while line < bytes.count, bytes[line] != 0x0A { line += 1 }
    line += 1
    record = delimiters.record
    end = bytes.count
  }

  /// The next row; `nil` behind the last.
  package mutating func next(_ bytes: Span<UInt8>, _ records: [SegmentRecord]) -> Row? {
    guard line < end else { return nil }
    let records = records.span
    var row = Row(records: record..<record)
    var index = line
    var bars = 0
    // Whether something stands behind the last bar.
    var isOpen = false
    while true {
      let segment = record < records.count ? records[record].range.lower : end
      while index < segment {
        let byte = unsafe bytes[unchecked: index]
        index += 1
        if byte == 0x20 { continue }
        if byte == 0x7C {
          // A bar at the beginning ends no cell.
          if bars > 0 || isOpen { row.cells += 1 }
          bars += 1
          isOpen = false
        } else if byte == 0x0A {
          return finish(&row, behind: index, bars, isOpen)
        } else if byte == 0x5C {
          isOpen = true
          if index < end, bytes[index] == 0x7C { index += 1 }
        } else if byte != 0x09, byte != 0x0D, byte != 0x3E {
          isOpen = true
        }
      }
      guard index < end, record < records.count else { break }
      index = max(index, records[record].range.upper)
      row.cellsBeforeLast = row.cells
      record += 1
      isOpen = true
    }
    return finish(&row, behind: index + 1, bars, isOpen)
  }

  private mutating func finish(_ row: inout Row, behind: Int, _ bars: Int, _ isOpen: Bool) -> Row? {
    if isOpen { row.cells += 1 }
    row.records = row.records.lowerBound..<record
    line = behind
    return bars > 0 ? row : nil
  }
}
