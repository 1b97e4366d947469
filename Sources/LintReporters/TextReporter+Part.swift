public import LintCore
import LintText

extension TextReporter {
  /// What a text report has of one file: its lines, whose they are, and what is counted.
  public struct Part: Sendable {
    /// The lines of a finding, or one about what a rule has found besides and is not listed.
    struct Entry: Sendable {
      let rule: Int
      /// That of the page that it is about.
      let locale: String
      let isFinding: Bool
      /// Where in `bytes` the meaning of its rule is told, if it is.
      let explanation: Int
      /// Where its lines end in `bytes`; they begin where those before it end.
      let end: Int
    }

    /// First what is said of the file itself, up to `head`, then the lines of all entries.
    var bytes: [UInt8] = []
    var head = 0
    /// What stands above the entries where findings are put together by file.
    var heading: [UInt8] = []
    var entries: [Entry] = []
    /// Counted rules that have found something here, by index.
    var counted: [Int] = []
    /// Whether it has findings that are not only counted.
    var isListed = false
    /// Findings that are less severe than wanted, and such that are beyond the most for the whole run.
    var lessSevere = 0
    var beyondMost = 0
  }

  public func part(of file: FileReport, in run: Run) -> Part {
    var part = Part()
    if case .unreadable(let reason) = file.outcome, listsUnreadable {
      part.bytes.append(contentsOf: Self.unreadableLine(file.path, reason).utf8)
      part.bytes.append(0x0A)
    }
    if file.fixed > 0, detail != .quiet {
      let rules = SummarySentence.rules(file.fixedByRule, in: run)
      part.bytes.append(contentsOf: "\(Self.printable(file.path)): fixed \(rules)\n".utf8)
    }
    part.head = part.bytes.count
    guard !file.findings.isEmpty || !file.unlisted.isEmpty else { return part }
    count(file, in: &part)
    let more = file.unlisted.isEmpty ? [] : file.more.filter { !isCounted[$0.rule] }
    part.isListed = !more.isEmpty || file.findings.contains { !isCounted[$0.rule] }
    guard part.isListed else { return part }
    let path = Self.printable(file.path)
    if listing.grouping == .file, detail != .quiet {
      part.heading = heading(file, path, more)
    }
    var writer = TextFindingWriter(self, path: path, to: part.bytes)
    part.bytes = []
    write(file.findings, of: file, in: run, with: &writer, to: &part)
    write(more, of: file, in: run, with: &writer, to: &part)
    part.bytes = writer.bytes
    return part
  }

  /// Notes the counted rules that have found something, each once.
  private func count(_ file: FileReport, in part: inout Part) {
    var last = -1
    for finding in file.findings where isCounted[finding.rule] && finding.rule != last {
      last = finding.rule
      part.counted.append(last)
    }
    for unlisted in file.unlisted where isCounted[unlisted.rule] {
      part.counted.append(unlisted.rule)
    }
  }

  private func write(
    _ findings: [PlacedFinding], of file: FileReport, in run: Run,
    with writer: inout TextFindingWriter, to part: inout Part
  ) {
    for finding in findings where !isCounted[finding.rule] {
      guard finding.severity >= listing.minimum else {
        part.lessSevere += 1
        continue
      }
      guard listing.most.map({ part.entries.count < $0 }) ?? true else {
        part.beyondMost += 1
        continue
      }
      let explanation = writer.write(finding, as: run.rules[finding.rule].info)
      part.entries.append(
        Part.Entry(
          rule: finding.rule, locale: file.locale(of: finding), isFinding: true,
          explanation: explanation, end: writer.bytes.count))
    }
  }

  private func write(
    _ more: [MoreFindings], of file: FileReport, in run: Run,
    with writer: inout TextFindingWriter, to part: inout Part
  ) {
    let listed = more.filter { $0.severity >= listing.minimum }
    for (index, more) in listed.enumerated() {
      writer.write(more, as: run.rules[more.rule].info)
      let ends = isGrouped || index == listed.count - 1
      if ends, detail != .quiet { writer.endLine() }
      part.entries.append(
        Part.Entry(
          rule: more.rule, locale: file.locale, isFinding: false,
          explanation: writer.bytes.count, end: writer.bytes.count))
    }
  }

  /// A file's name and how many findings it has; nothing where none is listed.
  private func heading(_ file: FileReport, _ path: String, _ more: [MoreFindings]) -> [UInt8] {
    let hasAny = file.findings.contains {
      !isCounted[$0.rule] && $0.severity >= listing.minimum
    }
    guard hasAny else { return [] }
    let count = file.findings.count { !isCounted[$0.rule] } + more.reduce(0) { $0 + $1.count }
    return Array((style.bold("\(path): \(Numeral.count(count, "fault"))") + "\n\n").utf8)
  }
}
