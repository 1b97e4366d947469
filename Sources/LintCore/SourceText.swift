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

  /// - Parameters:
  ///   - prose: as many bytes as `bytes`; if not, the program stops.
  ///   - start: the offset of the first byte after the byte order mark.
  public init(
    path: String, repositoryPath: String? = nil, bytes: [UInt8], prose: [UInt8], start: Int = 0,
    detail: (any AnyObject & Sendable)? = nil
  ) {
    precondition(prose.count == bytes.count)
    self.path = path
    self.repositoryPath = repositoryPath ?? path
    self.bytes = bytes
    self.prose = prose
    self.start = start
    self.detail = detail
  }
}
