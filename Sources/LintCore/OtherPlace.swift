public import LintText

/// A place in another file that explains a finding, worked out before that file's bytes were given back.
public final class OtherPlace: Sendable {
  public let file: RelatedFile
  public let start: Place
  public let end: Place
  public let excerpt: PlacedFinding.Excerpt

  init(file: RelatedFile, start: Place, end: Place, excerpt: PlacedFinding.Excerpt) {
    self.file = file
    self.start = start
    self.end = end
    self.excerpt = excerpt
  }

  /// Places ranges of a file.
  ///
  /// - Parameter start: the offset of the first byte after a byte order mark.
  static func places(
    of ranges: [ByteRange], in bytes: [UInt8], from start: Int, of file: SourceFile,
    _ needs: PlacementNeeds
  ) -> [OtherPlace] {
    let lines = LineIndex(bytes.span, from: start)
    let related = RelatedFile(path: file.path, repositoryPath: file.repositoryPath)
    var finder = PlaceFinder(lines, width: needs.width)
    return ranges.map { range in
      let end = min(range.upper, bytes.count)
      let range = ByteRange(min(range.lower, end), end)
      return OtherPlace(
        file: related, start: finder.place(of: range.lower, in: bytes.span),
        end: finder.place(of: range.upper, in: bytes.span),
        excerpt: FindingPlacer.window(around: range, in: nil, lines, bytes.span, start))
    }
  }
}
