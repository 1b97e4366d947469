/// A file other than the one that a finding is in: the source's.
public struct RelatedFile: Hashable, Sendable {
  /// As it is shown, relative to the working folder where it lies below that.
  public let path: String
  /// Relative to the root of the repository.
  public let repositoryPath: String
}
