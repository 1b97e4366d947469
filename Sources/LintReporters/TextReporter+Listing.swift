import LintCore

/// Which findings are listed, and where.
extension TextReporter {
  /// Whether findings wait for the end of the run.
  var isGrouped: Bool { listing.grouping == .rule || listing.grouping == .locale }

  /// Whether fewer findings are listed than may be.
  var hasRoom: Bool { listing.most.map { listed < $0 } ?? true }

  /// Writes lines of a file where they belong: as they come, or into their group.
  ///
  /// - Parameter start: Where they begin among the bytes of the file's part.
  mutating func write(
    _ entry: Part.Entry, from start: Int, of bytes: Span<UInt8>, in run: Run,
    to output: inout Output
  ) {
    if entry.isFinding {
      guard hasRoom else {
        beyondMost += 1
        return
      }
      listed += 1
    }
    let rule = run.rules[entry.rule]
    let index: Int
    switch listing.grouping {
    case nil, .file:
      write(entry, from: start, of: bytes, rule.info, to: &output)
      return
    case .rule:
      index = groups.index(of: rule.info.id, rule.severity, unexplained)
    case .locale:
      index = groups.index(of: entry.locale, .note, unexplained)
    }
    var group = groups.take(index)
    swap(&isExplained, &group.isExplained)
    write(entry, from: start, of: bytes, rule.info, to: &group.output)
    swap(&isExplained, &group.isExplained)
    if entry.isFinding { group.findings += 1 }
    groups.put(group, at: index)
  }

  /// Writes lines, with the meaning of the rule where it is met for the first time.
  private mutating func write(
    _ entry: Part.Entry, from start: Int, of bytes: Span<UInt8>, _ info: RuleInfo,
    to output: inout Output
  ) {
    guard entry.isFinding, !isExplained[entry.rule] else {
      return output.write(bytes.extracting(start..<entry.end))
    }
    isExplained[entry.rule] = true
    output.write(bytes.extracting(start..<entry.explanation))
    output.write(explanation(of: info).span)
    output.write(bytes.extracting(entry.explanation..<entry.end))
  }

  private var unexplained: [Bool] { isExplained.map { _ in detail == .quiet } }

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
