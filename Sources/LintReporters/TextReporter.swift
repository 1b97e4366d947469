public import LintCore
import LintText

/// Findings for people: a line that editors understand, then the words concerned, and a summary.
///
/// The first time that a rule finds something, what it means and how to mend it follows. Files that
/// can't be read are only counted unless asked for: the command names them on standard error.
public struct TextReporter: Reporter {
  /// How much to write.
  public enum Detail: Sendable {
    /// One line for each finding, or for all of a rule in a file that are not listed, and nothing else.
    case quiet
    case normal
    /// Also what is otherwise only counted, and excerpts at full length.
    case verbose
  }

  /// What columns count.
  public enum ColumnUnit: String, CaseIterable, Sendable {
    /// Code units of UTF-16, as Visual Studio Code and most formats of reports count.
    case utf16
    /// Bytes of UTF-8, as Vim counts.
    case byte
    /// Columns of a screen, as Emacs counts; for these a linter must be told how wide things are.
    case display
  }

  public var needs: PlacementNeeds {
    PlacementNeeds(
      width: columnUnit == .display ? DisplayWidth.columns : nil,
      omissions: detail == .quiet
        ? [.identity, .counted, .texts] : detail == .normal ? [.identity, .counted] : .identity)
  }

  let detail: Detail
  private let width: Int
  private let columnUnit: ColumnUnit
  private let showsRanges: Bool
  private let listsUnreadable: Bool
  let style: TerminalStyle
  private let next: NextSteps
  let listing: TextListing
  /// Findings that are put together by rule or locale.
  var groups = TextGroups()
  /// How many findings are listed, are less severe than wanted, and are beyond the most.
  var listed = 0
  var lessSevere = 0
  var beyondMost = 0
  /// Rules whose findings are counted rather than listed, by index.
  var isCounted: [Bool] = []
  /// Rules whose meaning has been told, by index.
  var isExplained: [Bool] = []
  /// Files with findings of the rule, by its index, where these are counted.
  private var files: [Int] = []
  /// The last of these files, by the rule's index, of all that came.
  private var lastFile: [Int] = []
  private var reports = 0
  private var filesWithListed = 0
  /// Where rules are described, if anywhere.
  private var pages: RulePages?
  /// Memory for one line after the other.
  private var line: [UInt8] = []

  /// - Parameters:
  ///   - hasColor: Whether to use ANSI colours, for a terminal only.
  ///   - hasLinks: Whether to make links of addresses, for a terminal that knows OSC 8 only.
  ///   - width: The columns that excerpts may take.
  ///   - showsRanges: Whether to write where a finding ends, too.
  ///   - listsUnreadable: Whether to name the files that can't be read.
  ///   - next: What the report ends with.
  ///   - listing: Which findings are listed, and in what order.
  public init(
    detail: Detail = .normal, hasColor: Bool = false, hasLinks: Bool = false, width: Int = 100,
    columnUnit: ColumnUnit = .utf16, showsRanges: Bool = false, listsUnreadable: Bool = false,
    next: NextSteps = NextSteps(), listing: TextListing = TextListing()
  ) {
    self.detail = detail
    self.width = max(width, 40)
    self.columnUnit = columnUnit
    self.showsRanges = showsRanges
    self.listsUnreadable = listsUnreadable
    self.next = next
    self.listing = listing
    style = TerminalStyle(isOn: hasColor, hasLinks: hasLinks)
  }

  public mutating func begin(_ run: Run, to output: inout Output) {
    pages = run.rulePages
    // A finding that fails the run is never left out.
    isCounted = run.rules.map { $0.isCounted(below: run.gate) && detail != .verbose }
    isExplained = run.rules.map { _ in detail == .quiet }
    files = run.rules.map { _ in 0 }
    lastFile = files
  }

