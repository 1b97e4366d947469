import Foundation
import Glibc
import TestSupport
import Testing

/// What is left when a run is ended from outside.
@Suite(.serialized) struct SignalTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.makeFolder(".git")
    try folder.write("docs/a.md", String(repeating: "a \u{FFFD}\n", count: 5000))
  }

  /// Starts a run that waits for somebody to read its report, which is longer than a pipe holds.
  private func start(_ words: [String], ignoring signal: Int32? = nil) throws -> (Process, Pipe) {
    let words = ["--max-findings-per-rule=none"] + words
    let process = Process()
    let pipe = Pipe()
    if let signal {
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments =
        ["-c", "trap '' \(signal); exec \"$0\" \"$@\"", Executable.loclint] + words
    } else {
      process.executableURL = URL(filePath: Executable.loclint)
      process.arguments = words
    }
    process.environment = Executable.environment
    process.currentDirectoryURL = URL(filePath: folder.path)
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    return (process, pipe)
  }

  /// Waits until a report is being written.
  private func waitForReport() throws {
    for _ in 0..<500 {
      if try folder.names().contains(where: { $0.hasPrefix(".loclint-") }) { return }
      usleep(20_000)
    }
    Issue.record("no report was begun")
  }

  @Test(.timeLimit(.minutes(1)), arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT])
  func `A signal leaves no half report, and ends the run`(signal: Int32) throws {
    try folder.write("old.jsonl", "old")
    let (process, pipe) = try start(["-o", "jsonl=new.jsonl", "-o", "jsonl=old.jsonl", "docs"])
    try waitForReport()
    // Later than the first file, for there are two.
    usleep(200_000)
    kill(process.processIdentifier, signal)
    for _ in 0..<500 where process.isRunning { usleep(20_000) }
    // It waits for a reader for ever.
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    try pipe.fileHandleForReading.close()
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(process.terminationStatus == signal)
    #expect(folder.read("old.jsonl") == "old")
    #expect(try folder.names().filter { !$0.hasPrefix("core") } == [".git", "docs", "old.jsonl"])
  }

  @Test(.timeLimit(.minutes(1)))
  func `A signal that is ignored stays so`() throws {
    let (process, pipe) = try start(["-o", "jsonl=new.jsonl", "docs"], ignoring: SIGHUP)
    try waitForReport()
    kill(process.processIdentifier, SIGHUP)
    _ = try pipe.fileHandleForReading.readToEnd()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 1)
    #expect(try folder.names() == [".git", "docs", "new.jsonl"])
  }

  @Test(
    .disabled(
      if: Executable.sanitizer == "thread",
      "Where files are limited the sanitizer itself ends by SIGBUS"),
    .timeLimit(.minutes(1)))
  func `A limit of size is an error like any other`() throws {
    try folder.write("old.jsonl", "old")
    let outcome = try Executable.run(
      [
        "-c", "ulimit -f 8; exec \"$0\" -q --fail-on=never -o jsonl=old.jsonl docs >/dev/null",
        Executable.loclint,
      ], as: "/bin/sh", in: folder.path)
    #expect(outcome.hasExited && outcome.status == 2)
    #expect(outcome.error == "loclint: old.jsonl: file too large\n")
    #expect(folder.read("old.jsonl") == "old")
    #expect(try folder.names() == [".git", "docs", "old.jsonl"])
  }
}
