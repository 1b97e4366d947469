/// Rows of words and numbers in columns for people.
struct TextTable {
  enum Alignment { case left, right }

  private let columns: [(title: String, alignment: Alignment)]
  private var rows: [[String]] = []

  init(_ columns: [(title: String, alignment: Alignment)]) {
    self.columns = columns
  }

  /// - Parameter cells: As many as there are columns; what strangers wrote in them is made safe.
  mutating func add(_ cells: [String]) {
    rows.append(cells.prefix(1).map(\.visibleAtStart) + cells.dropFirst().map(\.visible))
  }

  /// Lines indented by two spaces, the titles first; nothing when there are no rows.
  var text: String {
    guard !rows.isEmpty else { return "" }
    let all = [columns.map(\.title)] + rows
    let widths = columns.indices.map { column in
      all.map { TerminalText($0[column]).width }.max() ?? 0
    }
    return all.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let fill = String(repeating: " ", count: widths[column] - TerminalText(cell).width)
        line += "  " + (columns[column].alignment == .left ? cell + fill : fill + cell)
      }
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}
