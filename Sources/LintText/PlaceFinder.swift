/// Works out places, best in the order of the file; a long line is walked once however many findings
/// it has.
public struct PlaceFinder {
  let lines: LineIndex
  private var line = 0
  private var offset: Int
  private var column = 0
  private var displayColumn = 0
  /// Places that were passed on the line, so that a step back does not begin at its start.
  private var marks: [Mark] = []
  private let width: (@Sendable (UInt32) -> Int)?

  private struct Mark {
    let offset: Int
    let column: Int
    let displayColumn: Int
  }

  /// Bytes from one mark to the next: few lines are so long.
  private static let stretch = 4096

  /// - Parameter width: The columns of a scalar; `nil` when display columns are not wanted.
  public init(_ lines: LineIndex, width: (@Sendable (UInt32) -> Int)? = nil) {
    self.lines = lines
    self.width = width
    offset = lines.starts[0]
  }

  /// The place of an offset; quick when it is not far behind the offset asked for last.
  public mutating func place(of wanted: Int, in bytes: Span<UInt8>) -> Place {
    let wanted = max(wanted, lines.starts[0])
    let wantedLine = lines.line(at: wanted)
    if wantedLine != line {
      line = wantedLine
      marks.removeAll(keepingCapacity: true)
    }
    if wanted < offset || marks.isEmpty { goBack(to: wanted) }
    while offset < wanted {
      if offset >= marks[marks.count - 1].offset + Self.stretch {
        marks.append(Mark(offset: offset, column: column, displayColumn: displayColumn))
      }
      // Most of a line, and all of a very long one.
      if width == nil, bytes[offset] < 0x80 {
        offset += 1
        column += 1
        continue
      }
      var (value, length) = bytes.scalar(at: offset)
      // Who reads the file as text has one U+FFFD for each maximal part of an ill-formed sequence.
      if value == 0xFFFD, length == 1 { length = bytes.illFormedLength(at: offset) }
      column += value > 0xFFFF ? 2 : 1
      if let width {
        displayColumn =
          value == 0x09 ? (displayColumn / 8 + 1) * 8 : displayColumn + width(value)
      }
      offset += length
    }
    return Place(
      line: line + 1, column: column + 1, byteColumn: wanted - lines.starts[line] + 1,
      displayColumn: width == nil ? 0 : displayColumn + 1)
  }

  /// Begins again at the last mark before a place of the line, or at its start.
  private mutating func goBack(to wanted: Int) {
    if marks.isEmpty {
      marks.append(Mark(offset: lines.starts[line], column: 0, displayColumn: 0))
    }
    let mark = marks[max(marks.partitionPoint { $0.offset <= wanted } - 1, 0)]
    (offset, column, displayColumn) = (mark.offset, mark.column, mark.displayColumn)
  }
}
