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

    /// What the report has of a file, which is made in the worker that has linted it.
    func part(of report: FileReport, _ run: Run) -> any Sendable {
      reporter.part(of: report.listing(from: minimum), in: run)
    }

    mutating func join(_ part: any Sendable, _ run: Run) {
      reporter.join(any: part, in: run, to: &output)
    }

    mutating func end(_ summary: Summary, _ run: Run) {
      reporter.end(summary, in: run, to: &output)
      output.flush()
    }
  }

  /// A file for all reports, made before it is its turn.
  struct Prepared: Sendable {
    let figures: FileFigures
    /// One for each sink.
    let parts: [any Sendable]
    let difference: [UInt8]
    /// What people are told of fixes that would not have mended the file.
    let dropped: [String]
    /// Why the mended file could not be written.
    let failure: FileError?
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
  /// As they are before the first file; workers ask these for parts.
  private let begun: [Sink]
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
    var sinks = sinks
    for index in sinks.indices { sinks[index].begin(run) }
    begun = sinks
    state = Mutex(
      State(
        sinks: sinks, summary: Summary(rules: run.rules.count), progress: progress,
        shown: differences
          ? DifferenceWriter(
            DifferenceWriter.guarding(streams.output),
            isVisible: System.isTerminal(streams.output), to: streams.output) : nil))
  }

  /// Makes of a file what depends on no other one; workers call this as they come.
  func prepare(_ outcome: FileFixer.Outcome) -> Prepared {
    let report = outcome.report
    return Prepared(
      figures: FileFigures(of: report, in: run), parts: begun.map { $0.part(of: report, run) },
      difference: outcome.difference,
      dropped: outcome.dropped.map { finding in
        "\(report.path):\(finding.start.line):\(finding.start.column): the fix of "
          + "'\(run.rules[finding.rule].info.id)' would not mend the file, and was left out"
      },
      failure: outcome.failure)
  }

  /// Adds a file; files come in path order.
  func add(_ file: Prepared) {
    let report = file.figures.report
    state.withLock { state in
      if let failure = file.failure {
        state.progress.erase()
        streams.complain(of: report.path, "\(failure)")
        state.unwritten += 1
      }
      for complaint in file.dropped {
        state.dropped += 1
        guard state.dropped <= Self.mostFailures else { continue }
        state.progress.erase()
        streams.complain(complaint)
      }
      if !file.difference.isEmpty {
        state.progress.erase()
        state.shown?.add(file.difference)
        for index in state.sinks.indices where state.sinks[index].reporter is DifferenceReporter {
          state.sinks[index].output.write(file.difference.span)
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
      if showsAtOnce, file.figures.hasFindings { state.progress.erase() }
      state.summary.add(file.figures, in: run)
      for index in state.sinks.indices {
        state.sinks[index].join(file.parts[index], run)
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