  public mutating func add(_ file: FileReport, in run: Run, to output: inout Output) {
    if case .unreadable(let reason) = file.outcome, listsUnreadable {
      output.write(Self.unreadableLine(file.path, reason) + "\n")
    }
    if file.fixed > 0, detail != .quiet {
      let rules = SummarySentence.rules(file.fixedByRule, in: run)
      output.write("\(Self.printable(file.path)): fixed \(rules)\n")
    }
    guard !file.findings.isEmpty || !file.unlisted.isEmpty else { return }
    countFile(file)
    let more = file.unlisted.isEmpty ? [] : file.more.filter { !isCounted[$0.rule] }
    guard !more.isEmpty || file.findings.contains(where: { !isCounted[$0.rule] }) else { return }
    filesWithListed += 1
    let path = Self.printable(file.path)
    if listing.grouping == .file, detail != .quiet { writeHeading(file, path, more, &output) }
    for finding in file.findings where !isCounted[finding.rule] && isListed(finding.severity) {
      let info = run.rules[finding.rule].info
      withOutput(file.locale(of: finding), run.rules[finding.rule], &output) { reporter, output in
        reporter.write(finding, of: path, as: info, to: &output)
      }
    }
    var ends = false
    for more in more where more.severity >= listing.minimum {
      withOutput(file.locale, run.rules[more.rule], count: 0, &output) { reporter, output in
        reporter.writeLine(
          path, more.start, more.end, more.severity, as: run.rules[more.rule].info, to: &output
        ) { $0.append(contentsOf: "\(more.sentence) (\(MoreFindings.remedy))".utf8) }
        if reporter.isGrouped, reporter.detail != .quiet { output.write("\n") }
      }
      ends = !isGrouped
    }
    if ends, detail != .quiet { output.write("\n") }
  }

  /// Counts a file once for each counted rule that has found something in it.
  private mutating func countFile(_ file: FileReport) {
    reports += 1
    for finding in file.findings where isCounted[finding.rule] { countFile(finding.rule) }
    for unlisted in file.unlisted where isCounted[unlisted.rule] { countFile(unlisted.rule) }
  }

  private mutating func countFile(_ rule: Int) {
    if lastFile[rule] < reports { files[rule] += 1 }
    lastFile[rule] = reports
  }

  public mutating func end(_ summary: Summary, in run: Run, to output: inout Output) {
    writeGroups(to: &output)
    guard detail != .quiet else { return }
    writeCounted(summary, in: run, to: &output)
    writeTable(summary, in: run, to: &output)
    writeLeftOut(to: &output)
    if summary.fixed > 0 {
      output.write(
        style.bold(SummarySentence.fixedCount(summary))
          + ": \(SummarySentence.rules(summary.fixedByRule, in: run)).\n")
    }
    let keptBack = SummarySentence.keptBack(summary)
    if !keptBack.isEmpty { output.write("\(keptBack)\n") }
    let seconds = summary.seconds > 0 ? "\(Numeral.decimal(summary.seconds, digits: 2)) s" : ""
    let documents = Numeral.count(summary.bilingualFiles, "document")
    let segments = Numeral.count(summary.segments, "segment")
    let plain = summary.plainFiles > 0 ? Numeral.count(summary.plainFiles, "plain file") : ""
    let isClean = run.rules.indices.allSatisfy { isCounted[$0] || summary.findings[$0] == 0 }
    if summary.failsAsEmpty(in: run) {
      output.write(
        style.bold("Nothing was checked") + ": \(SummarySentence.empty)"
          + (plain.isEmpty ? "" : " (\(plain))") + ", so the run fails.")
    } else if summary.files == summary.unreadableFiles {
      output.write("Nothing was checked.")
    } else if isClean {
      let details = [segments, plain, seconds].filter { !$0.isEmpty }.joined(separator: ", ")
      output.write(
        style.bold("No \(SummarySentence.new(summary))faults found")
          + " in \(documents) (\(details)).")
    } else {
      output.write(
        "Read \(documents) with \(segments)" + (plain.isEmpty ? "" : " and \(plain)")
          + (seconds.isEmpty ? "." : " in \(seconds)."))
    }
    if summary.unreadableFiles > 0 {
      output.write(" \(Numeral.count(summary.unreadableFiles, "path")) could not be checked.")
    }
    output.write("\n")
    let found = run.rules.indices.filter { !isCounted[$0] }
    output.write(next.text(summary, of: found.reduce(0) { $0 + summary.findings[$1] }))
  }
}

