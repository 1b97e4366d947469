/// A table in Markdown that can be read as it is, too.
struct MarkdownTable {
  private var rows: [[String]]

  /// - Parameter titles: The first column holds words, the others numbers.
  init(_ titles: [String]) {
    rows = [titles]
  }

  /// - Parameter cells: As many as there are titles.
  mutating func add(_ cells: [String]) { rows.append(cells) }

  var text: String {
    let cells = rows.map { $0.map(Self.escaped) }
    let widths = cells[0].indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    var lines = cells.map { row in
      let filled = row.indices.map { column in
        let space = String(repeating: " ", count: widths[column] - row[column].count)
        return column == 0 ? row[column] + space : space + row[column]
      }
      return "| " + filled.joined(separator: " | ") + " |"
    }
    let rules = widths.enumerated().map { column, width in
      String(repeating: "-", count: width + 1) + (column == 0 ? "-" : ":")
    }
    lines.insert("|" + rules.joined(separator: "|") + "|", at: 1)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func escaped(_ cell: String) -> String {
    cell.split(separator: "|", omittingEmptySubsequences: false).joined(separator: #"\|"#)
  }
}
