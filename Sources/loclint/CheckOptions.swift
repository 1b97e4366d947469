import LintCore
import LintReporters
import LintText
import LintWorkspace

/// What `loclint check` was asked to do.
struct CheckOptions {
  let paths: [String]
  /// A file with more of them; `-` for standard input.
  let list: String?
  /// What standard input stands for.
  let inputPath: String?
  let baseline: (path: String, purpose: BaselineFile.Purpose)?
  let changes: (revision: String, linesOnly: Bool)?
  /// What goes to standard output.
  let format: ReportFormat
  /// Where facts go; `nil` for a run that reports.
  let factsFile: String?
  /// How to mend files; `nil` leaves them as they are.
  let fix: (safety: Fix.Safety, action: FileFixer.Action)?
  /// Where a patch goes that is not for standard output.
  let differenceFile: String?
  let jobs: Int
  let detail: TextReporter.Detail
  let color: Terminal.Choice
  let hyperlinks: Terminal.Choice
  let columnUnit: TextReporter.ColumnUnit
  let showsRanges: Bool
  /// Whether reports that can are to tell of what is kept back.
  let showsSuppressed: Bool
  let hasStatistics: Bool
  let hasTimes: Bool
  /// What a configuration can say, too.
  let settings: Settings
  /// Which findings the report on standard output lists, and in what order.
  let listing: TextListing
  /// Whether folders without a segment fail the run.
  let failsWhenEmpty: Bool
  /// The command line as it could be typed again, without what says how a report looks; `nil` where
  /// the pages came from elsewhere.
  let command: [String]?
  /// The paths that it names.
  let operands: [String]

  /// - Parameter settings: Those in force.
  init(_ arguments: Arguments, _ settings: Settings) throws(UsageError) {
    self.settings = settings
    // Of files of facts no command tells what they were made of.
    command = arguments.effective == .judge ? nil : arguments.command
    listing = try arguments.listing()
    failsWhenEmpty = arguments.has(.failOnEmpty) || Terminal.isBuild
    operands = arguments.operands
    list = arguments.value(.filesFrom)
    inputPath = arguments.value(.stdinPath)
    paths = try Self.paths(arguments)
    baseline = try Self.baseline(arguments, settings)
    changes = try Self.changes(arguments)
    try Self.checkExclusions(arguments, settings)
    format =
      arguments.value(.format).flatMap { AllReporters.format(named: $0, where: System.variable) }
      ?? AllReporters.standard
    factsFile = arguments.value(.factsOut)
    fix = try Self.fix(arguments)
    differenceFile = try Self.differenceFile(arguments, settings)
    jobs = try arguments.jobs()
    if arguments.has(.quiet), arguments.has(.verbose) {
      throw UsageError("--quiet and --verbose exclude each other")
    }
    detail = arguments.has(.quiet) ? .quiet : arguments.has(.verbose) ? .verbose : .normal
    color = arguments.value(.color).flatMap(Terminal.Choice.init) ?? .auto
    hyperlinks = arguments.value(.hyperlinks).flatMap(Terminal.Choice.init) ?? .auto
    columnUnit =
      arguments.value(.columnUnit).flatMap(TextReporter.ColumnUnit.init) ?? .utf16
    showsRanges = arguments.has(.range)
    showsSuppressed = arguments.has(.showSuppressed)
    hasStatistics = arguments.has(.statistics)
    hasTimes = arguments.has(.times)
    try checkListing(arguments)
    guard !showsSuppressed || formats.contains(where: \.showsWithheld) else {
      let wanted = AllReporters.showingWithheld.map(\.name)
      throw UsageError(
        "--show-suppressed wants a \(wanted.map { $0.uppercased() }.joined(separator: " or ")) "
          + "report: --output=\(wanted.first ?? "")=FILE")
    }
  }

  private func checkListing(_ arguments: Arguments) throws(UsageError) {
    guard !formats.contains(AllReporters.standard) else { return }
    for name in [Option.Name.groupBy, .maxListed] where arguments.has(name) {
      throw UsageError("--\(name.rawValue) is for the \(AllReporters.standard.name) report")
    }
  }

  /// Those of all reports.
  var formats: [ReportFormat] { [format] + settings.outputs.map(\.format) }

  /// What has to be measured.
  var measurements: Measurements {
    Measurements(
      sourceWords: hasStatistics || settings.minScore != nil
        || formats.contains(where: \.hasScores),
      clock: hasTimes ? System.seconds : nil)
  }

  private static func changes(_ arguments: Arguments) throws(UsageError) -> (
    revision: String, linesOnly: Bool
  )? {
    let linesOnly = arguments.has(.changedLines)
    if let revision = arguments.value(.changedSince) { return (revision, linesOnly) }
    guard !linesOnly else { throw UsageError("--changed-lines wants --changed-since=REVISION") }
    return nil
  }

