import LintCore

/// Tables of figures.
enum HTMLTable {
  /// The heads of the columns of severities.
  static let severities = Severity.allCases.reversed().map { severity in
    "<th scope=\"col\">\(HTMLChart.key(to: severity)) \(severity)s</th>"
  }.joined()

  /// A table that scrolls by itself where there is no room for it; whoever has no mouse can still
  /// reach that.
  static func scrolling(caption: String, head: String, rows: String) -> String {
    """
    <div class="scroll" tabindex="0" role="group" aria-label="\(caption), table">
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
      "<tr><th scope=\"row\">\(name.visibleHTML)</th>"
        + Severity.allCases.reversed().map { "<td>\(Numeral.grouped(counts[$0]))</td>" }.joined()
        + "<td class=\"chart\">\(HTMLChart.bar(counts, longest: longest))</td></tr>\n"
    }
    return scrolling(
      caption: caption,
      head: "<th scope=\"col\">Family</th>\(severities)<td></td>", rows: rows.joined())
  }
}
