/// Where a page stands among others.
public struct PagePlace: Sendable {
  /// As reports and `files` name it.
  public let path: String
  /// Where its source should lie; `nil` where nobody has said.
  public let source: String?
  public let files: any FileTree

  public init(_ path: String, source: String? = nil, in files: any FileTree = ListedFiles()) {
    self.path = path
    self.source = source
    self.files = files
  }
}
