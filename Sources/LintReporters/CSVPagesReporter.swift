package import LintCore
import LintText

/// A table of pages, a row each, with its figures: for a spreadsheet.
///
/// All findings of a page are counted, also those that no report lists.
package struct CSVPagesReporter: Reporter {
  package var needs: PlacementNeeds { PlacementNeeds(omissions: [.identity, .texts]) }

  private var table = CSVWriter()

  static let columns =
    [
      "path", "locale", "kind", "machine-translated", "segments", "unfinished", "source-words",
      "score",
    ]
    + Severity.allCases.reversed().map { "\($0.rawValue)s" }
    + Standing.allCases.reversed().map { "\($0)" } + ["not-checked"]
    + Completeness.figures.map(\.name)

  package init() {}

  package mutating func begin(_ run: Run, to output: inout Output) {
    table.row(Self.columns)
  }

  /// The rows of a file.
  package struct Part: Sendable {
    let rows: [UInt8]
  }

  package func part(of file: FileReport, in run: Run) -> Part {
    var table = CSVWriter(isWhole: false)
    let obstacles = file.obstacles(in: run).joined(separator: ", ")
    for (index, page) in file.byPage.enumerated() {
      Self.write(page, index == 0 ? obstacles : "", in: run, to: &table)
    }
    return Part(rows: table.take())
  }

  package mutating func join(_ part: Part, in run: Run, to output: inout Output) {
    table.drain(to: &output)
    output.write(part.rows.span)
  }

  package mutating func end(_ summary: Summary, in run: Run, to output: inout Output) {
    table.drain(to: &output)
  }

  private static func write(
    _ file: FileReport, _ obstacles: String, in run: Run, to table: inout CSVWriter
  ) {
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
    var row = [
      file.repositoryPath, page.locale, kind,
      isDocument ? page.isMachineTranslated ? "yes" : "no" : "", String(page.segments),
      String(page.unfinished), isDocument ? String(page.sourceWords) : "",
      summary.score(in: run).map(Statistics.score) ?? "",
    ]
    row += Severity.allCases.reversed().map { String(summary.count(of: $0)) }
    row += Standing.allCases.reversed().map { String(summary.count(of: $0)) }
    row.append(obstacles)
    row += Completeness.figures.map { figure in
      page.completeness.map { String($0[keyPath: figure.path]) } ?? ""
    }
    table.row(row)
  }
}
