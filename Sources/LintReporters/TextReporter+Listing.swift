import LintCore

/// Which findings are listed, and where.
extension TextReporter {
  /// Whether findings wait for the end of the run.
  var isGrouped: Bool { listing.grouping == .rule || listing.grouping == .locale }

  /// Whether another finding is listed; one that is not is counted here.
  mutating func isListed(_ severity: Severity) -> Bool {
    guard severity >= listing.minimum else {
      lessSevere += 1
      return false
    }
    guard listing.most.map({ listed < $0 }) ?? true else {
      beyondMost += 1
      return false
    }
    listed += 1
    return true
  }

  /// Writes where a finding belongs: as it comes, or into its group.
  mutating func withOutput(
    _ locale: String, _ rule: Run.ActiveRule, count: Int = 1, _ output: inout Output,
    write: (inout TextReporter, inout Output) -> Void
  ) {
    let index: Int
    switch listing.grouping {
    case nil, .file:
      write(&self, &output)
      return
    case .rule:
      index = groups.index(of: rule.info.id, rule.severity, unexplained)
    case .locale:
      index = groups.index(of: locale, .note, unexplained)
    }
    var group = groups.take(index)
    swap(&isExplained, &group.isExplained)
    write(&self, &group.output)
    swap(&isExplained, &group.isExplained)
    group.findings += count
    groups.put(group, at: index)
  }

  private var unexplained: [Bool] { isExplained.map { _ in detail == .quiet } }

  /// A file's name and how many findings it has, above them.
  func writeHeading(
    _ file: FileReport, _ path: String, _ more: [MoreFindings], _ output: inout Output
  ) {
    let isFull = listing.most.map { listed >= $0 } ?? false
    let hasAny = file.findings.contains {
      !isCounted[$0.rule] && $0.severity >= listing.minimum
    }
    guard hasAny, !isFull else { return }
    let count = file.findings.count { !isCounted[$0.rule] } + more.reduce(0) { $0 + $1.count }
    output.write(style.bold("\(path): \(Numeral.count(count, "fault"))") + "\n\n")
  }

  /// Writes what was put together.
  mutating func writeGroups(to output: inout Output) {
    for group in groups.sorted {
      if detail != .quiet {
        let title = group.title.isEmpty ? "no locale" : group.title.visibleAtStart
        output.write(
          style.bold("\(title): \(Numeral.count(group.findings, "fault")) listed") + "\n\n")
      }
      output.write(group.output.bytes.span)
    }
    groups = TextGroups()
  }

  /// Tells what counts and is not listed.
  func writeLeftOut(to output: inout Output) {
    var parts: [String] = []
    if lessSevere > 0 {
      parts.append("\(Numeral.grouped(lessSevere)) less severe than \(listing.minimum)")
    }
    if beyondMost > 0 {
      parts.append("\(Numeral.grouped(beyondMost)) beyond --max-findings=\(listing.most ?? 0)")
    }
    if !parts.isEmpty { output.write("Not listed: \(parts.joined(separator: ", ")).\n") }
  }
}
