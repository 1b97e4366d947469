import LintText

/// A place in a line, by bytes and by columns: a tab reaches to the next column that four divides
/// (CommonMark 0.31.2 § 2.2), and a container may take only some of its columns.
struct LineCursor {
  /// Where the line's bytes begin, and where its line end does.
  private(set) var start = 0
  private(set) var end = 0
  private(set) var offset = 0
  private(set) var column = 0
  /// The first byte from `offset` on that is no space or tab; `end` for none.
  private(set) var first = 0
  private(set) var firstColumn = 0

  /// The columns from the cursor to the first byte that is no space or tab.
  var indent: Int { firstColumn - column }
  var isIndented: Bool { indent >= 4 }
  var isBlank: Bool { first == end }

  mutating func begin(_ bytes: Span<UInt8>, from start: Int, to end: Int) {
    self.start = start
    self.end = end
    offset = start
    column = 0
    findFirst(bytes)
  }

  mutating func findFirst(_ bytes: Span<UInt8>) {
    var index = offset
    var column = column
    while index < end {
      let byte = bytes[index]
      if byte == 0x20 {
        column += 1
      } else if byte == 0x09 {
        column += 4 - column % 4
      } else {
        break
      }
      index += 1
    }
    first = index
    firstColumn = column
  }

  /// Goes to the first byte that is no space or tab and `count` bytes further.
  mutating func pass(_ count: Int, _ bytes: Span<UInt8>) {
    offset = first + count
    column = firstColumn + count
    findFirst(bytes)
  }

  /// Goes on by some columns of spaces and tabs, or to what is neither.
  mutating func passColumns(_ count: Int, _ bytes: Span<UInt8>) {
    var rest = count
    while rest > 0, offset < end {
      if bytes[offset] == 0x20 {
        offset += 1
        column += 1
        rest -= 1
      } else if bytes[offset] == 0x09 {
        let width = 4 - column % 4
        guard width <= rest else {
          column += rest
          break
        }
        offset += 1
        column += width
        rest -= width
      } else {
        break
      }
    }
    findFirst(bytes)
  }

  /// Goes to the first byte that is no space or tab.
  mutating func passIndent() {
    offset = first
    column = firstColumn
  }
}
