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
  ///   - commands: Words that a path may be a misspelling of.
  package init(
    _ paths: [String], list: [UInt8]?, changes: Changes?, in workspace: Workspace,
    commands: [String] = []
  ) {
    let (configuration, formats) = (workspace.configuration, workspace.formats)
    // A list is often made of all that has changed, images too.
    let listed = (list.map(Paths.list) ?? []).filter { path in
      let isDocument = formats.format(of: path) != nil
      guard let canonical = FileFinder.canonical(path) else {
        // An image that was deleted is passed over; a name without a dot is reported, for a
        // folder that is not there is a mistake.
        let name = path.split(separator: "/").last ?? ""
        return isDocument || !name.contains(".")
      }
      return !configuration.excludes(canonical, orFolders: true)
        && (isDocument || FileFinder.isFolder(path))
    }
    given = paths + listed
    let found = configuration.documents(below: given, for: formats)
      .hinting(at: commands, among: given)
    entries = (changes.map(found.filtered) ?? found).entries
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
