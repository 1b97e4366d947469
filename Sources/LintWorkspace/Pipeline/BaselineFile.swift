package import LintCore
import LintReporters
import Synchronization

/// What a run has to do with a baseline.
package final class BaselineFile: Sendable {
  /// What the command line asks for.
  package enum Purpose: Sendable {
    /// Leave out what it lists.
    case read
    /// The same, and take out of it what no longer occurs.
    case prune
    /// Make it, of all that is found.
    case write
  }

  private struct State {
    /// The entries of findings that were made.
    var found: Set<String> = []
    /// The paths, as entries have them, of files that every rule has looked at.
    var paths: Set<String> = []
  }

  package let path: String
  private let purpose: Purpose
  private let baseline: Baseline
  /// Where it is written, if it is.
  private let target: WritableFile?
  private let temporaries: TemporaryFiles
  private let state = Mutex(State())

  package init(
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
    baseline = try Self.read(path, renamed: renamed)
  }

  /// Reads a list of findings of old.
  ///
  /// - Parameter renamed: The present name of a rule for each former one.
  package static func read(_ path: String, renamed: [String: String]) throws(UsageError) -> Baseline
  {
    do {
      return try Baseline(
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

  /// How findings are filtered by it.
  package var use: Baseline.Use { purpose == .write ? .listing : .leavingOut(baseline) }

  /// Notes which entries a file's findings have.
  package func note(_ report: FileReport) {
    state.withLock { state in
      state.found.formUnion(report.listed)
      if case .unreadable = report.outcome { return }
      if report.failures.isEmpty { state.paths.insert(Baseline.escaped(report.repositoryPath)) }
    }
  }

  /// Writes what is to be written.
  ///
  /// - Parameters:
  ///   - unsettled: Rules of which the run does not know whether what it has not found is there.
  ///   - root: The folder that the paths in the list are relative to.
  /// - Returns: What was done, or should be.
  package func end(_ run: Run, butFor unsettled: Set<String> = [], root: String) throws(FileError)
    -> [String]
  {
    var remarks: [String] = []
    let state = state.withLock { $0 }
    if purpose == .write {
      try write(Baseline(state.found))
      return ["\(path): \(Numeral.count(state.found.count, "finding")) written"]
    }
    if !baseline.formerNames.isEmpty, purpose == .read {
      let names = baseline.formerNames.sorted().map { "'\($0)'" }.joined(separator: ", ")
      remarks.append(
        "\(path): lists former names of rules: \(names); --prune-baseline renews them")
    }
    let rules = Set(run.rules.map(\.info.id)).subtracting(unsettled)
    let stale = baseline.entries.subtracting(state.found).filter { entry in
      let (rule, file) = Baseline.origin(of: entry)
      // An entry of a rule or file that this run did not look at may still be right.
      return rules.contains(rule)
        && (state.paths.contains(file)
          || FileFinder.canonical("\(root)/\(Baseline.unescaped(file))") == nil)
    }
    if stale.isEmpty {
      // Also where nothing but names of rules has changed.
      if purpose == .prune, !baseline.formerNames.isEmpty { try write(baseline) }
      return remarks
    }
    let count = Numeral.count(stale.count, "finding")
    if purpose == .prune {
      try write(Baseline(baseline.entries.subtracting(stale)))
      remarks.append("\(path): \(count) taken out")
    } else {
      remarks.append(
        "\(path): \(count) no longer \(stale.count == 1 ? "occurs" : "occur"); "
          + "--prune-baseline takes \(stale.count == 1 ? "it" : "them") out")
    }
    return remarks
  }

  private func write(_ baseline: Baseline) throws(FileError) {
    guard let target else { return }
    try ReportFile.write(to: target, temporaries) { $0.write(baseline.text) }
  }
}
