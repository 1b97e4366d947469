import LintCore
import LintReporters
import MarkdownPairs

extension PageSources {
  /// Where a page's source should be, as seen from the folder of all sources; `nil` for what is no translation.
  func sourceInside(of file: SourceFile) -> String? {
    places.partner(of: absolute(file)).map { inside($0.path) }
  }

  /// A path as seen from the folder of all sources.
  private func inside(_ path: String) -> String {
    for folder in places.folders {
      let inside = FileFinder.relative(path, to: folder)
      if !inside.hasPrefix("/") { return inside }
    }
    return path
  }

  /// The sources that there are, as seen from their folder.
  ///
  /// - Parameter isExcluded: whether a configuration leaves one out, by its absolute path.
  func all(without isExcluded: (String) -> Bool) -> [String] {
    var finder = FileFinder(root: nil, from: working) { MarkdownPairs.reads($0) }
    for folder in places.folders where FileFinder.isFolder(folder) { finder.add(folder) }
    finder.sort()
    return finder.files.map { Paths.absolute($0.path, from: working) }
      .filter { places.isSource($0) && !isExcluded($0) }.map(inside)
  }

  /// The latest version of a page's source, where the page names the hash of another one. Of one that names a
  /// commit or nothing `reading(of:_:)` tells.
  func latest(insteadOf file: SourceFile, _ bytes: borrowing [UInt8]) -> SourceText? {
    guard MarkdownPairs.reads(file.path), let partner = places.partner(of: absolute(file)) else {
      return nil
    }
    let pins = SourcePin.read(bytes.span, options.pins)
    guard pins.contains(where: { $0.kind == .hash }),
      let latest = (try? latest(partner.path, MarkdownPairs(of: file.path))) ?? nil
    else { return nil }
    return pins.name(latest.bytes) ? nil : latest
  }

  /// How a page stands to the latest version of its source; `nil` for what is no translation.
  func standing(of file: SourceFile, _ bytes: borrowing [UInt8]) -> SourceStanding? {
    let path = absolute(file)
    guard let partner = places.partner(of: path) else { return nil }
    let pins = SourcePin.read(bytes.span, options.pins)
    let site = options.site ?? places.site ?? Site(of: bytes.span) ?? .hugo
    let format = MarkdownPairs(site: site, of: file.path)
    guard let latest = (try? latest(partner.path, format)) ?? nil else {
      return wasThere(partner.path, pins) ? .orphaned : .unknown
    }
    guard let source = named(by: path, partner.path, latest, pins, format) else { return .unknown }
    switch source.version {
    case .pin: break
    case .commit where pins.isEmpty: break
    case .today where pins.contains(where: { $0.kind == .hash }):
      return .stale(commits: nil, words: nil)
    default: return .unknown
    }
    guard source.latest != nil else { return .current }
    return .stale(
      commits: source.commits ?? commits(of: partner.path, since: source),
      words: SourceChange(from: source, to: latest)?.words)
  }

  /// In how many commits a source was changed since that of a page.
  private func commits(of path: String, since version: SourceText) -> Int? {
    guard version.version == .commit, let commit = version.revision,
      case .known(let history) = askedHistory()
    else { return nil }
    return history.version(of: path, at: commit).flatMap { history.commits(of: path, since: $0) }
  }

  /// Whether the version of a source that a page names was there: nothing else proves that it is gone.
  private func wasThere(_ path: String, _ pins: [SourcePin]) -> Bool {
    guard case .known(let history) = askedHistory() else { return false }
    return pins.contains { $0.kind == .commit && history.version(of: path, at: $0.name) != nil }
  }
}
