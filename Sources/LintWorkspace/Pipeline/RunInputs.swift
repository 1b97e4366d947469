package import LintCore
import LintText

/// What a run reads: the paths that it was given, and the pages that they lead to.
package struct RunInputs: Sendable {
  /// The paths that were given, those in a list too.
  package let given: [String]
  /// In path order.
  package let entries: [Paths.Entry]

  /// Files below paths.
  ///
  /// - Parameters:
  ///   - list: What holds more paths, if there is such a list.
  ///   - tree: The configurations, with those of the folders on the way when this returns.
  ///   - settings: Those in force, as the root file has them.
  ///   - commands: Words that a path may be a misspelling of.
  package init(
    _ paths: [String], list: [UInt8]?, changes: Changes?, _ settings: Settings,
    in tree: inout ConfigurationTree, _ formats: [any Format], commands: [String] = []
  ) throws(UsageError) {
    let listed = try Self.listed(list, &tree, formats)
    given = paths + listed
    entries = try tree.pages(below: given, settings, changes, for: formats)
      .hinting(at: commands, among: given).entries
  }

  /// Pages that other runs have found.
  ///
  /// - Parameter tree: The configurations, with those of the folders above the pages when this returns.
  package init(
    _ entries: [Paths.Entry], given: [String], in tree: inout ConfigurationTree
  ) throws(UsageError) {
    (self.entries, self.given) = (entries, given)
    for entry in entries {
      guard let canonical = FileFinder.canonical(entry.file.path) else { continue }
      try tree.find(above: ConfigurationTree.parent(of: canonical))
    }
  }

  /// The paths of a list, without those that are left out.
  private static func listed(
    _ list: [UInt8]?, _ tree: inout ConfigurationTree, _ formats: [any Format]
  ) throws(UsageError) -> [String] {
    var listed: [String] = []
    // A list is often made of all that has changed, images too.
    for path in list.map(Paths.list) ?? [] {
      let isDocument = formats.format(of: path) != nil
      guard let canonical = FileFinder.canonical(path) else {
        // An image that was deleted is passed over; a name without a dot is reported, for a
        // folder that is not there is a mistake.
        let name = path.split(separator: "/").last ?? ""
        if isDocument || !name.contains(".") { listed.append(path) }
        continue
      }
      guard isDocument || FileFinder.isFolder(path) else { continue }
      try tree.find(above: ConfigurationTree.parent(of: canonical))
      if !tree.excludes(canonical) { listed.append(path) }
    }
    return listed
  }

  /// Bytes that stand for one file.
  package init(_ bytes: [UInt8], as path: String) {
    given = []
    entries = Paths(bytes, as: path).entries
  }

  /// Whether a path lies where the run looks for pages.
  ///
  /// - Parameter canonical: An absolute path, of a file that need not exist.
  package func cover(_ canonical: String) -> Bool {
    given.contains { path in
      guard let folder = FileFinder.canonical(path) else { return false }
      let inside = FileFinder.relative(canonical, to: folder)
      return inside == "." || !inside.hasPrefix("/")
    }
  }

  /// Whether the run has all pages that belong together: those that the root configuration names, or else all of
  /// the repository that have a locale. What is not found in one that has some of them may be there.
  ///
  /// - Parameters:
  ///   - tree: The configurations that were met.
  ///   - settings: Those in force, as the root file has them.
  package func areComplete(
    in tree: ConfigurationTree, _ settings: Settings, _ formats: [any Format]
  ) -> Bool {
    let configured = tree.rootConfiguration.settings.paths
    let top = Repository()?.root ?? FileFinder.canonical(".") ?? "/"
    let paths = configured.isEmpty ? [top] : configured
    let wanted = Set(paths.compactMap { FileFinder.canonical($0) })
    if wanted.isSubset(of: given.compactMap { FileFinder.canonical($0) }) { return true }
    var tree = tree
    guard let all = try? tree.pages(below: paths, settings, for: formats).entries else {
      return false
    }
    let known = Set(entries.map(\.file.repositoryPath))
    let places = given.compactMap { FileFinder.canonical($0) }.map { place in
      Self.parts(FileFinder.relative(place, to: top) + (FileFinder.isFolder(place) ? "/" : ""))
    }
    return all.allSatisfy { entry in
      let path = entry.file.repositoryPath
      if known.contains(path) { return true }
      guard configured.isEmpty, LocaleTag.inFolders(of: path).isEmpty,
        formats.format(of: path)?.locales(inPath: path).isEmpty != false
      else { return false }
      let parts = Self.parts(path)
      return !places.contains { Self.isBeside(parts, $0) }
    }
  }

  private static func parts(_ path: String) -> [Substring] {
    path.split(separator: "/", omittingEmptySubsequences: false)
  }

  /// Whether a page that a run has not lies in the folder of a file that it was given, or in one of a locale that
  /// has or holds what it was given, or that lies beside one: `docs/fr/a.md` and `docs/it`.
  private static func isBeside(_ page: [Substring], _ given: [Substring]) -> Bool {
    let common = zip(page, given).prefix { $0 == $1 }.count
    if common == given.count - 1, given.last != "" { return true }
    for index in 0..<min(common + 1, page.count - 1, given.count - 1)
    where isLocale(page[index]) && isLocale(given[index]) { return true }
    return false
  }

  /// Whether the name of a folder may be that of a locale: `it`, `pt-br`, `zh_CN`.
  private static func isLocale(_ name: Substring) -> Bool {
    let letters = name.utf8.prefix { $0 != 0x2D && $0 != 0x5F }.count
    return (2...3).contains(letters) && LocaleTag(fileName: String(name)) != nil
  }

  /// Tells why a page is not to be mended: it was reached through a link alone.
  package func obstacle(_ permission: WritePermission) -> @Sendable (SourceFile) -> FileError? {
    let working = FileFinder.canonical(".") ?? "/"
    var direct: [String] = []
    var linked: [(path: String, obstacle: FileError)] = []
    for path in given {
      guard let canonical = FileFinder.canonical(path) else { continue }
      if let obstacle = permission.obstacle(on: path) {
        linked.append((canonical, obstacle))
      } else {
        direct.append(canonical)
      }
    }
    guard !linked.isEmpty else { return { _ in nil } }
    return { [direct, linked] file in
      let path = file.path.hasPrefix("/") ? file.path : "\(working)/\(file.path)"
      func lies(below folder: String) -> Bool {
        let inside = FileFinder.relative(path, to: folder)
        return inside == "." || !inside.hasPrefix("/")
      }
      guard !direct.contains(where: lies) else { return nil }
      return linked.first { lies(below: $0.path) }?.obstacle
    }
  }
}
