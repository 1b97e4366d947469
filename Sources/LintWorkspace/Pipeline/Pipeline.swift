import LintCore

/// The way of all files of a run: read, linted and mended by several workers, and handed on in path order.
package struct Pipeline: Sendable {
  private let linters: PageLinters
  private let fixer: FileFixer?
  private let workers: Int

  /// - Parameter fixer: What mends files or tells how; `nil` leaves them as they are.
  package init(_ linters: PageLinters, _ fixer: FileFixer?, workers: Int) {
    self.linters = linters
    self.fixer = fixer
    self.workers = workers
  }

  /// Returns when the last file has been consumed.
  ///
  /// - Parameters:
  ///   - prepare: Makes of a file what depends on no other one, in the worker that has linted it.
  ///   - consume: Takes what that has made, in path order; it is never called twice at a time.
  package func run<Prepared: Sendable>(
    _ entries: [Paths.Entry], prepare: @escaping @Sendable (FileFixer.Outcome) -> Prepared,
    _ consume: @escaping @Sendable (Prepared) -> Void
  ) {
    linters.expect(entries)
    ParallelMap(workers: workers).run(
      entries, transform: { prepare(outcome(of: $0)) }, consume: consume)
  }

  /// Lints one file, or bytes that stand for one, and mends it where that is wanted.
  private func outcome(of entry: Paths.Entry) -> FileFixer.Outcome {
    if let problem = entry.problem {
      return FileFixer.Outcome(report: entry.file.unreadable(problem))
    }
    if let bytes = entry.bytes {
      if let report = linters[entry.file].lint(bytes, of: entry.file) {
        return FileFixer.Outcome(report: report)
      }
    }
    return fixer?.fix(entry.file) ?? FileFixer.Outcome(report: linters.lint(entry.file))
  }
}
