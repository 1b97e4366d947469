import LintCore
import Synchronization

/// What git knows of the sources of a configuration's pages.
final class SourceHistory: Sendable {
  /// The folder that holds `.git` of the sources, canonical.
  let root: String
  private let objects: GitObjects
  /// Those of pages, where they lie in the same repository.
  private let commits: LastCommits

  /// - Parameter folders: Those that sources lie in, absolute.
  /// - Returns: `nil` where no repository knows one of them.
  init?(of folders: [String], mostBytes: Int) {
    guard
      let root = folders.lazy.compactMap({ folder -> String? in
        guard let canonical = FileFinder.canonical(folder),
          let root = Repository(around: canonical)?.root
        else { return nil }
        let inside = FileFinder.relative(canonical, to: root)
        let tree = inside == "." ? "HEAD^{tree}" : "HEAD:\(inside)"
        return Git(root: root).ask("rev-parse", "--verify", "--quiet", tree) == nil ? nil : root
      }).first
    else { return nil }
    self.root = root
    objects = GitObjects(root: root, mostBytes: mostBytes)
    commits = LastCommits(root: root)
  }

  /// Notes that a page's last commit may be asked for.
  ///
  /// - Parameter path: Absolute.
  func expect(_ path: String) {
    if let inside = inside(path) { commits.expect(inside) }
  }

  /// The commit in which a page was changed last.
  ///
  /// - Parameter path: Absolute.
  func lastCommit(of path: String) -> String? { inside(path).flatMap { commits.commit(of: $0) } }

  /// A file as a commit has it.
  ///
  /// - Parameter path: Absolute.
  func blob(of path: String, at commit: String) -> GitObjects.Blob? {
    inside(path).flatMap { objects.blob(commit, $0) }
  }

  /// A file by what git calls its content.
  func blob(_ id: String) -> GitObjects.Blob? { objects.blob(id) }

  private func inside(_ path: String) -> String? {
    let inside = FileFinder.relative(path, to: root)
    return inside.hasPrefix("/") ? nil : inside
  }
}
