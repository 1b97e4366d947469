import LintCore

/// Small bars of findings, one piece a severity. They tell severities apart by height, so that they
/// can be read in print and by those who see no colors.
enum HTMLChart {
  private static let length = 1000
  private static let height = 12

  /// A bar.
  ///
  /// What it shows always stands in words or numbers beside it, so it is kept from screen readers.
  ///
  /// - Parameters:
  ///   - keptBack: Findings that don't count: the last piece.
  ///   - longest: The findings that fill the whole length.
  static func bar(_ counts: SeverityCounts, keptBack: Int = 0, longest: Int) -> String {
    var svg = """
      <svg class="bar" viewBox="0 0 \(length) \(height)" preserveAspectRatio="none" \
      aria-hidden="true">
      """
    var start = 0
    for severity in Severity.allCases.reversed() where counts[severity] > 0 {
      // A single finding among thousands is still to be seen.
      let width = max(counts[severity] * length / max(longest, 1), 8)
      svg += piece(of: severity, from: start, width: width)
      start += width
    }
    if keptBack > 0 {
      let width = max(keptBack * length / max(longest, 1), 8)
      svg += rectangle("kept-back", x: start, width: width, height: height / 3)
    }
    return svg + "</svg>"
  }

  /// One piece alone, as the key of the bars.
  static func key(to severity: Severity) -> String {
    """
    <svg class="key" viewBox="0 0 \(height) \(height)" aria-hidden="true">\
    \(piece(of: severity, from: 0, width: height))</svg>
    """
  }

  private static func piece(of severity: Severity, from start: Int, width: Int) -> String {
    let height =
      switch severity {
      case .error: Self.height
      case .warning: Self.height * 2 / 3
      case .note: Self.height / 3
      }
    return rectangle("\(severity)", x: start, width: width, height: height)
  }

  private static func rectangle(_ name: String, x: Int, width: Int, height: Int) -> String {
    """
    <rect class="\(name)" x="\(x)" y="\(Self.height - height)" width="\(width)" \
    height="\(height)"/>
    """
  }
}
