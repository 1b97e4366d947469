package import LintCore
import LintText

/// A table of findings, a row each, with the segment's key and both halves: for a spreadsheet, and for whoever
/// sends faults to those who translate.
///
/// What counts and is not listed has a row for each rule and file, and so has what was not checked.
package struct CSVReporter: Reporter {
  package var needs: PlacementNeeds { PlacementNeeds(omissions: [.excerpts, .changes]) }

  private var table = CSVWriter()

  static let columns = [
    "path", "line", "column", "locale", "severity", "rule", "message", "segment", "source",
    "target", "fix", "fingerprint",
  ]

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
    for reason in file.obstacles(in: run) {
      table.row([
        file.repositoryPath, "", "", file.locale, Severity.error.rawValue, UnreadableFile.id,
        reason, "", "", "", "", "",
      ])
    }
    for finding in file.findings {
      let rule = run.rules[finding.rule].info
      table.row([
        file.repositoryPath, String(finding.start.line), String(finding.start.column),
        file.locale(of: finding), finding.severity.rawValue, rule.id,
        finding.sentence + (finding.placeInSource.map { " (\($0))" } ?? ""),
        finding.segment?.id ?? "", finding.segment?.source ?? "", finding.segment?.target ?? "",
        finding.fix?.safety.rawValue ?? "", finding.digest(rule: rule, path: file.repositoryPath),
      ])
    }
    for more in file.more {
      let rule = run.rules[more.rule].info
      table.row([
        file.repositoryPath, String(more.start.line), String(more.start.column), file.locale,
        more.severity.rawValue, rule.id, more.sentenceAlone, "", "", "", "",
        more.digest(rule: rule, path: file.repositoryPath),
      ])
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
}
