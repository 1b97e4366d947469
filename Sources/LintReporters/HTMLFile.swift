import LintCore

/// What a page says of one file: a row of the table of files, and the beginning of its findings.
struct HTMLFile: Sendable {
  let path: String
  /// What people call its locale, as HTML.
  let locale: String
  let segments: Int
  let completeness: Completeness?
  let isMachineTranslated: Bool
  /// Findings that are listed, and those that the list's last items count.
  let counts: SeverityCounts
  /// Findings that don't count, by the raw value of the reason.
  private let keptBack: [Int]
  /// The fragment of the page's address that leads to its findings.
  let anchor: String

  /// - Parameter number: Which of the files with findings it is, from 1; its anchor is made from
  ///   that.
  init(
    _ file: FileReport, locale: HTMLLocale, _ findings: [PlacedFinding], _ more: [MoreFindings],
    number: Int
  ) {
    path = file.repositoryPath
    self.locale = locale.title
    segments = file.segments
    completeness = file.completeness
    isMachineTranslated = file.isMachineTranslated
    counts = SeverityCounts(findings, more)
    keptBack = Standing.allCases.map { file.count(of: $0) }
    anchor = "file-\(number)"
  }

  /// Whether it comes before another one: more errors, then more warnings, then more notes. Of equals
  /// the path decides.
  func isWorse(than other: HTMLFile) -> Bool {
    for severity in Severity.allCases.reversed() where counts[severity] != other.counts[severity] {
      return counts[severity] > other.counts[severity]
    }
    return path.utf8.lexicographicallyPrecedes(other.path.utf8)
  }

  /// A row of the table of files.
  ///
  /// - Parameters:
  ///   - longest: The findings of the file that has most.
  ///   - standings: The reasons for which findings of the run don't count.
  ///   - hasMessages: Whether there are columns that tell how far messages are translated.
  func row(longest: Int, _ standings: [Standing], hasMessages: Bool = false) -> String {
    // A long path is broken after a slash.
    let name = "<bdi>\(path.visibleHTML.replacing("/", with: "/<wbr>"))</bdi>"
    let link = counts.total > 0 ? "<a href=\"#\(anchor)\">\(name)</a>" : name
    return "<tr><th scope=\"row\" class=\"path\">\(link)</th>"
      + HTMLTable.cells(of: counts, longest: longest)
      + standings.map { "<td>\(Numeral.grouped(keptBack[$0.rawValue]))</td>" }.joined()
      + "<td class=\"word\">\(locale)</td><td>\(Numeral.grouped(segments))</td>"
      + "<td class=\"word\">\(isMachineTranslated ? "yes" : "no")</td>"
      + (hasMessages ? HTMLTable.cells(of: completeness) : "") + "</tr>\n"
  }
}
