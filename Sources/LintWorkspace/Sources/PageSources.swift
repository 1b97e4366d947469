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
  private let options: Options
  private let working: String
  private let root: String
  private let cache: SourceCache
  /// Asked when the first page needs it.
  private let history = Mutex<SourceHistory.Answer?>(nil)
  private let expected = Mutex<[String]>([])

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
  private func absolute(_ file: SourceFile) -> String {
    file.repositoryPath.hasPrefix("/") ? file.repositoryPath : "\(root)/\(file.repositoryPath)"
  }

  /// Notes that a page of the run will need its source.
  func expect(_ file: SourceFile) {
    let path = absolute(file)
    guard let partner = places.partner(of: path) else { return }
    cache.expect(partner.path)
    expected.withLock { $0.append(path) }
  }

  /// Notes that it needs it no longer.
  func release(_ file: SourceFile) {
    if let partner = places.partner(of: absolute(file)) { cache.release(partner.path) }
  }

  /// What reads a page as the translation of its source; `nil` for one that has none, or holds it itself.
  ///
  /// - Throws: What keeps the source from being read.
  func reading(of file: SourceFile, _ bytes: borrowing [UInt8]) throws(FileError) -> Reading? {
    let path = absolute(file)
    guard MarkdownPairs.reads(path), let partner = places.partner(of: path),
      !bytes.span.contains("data-ttu-id=")
    else { return nil }
    let site = options.site ?? places.site ?? Site(of: bytes.span) ?? .hugo
    let format = MarkdownPairs(site: site, of: file.path)
    let latest = try latest(partner.path, format)
    let pins = SourcePin.read(bytes.span, options.pins)
    guard let source = source(of: path, partner.path, latest, pins, format) else { return nil }
    return Reading(format: format, source: source)
  }
}

extension PageSources {
  /// The version of a source that a page is compared with.
  private func source(
    of page: String, _ path: String, _ latest: SourceText?, _ pins: [SourcePin],
    _ format: MarkdownPairs
  ) -> SourceText? {
    let hashes = pins.filter { $0.kind == .hash }.map(\.name)
    let isPinned = latest.map { Self.has($0.bytes, hashes) } ?? false
    switch options.choice {
    case .given: return latest?.seen(as: isPinned ? .pin : hashes.isEmpty ? .given : .today)
    case .today: return latest?.seen(as: isPinned ? .pin : .today)
    case .commit: return dated(of: page, path, latest, format)
    case .pin: break
    }
    if let latest, isPinned { return latest.seen(as: .pin) }
    let history: SourceHistory
    switch askedHistory() {
    case .unknown: return latest?.seen(as: hashes.isEmpty ? .given : .today)
    case .none: return latest?.seen(as: .today)
    case .known(let known): history = known
    }
    for pin in pins where pin.kind != .hash {
      let blob =
        pin.kind == .commit ? history.blob(of: path, at: pin.name) : history.blob(pin.name)
      guard let blob else { continue }
      return text(blob, path, latest, format)?.seen(
        as: .pin, at: pin.name, latest: latest?.bytes == blob.bytes ? nil : latest)
    }
    return dated(of: page, path, latest, format)
  }

  /// The source at the time of a page's last commit, or else the latest.
  private func dated(
    of page: String, _ path: String, _ latest: SourceText?, _ format: MarkdownPairs
  ) -> SourceText? {
    guard case .known(let history) = askedHistory(), let commit = history.lastCommit(of: page),
      let blob = history.blob(of: path, at: commit),
      let text = text(blob, path, latest, format)
    else { return latest?.seen(as: .today) }
    return text.seen(
      as: .commit, at: commit, latest: latest?.bytes == blob.bytes ? nil : latest)
  }

  /// Whether one of some hashes is that of bytes, with the ends of their lines or the others.
  private static func has(_ bytes: [UInt8], _ hashes: [String]) -> Bool {
    guard !hashes.isEmpty else { return false }
    func isNamed(_ bytes: [UInt8]) -> Bool { hashes.contains(Digest.sha1(bytes.span)) }
    if isNamed(bytes) { return true }
    let (bare, full) = (bytes.withoutReturns, bytes.withReturns)
    return bare.count != bytes.count && isNamed(bare) || full.count != bytes.count && isNamed(full)
  }

  private func askedHistory() -> SourceHistory.Answer {
    history.withLock { known in
      if let known { return known }
      let answer = SourceHistory.answer(on: places.folders, mostBytes: options.mostBytes)
      if case .known(let history) = answer {
        for path in expected.withLock({ $0 }) { history.expect(path) }
      }
      known = answer
      return answer
    }
  }

  /// The latest version; `nil` where nothing is there any more.
  private func latest(_ path: String, _ format: MarkdownPairs) throws(FileError) -> SourceText? {
    guard System.isThere(path) else { return nil }
    let key = SourceCache.Key(path: path, format: format)
    if let known = cache.text(for: key) { return known }
    let file = file(path)
    do throws(FileError) {
      if let obstacle = places.obstacle(toReading: path) { throw obstacle }
      let bytes = try SourceFile(path: path).read(atMost: options.mostBytes)
      guard let text = format.readSource(bytes, of: file) else { return nil }
      cache.keep(text, for: key)
      return text
    } catch {
      throw FileError(reason: "can't be compared with its source \(file.path): \(error)")
    }
  }

  /// What git has of a source, read.
  private func text(
    _ blob: GitObjects.Blob, _ path: String, _ latest: SourceText?, _ format: MarkdownPairs
  ) -> SourceText? {
    if let latest, latest.bytes == blob.bytes { return latest }
    var key = SourceCache.Key(path: path, format: format)
    key.revision = blob.id
    if let known = cache.text(for: key) { return known }
    guard let text = format.readSource(blob.bytes, of: file(path)) else { return nil }
    cache.keep(text, for: key)
    return text
  }

  private func file(_ path: String) -> SourceFile { Paths.file(path, from: working, root: root) }
}

extension [UInt8] {
  /// The same with LF at the ends of lines that have CR LF.
  fileprivate var withoutReturns: [UInt8] {
    indices.filter { index in
      self[index] != 0x0D || index + 1 == count || self[index + 1] != 0x0A
    }.map { self[$0] }
  }

  /// The same with CR LF at the ends of lines that have LF.
  fileprivate var withReturns: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(count + count / 16)
    for (index, byte) in enumerated() {
      if byte == 0x0A, index == 0 || self[index - 1] != 0x0D { result.append(0x0D) }
      result.append(byte)
    }
    return result
  }
}