// MARK: - One finding

extension TextReporter {
  /// Columns of what stands to the left of an excerpt: a half's name or a line number.
  private static let gutter = 8
  /// Columns of an argument beyond which a message would hide itself.
  private static let longestArgument = 120

  /// A text as it may be printed anywhere but at the start of a line.
  public static func safe(_ text: String) -> String { text.visible }

  /// A path as it begins a line: never like a command, an option or a comment.
  public static func printable(_ path: String) -> String { path.pathForLogs }

  /// What is said of a file that can't be read.
  public static func unreadableLine(_ path: String, _ reason: String) -> String {
    "\(printable(path)): error: \(reason.visible)"
  }

  mutating func write(
    _ finding: PlacedFinding, of path: String, as info: RuleInfo, to output: inout Output
  ) {
    let isShort =
      detail == .verbose
      || finding.arguments.allSatisfy { $0.utf8.count <= Self.longestArgument }
    let arguments = isShort ? finding.arguments : finding.arguments.map { shortened($0) }
    writeLine(path, finding.start, finding.end, finding.severity, as: info, to: &output) { line in
      let start = line.count
      finding.message.append(arguments, to: &line)
      line.showVisibly(from: start)
    }
    guard detail != .quiet else { return }
    writeExcerpts(finding, to: &output)
    if let fix = finding.fix { write(fix, to: &output) }
    if !isExplained[finding.rule] {
      isExplained[finding.rule] = true
      writeWhy(info, to: &output)
    }
    output.write("\n")
  }

  /// The line that editors and other programs read.
  mutating func writeLine(
    _ path: String, _ start: Place, _ end: Place, _ severity: Severity, as info: RuleInfo,
    to output: inout Output, sentence: (inout [UInt8]) -> Void
  ) {
    line.removeAll(keepingCapacity: true)
    line.append(contentsOf: style.boldStart.utf8)
    line.append(contentsOf: path.utf8)
    write(start, after: 0x3A)
    if showsRanges { write(end, after: 0x2D) }
    line.append(0x3A)
    line.append(contentsOf: style.end.utf8)
    line.append(0x20)
    line.append(contentsOf: style.start(of: severity).utf8)
    line.append(contentsOf: severity.rawValue.utf8)
    line.append(0x3A)
    line.append(contentsOf: style.end.utf8)
    line.append(0x20)
    sentence(&line)
    line.append(contentsOf: " [".utf8)
    // An address that a stranger may have written does not hide behind a name.
    let hidden = style.hasLinks && pages?.isConfigured == false ? pages?.address(of: info.id) : nil
    line.append(contentsOf: (hidden.map { style.link(info.id, to: $0) } ?? info.id).utf8)
    line.append(contentsOf: "]\n".utf8)
    output.write(line.span)
  }

  /// Puts a place into the line, as `:line:column`.
  private mutating func write(_ place: Place, after mark: UInt8) {
    line.append(mark)
    line.append(contentsOf: String(place.line).utf8)
    line.append(0x3A)
    line.append(contentsOf: String(column(of: place)).utf8)
  }

  private func column(of place: Place) -> Int {
    switch columnUnit {
    case .utf16: place.column
    case .byte: place.byteColumn
    case .display: place.displayColumn
    }
  }

  private func shortened(_ argument: String) -> String {
    guard argument.utf8.count > Self.longestArgument else { return argument }
    // What combines with others takes no column, but nobody reads so much of it.
    let beginning = argument.unicodeScalars.prefix(8 * Self.longestArgument)
    return beginning.endIndex == argument.endIndex
      && TerminalText.width(of: argument) <= Self.longestArgument
      ? argument : String(beginning.prefix(Self.longestArgument - 1)) + "…"
  }

