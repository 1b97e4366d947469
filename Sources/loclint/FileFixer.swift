import LintCore

/// Mends the files of a run, or tells how it would.
struct FileFixer: Sendable {
  /// What is done with a file that can be mended.
  enum Action: Sendable { case write, showDifference }

  /// What came of a file.
  struct Outcome: Sendable {
    var report: FileReport
    /// A unified diff; empty when nothing changes or all was written.
    var difference: [UInt8] = []
    /// Findings whose fixes would not have mended the file.
    var dropped: [PlacedFinding] = []
    /// Why the mended file could not be written.
    var failure: FileError?
  }

  let linter: Linter
  /// How many findings of each rule a report lists; all are mended.
  let most: Int?
  let safety: Fix.Safety
  let action: Action
  let permission: WritePermission
  let temporaries: TemporaryFiles
  /// Why a page must not be mended; `nil` when it may be.
  var obstacle: @Sendable (SourceFile) -> FileError? = { _ in nil }
  /// Whether the difference is wanted also when the mended file is written.
  var tellsDifference = false

  /// Lints a file and mends it.
  func fix(_ file: SourceFile) -> Outcome {
    var outcome = mend(file)
    outcome.report = outcome.report.listing(atMost: most)
    return outcome
  }

  private func mend(_ file: SourceFile) -> Outcome {
    guard let format = linter.format(of: file.path) else {
      return Outcome(report: linter.lint(file))
    }
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try linter.read(file)
    } catch {
      return Outcome(report: file.unreadable(error.description))
    }
    let report = linter.lint(bytes, of: file, as: format)
    let applier = FixApplier(upTo: safety) { linter.lint($0, of: file, as: format) }
    let result = applier.apply(to: bytes, report)
    guard result.bytes != bytes else { return Outcome(report: report, dropped: result.dropped) }
    let difference =
      action == .showDifference || tellsDifference
      ? UnifiedDifference(path: file.repositoryPath).text(bytes, result.bytes) : []
    switch action {
    case .showDifference:
      return Outcome(report: report, difference: difference, dropped: result.dropped)
    case .write:
      do throws(FileError) {
        if let obstacle = obstacle(file) { throw obstacle }
        try FileReplacement(
          of: try permission.destination(of: file.path), holding: bytes, temporaries
        ).write(result.bytes)
      } catch {
        return Outcome(report: report, dropped: result.dropped, failure: error)
      }
      var mended = result.report
      mended.fixed = report.findings.count - mended.findings.count
      return Outcome(report: mended, difference: difference, dropped: result.dropped)
    }
  }
}
