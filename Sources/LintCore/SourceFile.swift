/// A file to lint.
public struct SourceFile: Hashable, Sendable {
  /// As it is opened and shown, relative to the working folder where it lies below that.
  public let path: String
  /// Relative to the root of the repository; `path` where there is none.
  public let repositoryPath: String

  public init(path: String, repositoryPath: String? = nil) {
    self.path = path
    self.repositoryPath = repositoryPath ?? path
  }

  /// The report of a file that can't be read.
  public func unreadable(_ reason: String) -> FileReport {
    FileReport(path: path, repositoryPath: repositoryPath, outcome: .unreadable(reason))
  }
}
