import LintCore
import LintReporters
import LintWorkspace

/// What people are told beside the reports.
extension CheckCommand {
  /// Tells what went wrong, and what fails the run besides findings.
  func tell(_ outcome: ReportWriter.Outcome, of run: Run) {
    for failure in outcome.failures {
      streams.complain("\(failure.path ?? "standard output"): \(failure.error)")
    }
    for remark in outcome.remarks {
      streams.complain("\(remark.path ?? "standard output"): \(remark.text)")
    }
    let keptBack = SummarySentence.keptBack(outcome.summary)
    // Whoever reads such a report would think that nothing else was found.
    if !options.format.hasFigures, !keptBack.isEmpty, options.detail != .quiet {
      streams.complain(keptBack)
    }
    tellFigures(outcome.summary, of: run)
    for (locale, score) in outcome.summary.localesBelowMinimum(in: run) {
      streams.complain(
        "\(locale.isEmpty ? "documents without a locale" : locale): score "
          + "\(Statistics.score(score)) is below --min-score")
    }
    if let warnings = outcome.summary.warningsBeyond(run) {
      streams.complain(
        "\(Numeral.count(outcome.summary.count(of: .warning), "warning")), "
          + "\(Numeral.grouped(warnings)) more than --max-warnings allows")
    }
  }

  /// Tells what fits nothing any more.
  func tell(_ dismissals: DismissalFile?, _ run: Run) {
    // Not for an editor's text: it asks at every stroke, and the list is about files.
    guard let dismissals, options.inputPath == nil else { return }
    for remark in dismissals.remarks(after: run, root: Repository()?.root ?? ".") {
      streams.complain(remark)
    }
  }

  /// Writes the figures that were asked for below the report, or beside one for programs.
  func tellFigures(_ summary: Summary, of run: Run) {
    var figures = ""
    if options.hasStatistics { figures += Statistics.text(summary, in: run) }
    if options.hasTimes { figures += Statistics.times(summary, in: run) }
    guard !figures.isEmpty else { return }
    let isBelow = options.format == AllReporters.standard && options.fix?.action != .showDifference
    if isBelow { _ = streams.print(figures) } else { streams.tell(figures) }
  }

  /// The time that reproducible output is to bear (https://reproducible-builds.org).
  static func sourceDateEpoch() throws(UsageError) -> Int? {
    let value = System.variable("SOURCE_DATE_EPOCH")
    guard !value.isEmpty else { return nil }
    guard let epoch = Int(value), epoch >= 0 else {
      throw UsageError(
        "SOURCE_DATE_EPOCH is '\(value)', not a number of seconds", isInHelp: false)
    }
    guard epoch <= Limits.latestDate else {
      throw UsageError(
        "SOURCE_DATE_EPOCH is \(epoch), which is after the year 9999, the last that reports can "
          + "say", isInHelp: false)
    }
    return epoch
  }
}
