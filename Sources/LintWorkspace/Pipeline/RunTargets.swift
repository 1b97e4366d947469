import LintReporters

/// Where reports and the baseline are written, if they may be; decided before any page is read.
package struct RunTargets: Sendable {
  /// In the order of the reports.
  package private(set) var reports: [WritableFile] = []
  package private(set) var baseline: WritableFile?
  private let permission: WritePermission

  package init(_ permission: WritePermission) {
    self.permission = permission
  }

  /// Adds the file of a report.
  package mutating func add(_ report: Settings.Report) throws(UsageError) {
    let file = try file(report.path, report.author)
    // A log may take lines of a page for commands; --diff guards against that, a file does not.
    guard report.format.isForConfigurations || file.isOrdinary else {
      throw UsageError(
        "\(report.path): a patch is written to a file; --diff writes it to standard output",
        isInHelp: false)
    }
    reports.append(file)
  }

  /// Sets the file of the baseline.
  package mutating func setBaseline(_ path: String, by author: WritePermission.Author)
    throws(UsageError)
  {
    baseline = try file(path, author)
  }

  private func file(_ path: String, _ author: WritePermission.Author) throws(UsageError)
    -> WritableFile
  {
    let file: WritableFile
    do throws(FileError) {
      file = try permission.file(path, by: author)
    } catch {
      throw UsageError("\(path): \(error)", isInHelp: false)
    }
    if let other = reports.first(where: { $0.isSame(as: file) }) {
      throw UsageError(
        "'\(path)' and '\(other.path)' are one file, and two things can't be written to it",
        isInHelp: false)
    }
    return file
  }
}
