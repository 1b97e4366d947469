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
              path: root, holdsSources: !FileFinder.relative(folder, to: root).hasPrefix("/"))
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
      guard FileFinder.relative(path, to: folder).hasPrefix("/") else { return nil }
      for root in given {
        let below = FileFinder.relative(path, to: root.path)
        if below.hasPrefix("/") { continue }
        // Where the sources lie among what was given, each folder beside theirs is a locale's.
        let inside = root.holdsSources ? Self.pathInFolder(beside: folder, path) : below
        return inside.map { partner($0, of: path) }
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
    let locale = Self.part(own).flatMap {
      $0.count <= 20 ? LocaleTag(fileName: String(decoding: $0, as: UTF8.self)) : nil
    }
    return Partner(
      path: "\(folder)/\(inside)",
      locale: locale.flatMap {
        $0.isOfKnownLanguage ? Page.Statement($0, by: .path) : nil
      })
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

  /// Whether a file is a source, and no page.
  ///
  /// - Parameter path: Absolute.
  package func isSource(_ path: String) -> Bool {
    switch kind {
    case .folder: return !FileFinder.relative(path, to: folder).hasPrefix("/")
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
