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
  /// The paths that sources had before they were renamed.
  private let formerPaths: FormerPaths
  /// The commits that changed them there, once one of them is asked for: all are in one log.
  private let formerChanges = Mutex<ChangeLog?>(nil)
  /// The sources of the run, from the root on.
  private let sources = Mutex<Set<String>>([])
  /// Files of the work tree that no commit has as they are, from the root on; asked for when a page needs it.
  private let uncommitted = Mutex<Set<String>?>(nil)

  /// A source as a commit has it.
  struct Version: Sendable {
    /// What git calls its content.
    let id: String
    /// Where the commit has it, absolute: it may have been renamed since.
    let path: String
    let commit: String
    /// How many commits changed it since, where that was counted.
    var later: Int?
  }

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
        return .known(SourceHistory(root: root, folders, mostBytes: mostBytes))
      }
    }
    return .unknown
  }

  private init(root: String, _ folders: [String], mostBytes: Int) {
    self.root = root
    let inside = folders.map { FileFinder.relative(FileFinder.canonical($0) ?? $0, to: root) }
    // What lies elsewhere is of another repository.
    formerPaths = FormerPaths(
      root: root, in: inside.contains(".") ? [] : inside.filter { !$0.hasPrefix("/") })
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
    if let inside = inside(source) {
      changes.expect(inside)
      sources.withLock { _ = $0.insert(inside) }
    }
  }

  /// In how many commits after another one a source was changed; `nil` where git does not tell.
  ///
  /// - Parameter version: As the other commit has it.
  func commits(of path: String, since version: Version) -> Int? {
    guard let inside = inside(path), var all = changes.count(of: inside, since: version.commit)
    else { return nil }
    guard version.path != path else { return all }
    for former in formerPaths.paths(of: inside) {
      // The commit that renamed it is counted already.
      all += max((formerLog().count(of: former, since: version.commit) ?? 0) - 1, 0)
      if version.path == "\(root)/\(former)" { break }
    }
    return all
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

  /// A source as the page's hash names it; `nil` where none of the latest versions is it.
  ///
  /// - Parameters:
  ///   - path: Absolute.
  ///   - isNamed: Whether bytes are what the page names.
  func version(of path: String, where isNamed: ([UInt8]) -> Bool) -> Version? {
    guard let inside = inside(path) else { return nil }
    var later = 0
    if let found = version(of: inside, in: changes, &later, where: isNamed) { return found }
    for former in formerPaths.paths(of: inside) where later < Self.mostVersions {
      // The commit that renamed it removed it here, and was counted.
      later = max(later - 1, 0)
      if let found = version(of: former, in: formerLog(), &later, where: isNamed) { return found }
    }
    return nil
  }

  private func version(
    of inside: String, in log: ChangeLog, _ later: inout Int, where isNamed: ([UInt8]) -> Bool
  ) -> Version? {
    var index = 0
    while later < Self.mostVersions, let commit = log.change(index, of: inside) {
      if let id = objects.id(of: inside, at: commit), let bytes = objects.blob(id), isNamed(bytes) {
        return Version(id: id, path: "\(root)/\(inside)", commit: commit, later: later)
      }
      (index, later) = (index + 1, later + 1)
    }
    return nil
  }

  /// The log of the paths that the run's sources had before.
  private func formerLog() -> ChangeLog {
    formerChanges.withLock { known in
      if let known { return known }
      let log = ChangeLog(root: root)
      for source in sources.withLock({ $0 }) {
        for former in formerPaths.paths(of: source) { log.expect(former) }
      }
      known = log
      return log
    }
  }

  /// How many versions of a source are tried.
  static let mostVersions = 100

  /// A file as a commit has it, under its path or one that it had before; `nil` where it has none.
  ///
  /// - Parameter path: Absolute.
  func version(of path: String, at commit: String) -> Version? {
    guard let inside = inside(path) else { return nil }
    if let id = objects.id(of: inside, at: commit) {
      return Version(id: id, path: path, commit: commit)
    }
    // Where the commit is unknown, no path is any better; what is not there any more has no former one.
    guard objects.holds(commit), System.isThere(path) else { return nil }
    for former in formerPaths.paths(of: inside) {
      if let id = objects.id(of: former, at: commit) {
        return Version(id: id, path: "\(root)/\(former)", commit: commit)
      }
    }
    return nil
  }

  /// The content of a file by what git calls it.
  func blob(_ id: String) -> [UInt8]? { objects.blob(id) }

  private func inside(_ path: String) -> String? {
    let inside = FileFinder.relative(path, to: root)
    return inside.hasPrefix("/") ? nil : inside
  }
}
