import LintCore

/// Writes tables as RFC 4180 has them, which spreadsheets open: every cell in quotes, each row ended by a
/// return and a line feed, a byte order mark in front, without which Excel takes UTF-8 for something else.
///
/// What comes out of documents is written by strangers, and a spreadsheet runs a cell that begins like a
/// formula. Such a cell gets an apostrophe in front. Where a list separator is a semicolon, a spreadsheet
/// takes a comma between quotes for text and looks for cells behind semicolons, so that what looks
/// like a formula there gets one, too. A cell holds no line break and no tab.
struct CSVWriter: Sendable {
  private var text = "\u{FEFF}"

  mutating func row(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { text += "," }
      text += "\""
      append(cell)
      text += "\""
    }
    text += "\r\n"
  }

  /// Hands over what has been written since the last call.
  mutating func drain(to output: inout Output) {
    output.write(text)
    text = ""
  }

  private mutating func append(_ cell: String) {
    let shown = cell.asOneLine.visible
    // Whether what comes next would be a cell's first sign, white space and quotes aside.
    var isAtStart = true
    for scalar in shown.unicodeScalars {
      if scalar == ";" {
        isAtStart = true
      } else if isAtStart, Self.beginsFormula(scalar) {
        text += "'"
        isAtStart = false
      } else if isAtStart, scalar != "\"", !scalar.properties.isWhitespace {
        isAtStart = false
      }
      // A quote is doubled.
      if scalar == "\"" { text += "\"" }
      text.unicodeScalars.append(scalar)
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
