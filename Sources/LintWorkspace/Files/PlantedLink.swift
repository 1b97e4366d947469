/// A symbolic link in a repository that leads out of it.
///
/// Whoever may change the pages may have put it there, and what it leads to is somebody else's: what
/// a message quotes of it would stand in a log that all can read.
package struct PlantedLink {
  /// As the user would write it.
  package let path: String

  /// The first one on the way to a file; `nil` when there is none.
  package init?(on path: String) {
    guard let end = FileFinder.canonical(path) else { return nil }
    var way = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      let folder = way.isEmpty ? "." : way
      way += part
      if Self.isLink(way), let root = Self.root(of: folder),
        FileFinder.relative(end, to: root).hasPrefix("/")
      {
        self.path = way
        return
      }
      way += "/"
    }
    return nil
  }

  /// The repository that a folder lies in, or else the working folder.
  private static func root(of folder: String) -> String? {
    if let repository = Repository(around: folder) { return repository.root }
    guard let folder = FileFinder.canonical(folder), let working = FileFinder.canonical("."),
      !FileFinder.relative(folder, to: working).hasPrefix("/")
    else { return nil }
    return working
  }

  private static func isLink(_ path: String) -> Bool {
    (try? System.status(ofLink: path))?.kind == .link
  }
}
