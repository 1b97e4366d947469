import LintCore
import LintReporters
import LintText
import LintWorkspace

/// Differences on standard output, where whatever reads them can't take pages for commands.
///
/// A patch keeps the bytes of pages, which strangers wrote. Into a file they go as they are; people
/// see them made visible; and in the log of a build that acts on what it reads, either the log is told
/// to pass over them, or there is no patch.
struct DifferenceWriter {
  /// What is done against commands.
  enum Guard: Equatable {
    /// For a file, a terminal, or a pipe that is no log.
    case none
    /// For GitHub, between `::stop-commands::TOKEN` and `::TOKEN::`, which `git apply` passes over.
    case stopped(token: String)
    /// For other logs: nothing is written if anything could be a command.
    case refused
  }

  private let kind: Guard
  /// Whether people read it as it comes, on a terminal.
  private let isVisible: Bool
  private var output: Output
  private var held: [UInt8] = []
  private var hasCommand = false
  private var hasBegun = false

  init(_ kind: Guard, isVisible: Bool, to descriptor: Int32) {
    self.kind = kind
    self.isVisible = isVisible
    output = Output(descriptor: descriptor)
  }

  /// Writes what differs in a file.
  mutating func add(_ difference: [UInt8]) {
    let difference = isVisible ? Self.visible(difference) : difference
    switch kind {
    case .none: output.write(difference.span)
    case .stopped(let token):
      if !hasBegun { output.write("::stop-commands::\(token)\n") }
      hasBegun = true
      output.write(difference.span)
    case .refused:
      hasCommand = hasCommand || Self.holdsCommand(difference.span)
      if hasCommand { held = [] } else { held += difference }
    }
  }

  /// Completes what was written.
  ///
  /// - Returns: What went wrong.
  mutating func end() -> FileError? {
    if hasCommand {
      return FileError(
        reason: "the patch holds what a build's log could take for a command; write it to a file, "
          + "--output=diff=FILE")
    }
    if case .stopped(let token) = kind, hasBegun { output.write("::\(token)::\n") }
    let rest = held
    output.write(rest.span)
    output.flush()
    return output.fault
  }

  /// Lines with what can't be seen in them made visible; tabs and line ends stay.
  private static func visible(_ difference: [UInt8]) -> [UInt8] {
    var shown: [UInt8] = []
    for line in difference.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast() {
      let hasReturn = line.last == 0x0D
      let text = String(decoding: hasReturn ? line.dropLast() : line, as: UTF8.self)
      let cells = text.split(separator: "\t", omittingEmptySubsequences: false)
      shown += cells.map { TextReporter.safe(String($0)) }.joined(separator: "\t").utf8
      shown += (hasReturn ? "\r\n" : "\n").utf8
    }
    return shown
  }

  /// Whether a log could act on some of these bytes: `##vso[` of Azure, `##teamcity[`, what begins a
  /// sequence for a terminal or, as GitLab's sections do, overwrites a line.
  static func holdsCommand(_ bytes: Span<UInt8>) -> Bool {
    for index in bytes.indices {
      switch bytes[index] {
      case 0x1B: return true
      case 0x0D where index + 1 == bytes.count || bytes[index + 1] != 0x0A: return true
      case 0x23 where index > 0 && bytes[index - 1] == 0x23:
        var end = index + 1
        while end < bytes.count, bytes[end].isLetter { end += 1 }
        if end < bytes.count, bytes[end] == 0x5B { return true }
      default: break
      }
    }
    return false
  }

  /// The guard that a descriptor wants; a build may give its log the looks of a terminal.
  static func guarding(_ descriptor: Int32) -> Guard {
    if System.isFile(descriptor) { return .none }
    if System.variable("GITHUB_ACTIONS") == "true" {
      // At random, so that no page can hold it and end the guard.
      let words = (0..<2).map { _ in String(UInt64.random(in: 0...UInt64.max), radix: 16) }
      return .stopped(token: "loclint-" + words.joined())
    }
    let logs = ["TF_BUILD", "TEAMCITY_VERSION", "GITLAB_CI", "CI"]
    return logs.contains { !System.variable($0).isEmpty } ? .refused : .none
  }
}
