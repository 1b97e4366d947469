import LintCore
import TestSupport

/// What a reporter makes of files in `LineFormat`.
enum ReportOfLines {
  static func text(
    _ files: [(path: String, text: String)], _ rules: [any Rule], as reporter: any Reporter,
    gate: Severity? = .error, measurements: Measurements = Measurements(), most: Int? = nil
  ) -> String {
    let linter = Linter(
      formats: [LineFormat()], rules: rules.map { ($0, $0.info.severity) }, needs: reporter.needs,
      measurements: measurements, selection: FindingSelection(most: most))
    return text(
      files.map {
        linter.lint(Array($0.text.utf8), of: SourceFile(path: $0.path), as: LineFormat())
      }, Run(version: "1.0.0", rules: linter.rules, gate: gate, started: 0), as: reporter
    ).text
  }

  static func text(_ files: [FileReport], _ run: Run, as reporter: any Reporter)
    -> (text: String, remarks: [String])
  {
    var reporter = reporter
    var output = Output()
    var summary = Summary(rules: run.rules.count)
    reporter.begin(run, to: &output)
    for file in files {
      summary.add(file, in: run)
      reporter.add(file, in: run, to: &output)
    }
    reporter.end(summary, in: run, to: &output)
    return (String(decoding: output.bytes, as: UTF8.self), reporter.remarks)
  }
}
