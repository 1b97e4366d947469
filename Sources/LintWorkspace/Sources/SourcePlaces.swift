package import LintCore
import LintText
package import MarkdownPairs

/// Where the sources of pages lie, as a command line or a configuration says.
package struct SourcePlaces: Sendable {
  /// Where a page's source should be.
  package struct Partner: Sendable {
    /// Absolute; nothing need be there.
    package let path: String
    /// What a template says of the page's locale, or the folder that stands where sources have another one.
    package let locale: Page.Statement?
  }

  /// What a run was given.
  private struct Root: Sendable {
    let path: String
    /// Whether the sources lie in it.
    let holdsSources: Bool
    /// Its last folders, where the folder of sources holds these, and not what they hold: of `de/help`, `help`.
    let inSources: String?
  }

  private enum Kind: Sendable {
    /// A folder that holds the same paths as those that a run was given.
    case folder(below: [Root])
    case templates([SourceTemplate])
  }

  private let kind: Kind
  /// Canonical: what paths of sources, or templates, are seen from.
  private let folder: String
  /// What a configuration's sources must lie in; `nil` where the command line names them.
  private let boundary: Boundary?
  /// What publishes the pages, as the files around them tell.
  package let site: Site?

  /// - Parameters:
  ///   - settings: Those in force.
  ///   - configuration: The file that some of them come from.
  ///   - given: The paths that the run was given.
  /// - Returns: `nil` where nobody says anything of sources.
  package init?(_ settings: Settings, _ configuration: Configuration, below given: [String]) {
    if let folder = settings.sourceFolder {
      let folder = FileFinder.canonical(folder) ?? folder
      self.folder = folder
      boundary = nil
      site = Self.site(around: [FileFinder.canonical(".")] + given.map(FileFinder.canonical))
      kind = .folder(
        below: given.compactMap(FileFinder.canonical).filter(FileFinder.isFolder)
          .sorted { $0.utf8.count > $1.utf8.count }
          .map { root in
            Root(
              path: root, holdsSources: !FileFinder.relative(folder, to: root).hasPrefix("/"),
              inSources: Self.end(of: root, in: folder))
          })
    } else if !settings.sources.isEmpty {
      folder = configuration.folder
      boundary = configuration.boundary
      site = Self.site(around: [configuration.folder])
      kind = .templates(settings.sources)
    } else {
      return nil
    }
  }

  /// What publishes what lies in folders, or in the repositories around them.
  private static func site(around folders: [String?]) -> Site? {
    for folder in folders.compactMap(\.self) {
      let root = Repository(around: folder)?.root
      for place in [folder, root].compactMap(\.self) {
        if let site = Site(ofFolder: { FileFinder.exists("\(place)/\($0)") }) { return site }
      }
    }
    return nil
  }

  /// The folders that sources lie in, as far as that is said: absolute.
  package var folders: [String] {
    switch kind {
    case .folder: [folder]
    case .templates(let templates):
      Set(templates.map { $0.folder.isEmpty ? folder : "\(folder)/\($0.folder)" }).sorted()
    }
  }

  /// Where the source of a page should be; `nil` for what is no translation.
  ///
  /// - Parameter path: Absolute.
  package func partner(of path: String) -> Partner? {
    switch kind {
    case .folder(let given):
      guard FileFinder.relative(path, to: folder).hasPrefix("/") else {
        return inLocaleInside(path, given)
      }
      for root in given {
        let below = FileFinder.relative(path, to: root.path)
        if below.hasPrefix("/") { continue }
        // Where the sources lie among what was given, each folder beside theirs is a locale's.
        if root.holdsSources {
          return Self.pathInFolder(beside: folder, path).map { partner($0, of: path) }
        }
        return partner(root.inSources.map { "\($0)/\(below)" } ?? below, of: path)
      }
      return Self.longestEnd(of: path, in: folder).map { partner($0, of: path) }
    case .templates(let templates):
      let inside = FileFinder.relative(path, to: folder)
      guard !inside.hasPrefix("/") else { return nil }
      for template in templates {
        guard let partner = template.partner(of: inside) else { continue }
        return Partner(
          path: "\(folder)/\(partner.path)",
          locale: partner.locale.map { Page.Statement($0, by: .configuration) })
      }
      return nil
    }
  }

  /// The partner of a page of a locale whose folder lies in that of the sources, `docs/de` in `docs`, where a run was
  /// given that one.
  private func inLocaleInside(_ path: String, _ given: [Root]) -> Partner? {
    for root in given {
      let below = FileFinder.relative(path, to: root.path)
      guard !below.hasPrefix("/"), let locale = locale(ofFolderInside: root) else { continue }
      return Partner(path: "\(folder)/\(below)", locale: Page.Statement(locale, by: .path))
    }
    return nil
  }

  /// The locale whose folder lies right in that of the sources; `nil` for any other folder.
  private func locale(ofFolderInside root: Root) -> LocaleTag? {
    guard !root.holdsSources, ConfigurationTree.parent(of: root.path) == folder,
      let name = Self.part(Array(root.path.utf8))
    else { return nil }
    return Self.locale(of: name, beside: nil)
  }

  /// Whether a path begins with a locale's folder.
  private static func isInLocale(_ path: String) -> Bool {
    guard let slash = path.utf8.firstIndex(of: 0x2F) else { return false }
    return locale(of: Array(path.utf8[..<slash])[...], beside: nil) != nil
  }

  /// The partner of a page in the folder of sources.
  ///
  /// - Parameter inside: its path from there on, which the page's ends with.
  private func partner(_ inside: String, of path: String) -> Partner {
    var own = Array(path.utf8.dropLast(inside.utf8.count + 1))
    var others = Array(folder.utf8)
    // `de/help` beside `en/help`.
    while let part = Self.part(own), part == Self.part(others) {
      own.removeLast(part.count + 1)
      others.removeLast(part.count + 1)
    }
    return Partner(
      path: "\(folder)/\(inside)",
      locale: (Self.part(own).flatMap { Self.locale(of: $0, beside: Self.part(others)) }
        ?? Self.localeInFolders(own)).map { Page.Statement($0, by: .path) })
  }

  /// The locale of `i18n/de/docusaurus-plugin-content-docs/current`: a folder in one that holds locales.
  private static func localeInFolders(_ path: [UInt8]) -> LocaleTag? {
    let parts = path.split(separator: 0x2F).suffix(deepest)
    return zip(parts, parts.dropFirst()).lazy.compactMap { folder, name in
      foldersOfLocales.contains(String(decoding: folder, as: UTF8.self))
        ? locale(of: name, beside: nil) : nil
    }.first
  }

  private static let deepest = 5
  private static let foldersOfLocales: Set<String> = [
    "i18n", "l10n", "lang", "langs", "languages", "locale", "locales", "translations",
  ]

  /// The locale that a folder's name says: `de`, or `hive.de` beside `hive.en` or `hive`.
  private static func locale(of name: ArraySlice<UInt8>, beside other: ArraySlice<UInt8>?)
    -> LocaleTag?
  {
    func tag(_ name: ArraySlice<UInt8>) -> LocaleTag? {
      guard name.count <= 20, let tag = LocaleTag(fileName: String(decoding: name, as: UTF8.self)),
        tag.isOfKnownLanguage
      else { return nil }
      return tag
    }
    if let tag = tag(name) { return tag }
    guard let dot = name.lastIndex(of: 0x2E), let other else { return nil }
    let stem = name[..<dot]
    return other.elementsEqual(stem) || other.starts(with: name[...dot])
      ? tag(name[(dot + 1)...]) : nil
  }

  /// The last part of an absolute path.
  private static func part(_ path: [UInt8]) -> ArraySlice<UInt8>? {
    path.lastIndex(of: 0x2F).map { path[($0 + 1)...] }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The path below a folder that lies beside another one; `nil` for what lies elsewhere.
  private static func pathInFolder(beside folder: String, _ path: String) -> String? {
    let inside = FileFinder.relative(path, to: ConfigurationTree.parent(of: folder))
    guard !inside.hasPrefix("/"), let slash = inside.firstIndex(of: "/") else { return nil }
    return String(inside[inside.index(after: slash)...])
  }

  /// A page that was given by name: as many of its folders as the source's folder has, too.
  private static func longestEnd(of path: String, in folder: String) -> String? {
    let parts = path.split(separator: "/")
    return parts.indices.lazy.map { parts[$0...].joined(separator: "/") }
      .first { System.isThere("\(folder)/\($0)") }
  }

  /// The last folders of a path that another folder has, too, where these hold more of what the path's own folder
  /// holds than that folder itself does.
  private static func end(of path: String, in folder: String) -> String? {
    guard let end = longestEnd(of: path, in: folder), FileFinder.isFolder("\(folder)/\(end)") else {
      return nil
    }
    var (inside, direct, seen) = (0, 0, 0)
    do throws(FileError) {
      try System.eachEntry(of: path) { entry in
        guard entry.isUTF8, !entry.name.hasPrefix(".") else { return true }
        if System.isThere("\(folder)/\(end)/\(entry.name)") { inside += 1 }
        if System.isThere("\(folder)/\(entry.name)") { direct += 1 }
        seen += 1
        return seen < mostNames
      }
    } catch {
      return nil
    }
    return inside > direct ? end : nil
  }

  /// Of a folder so many names are looked for among the sources.
  private static let mostNames = 500

  /// Whether a file is a source, and no page.
  ///
  /// - Parameter path: Absolute.
  package func isSource(_ path: String) -> Bool {
    switch kind {
    case .folder(let given):
      let inside = FileFinder.relative(path, to: folder)
      // Where one locale's folder lies among the sources, those of the others do, too.
      return !inside.hasPrefix("/")
        && !(given.contains { locale(ofFolderInside: $0) != nil } && Self.isInLocale(inside))
    case .templates(let templates):
      let inside = FileFinder.relative(path, to: folder)
      guard !inside.hasPrefix("/"), partner(of: path) == nil else { return false }
      return templates.contains { $0.isSource(inside) }
    }
  }

  /// Why a source may not be read; `nil` when it may.
  ///
  /// - Parameters:
  ///   - path: Absolute; something is there.
  ///   - canonical: The same without links.
  func obstacle(toReading path: String, at canonical: String) -> FileError? {
    if let boundary {
      return boundary.obstacle(toReading: path, at: canonical).map { FileError(reason: $0) }
    }
    guard FileFinder.relative(canonical, to: folder).hasPrefix("/") else { return nil }
    return FileError(reason: "leads out of the folder of sources through a symbolic link")
  }
}
