import LintCore
import Synchronization

/// The commit in which each of some files was changed last, from one process of git for all of them.
final class LastCommits: Sendable {
  private let root: String
  private let state = Mutex(State())

  private struct State {
    var wanted: Set<String> = []
    var commits: [String: String]?
  }

  /// - Parameter root: The folder that holds `.git`.
  init(root: String) {
    self.root = root
  }

  /// Notes that the commit of a file may be asked for.
  ///
  /// - Parameter path: From the root on.
  func expect(_ path: String) { state.withLock { _ = $0.wanted.insert(path) } }

  /// The commit of a file; `nil` where there is none.
  func commit(of path: String) -> String? {
    state.withLock { state in
      var commits = state.commits ?? read(state.wanted)
      if !state.wanted.contains(path) {
        state.wanted.insert(path)
        commits.merge(read([path])) { $1 }
      }
      state.commits = commits
      return commits[path]
    }
  }

  /// Goes from the latest commit back, until the last of all files has been met.
  private func read(_ wanted: Set<String>) -> [String: String] {
    let words = [
      "log", "--no-show-signature", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all",
      "--no-color", "--no-notes", "--no-renames", "--no-merges", "--diff-filter=AM", "--name-only",
      "--format=%x01%H %P",
    ]
    // As few as there are: the folders that all of them lie in.
    let folders = Set(wanted.map { $0.split(separator: "/").prefix(2).joined(separator: "/") })
    let paths =
      folders.count <= 64 ? ["--"] + folders.sorted().map { ":(top,literal)\($0)" } : ["--"]
    guard let child = Git(root: root).launch(words + paths) else { return [:] }
    defer { System.end(child) }
    // Where older commits were not fetched, the oldest one that was seems to add all files.
    let isShallow = Git(root: root).ask("rev-parse", "--is-shallow-repository") == "true"
    var commits: [String: String] = [:]
    var (commit, line, piece) = ("", [UInt8](), [UInt8](repeating: 0, count: 1 << 16))
    while commits.count < wanted.count {
      guard let count = try? System.read(child.output, into: &piece), count > 0 else { break }
      for byte in piece[..<count] {
        guard byte == 0x0A else {
          line.append(byte)
          continue
        }
        if line.first == 0x01 {
          let names = line.dropFirst().split(separator: 0x20)
          commit =
            isShallow && names.count < 2 ? "" : String(decoding: names.first ?? [], as: UTF8.self)
        } else if !line.isEmpty, !commit.isEmpty {
          let path = String(decoding: line, as: UTF8.self)
          if wanted.contains(path), commits[path] == nil { commits[path] = commit }
        }
        line.removeAll(keepingCapacity: true)
      }
    }
    return commits
  }
}
