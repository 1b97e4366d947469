import LintCore
import LintReporters
import LintWorkspace

/// Where a command writes.
struct Streams: Sendable {
  var input: Int32 = 0
  var output: Int32 = 1
  var error: Int32 = 2

  /// Writes to standard output.
  ///
  /// - Returns: The exit status; a reader that has gone away is no failure.
  func print(_ text: String) -> Int32 {
    var output = Output(descriptor: output)
    output.write(text)
    output.flush()
    guard let fault = output.fault else { return 0 }
    complain("standard output: \(fault)")
    return 2
  }

  /// Reads standard input to its end.
  ///
  /// - Parameter most: The largest number of bytes that is read.
  func read(atMost most: Int) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try System.read(input, into: &piece)
      if count == 0 { return bytes }
      bytes += piece[..<count]
      guard bytes.count <= most else { throw FileError(largerThan: most) }
    }
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