  /// Both halves of the segment where there is one, else the line.
  private func writeExcerpts(_ finding: PlacedFinding, to output: inout Output) {
    let label =
      switch finding.segment?.side {
      case .target: "target"
      case .source: "source"
      case nil: String(finding.start.line)
      }
    let emptyHalf = finding.excerpt.text.isEmpty && finding.segment?.side != nil
    if !finding.excerpt.text.isEmpty || emptyHalf {
      writeRows(
        finding.excerpt, label, note: emptyHalf ? "nothing here" : "",
        marks: { style.severity(finding.severity, $0) }, to: &output)
    }
    if let related = finding.related {
      let isSource = related.label == "source"
      writeRows(
        related.excerpt, isSource ? "source" : String(related.start.line),
        note: Self.note(on: related), marks: style.related, to: &output)
      if isSource { return }
    }
    guard let segment = finding.segment, let side = segment.side else { return }
    let other = side == .target ? segment.source : segment.target
    guard !other.isEmpty else { return }
    let row = TerminalText.row(
      of: other, marked: nil, focus: focus(in: other, beside: finding, segment), limit: limit)
    writeRow(side == .target ? "source" : "target", row.text, to: &output)
  }

  /// What stands beside the marks of a related text: where it is, if in another file, and what.
  private static func note(on related: PlacedFinding.PlacedRelated) -> String {
    let place = related.file.map {
      "\(Self.printable($0.path)):\(related.start.line):\(related.start.column)"
    }
    return [related.label == "source" ? nil : related.label, place].compactMap(\.self)
      .joined(separator: ", ")
  }

  /// The byte of the other half at which it is likely to say what the finding is about: as far from
  /// the start, measured by the length of each half.
  private func focus(
    in other: String, beside finding: PlacedFinding, _ segment: PlacedFinding.SegmentExcerpt
  ) -> Int {
    let half = segment.side == .target ? segment.target : segment.source
    var offset = finding.excerpt.marked.lowerBound
    if finding.excerpt.isCutBefore, let found = half.firstRange(of: finding.excerpt.text.prefix(24))
    {
      offset += half.utf8.distance(from: half.startIndex, to: found.lowerBound)
    }
    return other.utf8.count * min(offset, half.utf8.count) / max(half.utf8.count, 1)
  }

  private func writeRows(
    _ excerpt: PlacedFinding.Excerpt, _ label: String, note: String,
    marks colored: (String) -> String, to output: inout Output
  ) {
    let row = TerminalText.row(
      of: excerpt.text, marked: excerpt.marked, limit: limit, isCutBefore: excerpt.isCutBefore,
      isCutAfter: excerpt.isCutAfter)
    writeRow(label, row.text, to: &output)
    let marks = row.marks + (note.isEmpty ? "" : " \(note)")
    writeRow("", String(repeating: " ", count: row.indent) + colored(marks), to: &output)
  }

  /// What `--fix` changes; with a question mark what `--fix=suggested` does.
  private func write(_ fix: PlacedFinding.PlacedFix, to output: inout Output) {
    var label = fix.safety == .safe ? "fix" : "fix?"
    for change in fix.changes {
      writeRow(label, style.removed("- \(row(of: change.before))"), to: &output)
      writeRow("", style.added("+ \(row(of: change.after))"), to: &output)
      label = ""
    }
    guard fix.otherChanges > 0 else { return }
    let places = Numeral.count(fix.otherChanges, "more place")
    writeRow("", "and in \(places)", to: &output)
  }

  private func row(of excerpt: PlacedFinding.Excerpt) -> String {
    TerminalText.row(
      of: excerpt.text, marked: excerpt.marked, limit: limit.map { $0 - 2 },
      isCutBefore: excerpt.isCutBefore, isCutAfter: excerpt.isCutAfter
    ).text
  }

