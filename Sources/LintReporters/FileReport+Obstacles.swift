import LintCore

extension FileReport {
  /// Why the file was not checked as it should have been, a clause each: it could not be read, or
  /// rules gave up on it.
  ///
  /// Every reporter shows these: a run that is not complete must not look clean.
  func obstacles(in run: Run) -> [String] {
    if case .unreadable(let reason) = outcome { return [reason] }
    return failures.map { $0.sentence(in: run) }
  }
}
