import LintCore
import LintText
import Synchronization

/// The commits that changed some files, from one process of git for all of them.
///
/// The log is read back from the latest commit, as far as was asked for: where a history has branches, one
/// that was begun before a commit and merged after it may count as older.
final class ChangeLog: Sendable {
  /// How many commits are read back; what is older has no number.
  static let most = 200_000
  /// Of a line of the log, in bytes.
  static let longestPath = 1 << 14

  private let root: String
  private let state = Mutex(State())

  fileprivate struct State {
    var child: System.Child?
    var isDone = false
    /// The names of commits that have been read, and how many came before each.
    var numbers: [String: Int] = [:]
    var names: [String] = []
    /// For each file that is asked for, the numbers of the commits that changed it, in their order.
    var changes: [String: [Int]] = [:]
    /// The same names in the order of their letters, when an abbreviated one was asked for.
    var sorted: [String]?
    /// What has been read and is no whole line yet.
    var line: [UInt8] = []
  }

  /// - Parameter root: The folder that holds `.git`.
  init(root: String) {
    self.root = root
  }

  deinit { state.withLock { if let child = $0.child { System.end(child) } } }

  /// Notes that it may be asked for a file.
  ///
  /// - Parameter path: From the root on.
  func expect(_ path: String) {
    state.withLock { if $0.changes[path] == nil { $0.changes[path] = [] } }
  }

  /// In how many commits after another one a file was changed; `nil` where git does not tell, or the file
  /// was not expected before the first question.
  ///
  /// - Parameters:
  ///   - path: From the root on.
  ///   - commit: Its name, whole or abbreviated.
  func count(of path: String, since commit: String) -> Int? {
    state.withLock { state in
      guard state.changes[path] != nil else { return nil }
      guard let number = state.number(of: commit, root), let changes = state.changes[path] else {
        return nil
      }
      return changes.partitionPoint { $0 < number }
    }
  }

  /// The commit that changed a file after which so many others did; `nil` where there is none, or the file
  /// was not expected before the first question.
  ///
  /// - Parameter path: From the root on.
  func change(_ index: Int, of path: String) -> String? {
    state.withLock { state in
      guard state.changes[path] != nil else { return nil }
      while state.changes[path]?.count ?? 0 <= index, !state.isDone { state.read(root) }
      guard let changes = state.changes[path], index < changes.count else { return nil }
      return state.names[changes[index]]
    }
  }
}

extension ChangeLog.State {
  /// How many commits came before one; `nil` for one that is not in the log, or whose abbreviation several have.
  fileprivate mutating func number(of commit: String, _ root: String) -> Int? {
    let isWhole = commit.utf8.count >= 40
    while !isDone, !isWhole || numbers[commit] == nil { read(root) }
    if isWhole { return numbers[commit] }
    let all = sorted ?? names.sorted()
    sorted = all
    let first = all.partitionPoint { $0 < commit }
    guard first < all.count, all[first].hasPrefix(commit),
      first + 1 == all.count || !all[first + 1].hasPrefix(commit)
    else { return nil }
    return numbers[all[first]]
  }

  /// Reads one more piece of the log.
  fileprivate mutating func read(_ root: String) {
    if child == nil {
      child = Git(root: root).launch([
        "log", "--no-show-signature", "--no-ext-diff", "--no-textconv",
        "--ignore-submodules=all", "--no-color", "--no-notes", "--no-renames", "--name-only",
        "--format=%x01%H",
      ])
    }
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    guard let child, let count = try? System.read(child.output, into: &piece), count > 0,
      numbers.count < ChangeLog.most
    else {
      if let child { System.end(child) }
      child = nil
      isDone = true
      return
    }
    for byte in piece[..<count] {
      if byte == 0x0A {
        take()
      } else if line.count < ChangeLog.longestPath {
        line.append(byte)
      }
    }
  }

  private mutating func take() {
    defer { line.removeAll(keepingCapacity: true) }
    guard let first = line.first else { return }
    if first == 0x01 {
      let name = String(decoding: line.dropFirst(), as: UTF8.self)
      numbers[name] = names.count
      names.append(name)
    } else {
      let path = String(decoding: line, as: UTF8.self)
      if changes[path] != nil { changes[path]?.append(names.count - 1) }
    }
  }
}
