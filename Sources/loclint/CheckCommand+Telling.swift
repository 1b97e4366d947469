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
    tellEmpty(outcome.summary, of: run)
    let keptBack = SummarySentence.keptBack(outcome.summary)
    // Whoever reads such a report would think that nothing else was found.
    if !options.format.hasFigures, !keptBack.isEmpty, options.detail != .quiet {
      streams.complain(keptBack)
    }
    tellLessSevere(outcome.summary)
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

  /// Tells what a report for programs on standard output leaves out; the text report says so itself.
  private func tellLessSevere(_ summary: Summary) {
    guard options.format != AllReporters.standard, options.fix?.action != .showDifference else {
      return
    }
    let minimum = options.listing.minimum
    let count = Severity.allCases.filter { $0 < minimum }.reduce(0) { $0 + summary.count(of: $1) }
    guard count > 0, options.detail != .quiet else { return }
    streams.complain("not in the report: \(Numeral.count(count, "finding")) below \(minimum)")
  }

  /// Whether folders were searched, as opposed to a list or what has changed, which may be empty.
  var searchesFolders: Bool {
    options.inputPath == nil && options.list == nil && options.changes == nil
      && options.paths.contains(where: FileFinder.isFolder)
  }

  /// Tells that folders hold nothing to check, which a path with a mistake in it looks like.
  func tellEmpty(_ summary: Summary, of run: Run) {
    guard searchesFolders, summary.isEmpty, options.detail != .quiet || run.failsWhenEmpty else {
      return
    }
    streams.complain(
      "no file in \(options.paths.joined(separator: ", ")) holds segments: "
        + "\(Numeral.count(summary.plainFiles, "file")) without any"
        + (run.failsWhenEmpty ? "" : "; --fail-on-empty makes this a failure"))
  }

  /// Tells what fits nothing any more.
  ///
  /// - Parameter unsettled: Rules of which the run does not know whether what it has not found is there.
  func tell(_ dismissals: DismissalFile?, _ run: Run, butFor unsettled: Set<String>) {
    // Not for an editor's text: it asks at every stroke, and the list is about files.
    guard let dismissals, options.inputPath == nil else { return }
    for remark in dismissals.remarks(after: run, butFor: unsettled, root: Repository()?.root ?? ".")
    {
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
