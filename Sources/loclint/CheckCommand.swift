import LintCore
import LintReporters
import LintWorkspace

/// `loclint check`: lints files and writes reports.
struct CheckCommand {
  let options: CheckOptions
  var configuration = Configuration()
  let formats: [any Format]
  /// The rules that it may choose from.
  let rules: RuleBook.Rules
  /// The present name of a rule for each former one.
  var renamed: [String: String] = [:]
  let streams: Streams
  var temporaries = TemporaryFiles()
  /// The files that are read besides pages.
  var inputs = InputFiles()

  /// Runs it.
  ///
  /// - Returns: The exit status.
  func run() throws(UsageError) -> Int32 {
    let began = System.seconds()
    let epoch = try Self.sourceDateEpoch()
    let rules = try options.selection.rules(of: rules.rules, with: rules.features)
    let changes = try options.changes.map { (change) throws(UsageError) in
      try Changes(since: change.revision, wantsLines: change.linesOnly, in: Repository())
    }
    let given = options.inputPath == nil ? try given() : []
    let entries = try entries(given, changes)
    let permission = WritePermission(
      inputs: allInputs(entries), boundary: configuration.boundary)
    let targets = try targets(permission)
    let baseline = try options.baseline.map { (baseline) throws(UsageError) in
      try BaselineFile(
        baseline.path, baseline.purpose, to: targets.baseline, renamed: renamed, temporaries)
    }
    if writesFiles { temporaries.prepare() }
    let sinks = try sinks(targets.outputs)
    let linter = linter(of: rules, for: sinks, baseline, changes)
    let run = description(of: linter, started: epoch ?? System.date)
    let writer = ReportWriter(
      sinks, of: run, on: streams,
      progress: Progress(of: entries.count, on: streams, isOn: System.isTerminal(streams.error)),
      showsAtOnce: System.isTerminal(streams.output),
      differences: options.fix?.action == .showDifference && options.differenceFile == nil)
    let fixer = fixer(linter, permission, given)
    let mostBytes = options.limits.fileSize
    ParallelMap(workers: options.jobs).run(entries) {
      Self.outcome(of: $0, linter, fixer, atMost: mostBytes)
    } consume: {
      baseline?.note($0.report)
      writer.add($0)
    }
    // A report that is to be the same each time can't say how long it took.
    let outcome = writer.end(seconds: epoch == nil ? System.seconds() - began : 0)
    tell(outcome, of: run)
    do throws(FileError) {
      // Not for an editor's text: it asks at every stroke, and the list is about files.
      if options.inputPath == nil {
        try baseline?.end(run, root: Repository()?.root ?? ".", streams)
      }
    } catch {
      streams.complain("\(options.baseline?.path ?? ""): \(error)")
      return 2
    }
    return status(after: outcome, of: run)
  }

  /// What reads and judges each file.
  private func linter(
    of rules: [(rule: any Rule, severity: Severity)], for sinks: [ReportWriter.Sink],
    _ baseline: BaselineFile?, _ changes: Changes?
  ) -> Linter {
    Linter(
      formats: formats, rules: rules,
      needs: sinks.reduce(into: .none) { $0.formUnion($1.reporter.needs) },
      measurements: options.measurements,
      selection: selection(baseline, changes),
      showsWithheld: options.showsSuppressed,
      features: self.rules.features,
      sourceLocale: configuration.sourceLocale ?? PageKind.standardSource,
      treatment: configuration.treatment(
        of: rules.map(\.rule.info), root: Repository()?.root ?? FileFinder.canonical(".") ?? "/",
        locale: options.locale))
  }

  /// What reporters are told before the first file.
  ///
  /// - Parameter started: seconds since 1970.
  private func description(of linter: Linter, started: Int) -> Run {
    Run(
      version: Product.version, rules: linter.rules, gate: options.gate, started: started,
      repository: repository, penalties: Penalties.standard.replacing(configuration.penalties),
      minimumScore: options.minimumScore, maximumWarnings: options.maxWarnings,
      showsWithheld: options.showsSuppressed, hasBaseline: options.baseline != nil)
  }

  /// Lints one file, or bytes that stand for one, and mends it where that is wanted.
  private static func outcome(
    of entry: Paths.Entry, _ linter: Linter, _ fixer: FileFixer?, atMost most: Int
  ) -> FileFixer.Outcome {
    if let problem = entry.problem {
      return FileFixer.Outcome(report: entry.file.unreadable(problem))
    }
    if let bytes = entry.bytes, let format = linter.format(of: entry.file.path) {
      return FileFixer.Outcome(report: linter.lint(bytes, of: entry.file, as: format))
    }
    return fixer?.fix(entry.file)
      ?? FileFixer.Outcome(report: linter.lint(entry.file, atMost: most))
  }

