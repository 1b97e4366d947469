import LintCore
import LintReporters
import LintText
import MarkdownPairs
import Synchronization

/// The sources of the pages of a configuration.
package final class PageSources: Sendable {
  /// What reads a page, with its source.
  struct Reading: Sendable {
    let format: any Format
    let source: SourceText?
  }

  /// How sources are read.
  struct Options: Sendable {
    /// What publishes the pages, where somebody says so.
    var site: Site?
    var choice = SourceChoice.pin
    /// What each key of a page names.
    var pins = SourcePin.keys
    /// The size of the largest source that is read.
    var mostBytes = SourceFile.largest
  }

  let places: SourcePlaces
  let options: Options
  let working: String
  private let root: String
  private let cache: SourceCache
  /// Asked when the first page needs it.
  private let history = Mutex<SourceHistory.Answer?>(nil)
  /// The sources of the run's pages, by absolute paths.
  private let expected = Mutex<[String: SourcePlaces.Partner]>([:])
  private let links = CanonicalPaths()
  private let anchors = AnchorCache()

  /// - Parameters:
  ///   - working: The folder that files are shown from, canonical.
  ///   - root: The folder that repository paths begin at, canonical.
  init(
    _ places: SourcePlaces, _ options: Options, working: String, root: String, cache: SourceCache
  ) {
    self.places = places
    self.options = options
    self.working = working
    self.root = root
    self.cache = cache
  }

  /// A file's absolute path.
  func absolute(_ file: SourceFile) -> String {
    file.repositoryPath.hasPrefix("/") ? file.repositoryPath : "\(root)/\(file.repositoryPath)"
  }

  /// Where a page's source should lie, from the folder on that repository paths begin at.
  func place(ofSourceOf file: SourceFile) -> String? {
    places.partner(of: absolute(file)).map { FileFinder.relative($0.path, to: root) }
  }

  /// Notes that a page of the run will need its source.
  func expect(_ file: SourceFile) {
    let path = absolute(file)
    guard let partner = places.partner(of: path) else { return }
    cache.expect(partner.path)
    expected.withLock { $0[path] = partner }
  }

  /// Notes that it needs it no longer.
  func release(_ file: SourceFile) {
    if let partner = partner(of: absolute(file)) { cache.release(partner.path) }
  }

  private func partner(of path: String) -> SourcePlaces.Partner? {
    expected.withLock { $0[path] } ?? places.partner(of: path)
  }

  /// What reads a page as the translation of its source; `nil` for one that has none, or holds it itself.
  ///
  /// - Throws: What keeps the source from being read.
  func reading(of file: SourceFile, _ bytes: borrowing [UInt8]) throws(FileError) -> Reading? {
    let path = absolute(file)
    guard MarkdownPairs.reads(path), let partner = partner(of: path),
      !bytes.span.contains("data-ttu-id=")
    else { return nil }
    let site = options.site ?? places.site ?? Site(of: bytes.span) ?? .hugo
    var format = MarkdownPairs(site: site, of: file.path)
    format.linkedPages = NeighbourPages(
      of: path, from: partner.path, locale: partner.locale?.locale, format, anchors,
      mostBytes: options.mostBytes)
    let latest = try latest(partner.path, format)
    let pins = SourcePin.read(bytes.span, options.pins)
    guard let source = source(of: path, partner.path, latest, pins, format) else { return nil }
    let isFound = pins.isEmpty || source.version == .pin || options.choice != .pin
    return Reading(format: format, source: isFound ? source : source.withoutNamedVersion)
  }
}

extension PageSources {
  /// The version of a source that a page is compared with.
  private func source(
    of page: String, _ path: String, _ latest: SourceText?, _ pins: [SourcePin],
    _ format: MarkdownPairs
  ) -> SourceText? {
    let atHand = latest.map { $0.version(to: pins) } ?? .today
    switch options.choice {
    case .given: return latest?.seen(as: atHand)
    case .today: return latest?.seen(as: atHand == .pin ? .pin : .today)
    case .commit: return dated(of: page, path, latest, format)
    case .pin: return named(by: page, path, latest, pins, format)
    }
  }

