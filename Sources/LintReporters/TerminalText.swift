import LintText

/// Text that is safe to print, cut into the cells that a terminal shows it in: each is one character with
/// what combines with it.
///
/// What must not be printed is shown as in `String.visible`. The same memory serves one text after the other.
struct TerminalText {
  /// A text as one line shows it, and where the marks lie that go below a part of it.
  struct Row: Equatable {
    /// The cells that there is room for.
    let shown: Range<Int>
    let isCutBefore: Bool
    let isCutAfter: Bool
    /// The columns before the marks.
    var indent = 0
    /// The columns that are marked; `nil` when nothing is.
    var marked: Int?
  }

  private struct Cell {
    /// Where it begins.
    let start: Int
    /// In columns.
    let width: Int
  }

  private var bytes: [UInt8] = []
  /// Whether each byte is a cell of its own, one column wide: ASCII that shows itself, as most text is. Then
  /// nothing is known of single cells.
  private var isASCII = true
  private var cells: [Cell] = []
  /// Whether something stands for a character that must not be printed.
  private var hasEscapes = false
  /// In columns.
  private(set) var width = 0

  init() {}

  init(_ text: String) { read(text) }

  /// Takes another text.
  mutating func read(_ text: String) {
    bytes.removeAll(keepingCapacity: true)
    bytes.append(contentsOf: text.utf8)
    width = bytes.count
    hasEscapes = false
    isASCII = bytes.span.firstSpecial(0x23, 0x23, 0x23) == bytes.count
    if !isASCII { readCells() }
  }

  private mutating func readCells() {
    cells.removeAll(keepingCapacity: true)
    cells.reserveCapacity(bytes.count)
    width = 0
    let bytes = bytes
    let text = bytes.span
    var index = 0
    while index < text.count {
      var (columns, length) = (1, 1)
      let byte = text[index]
      if byte &- 0x20 >= 0x5F || byte == 0x23 {
        let value: UInt32
        (value, length) = text.scalar(at: index)
        columns = readWidth(of: value, at: index, in: text)
      }
      if columns > 0 || cells.isEmpty {
        cells.append(Cell(start: index, width: columns))
        width += columns
      }
      index += length
    }
  }

  /// The columns of a scalar, or of what stands for it.
  private mutating func readWidth(of value: UInt32, at index: Int, in text: Span<UInt8>) -> Int {
    if value != 0x23, Self.isPlain(value) { return 1 }
    guard let escape = text.escape(of: value, at: index) else { return Self.width(of: value) }
    hasEscapes = true
    return escape.utf8.count
  }

  /// The number of cells.
  private var count: Int { isASCII ? bytes.count : cells.count }

  private func width(of cell: Int) -> Int { isASCII ? 1 : cells[cell].width }

  private func width(of range: Range<Int>) -> Int {
    isASCII ? range.count : cells[range].reduce(0) { $0 + $1.width }
  }

  /// Where a cell begins; behind the last one the text ends.
  private func start(of cell: Int) -> Int {
    isASCII ? cell : cell < cells.count ? cells[cell].start : bytes.count
  }

  /// The text in one row, cut to a width around a part of it.
  ///
  /// - Parameters:
  ///   - marked: In UTF-8 bytes of the text; `nil` when nothing is to be marked.
  ///   - focus: The byte to keep in sight when nothing is marked.
  ///   - limit: The columns that there are; `nil` when any number will do.
  ///   - isCutBefore: Whether something before the text was left out.
  func row(
    marked: Range<Int>?, focus: Int = 0, limit: Int?, isCutBefore: Bool = false,
    isCutAfter: Bool = false
  ) -> Row {
    let core = cells(overlapping: marked ?? focus..<focus)
    let shown = window(around: core, limit: limit)
    var row = Row(
      shown: shown, isCutBefore: isCutBefore || shown.lowerBound > 0,
      isCutAfter: isCutAfter || shown.upperBound < count)
    guard marked != nil else { return row }
    row.indent = (row.isCutBefore ? 1 : 0) + width(of: shown.lowerBound..<core.lowerBound)
    row.marked = width(of: core.clamped(to: shown))
    return row
  }

  /// Puts a row of the text behind a line.
  func write(_ row: Row, to line: inout [UInt8]) {
    if row.isCutBefore { line.append(contentsOf: "…".utf8) }
    let shown = start(of: row.shown.lowerBound)..<start(of: row.shown.upperBound)
    line.append(visibly: bytes.span, in: shown, showsItself: !hasEscapes)
    if row.isCutAfter { line.append(contentsOf: "…".utf8) }
  }

  /// Puts the marks below a row behind a line, `^~~~`, without what stands before them; what has no width
  /// is pointed at all the same.
  static func writeMarks(_ columns: Int, to line: inout [UInt8]) {
    line.append(UInt8(ascii: "^"))
    if columns > 1 { line.append(contentsOf: repeatElement(UInt8(ascii: "~"), count: columns - 1)) }
  }

  /// The indices of the cells that hold a byte of a range; for an empty range none, at the cell
  /// where it lies.
  private func cells(overlapping range: Range<Int>) -> Range<Int> {
    let first = cell(holding: range.lowerBound)
    guard !range.isEmpty else { return first..<first }
    let end =
      isASCII ? min(range.upperBound, count) : cells.partitionPoint { $0.start < range.upperBound }
    return first..<max(first, end)
  }

  private func cell(holding byte: Int) -> Int {
    if isASCII || byte >= bytes.count { return min(byte, count) }
    return cells.partitionPoint { $0.start <= byte } - 1
  }

  /// As many cells around some as fit, an ellipsis at each end included.
  private func window(around core: Range<Int>, limit: Int?) -> Range<Int> {
    guard let limit, width > limit else { return 0..<count }
    var rest = max(limit - 2, 1)
    var lower = core.lowerBound
    var upper = core.lowerBound
    func take(_ index: Int) -> Bool {
      guard index >= 0, index < count, width(of: index) <= rest else { return false }
      rest -= width(of: index)
      return true
    }
    // The start of a long mark matters more than its end, and wants some words before it.
    let wordsBefore = min(rest / 3, 24)
    rest -= wordsBefore
    while upper < core.upperBound, take(upper) { upper += 1 }
    rest += wordsBefore
    var grows = true
    while grows {
      grows = false
      if take(lower - 1) {
        lower -= 1
        grows = true
      }
      if take(upper) {
        upper += 1
        grows = true
      }
    }
    return lower..<upper
  }
}

extension TerminalText {
  /// The whole text.
  var string: String {
    var line: [UInt8] = []
    write(row(marked: nil, limit: nil), to: &line)
    return String(line.span)
  }

  private static func isPlain(_ value: UInt32) -> Bool {
    Unicode.Scalar(value)?.isPlain ?? false
  }

  /// How many columns a scalar takes.
  private static func width(of value: UInt32) -> Int {
    guard let scalar = Unicode.Scalar(value), !scalar.isPlain else { return 1 }
    // What the C library says of these, too, where it knows them.
    if isCommonAndWide(scalar) { return 2 }
    let width = DisplayWidth.known(scalar.value)
    if width >= 0 { return width }
    // The C library's tables are older than the text, or no UTF-8 locale could be set.
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return scalar.properties.isEmojiPresentation || isWide(scalar) ? 2 : 1
    }
  }
  private static func isCommonAndWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3041...0x3096, 0x309B...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3: true
    default: false
    }
  }

  /// The blocks that are wide as a whole (Unicode Standard Annex 11).
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x17000...0x18CFF, 0x1B000...0x1B2FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
