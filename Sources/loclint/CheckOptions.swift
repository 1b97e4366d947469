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
  let format: String
  let outputs: [(format: String, path: String)]
  /// Options that the configuration says and the command line does not.
  let configured: Set<Option.Name>
  let gate: Severity?
  let maxWarnings: Int?
  let selection: RuleSelection
  /// How to mend files; `nil` leaves them as they are.
  let fix: (safety: Fix.Safety, action: FileFixer.Action)?
  /// Where a patch goes that is not for standard output.
  let differenceFile: String?
  /// The locale of all pages, if there is one.
  let locale: Page.Statement?
  let jobs: Int
  let detail: TextReporter.Detail
  let color: Terminal.Color
  let columnUnit: TextReporter.ColumnUnit
  let showsRanges: Bool
  /// Whether reports that can are to tell of what is kept back.
  let showsSuppressed: Bool
  let hasStatistics: Bool
  let hasTimes: Bool
  let minimumScore: Double?
  let limits: Limits

  init(_ arguments: Arguments) throws(UsageError) {
    list = arguments.value(.filesFrom)
    inputPath = arguments.value(.stdinPath)
    paths = try Self.paths(arguments)
    baseline = try Self.baseline(arguments)
    if let revision = arguments.value(.changedSince) {
      changes = (revision, arguments.has(.changedLines))
    } else if arguments.has(.changedLines) {
      throw UsageError("--changed-lines wants --changed-since=REVISION")
    } else {
      changes = nil
    }
    for (one, other) in [
      (Option.Name.changedSince, Option.Name.writeBaseline), (.changedSince, .stdinPath),
      (.filesFrom, .stdinPath), (.baseline, .writeBaseline), (.stdinPath, .writeBaseline),
      (.fix, .stdinPath), (.diff, .stdinPath), (.fix, .writeBaseline), (.diff, .writeBaseline),
    ] where arguments.has(one) && arguments.has(other) {
      throw UsageError("--\(one.rawValue) and --\(other.rawValue) exclude each other")
    }
    format = arguments.value(.format) ?? "text"
    outputs = try Self.outputs(arguments.values(.output))
    configured = arguments.configured
    let failOn = arguments.value(.failOn) ?? "error"
    gate = Severity(rawValue: failOn)
    maxWarnings = try arguments.value(.maxWarnings).map { (value) throws(UsageError) in
      guard let number = Int(value), number >= 0 else {
        throw UsageError("option '--max-warnings' wants a number, 0 or more, not '\(value)'")
      }
      return number
    }
    selection = RuleSelection(
      profile: arguments.value(.profile).flatMap(Profile.init) ?? .default,
      select: arguments.list(.select), ignore: arguments.list(.ignore),
      severities: try Self.severities(arguments.list(.severity)))
    fix = try Self.fix(arguments)
    differenceFile = outputs.first { $0.format == ReportFormat.difference }?.path
    if differenceFile != nil {
      guard outputs.count(where: { $0.format == ReportFormat.difference }) == 1 else {
        throw UsageError("a patch is written to one file")
      }
      for other in [Option.Name.stdinPath, .writeBaseline] where arguments.has(other) {
        throw UsageError("--output=diff=FILE and --\(other.rawValue) exclude each other")
      }
    }
    let origin: Page.Origin =
      arguments.configured.contains(.locale) ? .configuration : .commandLine
    locale = try arguments.locale().map { Page.Statement($0, by: origin) }
    jobs = try arguments.jobs()
    if arguments.has(.quiet), arguments.has(.verbose) {
      throw UsageError("--quiet and --verbose exclude each other")
    }
    detail = arguments.has(.quiet) ? .quiet : arguments.has(.verbose) ? .verbose : .normal
    color = arguments.value(.color).flatMap(Terminal.Color.init) ?? .auto
    columnUnit =
      arguments.value(.columnUnit).flatMap(TextReporter.ColumnUnit.init) ?? .utf16
    showsRanges = arguments.has(.range)
    showsSuppressed = arguments.has(.showSuppressed)
    guard !showsSuppressed || ([format] + outputs.map(\.format)).contains("sarif") else {
      throw UsageError("--show-suppressed wants a SARIF report: --output=sarif=FILE")
    }
    hasStatistics = arguments.has(.statistics)
    hasTimes = arguments.has(.times)
    minimumScore = try arguments.value(.minScore).map(Self.score)
    limits = try Limits(arguments)
  }

  /// What has to be measured for that.
  var measurements: Measurements {
    Measurements(
      sourceWords: hasStatistics || minimumScore != nil, clock: hasTimes ? System.seconds : nil)
  }

  private static func score(_ value: String) throws(UsageError) -> Double {
    // `Double` would also take `nan`, `1e2` and `0x10`.
    guard value.utf8.allSatisfy({ $0 == 0x2E || (0x30...0x39).contains($0) }),
      let score = Double(value), (0...100).contains(score)
    else {
      throw UsageError("option '--min-score' wants a number from 0 to 100, not '\(value)'")
    }
    return score
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

  private static func baseline(_ arguments: Arguments) throws(UsageError) -> (
    path: String, purpose: BaselineFile.Purpose
  )? {
    if let path = arguments.value(.writeBaseline) {
      guard path != "-" else {
        throw UsageError("--write-baseline wants a file; one of that name is './-'")
      }
      return (path, .write)
    }
    if let path = arguments.value(.baseline) {
      return (path, arguments.has(.pruneBaseline) ? .prune : .read)
    }
    guard !arguments.has(.pruneBaseline) else {
      throw UsageError("--prune-baseline wants --baseline=FILE")
    }
    return nil
  }

  private static func outputs(_ values: [String]) throws(UsageError) -> [(
    format: String, path: String
  )] {
    var outputs: [(format: String, path: String)] = []
    for value in values {
      guard let equals = value.firstIndex(of: "="), value.index(after: equals) < value.endIndex
      else {
        throw UsageError(
          "option '--output' wants a format and a file: --output=\(ReportFormat.names.last!)=FILE")
      }
      let format = String(value[..<equals])
      let path = String(value[value.index(after: equals)...])
      guard ReportFormat.ofFiles.contains(format) else {
        throw UsageError(unknown: "format", format, among: ReportFormat.ofFiles)
      }
      guard path != "-" else {
        throw UsageError(
          "write to standard output with "
            + (format == ReportFormat.difference ? "--diff" : "--format=\(format)"))
      }
      guard !outputs.contains(where: { $0.path == path }) else {
        throw UsageError("two reports can't be written to '\(path)'")
      }
      outputs.append((format, path))
    }
    return outputs
  }

  private static func severities(_ values: [String]) throws(UsageError) -> [(
    name: String, severity: Severity
  )] {
    var severities: [(name: String, severity: Severity)] = []
    for value in values {
      guard let equals = value.firstIndex(of: "=") else {
        throw UsageError("option '--severity' wants a rule and a severity: RULE=error")
      }
      let word = String(value[value.index(after: equals)...])
      guard let severity = Severity(rawValue: word) else {
        throw UsageError(
          unknown: "severity", word, among: Severity.allCases.map(\.rawValue))
      }
      severities.append((String(value[..<equals]), severity))
    }
    return severities
  }
}

