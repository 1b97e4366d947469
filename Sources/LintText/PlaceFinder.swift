/// Works out the places of offsets, best in rising order: then each line is walked once, however
/// many findings it has.
public struct PlaceFinder {
  let lines: LineIndex
  private var line = 0
  private var offset: Int
  private var column = 0
  private var displayColumn = 0
  /// Columns at some offsets that were passed on the line, so that a step back need not begin at
  /// the start of the line.
  private var marks: [Mark] = []
  private let width: (@Sendable (UInt32) -> Int)?

  private struct Mark {
    let offset: Int
    let column: Int
    let displayColumn: Int
  }

  /// Bytes from one mark to the next; few lines are so long.
  private static let stretch = 4096

  /// - Parameters:
  ///   - lines: The lines of the file; its bytes must be given to `place`.
  ///   - width: How many columns of a screen a scalar takes; `nil` when display columns are not
  ///     wanted.
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
      let end = min(wanted, offset + Self.stretch)
      if width == nil, let units = bytes.extracting(offset..<end).utf16Count {
        (offset, column) = (end, column + units)
      } else {
        step(to: end, in: bytes)
      }
    }
    return Place(
      line: line + 1, column: column + 1, byteColumn: wanted - lines.starts[line] + 1,
      displayColumn: width == nil ? 0 : displayColumn + 1)
  }

  /// Walks on by scalars, up to an offset or just behind it.
  private mutating func step(to end: Int, in bytes: Span<UInt8>) {
    while offset < end {
      var (value, length) = bytes.scalar(at: offset)
      // Editors show one U+FFFD for each maximal part of an ill-formed sequence.
      if value == 0xFFFD, length == 1 { length = bytes.illFormedLength(at: offset) }
      column += value > 0xFFFF ? 2 : 1
      if let width {
        displayColumn =
          value == 0x09 ? (displayColumn / 8 + 1) * 8 : displayColumn + width(value)
      }
      offset += length
    }
  }

  /// Begins again at the last mark before an offset of the line, or at the start of the line.
  private mutating func goBack(to wanted: Int) {
    if marks.isEmpty {
      marks.append(Mark(offset: lines.starts[line], column: 0, displayColumn: 0))
    }
    let mark = marks[max(marks.partitionPoint { $0.offset <= wanted } - 1, 0)]
    (offset, column, displayColumn) = (mark.offset, mark.column, mark.displayColumn)
  }
}
