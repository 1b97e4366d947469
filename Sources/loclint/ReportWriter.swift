import LintCore
import LintReporters
import LintText
import LintWorkspace
import Synchronization

/// Every report of a run, fed file by file.
final class ReportWriter: Sendable {
  /// One report and where it goes.
  struct Sink: Sendable {
    var reporter: any Reporter
    var output: Output
    /// `nil` for standard output.
    let file: ReportFile?
    /// What is less severe is left out.
    let minimum: Severity

    init(_ reporter: any Reporter, to descriptor: Int32, from minimum: Severity = .note) {
      self.reporter = reporter
      self.minimum = minimum
      output = Output(descriptor: descriptor)
      file = nil
    }

    init(_ reporter: any Reporter, to file: ReportFile) {
      self.reporter = reporter
      minimum = .note
      output = Output(descriptor: file.descriptor)
      self.file = file
    }

    mutating func begin(_ run: Run) { reporter.begin(run, to: &output) }

    mutating func add(_ report: FileReport, _ run: Run) {
      reporter.add(report.listing(from: minimum), in: run, to: &output)
    }

    mutating func end(_ summary: Summary, _ run: Run) {
      reporter.end(summary, in: run, to: &output)
      output.flush()
    }
  }

  /// What came of writing.
  struct Outcome {
    let summary: Summary
    /// What could not be written, and why.
    let failures: [(path: String?, error: FileError)]
    /// Mended files that could not be written.
    let unwritten: Int
    /// Files that would be mended, or were.
    let differences: Int
    /// What reports have left out.
    let remarks: [(path: String?, text: String)]
  }

  private struct State {
    var sinks: [Sink]
    var summary: Summary
    var progress: Progress
    /// How many files each rule has given up on.
    var failures: [Int: Int] = [:]
    /// Differences on standard output; `nil` when they are not for it.
    var shown: DifferenceWriter?
    var unwritten = 0
    var differences = 0
    /// Fixes that would not have mended their file.
    var dropped = 0
  }

  /// Files that a rule gave up on, each told of by itself.
  private static let mostFailures = 5

  private let run: Run
  private let streams: Streams
  private let showsAtOnce: Bool
  private let state: Mutex<State>

  /// - Parameters:
  ///   - showsAtOnce: Whether standard output is a terminal, where people wait for it.
  ///   - differences: Whether differences go to standard output.
  init(
    _ sinks: [Sink], of run: Run, on streams: Streams, progress: Progress, showsAtOnce: Bool,
    differences: Bool
  ) {
    self.run = run
    self.streams = streams
    self.showsAtOnce = showsAtOnce
    state = Mutex(
      State(
        sinks: sinks, summary: Summary(rules: run.rules.count), progress: progress,
        shown: differences
          ? DifferenceWriter(
            DifferenceWriter.guarding(streams.output),
            isVisible: System.isTerminal(streams.output), to: streams.output) : nil))
    state.withLock { state in
      for index in state.sinks.indices { state.sinks[index].begin(run) }
    }
  }

  /// Adds a file; files come in path order.
  func add(_ outcome: FileFixer.Outcome) {
    let report = outcome.report
    state.withLock { state in
      if let failure = outcome.failure {
        state.progress.erase()
        streams.complain(of: report.path, "\(failure)")
        state.unwritten += 1
      }
      for finding in outcome.dropped {
        state.dropped += 1
        guard state.dropped <= Self.mostFailures else { continue }
        state.progress.erase()
        streams.complain(
          "\(report.path):\(finding.start.line):\(finding.start.column): the fix of "
            + "'\(run.rules[finding.rule].info.id)' would not mend the file, and was left out")
      }
      if !outcome.difference.isEmpty {
        state.progress.erase()
        state.shown?.add(outcome.difference)
        for index in state.sinks.indices where state.sinks[index].reporter is DifferenceReporter {
          state.sinks[index].output.write(outcome.difference.span)
        }
        state.differences += 1
      }
      if case .unreadable(let reason) = report.outcome {
        state.progress.erase()
        streams.complain(of: report.path, reason)
      }
      for failure in report.failures {
        state.failures[failure.rule, default: 0] += 1
        // A rule with a bad pattern may give up on every file.
        guard state.failures[failure.rule]! <= Self.mostFailures else { continue }
        state.progress.erase()
        streams.complain(of: report.path, failure.sentence(in: run))
      }
      if showsAtOnce, !report.findings.isEmpty { state.progress.erase() }
      state.summary.add(report, in: run)
      for index in state.sinks.indices {
        state.sinks[index].add(report, run)
        if showsAtOnce, state.sinks[index].file == nil { state.sinks[index].output.flush() }
      }
      state.progress.advance()
    }
  }

  /// Completes all reports, whatever happens to one of them.
  ///
  /// - Parameter seconds: What the run has taken.
  func end(seconds: Double) -> Outcome {
    state.withLock { state in
      state.progress.erase()
      state.summary.seconds = seconds
      for (rule, count) in state.failures.sorted(by: { $0.key < $1.key })
      where count > Self.mostFailures {
        streams.complain(
          "rule '\(run.rules[rule].info.id)' gave up on "
            + Numeral.count(count - Self.mostFailures, "more file"))
      }
      if state.dropped > Self.mostFailures {
        streams.complain(
          Numeral.count(state.dropped - Self.mostFailures, "more fix", "more fixes")
            + " left out")
      }
      var failures: [(path: String?, error: FileError)] = []
      if let failure = state.shown?.end() { failures.append((nil, failure)) }
      var remarks: [(path: String?, text: String)] = []
      for index in state.sinks.indices {
        state.sinks[index].end(state.summary, run)
        remarks += state.sinks[index].reporter.remarks.map { (state.sinks[index].file?.path, $0) }
        let output = state.sinks[index].output
        if let file = state.sinks[index].file {
          do throws(FileError) {
            try file.finish(output.failure.map { FileError(number: $0) })
          } catch {
            failures.append((file.path, error))
          }
        } else if let fault = output.fault {
          failures.append((nil, fault))
        }
      }
      return Outcome(
        summary: state.summary, failures: failures, unwritten: state.unwritten,
        differences: state.differences, remarks: remarks)
    }
  }
}