  /// Options that a check can't have both of.
  static let exclusions: [(Option.Name, Option.Name)] = [
    (.changedSince, Option.Name.writeBaseline), (.changedSince, .stdinPath),
    (.filesFrom, .stdinPath), (.baseline, .writeBaseline), (.stdinPath, .writeBaseline),
    (.fix, .stdinPath), (.diff, .stdinPath), (.fix, .writeBaseline), (.diff, .writeBaseline),
    (.factsOut, .fix), (.factsOut, .diff), (.factsOut, .stdinPath), (.factsOut, .changedSince),
    (.factsOut, .writeBaseline), (.factsOut, .pruneBaseline), (.factsOut, .format),
    (.factsOut, .output), (.across, .fix), (.across, .diff), (.across, .stdinPath),
  ]

  /// Whether pages are mended, or bytes stand for one that need not be saved.
  static func changesPages(_ arguments: Arguments, _ settings: Settings) -> Bool {
    arguments.has(.fix) || arguments.has(.diff) || arguments.has(.stdinPath)
      || settings.outputs.contains { $0.format == AllReporters.difference }
  }

  private static func checkExclusions(_ arguments: Arguments, _ settings: Settings)
    throws(UsageError)
  {
    func has(_ name: Option.Name) -> Bool {
      name == .baseline ? settings.baseline != nil : arguments.has(name)
    }
    for (one, other) in Self.exclusions where has(one) && has(other) {
      throw UsageError("--\(one.rawValue) and --\(other.rawValue) exclude each other")
    }
  }

  private static func differenceFile(_ arguments: Arguments, _ settings: Settings)
    throws(UsageError) -> String?
  {
    let format = AllReporters.difference
    let files = settings.outputs.filter { $0.format == format }
    guard let file = files.first else { return nil }
    guard files.count == 1 else { throw UsageError("a patch is written to one file") }
    for other in [Option.Name.stdinPath, .writeBaseline, .across] where arguments.has(other) {
      throw UsageError("--output=\(format.name)=FILE and --\(other.rawValue) exclude each other")
    }
    return file.path
  }

  private static func fix(_ arguments: Arguments) throws(UsageError) -> (
    safety: Fix.Safety, action: FileFixer.Action
  )? {
    guard arguments.has(.fix) || arguments.has(.diff) else { return nil }
    // Standard output holds the difference and nothing else, so that it can be applied.
    if arguments.has(.diff), arguments.has(.format) {
      throw UsageError("--diff and --format exclude each other; --output writes a report")
    }
    return (
      arguments.value(.fix).flatMap(Fix.Safety.init) ?? .safe,
      arguments.has(.diff) ? .showDifference : .write
    )
  }

  private static func paths(_ arguments: Arguments) throws(UsageError) -> [String] {
    guard arguments.has(.stdinPath) else {
      guard arguments.has(.filesFrom) else { return try arguments.paths() }
      return arguments.operands.isEmpty ? [] : try arguments.paths()
    }
    if let path = arguments.operands.first(where: { $0 != "-" }) {
      throw UsageError("with --stdin-path nothing else is read: not '\(path)'")
    }
    return []
  }

  private static func baseline(_ arguments: Arguments, _ settings: Settings) throws(UsageError) -> (
    path: String, purpose: BaselineFile.Purpose
  )? {
    if let path = arguments.value(.writeBaseline) {
      guard path != "-" else {
        throw UsageError("--write-baseline wants a file; one of that name is './-'")
      }
      return (path, .write)
    }
    if let path = settings.baseline {
      return (path, arguments.has(.pruneBaseline) ? .prune : .read)
    }
    guard !arguments.has(.pruneBaseline) else {
      throw UsageError("--prune-baseline wants --baseline=FILE")
    }
    return nil
  }
}

extension Arguments {
  /// The paths to read: the working folder if none is given.
  func paths() throws(UsageError) -> [String] {
    for path in operands {
      guard path != "-" else {
        throw UsageError(
          (effective.takes(.stdinPath)
            ? "standard input wants a path that it stands for, --stdin-path=PATH"
            : "'\(effective.name)' does not read standard input")
            + "; a file of that name is './-'")
      }
      guard !path.isEmpty else { throw UsageError("a path is empty") }
    }
    return operands.isEmpty ? ["."] : operands
  }

  /// Which findings are listed, and in what order.
  func listing() throws(UsageError) -> TextListing {
    TextListing(
      minimum: value(.minSeverity).flatMap(Severity.init) ?? .note,
      grouping: value(.groupBy).flatMap(TextListing.Grouping.init),
      most: try value(.maxListed, as: .findings)?.value)
  }

  /// How many files to read at a time.
  func jobs() throws(UsageError) -> Int {
    try value(.jobs, as: .jobs)?.value ?? System.processors
  }
}
