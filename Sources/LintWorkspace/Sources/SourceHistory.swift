import LintCore
import Synchronization

/// What git knows of the sources of a configuration's pages.
final class SourceHistory: Sendable {
  /// The folder that holds `.git` of the sources, canonical.
  let root: String
  private let objects: GitObjects
  /// Those of pages, where they lie in the same repository.
  private let commits: LastCommits
  /// Those of sources.
  private let changes: ChangeLog
  /// Files of the work tree that no commit has as they are, from the root on; asked for when a page needs it.
  private let uncommitted = Mutex<Set<String>?>(nil)

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
    changes = ChangeLog(root: root)
  }

  /// Notes that a page's last commit may be asked for, and those of its source since another one.
  ///
  /// - Parameters:
  ///   - path: Absolute.
  ///   - source: Absolute.
  func expect(_ path: String, from source: String) {
    if let inside = inside(path) { commits.expect(inside) }
    if let inside = inside(source) { changes.expect(inside) }
  }

  /// In how many commits after another one a source was changed; `nil` where git does not tell.
  ///
  /// - Parameter path: Absolute.
  func commits(of path: String, since commit: String) -> Int? {
    inside(path).flatMap { changes.count(of: $0, since: commit) }
  }

  /// The commit in which a page was changed last.
  ///
  /// - Parameter path: Absolute.
  func lastCommit(of path: String) -> String? { inside(path).flatMap { commits.commit(of: $0) } }

  /// Whether a page was changed since its last commit.
  ///
  /// - Parameter path: Absolute.
  func isUncommitted(_ path: String) -> Bool {
    guard let inside = inside(path) else { return false }
    return uncommitted.withLock { known in
      let paths = known ?? Self.uncommitted(root)
      known = paths
      return paths.contains(inside)
    }
  }

  private static func uncommitted(_ root: String) -> Set<String> {
    guard
      case .success(let output) = Git(root: root).compare([
        "diff", "--name-only", "--no-renames", "-z", "HEAD",
      ])
    else { return [] }
    return Set(output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) })
  }

  /// A source as the page's hash names it, with the commit that has it and the number of those that changed it
  /// since; `nil` where none of the latest versions is it.
  ///
  /// - Parameters:
  ///   - path: Absolute.
  ///   - isNamed: Whether bytes are what the page names.
  func version(
    of path: String, where isNamed: ([UInt8]) -> Bool
  ) -> (id: String, commit: String, later: Int)? {
    guard let inside = inside(path) else { return nil }
    for later in 0..<Self.mostVersions {
      guard let commit = changes.change(later, of: inside) else { return nil }
      if let id = objects.id(of: inside, at: commit), let bytes = objects.blob(id), isNamed(bytes) {
        return (id, commit, later)
      }
    }
    return nil
  }

  /// How many versions of a source are tried.
  static let mostVersions = 100

  /// What git calls the content of a file as a commit has it.
  ///
  /// - Parameter path: Absolute.
  func id(of path: String, at commit: String) -> String? {
    inside(path).flatMap { objects.id(of: $0, at: commit) }
  }

  /// The content of a file by what git calls it.
  func blob(_ id: String) -> [UInt8]? { objects.blob(id) }

  private func inside(_ path: String) -> String? {
    let inside = FileFinder.relative(path, to: root)
    return inside.hasPrefix("/") ? nil : inside
  }
}
