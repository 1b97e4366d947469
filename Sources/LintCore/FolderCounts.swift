import LintText

/// Findings that count, by the folder of their file.
///
/// Files come in the order of their paths, so that one is nearly always in the folder of the last.
public struct FolderCounts: Sendable {
  /// By the folder as the run was given it; empty for the folder that it was started in.
  private var counts: [String: Int] = [:]
  private var folder = ""
  private var count = 0

  public init() {}

  /// Adds the findings of a file.
  mutating func add(_ count: Int, in path: String) {
    let length =
      path.utf8.lastIndex(of: 0x2F).map { path.utf8.distance(from: path.utf8.startIndex, to: $0) }
      ?? 0
    if length != folder.utf8.count || !path.utf8.starts(with: folder.utf8) {
      settle()
      folder = String(decoding: path.utf8.prefix(length), as: UTF8.self)
    }
    self.count += count
  }

  private mutating func settle() {
    guard count > 0 else { return }
    counts[folder, default: 0] += count
    count = 0
  }

  /// All folders with findings.
  public var all: [String: Int] {
    var copy = self
    copy.settle()
    return copy.counts
  }

  /// The folders side by side, below the deepest that holds all files with findings, in which most
  /// is found, the worst first; none where there are no two.
  public func worst(_ most: Int) -> [(folder: String, count: Int)] {
    let folders = all
    let parts = folders.keys.map { $0.split(separator: "/", omittingEmptySubsequences: false) }
    guard var common = parts.first?[...] else { return [] }
    for part in parts {
      var length = 0
      while length < min(common.count, part.count), common[length] == part[length] { length += 1 }
      common = common.prefix(length)
    }
    var sums: [String: Int] = [:]
    for (folder, count) in folders {
      let part = folder.split(separator: "/", omittingEmptySubsequences: false)
      guard part.count > common.count, !folder.isEmpty else { continue }
      var length = common.count + 1
      while length < part.count, part[length - 1] == ".." { length += 1 }
      sums[part.prefix(length).joined(separator: "/"), default: 0] += count
    }
    guard sums.count > 1 else { return [] }
    let order = sums.sorted {
      $0.value != $1.value ? $0.value > $1.value : $0.key.precedes($1.key)
    }
    return order.prefix(most).map { ($0.key, $0.value) }
  }
}
