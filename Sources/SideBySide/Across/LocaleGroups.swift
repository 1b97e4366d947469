import LintCore

/// One page in several locales, all made from one version of its source.
///
/// What rules keep of a page begins with the number that `SourceHash` makes of the version.
struct LocaleGroups {
  /// What a rule has kept of one of the pages, behind the version of its source.
  struct Member {
    let page: PageNumber
    let facts: FactReader
  }

  /// In the order of their first pages; only those of three locales or more, for of two nobody knows which is
  /// right.
  let groups: [[Member]]

  private struct Key: Hashable {
    let path: UInt64
    let version: UInt64
  }

  private static let fewest = 3

  init(_ pages: [PageFacts]) {
    var indices: [Key: Int] = [:]
    var groups: [[Member]] = []
    var locales: [Set<String>] = []
    for page in pages where !page.locale.isEmpty {
      var facts = page.facts
      let key = Key(path: page.path, version: facts.number64())
      let index = indices[key] ?? groups.count
      if index == groups.count {
        indices[key] = index
        groups.append([])
        locales.append([])
      }
      // Of two copies in one locale neither is another locale's witness.
      guard locales[index].insert(page.locale).inserted else { continue }
      groups[index].append(Member(page: page.page, facts: facts))
    }
    self.groups = groups.filter { $0.count >= Self.fewest }
  }

  /// The value that more than half of some pages have; `nil` where there is none, or all have it.
  static func majority<Value: Hashable>(_ values: [Value]) -> Value? {
    var counts: [Value: Int] = [:]
    for value in values { counts[value, default: 0] += 1 }
    guard counts.count > 1 else { return nil }
    return counts.first { 2 * $0.value > values.count }?.key
  }
}
