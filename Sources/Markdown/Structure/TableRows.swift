package import LintCore
import LintText

/// The rows of a table whose cells hold segments.
package struct TableRows {
  package struct Row {
    /// How many cells it has, by the bars outside its segments.
    package var cells = 0
    /// The segments on it.
    package var records: Range<Int>
  }

  private let end: Int
  private var line: Int
  private var record: Int

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
    var row = Row(records: record..<record)
    var index = line
    var bars = 0
    // Whether something stands behind the last bar.
    var isOpen = false
    var segment = record < records.count ? records[record].range.lower : end
    while index < end, bytes[index] != 0x0A {
      if segment <= index {
        index = max(index, records[record].range.upper)
        record += 1
        segment = record < records.count ? records[record].range.lower : end
        isOpen = true
        continue
      }
      switch bytes[index] {
      case 0x7C:
        // A bar at the beginning ends no cell.
        if bars > 0 || isOpen { row.cells += 1 }
        bars += 1
        isOpen = false
      case 0x5C:
        isOpen = true
        if index + 1 < end, bytes[index + 1] == 0x7C { index += 1 }
      case 0x20, 0x09, 0x0D, 0x3E: break
      default: isOpen = true
      }
      index += 1
    }
    if isOpen { row.cells += 1 }
    row.records = row.records.lowerBound..<record
    line = index + 1
    return bars > 0 ? row : nil
  }
}
