import LintCore
import Synchronization

/// What git knows of the sources of a configuration's pages.
final class SourceHistory: Sendable {
  /// The folder that holds `.git` of the sources, canonical.
  let root: String
  private let objects: GitObjects
  /// Those of pages, where they lie in the same repository.
  private let commits: LastCommits

  /// What git has to say of folders.
  enum Answer: Sendable {
    /// No repository knows them.
    case unknown
    /// One may know them, but git can't be run or does not trust it.
    case none
    case known(SourceHistory)
  }

  /// Asks git.
  ///
  /// - Parameter folders: Those that sources lie in, absolute.
  static func answer(on folders: [String], mostBytes: Int) -> Answer {
    for folder in folders {
      guard let canonical = FileFinder.canonical(folder),
        let root = Repository(around: canonical)?.root
      else { continue }
      let git = Git(root: root)
      guard git.ask("rev-parse", "--git-dir") != nil else { return .none }
      let inside = FileFinder.relative(canonical, to: root)
      let tree = inside == "." ? "HEAD^{tree}" : "HEAD:\(inside)"
      if git.ask("rev-parse", "--verify", "--quiet", tree) != nil {
        return .known(SourceHistory(root: root, mostBytes: mostBytes))
      }
    }
    return .unknown
  }

  private init(root: String, mostBytes: Int) {
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
