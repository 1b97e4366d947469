import LintCore
import LintText
import Synchronization

/// The paths that files had before they were renamed, from one process of git for all of them.
///
/// It is started when a commit lacks a file that is there today: to compare what each commit removed with what
/// it added takes longer than to list both.
final class FormerPaths: Sendable {
  /// How many commits that renamed something are read back.
  static let mostCommits = 10_000
  /// The bytes of paths that are kept: a stranger's commits may rename anything.
  private static let mostBytes = 32 << 20
  /// Of files that a commit removed and added, how many of each are compared by content where none is the same.
  private static let mostCompared = 100
  /// How often one file may have been renamed.
  private static let mostOfFile = 16

  /// What a commit renamed a file from.
  private struct Rename {
    let former: String
    /// How many renames were made later.
    let index: Int
  }

  private let root: String
  private let folders: [String]
  private let renames = Mutex<[String: [Rename]]?>(nil)

  /// - Parameters:
  ///   - root: The folder that holds `.git`.
  ///   - folders: Those that renames are looked for in, from the root on; empty for all.
  init(root: String, in folders: [String]) {
    self.root = root
    self.folders = folders
  }

  /// The paths that a file had, the latest first.
  ///
  /// - Parameter path: From the root on.
  func paths(of path: String) -> [String] {
    renames.withLock { known in
      let renames = known ?? read()
      known = renames
      var paths: [String] = []
      var (name, index) = (path, -1)
      while paths.count < Self.mostOfFile,
        let rename = renames[name]?.first(where: { $0.index > index })
      {
        paths.append(rename.former)
        (name, index) = (rename.former, rename.index)
      }
      return paths
    }
  }

  private func read() -> [String: [Rename]] {
    let words = [
      "log", "--no-show-signature", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all",
      "--no-color", "--no-notes", "--no-merges", "--find-renames", "-l\(Self.mostCompared)",
      "--diff-filter=R",
      "--name-status", "--format=", "-z", "--max-count=\(Self.mostCommits)", "--",
    ]
    guard let child = Git(root: root).launch(words + folders.map { ":(top,literal)\($0)" }) else {
      return [:]
    }
    defer { System.end(child) }
    var renames: [String: [Rename]] = [:]
    // `R`, how alike they are, the former path and the new one, each with a zero byte behind it.
    var (fields, field, index, bytes) = ([String](), [UInt8](), 0, 0)
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while bytes < Self.mostBytes, let count = try? System.read(child.output, into: &piece),
      count > 0
    {
      for byte in piece[..<count] {
        guard byte == 0 else {
          if field.count < ChangeLog.longestPath { field.append(byte) }
          continue
        }
        fields.append(String(decoding: field, as: UTF8.self))
        bytes += field.count
        field.removeAll(keepingCapacity: true)
        guard fields.count == 3 else { continue }
        renames[fields[2], default: []].append(Rename(former: fields[1], index: index))
        index += 1
        fields = []
      }
    }
    return renames
  }
}
