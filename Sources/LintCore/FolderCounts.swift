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
    let bytes = path.utf8Span.span
    var length = bytes.count
    while length > 0, bytes[length - 1] != 0x2F { length -= 1 }
    let parent = bytes.extracting(..<max(length - 1, 0))
    if !parent.elementsEqual(folder.utf8Span.span) {
      settle()
      folder = String(parent)
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
    guard let first = folders.keys.first else { return [] }
    let common = folders.keys.reduce(Int.max) { min($0, first.commonParts(with: $1)) }
    var sums: [String: Int] = [:]
    for (folder, count) in folders where !folder.isEmpty {
      guard let part = folder.part(after: common) else { continue }
      sums[part, default: 0] += count
    }
    guard sums.count > 1 else { return [] }
    let order = sums.sorted {
      $0.value != $1.value ? $0.value > $1.value : $0.key.precedes($1.key)
    }
    return order.prefix(most).map { ($0.key, $0.value) }
  }
}

extension String {
  /// How many parts between slashes a folder and another one begin with alike.
  fileprivate func commonParts(with other: String) -> Int {
    let (left, right) = (utf8Span.span, other.utf8Span.span)
    var index = 0
    var parts = 0
    while index < left.count, index < right.count, left[index] == right[index] {
      if left[index] == 0x2F { parts += 1 }
      index += 1
    }
    let ends =
      (index == left.count || left[index] == 0x2F) && (index == right.count || right[index] == 0x2F)
    return ends ? parts + 1 : parts
  }

  /// The beginning of a folder with one part more than so many, and with those behind `..`; `nil` where it
  /// has no more.
  fileprivate func part(after parts: Int) -> String? {
    let bytes = utf8Span.span
    var start = 0
    for _ in 0..<parts {
      guard let slash = bytes.firstIndex(of: 0x2F, from: start) else { return nil }
      start = slash + 1
    }
    var end = bytes.firstIndex(of: 0x2F, from: start) ?? bytes.count
    while end < bytes.count, bytes.extracting(start..<end).elementsEqual("..") {
      start = end + 1
      end = bytes.firstIndex(of: 0x2F, from: start) ?? bytes.count
    }
    return String(bytes.extracting(..<end))
  }
}