extension Arguments {
  /// The locale that is asked for; `nil` if none is.
  func locale() throws(UsageError) -> LocaleTag? {
    guard let value = value(.locale) else { return nil }
    if let tag = LocaleTag(value) { return tag }
    let meant = LocaleTag(fileName: String(value.prefix { $0 != "." }))
    throw UsageError(
      "--locale: '\(value)' is not a well-formed BCP 47 tag"
        + (meant.map { "; did you mean '\($0)'?" } ?? "")
    )
  }

  /// The paths to read: the working folder if none is given.
  func paths() throws(UsageError) -> [String] {
    for path in operands {
      guard path != "-" else {
        let command = subcommand ?? .check
        let isRead = Option.all.contains {
          $0.name == .stdinPath && $0.subcommands.contains(command)
        }
        throw UsageError(
          (isRead
            ? "standard input wants a path that it stands for, --stdin-path=PATH"
            : "'\(command.rawValue)' does not read standard input")
            + "; a file of that name is './-'")
      }
      guard !path.isEmpty else { throw UsageError("a path is empty") }
    }
    return operands.isEmpty ? ["."] : operands
  }

  static let mostJobs = 1024

  /// How many files to read at a time.
  func jobs() throws(UsageError) -> Int {
    guard let value = value(.jobs) else { return System.processors }
    guard let jobs = Int(value), (1...Self.mostJobs).contains(jobs) else {
      throw UsageError(
        "option '--jobs' wants a number from 1 to \(Self.mostJobs), not '\(value)'")
    }
    return jobs
  }
}
