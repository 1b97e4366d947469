/// A place for people: lines and columns count from 1.
public struct Place: Hashable, Sendable {
  public let line: Int
  /// In UTF-16 code units, as editors and SARIF count.
  public let column: Int
  /// In bytes of UTF-8.
  public let byteColumn: Int
  /// In columns of a screen, a tab to the next multiple of eight; 0 unless it was asked for.
  public let displayColumn: Int

  public init(line: Int, column: Int, byteColumn: Int, displayColumn: Int = 0) {
    self.line = line
    self.column = column
    self.byteColumn = byteColumn
    self.displayColumn = displayColumn
  }
}

/// Where the lines of a file begin. A line ends with LF, CR LF or CR.
public struct LineIndex: Sendable {
  /// The offset of the first byte of each line; the first is after a byte order mark.
  public let starts: [Int]
  /// The number of bytes in the file.
  public let end: Int

  /// - Parameter last: The last offset that will be asked for; lines after the next two are not
  ///   looked for. `nil` takes all.
  public init(_ bytes: Span<UInt8>, from start: Int, through last: Int? = nil) {
    var starts = [start]
    var index = start
    let bytes = bytes.extracting(0..<Self.end(of: last, in: bytes))
    // A return alone is so rare that one look for it is cheaper than a look at each byte.
    let hasReturn = bytes.firstIndex(of: 0x0D, from: start) != nil
    while !hasReturn, let feed = bytes.firstIndex(of: 0x0A, from: index) {
      index = feed + 1
      starts.append(index)
    }
    while hasReturn, index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x0A || (byte == 0x0D && !(index < bytes.count && bytes[index] == 0x0A)) {
        starts.append(index)
      }
    }
    self.starts = starts
    end = bytes.count
  }

  /// Just after the second line end behind an offset: a line's end and its neighbour are looked at.
  private static func end(of last: Int?, in bytes: Span<UInt8>) -> Int {
    guard var end = last else { return bytes.count }
    for _ in 0..<3 {
      guard let feed = bytes.firstIndex(of: 0x0A, from: end) else { return bytes.count }
      end = feed + 1
    }
    return end
  }

  /// The number, from 0, of the line that holds an offset.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The bytes of a line, counted from 0, without its line end.
  public func content(of line: Int, in bytes: Span<UInt8>) -> ByteRange {
    var upper = line + 1 < starts.count ? starts[line + 1] : end
    while upper > starts[line], bytes[upper - 1] == 0x0A || bytes[upper - 1] == 0x0D { upper -= 1 }
    return ByteRange(starts[line], upper)
  }
}

/// Works out places, best in the order of the file; a long line is walked once however many findings
/// it has.
struct PlaceFinder {
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
  init(_ lines: LineIndex, width: (@Sendable (UInt32) -> Int)? = nil) {
    self.lines = lines
    self.width = width
    offset = lines.starts[0]
  }

  /// The place of an offset; quick when it is not far behind the offset asked for last.
  mutating func place(of wanted: Int, in bytes: Span<UInt8>) -> Place {
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
