/// Tells whether a page in GitHub's Markdown holds no markup but the reporter's own.
enum MarkdownGrammar {
  static func check(_ bytes: [UInt8]) throws(Violation) {
    var columns: Int?
    for line in try TextGrammar.lines(bytes) {
      try TextGrammar.check(line: line)
      if line.hasPrefix("|") {
        let bars = barsOfCells(line)
        if let columns {
          try Violation.unless(bars == columns, "\(bars) bars where \(columns) are due: \(line)")
        }
        columns = bars
      } else {
        columns = nil
      }
      try checkWithoutCode(line)
    }
  }

  /// Bars without a backslash before them, which end a cell in code as well.
  private static func barsOfCells(_ line: Substring) -> Int {
    var count = 0
    var last: Unicode.Scalar?
    for scalar in line.unicodeScalars {
      if scalar == "|", last != "\\" { count += 1 }
      last = scalar
    }
    return count
  }

  private static func checkWithoutCode(_ line: Substring) throws(Violation) {
    let scalars = Array(line.unicodeScalars)
    var index = 0
    while index < scalars.count {
      switch scalars[index] {
      case "\\": index += 2
      case "`":
        let start = index
        while index < scalars.count, scalars[index] == "`" { index += 1 }
        let fence = index - start
        var run = 0
        while index < scalars.count {
          run = scalars[index] == "`" ? run + 1 : 0
          index += 1
          if run == fence, index == scalars.count || scalars[index] != "`" { break }
        }
        try Violation.unless(run == fence, "code is never closed: \(line)")
      case "<", ">", "@", "!", "~", "&", "$":
        throw Violation("a bare '\(scalars[index])': \(line)")
      case "]":
        try Violation.unless(
          scalars[(index + 1)...].starts(with: "(https://".unicodeScalars),
          "a bare bracket: \(line)")
        index += 1
      default: index += 1
      }
    }
  }
}