  /// The version of a source that a page names, or else that of the page's last commit, or the latest.
  func named(
    by page: String, _ path: String, _ latest: SourceText?, _ pins: [SourcePin],
    _ format: MarkdownPairs
  ) -> SourceText? {
    let atHand = latest.map { $0.version(to: pins) } ?? .today
    if let latest, atHand == .pin { return latest.seen(as: .pin) }
    let history: SourceHistory
    switch askedHistory() {
    case .unknown: return latest?.seen(as: atHand)
    case .none: return latest?.seen(as: .today)
    case .known(let known): history = known
    }
    let hasHash = pins.contains { $0.kind == .hash }
    for pin in pins where pin.kind != .hash {
      let version =
        pin.kind == .commit
        ? history.version(of: path, at: pin.name)
        : SourceHistory.Version(id: pin.name, path: path, commit: pin.name)
      // What has another hash is not what the page names, whatever else that says.
      guard let version, let text = text(version, of: history, path, latest, format),
        !hasHash || pins.name(text.bytes)
      else { continue }
      let isLatest = latest?.bytes == text.bytes
      // What was renamed and is the same is shown where it lies today.
      return text.seen(
        as: .pin, at: isLatest && version.path != path ? nil : pin.name,
        latest: isLatest ? nil : latest,
        commits: isLatest || pin.kind != .commit ? nil : history.commits(of: path, since: version))
    }
    if hasHash, let named = history.version(of: path, where: pins.name) {
      return text(named, of: history, path, latest, format)?.seen(
        as: .pin, at: named.commit, latest: latest, commits: named.later)
    }
    return dated(of: page, path, latest, format)
  }

  /// The source at the time of a page's last commit, or else the latest.
  private func dated(
    of page: String, _ path: String, _ latest: SourceText?, _ format: MarkdownPairs
  ) -> SourceText? {
    guard case .known(let history) = askedHistory(), !history.isUncommitted(page),
      let commit = history.lastCommit(of: page),
      let version = history.version(of: path, at: commit),
      let text = text(version, of: history, path, latest, format)
    else { return latest?.seen(as: .today) }
    let isLatest = latest?.bytes == text.bytes
    return text.seen(
      as: .commit, at: isLatest && version.path != path ? nil : commit,
      latest: isLatest ? nil : latest)
  }

  func askedHistory() -> SourceHistory.Answer {
    history.withLock { known in
      if let known { return known }
      let answer = SourceHistory.answer(on: places.folders, mostBytes: options.mostBytes)
      if case .known(let history) = answer {
        let expected = expected.withLock { $0.sorted { $0.key.precedes($1.key) } }
        for (page, partner) in expected { history.expect(page, from: partner.path) }
      }
      known = answer
      return answer
    }
  }

  /// The latest version; `nil` where nothing is there any more.
  func latest(_ path: String, _ format: MarkdownPairs) throws(FileError) -> SourceText? {
    guard System.isThere(path) else { return nil }
    let key = SourceCache.Key(path: path, format: format)
    if let known = cache.text(for: key) { return known }
    let canonical = links.canonical(path)
    let file = SourceFile(
      path: FileFinder.relative(path, to: working),
      repositoryPath: FileFinder.relative(canonical ?? path, to: root))
    do throws(FileError) {
      if let obstacle = places.obstacle(toReading: path, at: canonical ?? path) { throw obstacle }
      let bytes = try SourceFile(path: path).read(atMost: options.mostBytes)
      guard let text = format.readSource(bytes, of: file) else { return nil }
      cache.keep(text, for: key)
      return text
    } catch {
      throw FileError(reason: "can't be compared with its source \(file.path): \(error)")
    }
  }

  /// What git has of a source, read; git is asked for nothing that is at hand.
  ///
  /// - Parameter path: Absolute, of what is at hand.
  private func text(
    _ version: SourceHistory.Version, of history: SourceHistory, _ path: String,
    _ latest: SourceText?, _ format: MarkdownPairs
  ) -> SourceText? {
    if let latest, GitObjects.id(of: latest.bytes, like: version.id) == version.id { return latest }
    var key = SourceCache.Key(path: path, format: format)
    key.revision = version.id
    key.former = version.path == path ? nil : version.path
    if let known = cache.text(for: key) { return known }
    guard let bytes = history.blob(version.id),
      let text = format.readSource(bytes, of: file(version.path))
    else { return nil }
    cache.keep(text, for: key)
    return text
  }

  private func file(_ path: String) -> SourceFile { Paths.file(path, from: working, root: root) }
}
