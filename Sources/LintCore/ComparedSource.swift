/// What a page was compared with.
public struct ComparedSource: Hashable, Sendable {
  public let file: RelatedFile
  public let version: SourceVersion
  /// Whether the page names another version, which was not found.
  public let isUnnamed: Bool

  public init(_ file: RelatedFile, _ version: SourceVersion, isUnnamed: Bool = false) {
    self.file = file
    self.version = version
    self.isUnnamed = isUnnamed
  }
}
