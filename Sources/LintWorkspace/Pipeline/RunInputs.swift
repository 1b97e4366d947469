package import LintCore

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
