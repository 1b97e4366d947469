package import LintCore
import LintText

/// A table of pages, a row each, with its figures: for a spreadsheet.
///
/// All findings of a page are counted, also those that no report lists.
package struct CSVPagesReporter: Reporter {
  package var needs: PlacementNeeds { .none }

  private var table = CSVWriter()

  static let columns =
    [
      "path", "locale", "kind", "machine-translated", "segments", "unfinished", "source-words",
      "score",
    ]
    + Severity.allCases.reversed().map { "\($0.rawValue)s" }
    + Standing.allCases.reversed().map { "\($0)" } + ["not-checked"]

  package init() {}

  package mutating func begin(_ run: Run, to output: inout Output) {
    table.row(Self.columns)
  }

  package mutating func add(_ file: FileReport, in run: Run, to output: inout Output) {
    let obstacles = file.obstacles(in: run).joined(separator: ", ")
    for (index, page) in file.byPage.enumerated() {
      write(page, index == 0 ? obstacles : "", in: run)
    }
    table.drain(to: &output)
  }

  package mutating func end(_ summary: Summary, in run: Run, to output: inout Output) {
    table.drain(to: &output)
  }

  private mutating func write(_ file: FileReport, _ obstacles: String, in run: Run) {
    let page = file.pages[0]
    var summary = Summary(rules: run.rules.count)
    summary.add(file, in: run)
    let kind =
      switch file.outcome {
      case .bilingual: "document"
      case .plain: "plain"
      case .unreadable: "unreadable"
      }
    let isDocument = kind == "document"
    table.row(
      [
        file.repositoryPath, page.locale, kind,
        isDocument ? page.isMachineTranslated ? "yes" : "no" : "", String(page.segments),
        String(page.unfinished), isDocument ? String(page.sourceWords) : "",
        summary.score(in: run).map(Statistics.score) ?? "",
      ]
        + Severity.allCases.reversed().map { String(summary.count(of: $0)) }
        + Standing.allCases.reversed().map { String(summary.count(of: $0)) } + [obstacles])
  }
}
