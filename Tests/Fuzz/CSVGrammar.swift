/// Tables as RFC 4180 has them, with nothing in them that a spreadsheet would run.
enum CSVGrammar {
  static func check(_ bytes: [UInt8]) throws(Violation) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Violation("is not UTF-8")
    }
    let scalars = Array(text.unicodeScalars)
    guard scalars.first == "\u{FEFF}" else { throw Violation("has no byte order mark") }
    let body = Array(scalars.dropFirst())
    let rows = try rows(body)
    guard let head = rows.first else { throw Violation("has no head") }
    for row in rows {
      guard row.count == head.count else {
        throw Violation("a row has \(row.count) cells, the head \(head.count)")
      }
      for cell in row {
        try checkFormula(cell[...])
        // As a spreadsheet cuts it whose list separator is a semicolon.
        for part in cell.split(separator: ";", omittingEmptySubsequences: false) {
          try checkFormula(part)
        }
      }
    }
  }

  /// The cells of each row: all in quotes, of which two stand for one, and each row ended by CR LF.
  private static func rows(_ scalars: [Unicode.Scalar]) throws(Violation)
    -> [[[Unicode.Scalar]]]
  {
    var rows: [[[Unicode.Scalar]]] = []
    var row: [[Unicode.Scalar]] = []
    var index = 0
    while index < scalars.count {
      guard scalars[index] == "\"" else { throw Violation("a cell has no quotes") }
      index += 1
      var cell: [Unicode.Scalar] = []
      while index < scalars.count {
        if scalars[index] == "\"" {
          guard index + 1 < scalars.count, scalars[index + 1] == "\"" else { break }
          index += 1
        }
        guard scalars[index].value >= 0x20, scalars[index].value != 0x7F else {
          throw Violation("a cell has a control character")
        }
        cell.append(scalars[index])
        index += 1
      }
      index += 1
      row.append(cell)
      guard index < scalars.count else { throw Violation("the last row does not end") }
      if scalars[index] == "," {
        index += 1
        continue
      }
      guard scalars[index] == "\r", index + 1 < scalars.count, scalars[index + 1] == "\n" else {
        throw Violation("something follows a cell")
      }
      index += 2
      rows.append(row)
      row = []
    }
    guard row.isEmpty else { throw Violation("the last row does not end") }
    return rows
  }

  private static func checkFormula(_ cell: ArraySlice<Unicode.Scalar>) throws(Violation) {
    let start = cell.first { $0 != "\"" && !$0.properties.isWhitespace }
    if let start, "=+-@＝＋－＠".unicodeScalars.contains(start) {
      throw Violation("a cell begins like a formula: \(String(String.UnicodeScalarView(cell)))")
    }
  }
}
