import LintCore
import LintText

/// Writes tables as RFC 4180 has them, which spreadsheets open: every cell in quotes, each row ended by a
/// return and a line feed, a byte order mark in front, without which Excel takes UTF-8 for something else.
///
/// What comes out of documents is written by strangers, and a spreadsheet runs a cell that begins like a
/// formula. Such a cell gets an apostrophe in front. Where a list separator is a semicolon, a spreadsheet
/// takes a comma between quotes for text and looks for cells behind semicolons, so that what looks
/// like a formula there gets one, too. A cell holds no line break and no tab.
struct CSVWriter: Sendable {
  private var bytes: [UInt8] = []

  /// - Parameter isWhole: Whether a file begins with it, rather than that some of its rows are written.
  init(isWhole: Bool = true) {
    if isWhole { bytes.append(contentsOf: "\u{FEFF}".utf8) }
  }

  mutating func row(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(UInt8(ascii: "\""))
      append(cell)
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(contentsOf: "\r\n".utf8)
  }

  /// Hands over what has been written since the last call.
  mutating func drain(to output: inout Output) {
    output.write(bytes.span)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Hands over the bytes that have been written since the last call, to be kept.
  mutating func take() -> [UInt8] {
    let taken = bytes
    bytes = []
    return taken
  }

  private mutating func append(_ cell: String) {
    let shown = cell.asOneLine.visible
    let text = shown.utf8Span.span
    // Whether what comes next would be a cell's first sign, white space and quotes aside.
    var isAtStart = true
    var index = 0
    while index < text.count {
      let (value, length) = text.scalar(at: index)
      if value == 0x3B {
        isAtStart = true
      } else if isAtStart, let scalar = Unicode.Scalar(value) {
        let begins = Self.beginsFormula(scalar)
        if begins { bytes.append(UInt8(ascii: "'")) }
        if begins || scalar != "\"" && !scalar.properties.isWhitespace { isAtStart = false }
      }
      // A quote is doubled.
      if value == 0x22 { bytes.append(0x22) }
      bytes.append(text.extracting(index..<index + length))
      index += length
    }
  }

  /// Also the full-width forms, which spreadsheets in East Asia take for the same.
  private static func beginsFormula(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "＝", "＋", "－", "＠": true
    default: false
    }
  }
}

extension String {
  /// This string with a space for each line break and tab.
  fileprivate var asOneLine: String {
    guard utf8.contains(where: { (0x09...0x0D).contains($0) || $0 >= 0xC2 }) else { return self }
    var line = ""
    var last: Unicode.Scalar = " "
    for scalar in unicodeScalars {
      switch scalar {
      case "\n" where last == "\r": break
      case "\t"..."\r", "\u{85}", "\u{2028}", "\u{2029}": line += " "
      default: line.unicodeScalars.append(scalar)
      }
      last = scalar
    }
    return line
  }
}
