package import LintCore
import LintText

/// What the lists of a run leave out, by rule and folder: tables for people, of bounded length.
package enum KnownFindings {
  /// Rows of a table; the others are summed up.
  private static let mostRows = 50
  /// Characters of a cell.
  private static let longestCell = 100

  private struct Group: Hashable {
    let rule: String
    let folder: String
    /// Empty in a baseline.
    let reason: String

    func precedes(_ other: Group) -> Bool {
      if rule != other.rule { return rule.precedes(other.rule) }
      if folder != other.folder { return folder.precedes(other.folder) }
      return reason.precedes(other.reason)
    }
  }

  /// - Parameter path: Where the list stands.
  package static func text(of baseline: Baseline, path: String) -> String {
    var counts: [Group: Int] = [:]
    for entry in baseline.entries {
      let (rule, file) = Baseline.origin(of: entry)
      counts[Group(rule: rule, folder: folder(of: file), reason: ""), default: 0] += 1
    }
    return heading(path, Numeral.count(baseline.entries.count, "finding"), "known")
      + table(counts, hasReasons: false)
  }

  /// - Parameter path: Where the list stands.
  package static func text(of dismissals: Dismissals, path: String) -> String {
    var counts: [Group: Int] = [:]
    let lines = dismissals.lines
    for line in lines {
      let reason = line.entry.reason
      counts[Group(rule: line.rule, folder: folder(of: line.path), reason: reason), default: 0] += 1
    }
    return heading(path, Numeral.count(lines.count, "finding"), "dismissed")
      + table(counts, hasReasons: true)
  }

  private static func heading(_ path: String, _ count: String, _ what: String) -> String {
    "\(TextReporter.printable(path)): \(count) \(what)\n"
  }

  /// - Parameter path: As `Baseline.escaped` makes it.
  private static func folder(of path: String) -> String {
    let path = Baseline.unescaped(path)
    return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  private static func table(_ counts: [Group: Int], hasReasons: Bool) -> String {
    var table = TextTable(
      [("findings", .right), ("rule", .left), ("folder", .left)]
        + (hasReasons ? [("reason", .left)] : []))
    let groups = counts.sorted { left, right in
      left.value != right.value ? left.value > right.value : left.key.precedes(right.key)
    }
    for (group, count) in groups.prefix(mostRows) {
      table.add(
        [Numeral.grouped(count), cut(group.rule), cut(group.folder)]
          + (hasReasons ? [cut(group.reason)] : []))
    }
    let others = groups.dropFirst(mostRows)
    guard !others.isEmpty else { return table.text }
    let count = others.reduce(0) { $0 + $1.value }
    return table.text
      + "  and \(Numeral.count(count, "finding")) more in \(Numeral.count(others.count, "row"))\n"
  }

  private static func cut(_ text: String) -> String {
    // What combines with others takes no column, but nobody reads so much of it.
    let beginning = text.unicodeScalars.prefix(longestCell + 1)
    guard beginning.count > longestCell else { return text }
    return String(beginning.dropLast(2)) + "…"
  }
}
