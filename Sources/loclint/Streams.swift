import Glibc
import LintCore
import LintReporters

/// Where a command writes.
struct Streams: Sendable {
  var output: Int32 = 1
  var error: Int32 = 2

  /// Writes to standard output.
  ///
  /// - Returns: The exit status; a reader that has gone away is no failure.
  func print(_ text: String) -> Int32 {
    var output = Output(descriptor: output)
    output.write(text)
    output.flush()
    guard let failure = output.failure, failure != EPIPE else { return 0 }
    complain("standard output: \(FileError(number: failure))")
    return 2
  }

  /// Tells of a mistake that is not a file's.
  func complain(_ message: String) {
    tell("loclint: \(TextReporter.safe(message))\n")
  }

  /// Tells of a path that can't be used.
  func complain(of path: String, _ reason: String) {
    tell(TextReporter.unreadableLine(path, reason) + "\n")
  }

  /// Writes to standard error as it is.
  func tell(_ text: String) {
    var output = Output(descriptor: error)
    output.write(text)
    output.flush()
  }
}
