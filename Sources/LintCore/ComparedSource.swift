/// What a page was compared with.
public struct ComparedSource: Hashable, Sendable {
  public let file: RelatedFile
  public let version: SourceVersion

  public init(_ file: RelatedFile, _ version: SourceVersion) {
    self.file = file
    self.version = version
  }
}
