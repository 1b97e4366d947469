import Synchronization

/// Paths without links, of files that share few folders: a folder's path is resolved once.
///
/// The system resolves each folder of a path anew for each file, with a call for each: 12 of 17 calls for a
/// page and its source were such.
final class CanonicalPaths: Sendable {
  private let folders = Mutex<[String: String?]>([:])

  /// - Parameter path: Absolute, without `.` and `..`.
  /// - Returns: `nil` when nothing is there.
  func canonical(_ path: String) -> String? {
    guard let slash = path.utf8.lastIndex(of: 0x2F), slash != path.startIndex else {
      return FileFinder.canonical(path)
    }
    guard let kind = (try? System.status(ofLink: path))?.kind else { return nil }
    if kind == .link { return FileFinder.canonical(path) }
    let folder = String(path[..<slash])
    return self.folder(folder).map {
      $0 == "/" ? $0 + path[slash...].dropFirst() : $0 + path[slash...]
    }
  }

  private func folder(_ path: String) -> String? {
    if let known = folders.withLock({ $0[path] }) { return known }
    let found = FileFinder.canonical(path)
    folders.withLock { $0[path] = .some(found) }
    return found
  }
}