  /// Tells what went wrong, and what fails the run besides findings.
  private func tell(_ outcome: ReportWriter.Outcome, of run: Run) {
    for failure in outcome.failures {
      streams.complain("\(failure.path ?? "standard output"): \(failure.error)")
    }
    for remark in outcome.remarks {
      streams.complain("\(remark.path ?? "standard output"): \(remark.text)")
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

  private func status(after outcome: ReportWriter.Outcome, of run: Run) -> Int32 {
    guard outcome.unwritten == 0, outcome.failures.isEmpty else { return 2 }
    let status = Int32(outcome.summary.exitStatus(in: run))
    // Whoever asks for differences asks for no verdict on what is left.
    guard options.fix?.action == .showDifference, status != 2 else { return status }
    return outcome.differences > 0 ? 1 : 0
  }

  /// Which findings count.
  private func selection(_ baseline: BaselineFile?, _ changes: Changes?) -> FindingSelection {
    var selection = FindingSelection(baseline: baseline?.use)
    if let changes { selection.lines = { changes.lines(of: $0) } }
    // To mend a file, all of its findings have to be known.
    if !wantsFixes { selection.most = options.limits.findingsPerRule }
    return selection
  }

  /// Writes the figures that were asked for below the report, or beside one for programs.
  private func tellFigures(_ summary: Summary, of run: Run) {
    var figures = ""
    if options.hasStatistics { figures += Statistics.text(summary, in: run) }
    if options.hasTimes { figures += Statistics.times(summary, in: run) }
    guard !figures.isEmpty else { return }
    let isBelow = options.format == "text" && options.fix?.action != .showDifference
    if isBelow { _ = streams.print(figures) } else { streams.tell(figures) }
  }

  /// What mends files or tells how; `nil` when nobody asks.
  private func fixer(_ linter: Linter, _ permission: WritePermission, _ given: [String])
    -> FileFixer?
  {
    guard wantsFixes else { return nil }
    return FileFixer(
      linter: linter, mostBytes: options.limits.fileSize, most: options.limits.findingsPerRule,
      safety: options.fix?.safety ?? .safe,
      action: options.fix?.action ?? .showDifference, permission: permission,
      temporaries: temporaries, obstacle: obstacle(given, permission),
      tellsDifference: options.differenceFile != nil)
  }

  private var wantsFixes: Bool { options.fix != nil || options.differenceFile != nil }

  /// What is to be read: standard input, or files in path order.
  private func entries(_ given: [String], _ changes: Changes?) throws(UsageError) -> [Paths.Entry] {
    if let path = options.inputPath {
      guard formats.format(of: path) != nil else {
        throw UsageError("\(path): is not a kind of file that loclint reads", isInHelp: false)
      }
      return Paths(try read("-", atMost: options.limits.fileSize), as: path).entries
    }
    let found = configuration.documents(below: given, for: formats)
      .hinting(at: Subcommand.allCases.map(\.rawValue), among: given)
    return (changes.map(found.filtered) ?? found).entries
  }

  /// The paths that were given, those in a list too.
  private func given() throws(UsageError) -> [String] {
    var paths = options.paths
    if let list = options.list {
      // A list is often made of all that has changed, images too.
      paths += Paths.list(try read(list)).filter {
        guard let canonical = FileFinder.canonical($0) else {
          // An image that was deleted is passed over; a name without a dot is reported, for a
          // folder that is not there is a mistake.
          let name = $0.split(separator: "/").last ?? ""
          return formats.format(of: $0) != nil || !name.contains(".")
        }
        return !configuration.excludes(canonical, orFolders: true)
          && (formats.format(of: $0) != nil || FileFinder.isFolder($0))
      }
    }
    return paths
  }

  /// What a file holds; `-` is standard input.
  private func read(_ path: String, atMost most: Int = SourceFile.largest) throws(UsageError)
    -> [UInt8]
  {
    do throws(FileError) {
      return try path == "-" ? streams.read(atMost: most) : SourceFile(path: path).read()
    } catch {
      throw UsageError("\(path == "-" ? "standard input" : path): \(error)", isInHelp: false)
    }
  }

  private var writesFiles: Bool {
    !options.outputs.isEmpty || options.fix?.action == .write
      || options.baseline.map { $0.purpose != .read } ?? false
  }

  /// The files that are read, none of which may be written over; none where nothing is written.
  private func allInputs(_ entries: [Paths.Entry]) -> InputFiles {
    guard writesFiles else { return InputFiles() }
    var inputs = inputs
    if let baseline = options.baseline, baseline.purpose == .read {
      inputs.add([baseline.path], as: "a baseline")
    }
    // To look at thousands of pages takes a while, and a file that is not there yet is none of
    // them.
    let written = options.outputs.map(\.path) + (options.baseline.map { [$0.path] } ?? [])
    if written.contains(where: FileFinder.exists) {
      inputs.add(entries.lazy.map(\.file.path), as: "a page")
    }
    return inputs
  }

  /// Where reports and the baseline are written, if they may be; decided before anything is read.
  private func targets(_ permission: WritePermission) throws(UsageError) -> (
    outputs: [WritableFile], baseline: WritableFile?
  ) {
    var files: [WritableFile] = []
    func add(_ path: String, _ option: Option.Name) throws(UsageError) {
      let isConfigured = options.configured.contains(option)
      do throws(FileError) {
        files.append(
          try permission.file(path, by: isConfigured ? .configuration : .commandLine))
      } catch {
        throw UsageError("\(path): \(error)", isInHelp: false)
      }
      if let other = files.dropLast().first(where: { $0.isSame(as: files[files.count - 1]) }) {
        throw UsageError(
          "'\(path)' and '\(other.path)' are one file, and two things can't be written to it",
          isInHelp: false)
      }
    }
    for output in options.outputs {
      try add(output.path, .output)
      guard output.format == ReportFormat.difference, !(files.last?.isOrdinary ?? true) else {
        continue
      }
      // A log may take lines of a page for commands; --diff guards against that, a file does not.
      throw UsageError(
        "\(output.path): a patch is written to a file; --diff writes it to standard output",
        isInHelp: false)
    }
    guard let baseline = options.baseline, baseline.purpose != .read else { return (files, nil) }
    try add(baseline.path, .baseline)
    return (Array(files.dropLast()), files.last)
  }

  /// Tells why a page is not to be mended: it was reached through a link alone.
  private func obstacle(_ given: [String], _ permission: WritePermission)
    -> @Sendable (SourceFile) -> FileError?
  {
    guard options.fix?.action == .write else { return { _ in nil } }
    let working = FileFinder.canonical(".") ?? "/"
    var direct: [String] = []
    var linked: [(path: String, obstacle: FileError)] = []
    for path in given {
      guard let canonical = FileFinder.canonical(path) else { continue }
      if let obstacle = permission.obstacle(on: path) {
        linked.append((canonical, obstacle))
      } else {
        direct.append(canonical)
      }
    }
    guard !linked.isEmpty else { return { _ in nil } }
    return { [direct, linked] file in
      let path = file.path.hasPrefix("/") ? file.path : "\(working)/\(file.path)"
      func lies(below folder: String) -> Bool {
        let inside = FileFinder.relative(path, to: folder)
        return inside == "." || !inside.hasPrefix("/")
      }
      guard !direct.contains(where: lies) else { return nil }
      return linked.first { lies(below: $0.path) }?.obstacle
    }
  }

  /// Where reports go: standard output first, then the files in the order of their options.
  private func sinks(_ targets: [WritableFile]) throws(UsageError) -> [ReportWriter.Sink] {
    let text = TextReporter(
      detail: options.detail, hasColor: Terminal.hasColor(options.color, on: streams.output),
      width: System.columns(ofTerminal: streams.output) ?? 100, columnUnit: options.columnUnit,
      showsRanges: options.showsRanges)
    let plainText = TextReporter(
      detail: options.detail, columnUnit: options.columnUnit, showsRanges: options.showsRanges,
      listsUnreadable: true)
    var sinks: [ReportWriter.Sink] = []
    if options.fix?.action != .showDifference {
      sinks.append(
        ReportWriter.Sink(try reporter(options.format, text: text), to: streams.output))
    }
    for (output, target) in zip(options.outputs, targets) {
      do {
        let reporter = try reporter(output.format, text: plainText)
        sinks.append(ReportWriter.Sink(reporter, to: try ReportFile(target, temporaries)))
      } catch {
        for sink in sinks { sink.file?.discard() }
        throw UsageError("\(output.path): \(error)", isInHelp: false)
      }
    }
    return sinks
  }

  private func reporter(_ format: String, text: TextReporter) throws(UsageError) -> any Reporter {
    guard let reporter = ReportFormat.reporter(named: format, text: text) else {
      throw UsageError(unknown: "format", format, among: ReportFormat.ofFiles)
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

  /// The last second of the year 9999: dates of reports have four digits for the year.
  static let latest = 253_402_300_799

  /// The time that reproducible output is to bear (https://reproducible-builds.org).
  private static func sourceDateEpoch() throws(UsageError) -> Int? {
    let value = System.variable("SOURCE_DATE_EPOCH")
    guard !value.isEmpty else { return nil }
    guard let epoch = Int(value), epoch >= 0 else {
      throw UsageError(
        "SOURCE_DATE_EPOCH is '\(value)', not a number of seconds", isInHelp: false)
    }
    guard epoch <= latest else {
      throw UsageError(
        "SOURCE_DATE_EPOCH is \(epoch), which is after the year 9999, the last that reports can "
          + "say", isInHelp: false)
    }
    return epoch
  }
}
