import LintReporters
import LintWorkspace

/// A line on the terminal that shows how far a long run has come.
struct Progress {
  private let streams: Streams
  private let total: Int
  private let isOn: Bool
  /// When to draw next; a short run needs no progress.
  private var due: Double
  private var done = 0
  private var isDrawn = false

  init(of total: Int, on streams: Streams, isOn: Bool, after delay: Double = 0.5) {
    self.streams = streams
    self.total = total
    self.isOn = isOn
    due = isOn ? System.seconds() + delay : 0
  }

  /// Takes the line away before something else is written.
  mutating func erase() {
    guard isDrawn else { return }
    streams.tell("\r\u{1B}[K")
    isDrawn = false
  }

  /// Counts a file, and draws the line now and then.
  mutating func advance() {
    done += 1
    guard isOn else { return }
    let now = System.seconds()
    guard now >= due else { return }
    due = now + 0.1
    isDrawn = true
    streams.tell("\r\u{1B}[K\(Numeral.grouped(done)) of \(Numeral.count(total, "file"))")
  }
}
