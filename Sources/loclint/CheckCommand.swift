import Glibc
import LintCore
import LintReporters

/// `loclint check`: lints files and writes reports.
struct CheckCommand {
  let options: CheckOptions
  var configuration = Configuration()
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
    let changes = try options.changes.map { (change) throws(UsageError) in
      try Changes(since: change.revision, wantsLines: change.linesOnly, in: Repository())
    }
    let entries = try entries(changes)
    let baseline = try options.baseline.map { (baseline) throws(UsageError) in
      try BaselineFile(baseline.path, baseline.purpose)
    }
    let sinks = try sinks()
    let linter = Linter(
      formats: formats, rules: rules,
      needs: sinks.reduce(into: []) { $0.formUnion($1.reporter.needs) },
      treatment: configuration.treatment(
        of: rules.map(\.rule.info), root: Repository()?.root ?? FileFinder.canonical(".") ?? "/",
        locale: options.locale))
    let run = Run(
      version: Version.current, rules: linter.rules, gate: options.gate,
      started: epoch ?? time(nil), repository: repository)
    let writer = ReportWriter(
      sinks, of: run, on: streams,
      progress: Progress(of: entries.count, on: streams, isOn: Terminal.isTerminal(streams.error)),
      showsAtOnce: Terminal.isTerminal(streams.output))
    await ParallelMap(workers: options.jobs).run(entries) { entry in
      if let bytes = entry.bytes, let format = linter.format(of: entry.file.path) {
        return linter.lint(bytes, of: entry.file, as: format)
      }
      return entry.problem.map(entry.file.unreadable) ?? linter.lint(entry.file)
    } consume: { report in
      let report = baseline?.filter(report, in: run) ?? report
      writer.add(changes?.filter(report) ?? report)
    }
    // A report that is to be the same each time can't say how long it took.
    let outcome = writer.end(seconds: epoch == nil ? Terminal.now - began : 0)
    for failure in outcome.failures {
      streams.complain("\(failure.path ?? "standard output"): \(failure.error)")
    }
    do throws(FileError) {
      // An editor asks at every stroke.
      if options.inputPath == nil {
        try baseline?.end(run, root: Repository()?.root ?? ".", streams)
      }
    } catch {
      streams.complain("\(options.baseline?.path ?? ""): \(error)")
      return 2
    }
    if outcome.summary.unreadableFiles > 0 || outcome.summary.ruleFailures > 0
      || !outcome.failures.isEmpty
    {
      return 2
    }
    let warnings = outcome.summary.count(of: .warning)
    if let most = options.maxWarnings, warnings > most {
      streams.complain(
        "\(Numeral.count(warnings, "warning")), \(Numeral.grouped(warnings - most)) more than "
          + "--max-warnings allows")
      return 1
    }
    return outcome.summary.failures > 0 ? 1 : 0
  }

  /// What is to be read: standard input, or files in path order.
  private func entries(_ changes: Changes?) throws(UsageError) -> [Paths.Entry] {
    // It only tells files by their names.
    let linter = Linter(formats: formats, rules: [])
    if let path = options.inputPath {
      guard linter.format(of: path) != nil else {
        throw UsageError("\(path): is not a kind of file that loclint reads", isInHelp: false)
      }
      return Paths(try read("-"), as: path).entries
    }
    var paths = options.paths
    if let list = options.list {
      // A list is often made of all that has changed, images too.
      paths += Paths.list(try read(list)).filter {
        guard let canonical = FileFinder.canonical($0) else { return true }
        return !configuration.excludes(canonical, orFolders: true)
          && (linter.format(of: $0) != nil || FileFinder.isFolder($0))
      }
    }
    let found = Paths(paths, for: linter, excluding: { configuration.excludes($0) })
    return (changes.map(found.filtered) ?? found).entries
  }

  /// What a file holds; `-` is standard input.
  private func read(_ path: String) throws(UsageError) -> [UInt8] {
    do throws(FileError) {
      return try path == "-" ? streams.read() : SourceFile(path: path).read()
    } catch {
      throw UsageError("\(path == "-" ? "standard input" : path): \(error)", isInHelp: false)
    }
  }

  /// Where reports go: standard output first, then the files in the order of their options.
  private func sinks() throws(UsageError) -> [ReportWriter.Sink] {
    let text = TextReporter(
      detail: options.detail, hasColor: Terminal.hasColor(options.color, on: streams.output),
      width: Terminal.width(of: streams.output) ?? 100)
    let plainText = TextReporter(detail: options.detail, listsUnreadable: true)
    var sinks = [
      ReportWriter.Sink(try reporter(options.format, text: text), to: streams.output)
    ]
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
