/// A source that stands in a file of its own, read once for all its locales.
public final class SourceText: Sendable {
  /// As it is shown, relative to the working folder where it lies below that.
  public let path: String
  /// Relative to the root of the repository.
  public let repositoryPath: String
  /// The file's bytes, as read.
  public let bytes: [UInt8]
  /// As many bytes, with code, markup and addresses blanked.
  public let prose: [UInt8]
  /// The offset of the first byte after the byte order mark; 0 where there is none.
  public let start: Int
  /// What only the format knows: the segments of the source, say.
  public let detail: (any AnyObject & Sendable)?
  /// What it is to the page that is compared with it.
  public let version: SourceVersion
  /// What git calls the commit or the object that it comes from; `nil` for a file of the work tree.
  public let revision: String?
  /// The latest version, where this is another one.
  public let latest: SourceText?
  /// In how many commits it was changed since then; `nil` where nobody knows.
  public let commits: Int?
  /// Whether the page names a version, and this is another one, for it was not found.
  public let isUnnamed: Bool

  /// - Parameters:
  ///   - prose: as many bytes as `bytes`; if not, the program stops.
  ///   - start: the offset of the first byte after the byte order mark.
  ///   - version: what it is to the page that is compared with it.
  ///   - revision: what git calls that which it comes from.
  ///   - latest: the latest version, where this is another one.
  ///   - commits: in how many commits it was changed since then.
  ///   - isUnnamed: whether the page names another version, which was not found.
  public init(
    path: String, repositoryPath: String? = nil, bytes: [UInt8], prose: [UInt8], start: Int = 0,
    detail: (any AnyObject & Sendable)? = nil, version: SourceVersion = .given,
    revision: String? = nil, latest: SourceText? = nil, commits: Int? = nil,
    isUnnamed: Bool = false
  ) {
    precondition(prose.count == bytes.count)
    self.path = path
    self.repositoryPath = repositoryPath ?? path
    self.bytes = bytes
    self.prose = prose
    self.start = start
    self.detail = detail
    self.version = version
    self.revision = revision
    self.latest = latest
    self.commits = commits
    self.isUnnamed = isUnnamed
  }

  /// What it holds; `nil` in a format that does not tell.
  public var words: (any SourceWords)? { detail as? any SourceWords }

  /// Where it comes from, for reports.
  public var file: RelatedFile {
    RelatedFile(path: path, repositoryPath: repositoryPath, revision: revision)
  }

  /// The same text as another version: what is the latest to one page is what another one names.
  public func seen(
    as version: SourceVersion, at revision: String? = nil, latest: SourceText? = nil,
    commits: Int? = nil
  ) -> SourceText {
    SourceText(
      path: path, repositoryPath: repositoryPath, bytes: bytes, prose: prose, start: start,
      detail: detail, version: version, revision: revision, latest: latest,
      commits: commits)
  }

  /// The same for a page that names another version, which was not found.
  public var withoutNamedVersion: SourceText {
    SourceText(
      path: path, repositoryPath: repositoryPath, bytes: bytes, prose: prose, start: start,
      detail: detail, version: version, revision: revision, latest: latest, commits: commits,
      isUnnamed: true)
  }
}
