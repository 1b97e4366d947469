/// Text that is safe to print, cut into the cells that a terminal shows it in.
///
/// What must not be printed is shown as in `String.visible`.
struct TerminalText {
  /// One character with what combines with it.
  private struct Cell {
    /// Indices into `scalars`.
    var scalars: Range<Int>
    /// Offsets into the UTF-8 of the text.
    var bytes: Range<Int>
    /// In columns.
    let width: Int
  }

  /// A text as one line shows it, and what goes below to mark a part of it.
  struct Row: Equatable {
    let text: String
    /// The columns before the marks.
    let indent: Int
    /// `^~~~`; empty when nothing is marked.
    let marks: String

    init(text: String) {
      self.text = text
      indent = 0
      marks = ""
    }

    /// - Parameter marked: In columns; what has no width is pointed at all the same.
    init(text: String, indent: Int, marked: Int) {
      self.text = text
      self.indent = indent
      marks = "^" + String(repeating: "~", count: max(marked - 1, 0))
    }
  }

  private let scalars: [Unicode.Scalar]
  private var cells: [Cell] = []

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    cells.reserveCapacity(scalars.count)
    var offset = 0
    for (index, scalar) in scalars.enumerated() {
      let next = offset + UTF8.width(scalar)
      let width = escape(index)?.utf8.count ?? Self.width(of: scalar)
      if width == 0, !cells.isEmpty {
        cells[cells.count - 1].scalars = cells[cells.count - 1].scalars.lowerBound..<index + 1
        cells[cells.count - 1].bytes = cells[cells.count - 1].bytes.lowerBound..<next
      } else {
        cells.append(Cell(scalars: index..<index + 1, bytes: offset..<next, width: width))
      }
      offset = next
    }
  }

  /// In columns.
  var width: Int { cells.reduce(0) { $0 + $1.width } }

  /// The whole text.
  var string: String { string(cells.indices) }

  /// The text in one row, cut to a width around a part of it, and the marks that go below.
  ///
  /// - Parameters:
  ///   - marked: In UTF-8 bytes of the text; `nil` when nothing is to be marked.
  ///   - focus: The byte to keep in sight when nothing is marked.
  ///   - limit: The columns that there are; `nil` when any number will do.
  ///   - isCutBefore: Whether something before the text was left out.
  func row(
    marked: Range<Int>?, focus: Int = 0, limit: Int?, isCutBefore: Bool, isCutAfter: Bool
  ) -> Row {
    let core = cells(overlapping: marked ?? focus..<focus)
    let shown = window(around: core, limit: limit)
    let before = isCutBefore || shown.lowerBound > 0 ? "…" : ""
    let after = isCutAfter || shown.upperBound < cells.count ? "…" : ""
    let text = before + string(shown) + after
    guard marked != nil else { return Row(text: text) }
    let indent =
      before.unicodeScalars.count
      + cells[shown.lowerBound..<core.lowerBound].reduce(0) { $0 + $1.width }
    let length = cells[core.clamped(to: shown)].reduce(0) { $0 + $1.width }
    return Row(text: text, indent: indent, marked: length)
  }

  /// The indices of the cells that hold a byte of a range; for an empty range none, at the cell
  /// where it lies.
  private func cells(overlapping bytes: Range<Int>) -> Range<Int> {
    let first = cells.firstIndex { $0.bytes.upperBound > bytes.lowerBound } ?? cells.count
    let end = cells[first...].firstIndex { $0.bytes.lowerBound >= bytes.upperBound } ?? cells.count
    return first..<(bytes.isEmpty ? first : max(first, end))
  }

  /// As many cells around some as fit, an ellipsis at each end included.
  private func window(around core: Range<Int>, limit: Int?) -> Range<Int> {
    guard let limit, width > limit else { return cells.indices }
    var rest = max(limit - 2, 1)
    var lower = core.lowerBound
    var upper = core.lowerBound
    func take(_ index: Int) -> Bool {
      guard cells.indices.contains(index), cells[index].width <= rest else { return false }
      rest -= cells[index].width
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

  /// What stands for a scalar that must not be printed.
  private func escape(_ index: Int) -> String? {
    guard scalars[index] == "#" || !scalars[index].isShown else { return nil }
    return scalars[index].escape(
      after: index > 0 ? scalars[index - 1] : nil, before: scalars[(index + 1)...])
  }

  private func string(_ range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    var string = ""
    for index in cells[first].scalars.lowerBound..<cells[last].scalars.upperBound {
      if let escape = escape(index) {
        string += escape
      } else {
        string.unicodeScalars.append(scalars[index])
      }
    }
    return string
  }
}

extension TerminalText {
  /// A text in one row, as `TerminalText(text).row` gives it, but without cells for plain text,
  /// which most is.
  static func row(
    of text: String, marked: Range<Int>?, focus: Int = 0, limit: Int?, isCutBefore: Bool = false,
    isCutAfter: Bool = false
  ) -> Row {
    guard let width = plainWidth(of: text), width <= limit ?? .max else {
      return TerminalText(text).row(
        marked: marked, focus: focus, limit: limit, isCutBefore: isCutBefore,
        isCutAfter: isCutAfter)
    }
    let shown = (isCutBefore ? "…" : "") + text + (isCutAfter ? "…" : "")
    guard let marked else { return Row(text: shown) }
    let (before, inside) = columns(of: marked, in: text)
    return Row(text: shown, indent: before + (isCutBefore ? 1 : 0), marked: inside)
  }

  /// The columns of a whole text.
  static func width(of text: String) -> Int { plainWidth(of: text) ?? TerminalText(text).width }

  /// The columns of a text of which each scalar takes one and none needs care; `nil` for any other.
  private static func plainWidth(of text: String) -> Int? {
    var width = 0
    for scalar in text.unicodeScalars {
      guard scalar.isPlain, scalar != "#" else { return nil }
      width += 1
    }
    return width
  }

  /// How many scalars begin before a range of bytes, and how many in it.
  private static func columns(of bytes: Range<Int>, in text: String) -> (before: Int, inside: Int) {
    var before = 0
    var inside = 0
    for (offset, byte) in text.utf8.enumerated() where byte & 0xC0 != 0x80 {
      if offset < bytes.lowerBound {
        before += 1
      } else if offset < bytes.upperBound {
        inside += 1
      } else {
        break
      }
    }
    return (before, inside)
  }

  /// How many columns a scalar takes.
  private static func width(of scalar: Unicode.Scalar) -> Int {
    if scalar.isPlain { return 1 }
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