  /// What goes wrong, how to mend it and where to read more, under the first finding of a rule.
  private func writeWhy(_ info: RuleInfo, to output: inout Output) {
    for (index, line) in WrappedText.lines(of: info.why, width: limit ?? width).enumerated() {
      writeRow(index == 0 ? "why" : "", line, to: &output)
    }
    guard let address = pages?.address(of: info.id) else { return }
    writeRow("page", style.link(address, to: address), to: &output)
  }

  private func writeRow(_ label: String, _ text: String, to output: inout Output) {
    let indent = String(repeating: " ", count: max(Self.gutter - label.utf8.count, 0))
    output.write(indent + label + (text.isEmpty ? " |\n" : " | \(text)\n"))
  }

  /// The columns that an excerpt may take.
  private var limit: Int? { detail == .verbose ? nil : width - Self.gutter - 3 }
}

// MARK: - Summary

extension TextReporter {
  private func writeCounted(_ summary: Summary, in run: Run, to output: inout Output) {
    let read = summary.bilingualFiles + summary.plainFiles
    for (index, rule) in run.rules.enumerated()
    where isCounted[index] && summary.findings[index] > 0 {
      let count = summary.findings[index]
      let inFiles =
        "\(Numeral.grouped(files[index])) of \(Numeral.count(read, "file"))"
      output.write(
        style.severity(rule.severity, "\(rule.severity.rawValue):") + " "
          + inFiles + " \(Self.verbPhrase(rule.info.countedAs ?? "", files[index]))"
          + (count == files[index] ? "" : ", \(Numeral.grouped(count)) times")
          + " [\(rule.info.id)] (--verbose lists them)\n")
    }
  }

  /// `are machine-translated`, or `is …` of one file.
  private static func verbPhrase(_ phrase: String, _ count: Int) -> String {
    count == 1 && phrase.hasPrefix("are ") ? "is " + phrase.dropFirst(4) : phrase
  }

  /// How many of what: by severity, then by rule, the most frequent first.
  private func writeTable(_ summary: Summary, in run: Run, to output: inout Output) {
    let found = run.rules.indices.filter { !isCounted[$0] && summary.findings[$0] > 0 }
      .sorted { left, right in
        summary.findings[left] != summary.findings[right]
          ? summary.findings[left] > summary.findings[right]
          : run.rules[left].info.id < run.rules[right].info.id
      }
    guard !found.isEmpty else { return }
    let severities = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = found.reduce(0) { $0 + summary.count(of: severity, by: $1) }
      return count > 0
        ? style.severity(severity, Numeral.count(count, severity.rawValue)) : nil
    }
    let total = found.reduce(0) { $0 + summary.findings[$1] }
    output.write(
      style.bold("Found \(Numeral.count(total, "fault"))")
        + " in \(Numeral.grouped(filesWithListed)) of \(Numeral.count(summary.files, "file")): "
        + severities.joined(separator: ", ") + ".\n\n")
    let digits = Numeral.grouped(summary.findings[found[0]]).utf8.count
    let longest = found.map { run.rules[$0].info.id.utf8.count }.max() ?? 0
    for index in found {
      let rule = run.rules[index]
      let count = Numeral.grouped(summary.findings[index])
      let severity = rule.severity.rawValue
      output.write(
        "  " + String(repeating: " ", count: digits - count.utf8.count) + count + "  "
          + style.severity(rule.severity, severity)
          + String(repeating: " ", count: 9 - severity.utf8.count) + rule.info.id
          + String(repeating: " ", count: longest + 2 - rule.info.id.utf8.count)
          + rule.info.findsAsClause + "\n")
    }
    output.write("\n")
  }
}

extension RuleInfo {
  /// What it finds, without a full stop, for the middle of a line.
  fileprivate var findsAsClause: Substring { finds.hasSuffix(".") ? finds.dropLast() : finds[...] }
}
