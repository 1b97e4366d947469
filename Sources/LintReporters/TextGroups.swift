import LintCore
import LintText

/// The parts of a text report in which findings are put together by rule or by locale, until all have
/// come.
struct TextGroups: Sendable {
  struct Group: Sendable {
    let title: String
    let severity: Severity
    var output = Output()
    var findings = 0
    /// Rules whose meaning has been told in it, by index.
    var isExplained: [Bool]
  }

  private var groups: [Group] = []
  private var indices: [String: Int] = [:]

  /// The group with a title, which is made where there is none yet.
  ///
  /// - Parameters:
  ///   - severity: What groups are sorted by before anything else.
  ///   - isExplained: For a new one.
  mutating func index(of title: String, _ severity: Severity, _ isExplained: [Bool]) -> Int {
    if let index = indices[title] { return index }
    groups.append(Group(title: title, severity: severity, isExplained: isExplained))
    indices[title] = groups.count - 1
    return groups.count - 1
  }

  /// Hands out a group, which must be put back; so its text is never copied.
  mutating func take(_ index: Int) -> Group {
    var group = Group(title: "", severity: .note, isExplained: [])
    swap(&group, &groups[index])
    return group
  }

  mutating func put(_ group: Group, at index: Int) { groups[index] = group }

  /// The most severe first, then by their titles; what has none is last.
  var sorted: [Group] {
    groups.sorted { left, right in
      if left.severity != right.severity { return left.severity > right.severity }
      if left.title.isEmpty != right.title.isEmpty { return right.title.isEmpty }
      return left.title.precedes(right.title)
    }
  }
}
