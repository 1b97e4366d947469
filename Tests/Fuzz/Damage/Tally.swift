import Foundation
import Synchronization

/// What came of all pages.
final class Tally: Sendable {
  private struct State {
    var findings = 0
    var faults = 0
  }

  private let state = Mutex(State())

  /// Takes what a process has printed.
  func add(_ output: String) {
    for line in output.split(separator: "\n") {
      if let words = line.wholeMatch(of: /findings: (\d+)/) {
        state.withLock { $0.findings += Int(words.1) ?? 0 }
      } else {
        add(fault: String(line))
      }
    }
  }

  func add(fault: String) {
    // Not `print`, which keeps it back when a pipe reads.
    FileHandle.standardOutput.write(Data("\(fault)\n".utf8))
    state.withLock { $0.faults += 1 }
  }

  var result: (words: String, faults: Int) {
    state.withLock { ("\($0.findings) findings", $0.faults) }
  }
}
