package import LintCore
import LintText
import MarkdownPairs

/// The sources of the pages of a configuration.
package struct PageSources: Sendable {
  /// What reads a page, with its source.
  package struct Reading: Sendable {
    package let format: any Format
    package let source: SourceText?
  }

  let places: SourcePlaces
  private let site: Site?
  private let working: String
  private let root: String
  private let mostBytes: Int
  private let cache: SourceCache

  /// - Parameters:
  ///   - site: What publishes the pages, where somebody says so.
  ///   - working: The folder that files are shown from, canonical.
  ///   - root: The folder that repository paths begin at, canonical.
  ///   - mostBytes: The size of the largest source that is read.
  init(
    _ places: SourcePlaces, site: Site?, working: String, root: String, mostBytes: Int,
    cache: SourceCache
  ) {
    self.places = places
    self.site = site
    self.working = working
    self.root = root
    self.mostBytes = mostBytes
    self.cache = cache
  }

  /// A file's absolute path.
  func absolute(_ file: SourceFile) -> String {
    file.repositoryPath.hasPrefix("/") ? file.repositoryPath : "\(root)/\(file.repositoryPath)"
  }

  /// Notes that a page of the run will need its source.
  func expect(_ file: SourceFile) {
    if let partner = places.partner(of: absolute(file)) { cache.expect(partner.path) }
  }

  /// Notes that it needs it no longer.
  func release(_ file: SourceFile) {
    if let partner = places.partner(of: absolute(file)) { cache.release(partner.path) }
  }

  /// What reads a page as the translation of its source; `nil` for one that has none, or holds it itself.
  ///
  /// - Throws: What keeps the source from being read.
  func reading(of file: SourceFile, _ bytes: borrowing [UInt8]) throws(FileError) -> Reading? {
    guard Self.isMarkdown(file.path), let partner = places.partner(of: absolute(file)),
      System.isThere(partner.path), !bytes.span.contains("data-ttu-id=")
    else { return nil }
    let format = MarkdownPairs(site: site ?? Site(of: bytes.span) ?? .hugo, of: file.path)
    return Reading(format: format, source: try source(partner, format))
  }

  private static func isMarkdown(_ path: String) -> Bool {
    [MarkdownPairs()].format(of: path) != nil
  }

  private func source(_ partner: SourcePlaces.Partner, _ format: MarkdownPairs) throws(FileError)
    -> SourceText?
  {
    let key = SourceCache.Key(path: partner.path, format: format)
    if let known = cache.text(for: key) { return known }
    let file = Paths.file(partner.path, from: working, root: root)
    do throws(FileError) {
      if let obstacle = places.obstacle(toReading: partner.path) { throw obstacle }
      let bytes = try SourceFile(path: partner.path).read(atMost: mostBytes)
      guard let text = format.readSource(bytes, of: file) else { return nil }
      cache.keep(text, for: key)
      return text
    } catch {
      throw FileError(reason: "its source \(file.path): \(error)")
    }
  }
}
