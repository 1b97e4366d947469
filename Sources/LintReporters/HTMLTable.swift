import LintCore

/// Tables of figures.
enum HTMLTable {
  /// The heads of the columns that `cells` fills. Over charts, which are for eyes alone, there is none.
  static let severities =
    Severity.allCases.reversed().map { severity in
      "<th scope=\"col\">\(HTMLChart.key(to: severity)) \(severity)s</th>"
    }.joined() + "<td></td>"

  /// Findings by severity, in numbers and as a bar.
  ///
  /// - Parameters:
  ///   - keptBack: Findings that don't count.
  ///   - longest: The findings that fill a bar.
  static func cells(of counts: SeverityCounts, keptBack: Int = 0, longest: Int) -> String {
    Severity.allCases.reversed().map { "<td>\(Numeral.grouped(counts[$0]))</td>" }.joined()
      + "<td class=\"chart\">\(HTMLChart.bar(counts, keptBack: keptBack, longest: longest))</td>"
  }

  /// The heads of columns that tell how far messages are translated.
  static let completeness = Completeness.figures.map {
    "<th scope=\"col\">\($0.name.prefix(1).uppercased() + $0.name.dropFirst())</th>"
  }.joined()

  /// Their cells; empty ones for what holds no messages.
  static func cells(of completeness: Completeness?) -> String {
    Completeness.figures.map { figure in
      "<td>\(completeness.map { Numeral.grouped($0[keyPath: figure.path]) } ?? "")</td>"
    }.joined()
  }

  /// A table that scrolls by itself where there is no room for it; whoever has no mouse can still
  /// reach that.
  ///
  /// - Parameter kind: A class for how it looks.
  static func scrolling(
    caption: String, head: String, rows: String, kind: String = ""
  ) -> String {
    """
    <div class="scroll\(kind.isEmpty ? "" : " " + kind)" tabindex="0" role="group" aria-label="\(caption), table">
    <table>
    <caption>\(caption)</caption>
    <thead><tr>\(head)</tr></thead>
    <tbody>
    \(rows)</tbody>
    </table>
    </div>

    """
  }

  /// Findings by family and severity.
  ///
  /// - Parameter caption: As HTML, without tags.
  static func families(
    _ families: [(name: String, counts: SeverityCounts)], caption: String
  ) -> String {
    let longest = families.map(\.counts.total).max() ?? 0
    let rows = families.map { name, counts in
      "<tr><th scope=\"row\">\(name.visibleHTML)</th>\(cells(of: counts, longest: longest))</tr>\n"
    }
    return scrolling(
      caption: caption,
      head: "<th scope=\"col\">Family</th>\(severities)", rows: rows.joined())
  }
}
