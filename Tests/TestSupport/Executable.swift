import Foundation

/// Programs, run as a user would.
public enum Executable {
  public struct Outcome {
    public let status: Int32
    /// Whether it ended by itself, not by a signal.
    public let hasExited: Bool
    public let output: String
    public let error: String
  }

  /// Where standard output goes.
  public enum Destination {
    case file
    /// A pipe that nobody reads.
    case brokenPipe
    case device(String)
  }

  /// The built command, which lies beside the tests.
  public static let loclint: String =
    URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    .appending(path: "loclint").path

  /// Whether there are pseudo-terminals, which some containers lack.
  public static let canOpenTerminal = FileHandle(forUpdatingAtPath: "/dev/ptmx") != nil

  /// The sanitizer that it was built for, as `Tests/sanitize` says: `thread`.
  public static let sanitizer = ProcessInfo.processInfo.environment["LOCLINT_SANITIZER"]
  /// Whether that takes addresses without end, so that memory can't be limited.
  public static let isSanitized = sanitizer == "address" || sanitizer == "thread"

  /// The path of a program.
  public static func find(_ name: String) -> String? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// The variables of this process without those that a run heeds: where tests run, some are set.
  public static var environment: [String: String] {
    var variables = ProcessInfo.processInfo.environment
    for name in [
      "NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "SOURCE_DATE_EPOCH", "CI",
      "GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION", "GITLAB_CI", "FORCE_HYPERLINK",
      "TERM_PROGRAM",
      "VTE_VERSION", "WT_SESSION", "KONSOLE_VERSION", "DOMTERM",
    ] { variables[name] = nil }
    for name in variables.keys where name.hasPrefix("LOCLINT_") { variables[name] = nil }
    return variables
  }

  public static func run(
    _ words: [String], as program: String = loclint, in folder: String,
    environment: [String: String] = [:], input: String? = nil,
    to destination: Destination = .file
  ) throws -> Outcome {
    let streams = try TemporaryFolder()
    try streams.write("output", "")
    try streams.write("error", "")
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = words
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = Self.environment.merging(environment) { $1 }
    process.standardInput =
      input.flatMap { FileHandle(forReadingAtPath: $0) } ?? FileHandle.nullDevice
    process.standardError = FileHandle(forWritingAtPath: streams.path("error"))
    switch destination {
    case .file:
      process.standardOutput = FileHandle(forWritingAtPath: streams.path("output"))
    case .brokenPipe:
      let pipe = Pipe()
      try pipe.fileHandleForReading.close()
      process.standardOutput = pipe.fileHandleForWriting
    case .device(let path):
      process.standardOutput = FileHandle(forWritingAtPath: path)
    }
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, hasExited: process.terminationReason == .exit,
      output: streams.read("output") ?? "", error: streams.read("error") ?? "")
  }
}
