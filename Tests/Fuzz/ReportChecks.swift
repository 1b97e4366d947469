import LintCore
import LintReporters
import LintRules
import SideBySide

/// What must hold of a report, whatever stands in pages, paths and reasons.
struct ReportChecks: Sendable {
  private let format = SideBySideMarkdown()
  private let linter: Linter

  /// - Parameter rules: Those that look at the pages.
  init(_ rules: [any Rule]) {
    linter = Linter(
      formats: [format], rules: rules.map { ($0, $0.info.severity) },
      needs: SARIFReporter().needs, measurements: Measurements(sourceWords: true),
      // Few, so that what is only counted is told of too.
      selection: FindingSelection(most: 12), showsWithheld: true
    ) { _ in FileTreatment() }
  }

  /// Looks at one report of one page, and of a file that can't be read for what the page says.
  func check(_ input: [UInt8], as name: String) throws(Violation) {
    let page = PageInput(input)
    let line = page.bytes.prefix { $0 != 0x0A }
    try check(
      [lint(page), page.file.unreadable(String(decoding: line, as: UTF8.self))], as: name)
  }

  func lint(_ page: PageInput) -> FileReport {
    linter.lint(page.bytes, of: page.file, as: format)
  }

  /// Looks at the report of some files.
  func check(_ files: [FileReport], as name: String) throws(Violation) {
    let plain = name == "text" ? TextReporter(detail: .verbose, listsUnreadable: true) : nil
    guard let reporter: any Reporter = plain ?? AllReporters.reporter(named: name) else {
      throw Violation("there is no report '\(name)'")
    }
    do throws(Violation) {
      try ReportGrammar.check(text(of: files, by: reporter), as: name)
    } catch {
      throw Violation("\(name): \(error)")
    }
  }

  /// What a reporter makes of some files.
  private func text(of files: [FileReport], by reporter: any Reporter) -> [UInt8] {
    var reporter = reporter
    let run = Run(
      version: "1.0.0", rules: linter.rules, gate: .warning, started: 0,
      repository: Run.Repository(
        url: "https://git.example.org/docs", revision: String(repeating: "0", count: 40),
        branch: "main"), showsWithheld: true, hasBaseline: true)
    var output = Output()
    var summary = Summary(rules: run.rules.count)
    reporter.begin(run, to: &output)
    for file in files {
      summary.add(file, in: run)
      reporter.add(file, in: run, to: &output)
    }
    reporter.end(summary, in: run, to: &output)
    return output.bytes
  }
}
