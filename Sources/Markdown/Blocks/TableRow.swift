public import LintText

/// The cells of a line of a table: GitHub Flavored Markdown 0.29 § 4.10.
///
/// A bar ends a cell wherever it stands, in code too, unless there is a backslash before it. Bars at the
/// ends of the line are left out or not. A row may have fewer cells than the head, or more, which
/// are not shown.
public struct TableRow {
  private var index: Int
  private let end: Int

  /// - Parameter line: One of `Blocks.lines(of:)`.
  public init(_ bytes: Span<UInt8>, in line: ByteRange) {
    index = line.lower
    end = line.upper
    if index < end, bytes[index] == 0x7C { passBar(bytes) }
  }

  /// The next cell, without the spaces around it.
  public mutating func next(_ bytes: Span<UInt8>) -> ByteRange? {
    guard index < end else { return nil }
    let start = index
    while index < end, bytes[index] != 0x7C {
      index += bytes[index] == 0x5C && index + 1 < end && bytes[index + 1].isPunctuation ? 2 : 1
    }
    var (lower, upper) = (start, index)
    while lower < upper, bytes[lower].isSpace { lower += 1 }
    while upper > lower, bytes[upper - 1].isSpace { upper -= 1 }
    if index < end { passBar(bytes) }
    return ByteRange(lower, upper)
  }

  /// Passes a bar and the spaces behind it.
  private mutating func passBar(_ bytes: Span<UInt8>) {
    index += 1
    while index < end, bytes[index].isSpace { index += 1 }
  }

  /// How many cells a line has.
  static func count(_ bytes: Span<UInt8>, in line: ByteRange) -> Int {
    var row = TableRow(bytes, in: line)
    var count = 0
    while row.next(bytes) != nil { count += 1 }
    return count
  }

  /// How many cells a line of delimiters has, `| :-- | --- |`; `nil` when it is none.
  static func delimiterCount(_ bytes: Span<UInt8>, in line: ByteRange) -> Int? {
    var row = TableRow(bytes, in: line)
    var count = 0
    while let cell = row.next(bytes) {
      count += 1
      var (lower, upper) = (cell.lower, cell.upper)
      if lower < upper, bytes[lower] == 0x3A { lower += 1 }
      if lower < upper, bytes[upper - 1] == 0x3A { upper -= 1 }
      guard lower < upper else { return nil }
      while lower < upper {
        guard bytes[lower] == 0x2D else { return nil }
        lower += 1
      }
    }
    return count > 0 ? count : nil
  }
}
