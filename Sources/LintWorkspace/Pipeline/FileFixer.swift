package import LintCore

/// Mends the files of a run, or tells how it would.
package struct FileFixer: Sendable {
  /// What is done with a file that can be mended.
  package enum Action: Sendable { case write, showDifference }

  /// What came of a file.
  package struct Outcome: Sendable {
    package var report: FileReport
    /// A unified diff; empty when nothing changes or all was written.
    package var difference: [UInt8] = []
    /// Findings whose fixes would not have mended the file.
    package var dropped: [PlacedFinding] = []
    /// Why the mended file could not be written.
    package var failure: FileError?

    package init(
      report: FileReport, difference: [UInt8] = [], dropped: [PlacedFinding] = [],
      failure: FileError? = nil
    ) {
      self.report = report
      self.difference = difference
      self.dropped = dropped
      self.failure = failure
    }
  }

  private let linters: PageLinters
  private let safety: Fix.Safety
  private let action: Action
  private let permission: WritePermission
  private let temporaries: TemporaryFiles
  /// Why a page must not be mended; `nil` when it may be.
  private let obstacle: (@Sendable (SourceFile) -> FileError?)?
  /// Whether the difference is wanted also when the mended file is written.
  private let tellsDifference: Bool

  /// - Parameters:
  ///   - linters: They list all findings, so that all are mended.
  ///   - obstacle: Why a page must not be mended; `nil` when it may be.
  ///   - tellsDifference: Whether the difference is wanted also when the mended file is written.
  package init(
    linters: PageLinters, safety: Fix.Safety, action: Action, permission: WritePermission,
    temporaries: TemporaryFiles,
    obstacle: (@Sendable (SourceFile) -> FileError?)? = nil,
    tellsDifference: Bool = false
  ) {
    self.linters = linters
    self.safety = safety
    self.action = action
    self.permission = permission
    self.temporaries = temporaries
    self.obstacle = obstacle
    self.tellsDifference = tellsDifference
  }

  /// Lints a file and mends it.
  package func fix(_ file: SourceFile) -> Outcome {
    let part = linters[file]
    var outcome = mend(file, part)
    outcome.report = outcome.report.listing(atMost: part.most)
    return outcome
  }

  private func mend(_ file: SourceFile, _ part: PageLinters.Part) -> Outcome {
    let bytes: [UInt8]
    let reading: PageReading
    do throws(FileError) {
      bytes = try file.read(atMost: part.mostBytes)
      guard let found = try part.reading(of: file, bytes) else {
        return Outcome(report: file.unreadable("no format reads files of this name"))
      }
      reading = found
    } catch {
      return Outcome(report: file.unreadable(error.description))
    }
    var report = reading.lint(bytes)
    let applier = FixApplier(upTo: safety, lint: reading.lint)
    let result = applier.apply(to: bytes, report)
    var refused = FixCount()
    if action == .write { for finding in result.dropped { refused.add(finding.fix?.safety) } }
    report.refused = refused
    guard result.bytes != bytes else { return Outcome(report: report, dropped: result.dropped) }
    let difference =
      action == .showDifference || tellsDifference
      ? UnifiedDifference(path: file.repositoryPath).text(bytes, result.bytes) : []
    switch action {
    case .showDifference:
      return Outcome(report: report, difference: difference, dropped: result.dropped)
    case .write:
      do throws(FileError) {
        if let obstacle = obstacle?(file) { throw obstacle }
        try FileReplacement(
          of: try permission.destination(of: file.path), holding: bytes, temporaries
        ).write(result.bytes)
      } catch {
        report.isUnwritten = true
        return Outcome(report: report, dropped: result.dropped, failure: error)
      }
      var mended = result.report
      mended.refused = refused
      mended.fixedByRule = Self.gone(from: report, in: mended)
      return Outcome(report: mended, difference: difference, dropped: result.dropped)
    }
  }

  /// How many findings of each rule there are no more.
  private static func gone(from report: FileReport, in mended: FileReport) -> [Int: Int] {
    var counts: [Int: Int] = [:]
    for finding in report.findings { counts[finding.rule, default: 0] += 1 }
    for finding in mended.findings { counts[finding.rule, default: 0] -= 1 }
    return counts.filter { $0.value != 0 }
  }
}
