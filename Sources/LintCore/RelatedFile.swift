/// A file other than the one that a finding is in: the source's.
public struct RelatedFile: Hashable, Sendable {
  /// As it is shown, relative to the working folder where it lies below that.
  public let path: String
  /// Relative to the root of the repository.
  public let repositoryPath: String
  /// What git calls the commit or the object that it comes from; `nil` for a file of the work tree.
  public let revision: String?

  public init(path: String, repositoryPath: String, revision: String? = nil) {
    self.path = path
    self.repositoryPath = repositoryPath
    self.revision = revision
  }
}
