package import LintCore
import LintReporters
import LintText
import Synchronization

/// What a run has to do with a list of dismissals: it leaves out what is in it, and tells what fits nothing any
/// more.
package final class DismissalFile: Sendable {
  private struct State {
    /// The keys of dismissals that have fitted, by the path that lines have.
    var fitting: [String: Set<String>] = [:]
    /// The paths of files that every rule has looked at.
    var paths: Set<String> = []
  }

  /// Lines that are named; the others are counted.
  private static let mostLines = 10

  package let path: String
  package let dismissals: Dismissals
  private let state = Mutex(State())

  package init(_ path: String, renamed: [String: String]) throws(UsageError) {
    self.path = path
    dismissals = try Self.read(path, renamed: renamed)
  }

  /// Reads a list.
  ///
  /// - Parameter renamed: The present name of a rule for each former one.
  package static func read(_ path: String, renamed: [String: String]) throws(UsageError)
    -> Dismissals
  {
    do {
      return try Dismissals(try SourceFile(path: path).read(), renamed: renamed)
    } catch let error as FileError {
      throw UsageError("\(path): \(error)", isInHelp: false)
    } catch {
      let mistake = error as? Dismissals.Mistake
      throw UsageError(
        "\(path):\(mistake?.line ?? 1):\(mistake?.column ?? 1): \(mistake?.reason ?? "\(error)")",
        isInHelp: false)
    }
  }

  /// Notes which dismissals a file's findings fit.
  package func note(_ report: FileReport) {
    state.withLock { state in
      let path = Baseline.escaped(report.repositoryPath)
      if !report.fittingDismissals.isEmpty { state.fitting[path] = report.fittingDismissals }
      if case .unreadable = report.outcome { return }
      if report.failures.isEmpty { state.paths.insert(path) }
    }
  }

  /// What people should know of the list when all files are read.
  ///
  /// - Parameters:
  ///   - unsettled: Rules of which the run does not know whether what it has not found is there.
  ///   - root: The folder that the paths in the list are relative to.
  package func remarks(after run: Run, butFor unsettled: Set<String> = [], root: String) -> [String]
  {
    var remarks: [String] = []
    if !dismissals.formerNames.isEmpty {
      let names = dismissals.formerNames.sorted().map { "'\($0)'" }.joined(separator: ", ")
      remarks.append(
        "\(path): lists former names of rules: \(names); the next `loclint dismiss` renews them")
    }
    let lines = staleLines(Set(run.rules.map(\.info.id)).subtracting(unsettled), root)
    guard !lines.isEmpty else { return remarks }
    let named = lines.prefix(Self.mostLines).map(String.init).joined(separator: ", ")
    let more = lines.count - Self.mostLines
    remarks.append(
      "\(path): \(Numeral.count(lines.count, "dismissal")) "
        + (lines.count == 1 ? "fits nothing any more: line " : "fit nothing any more: lines ")
        + named + (more > 0 ? " and \(Numeral.grouped(more)) more" : ""))
    return remarks
  }

  /// Where dismissals stand that fit nothing, though the run has looked at their files with their rules.
  private func staleLines(_ rules: Set<String>, _ root: String) -> [Int] {
    let state = state.withLock { $0 }
    // A folder's file is looked for once, however many lines name it.
    var isGone: [String: Bool] = [:]
    return dismissals.lines.filter { line in
      guard rules.contains(line.rule) else { return false }
      if state.paths.contains(line.path) {
        return state.fitting[line.path]?.contains(line.key) != true
      }
      if let known = isGone[line.path] { return known }
      let gone = FileFinder.canonical("\(root)/\(Baseline.unescaped(line.path))") == nil
      isGone[line.path] = gone
      return gone
    }.map(\.entry.line).sorted()
  }
}
