import Glibc
import LintCore
import LintReporters

/// `loclint check`: lints files and writes reports.
struct CheckCommand {
  let options: CheckOptions
  let formats: [any Format]
  let catalogue: [any Rule]
  let streams: Streams

  /// Runs it.
  ///
  /// - Returns: The exit status.
  func run() async throws(UsageError) -> Int32 {
    let began = Terminal.now
    let epoch = try Self.sourceDateEpoch()
    let rules = try options.selection.rules(of: catalogue)
    let sinks = try sinks()
    let linter = Linter(
      formats: formats, rules: rules, locale: options.locale,
      needs: sinks.reduce(into: []) { $0.formUnion($1.reporter.needs) })
    let entries = Paths(options.paths, for: linter).entries
    let run = Run(
      version: Version.current, rules: linter.rules, gate: options.gate,
      started: epoch ?? time(nil), repository: repository)
    let writer = ReportWriter(
      sinks, of: run, on: streams,
      progress: Progress(of: entries.count, on: streams, isOn: Terminal.isTerminal(streams.error)),
      showsAtOnce: Terminal.isTerminal(streams.output))
    let fixer = options.fix.map {
      FileFixer(linter: linter, safety: $0.safety, action: $0.action)
    }
    await ParallelMap(workers: options.jobs).run(entries) { entry -> FileFixer.Outcome in
      if let problem = entry.problem {
        return FileFixer.Outcome(report: entry.file.unreadable(problem))
      }
      return fixer?.fix(entry.file) ?? FileFixer.Outcome(report: linter.lint(entry.file))
    } consume: {
      writer.add($0)
    }
    // A report that is to be the same each time can't say how long it took.
    let outcome = writer.end(seconds: epoch == nil ? Terminal.now - began : 0)
    for failure in outcome.failures {
      streams.complain("\(failure.path ?? "standard output"): \(failure.error)")
    }
    if outcome.summary.unreadableFiles > 0 || outcome.summary.ruleFailures > 0
      || outcome.unwritten > 0 || !outcome.failures.isEmpty
    {
      return 2
    }
    if options.fix?.action == .showDifference { return outcome.differences > 0 ? 1 : 0 }
    return outcome.summary.failures > 0 ? 1 : 0
  }

  /// Where reports go: standard output first, then the files in the order of their options.
  private func sinks() throws(UsageError) -> [ReportWriter.Sink] {
    let text = TextReporter(
      detail: options.detail, hasColor: Terminal.hasColor(options.color, on: streams.output),
      width: Terminal.width(of: streams.output) ?? 100)
    let plainText = TextReporter(detail: options.detail, listsUnreadable: true)
    var sinks: [ReportWriter.Sink] = []
    if options.fix?.action != .showDifference {
      sinks.append(
        ReportWriter.Sink(try reporter(options.format, text: text), to: streams.output))
    }
    for output in options.outputs {
      do {
        let reporter = try reporter(output.format, text: plainText)
        sinks.append(ReportWriter.Sink(reporter, to: try ReportFile(output.path)))
      } catch {
        for sink in sinks { sink.file?.discard() }
        throw UsageError("\(output.path): \(error)", isInHelp: false)
      }
    }
    return sinks
  }

  private func reporter(_ format: String, text: TextReporter) throws(UsageError) -> any Reporter {
    guard let reporter = ReportFormat.reporter(named: format, text: text) else {
      throw UsageError(unknown: "format", format, among: ReportFormat.names)
    }
    return reporter
  }

  private var repository: Run.Repository? {
    guard
      ([options.format] + options.outputs.map(\.format)).contains(
        where: ReportFormat.wantsRepository)
    else { return nil }
    return Repository().flatMap { Git(root: $0.root).repository }
  }

  /// The time that reproducible output is to bear (https://reproducible-builds.org).
  private static func sourceDateEpoch() throws(UsageError) -> Int? {
    let value = Terminal.variable("SOURCE_DATE_EPOCH")
    guard !value.isEmpty else { return nil }
    guard let epoch = Int(value), epoch >= 0 else {
      throw UsageError(
        "SOURCE_DATE_EPOCH is '\(value)', not a number of seconds", isInHelp: false)
    }
    return epoch
  }
}
