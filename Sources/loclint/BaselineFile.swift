import LintCore
import LintReporters
import Synchronization

/// What a run has to do with a baseline.
final class BaselineFile: Sendable {
  /// What the command line asks for.
  enum Purpose: Sendable {
    /// Leave out what it lists.
    case read
    /// The same, and take out of it what no longer occurs.
    case prune
    /// Make it, of all that is found.
    case write
  }

  private struct State {
    /// Of findings that were made.
    var found: Set<String> = []
    /// Of files that every rule has looked at.
    var paths: Set<String> = []
  }

  let path: String
  private let purpose: Purpose
  private let baseline: Baseline
  /// Where it is written, if it is.
  private let target: WritableFile?
  private let temporaries: TemporaryFiles
  private let state = Mutex(State())

  init(
    _ path: String, _ purpose: Purpose, to target: WritableFile?,
    renamed: [String: String] = [:], _ temporaries: TemporaryFiles
  ) throws(UsageError) {
    self.path = path
    self.purpose = purpose
    self.target = target
    self.temporaries = temporaries
    guard purpose != .write else {
      baseline = Baseline()
      return
    }
    do {
      baseline = try Baseline(
        String(decoding: try SourceFile(path: path).read(), as: UTF8.self), renamed: renamed)
    } catch let error as FileError {
      throw UsageError("\(path): \(error)", isInHelp: false)
    } catch {
      let line = (error as? Baseline.Mistake)?.line ?? 1
      throw UsageError(
        "\(path):\(line): no line of a baseline: rule, file, number, words and a count, separated "
          + "by tabs", isInHelp: false)
    }
  }

  /// What a run does with it.
  var use: Baseline.Use { purpose == .write ? .listing : .leavingOut(baseline) }

  /// Takes note of what a file has of it.
  func note(_ report: FileReport) {
    state.withLock { state in
      state.found.formUnion(report.listed)
      if case .unreadable = report.outcome { return }
      if report.failures.isEmpty { state.paths.insert(Baseline.escaped(report.repositoryPath)) }
    }
  }

  /// Writes what is to be written, and tells what was done.
  ///
  /// - Parameter root: Where the paths begin.
  func end(_ run: Run, root: String, _ streams: Streams) throws(FileError) {
    let state = state.withLock { $0 }
    if purpose == .write {
      try write(Baseline(state.found))
      streams.complain("\(path): \(Numeral.count(state.found.count, "finding")) written")
      return
    }
    if !baseline.formerNames.isEmpty, purpose == .read {
      let names = baseline.formerNames.sorted().map { "'\($0)'" }.joined(separator: ", ")
      streams.complain(
        "\(path): lists former names of rules: \(names); --prune-baseline renews them")
    }
    let rules = Set(run.rules.map(\.info.id))
    let stale = baseline.entries.subtracting(state.found).filter { entry in
      let (rule, file) = Baseline.origin(of: entry)
      // What this run did not look at may well be there.
      return rules.contains(rule)
        && (state.paths.contains(file)
          || FileFinder.canonical("\(root)/\(Baseline.unescaped(file))") == nil)
    }
    if stale.isEmpty {
      // What has only been renamed is written anew, too.
      if purpose == .prune, !baseline.formerNames.isEmpty { try write(baseline) }
      return
    }
    let count = Numeral.count(stale.count, "finding")
    if purpose == .prune {
      try write(Baseline(baseline.entries.subtracting(stale)))
      streams.complain("\(path): \(count) taken out")
    } else {
      streams.complain(
        "\(path): \(count) no longer \(stale.count == 1 ? "occurs" : "occur"); "
          + "--prune-baseline takes \(stale.count == 1 ? "it" : "them") out")
    }
  }

  private func write(_ baseline: Baseline) throws(FileError) {
    guard let target else { return }
    try ReportFile.write(to: target, temporaries) { $0.write(baseline.text) }
  }
}
