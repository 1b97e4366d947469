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
  let showsRanges: Bool
  let listsUnreadable: Bool
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

  public mutating func join(_ part: Part, in run: Run, to output: inout Output) {
    output.write(part.bytes.span.extracting(0..<part.head))
    reports += 1
    for rule in part.counted { countFile(rule) }
    lessSevere += part.lessSevere
    beyondMost += part.beyondMost
    guard part.isListed else { return }
    filesWithListed += 1
    if hasRoom { output.write(part.heading.span) }
    var start = part.head
    for entry in part.entries {
      write(entry, from: start, of: part.bytes.span, in: run, to: &output)
      start = entry.end
    }
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
    let compared = SummarySentence.compared(summary)
    if !compared.isEmpty { output.write("\(compared)\n") }
    let completeness = SummarySentence.completeness(summary)
    if !completeness.isEmpty { output.write("\(completeness)\n") }
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

// MARK: - Lines

extension TextReporter {
  /// A text as it may be printed anywhere but at the start of a line.
  public static func safe(_ text: String) -> String { text.visible }

  /// A path as it begins a line: never like a command, an option or a comment.
  public static func printable(_ path: String) -> String { path.pathForLogs }

  /// What is said of a file that can't be read.
  public static func unreadableLine(_ path: String, _ reason: String) -> String {
    "\(printable(path)): error: \(reason.visible)"
  }

  /// What stands for a rule at the end of a line.
  func name(of info: RuleInfo) -> String {
    // An address that a stranger may have written does not hide behind a name.
    let hidden = style.hasLinks && pages?.isConfigured == false ? pages?.address(of: info.id) : nil
    return hidden.map { style.link(info.id, to: $0) } ?? info.id
  }

  func column(of place: Place) -> Int {
    switch columnUnit {
    case .utf16: place.column
    case .byte: place.byteColumn
    case .display: place.displayColumn
    }
  }

  /// What goes wrong, how to mend it and where to read more, under the first finding of a rule.
  func explanation(of info: RuleInfo) -> [UInt8] {
    var rows: [UInt8] = []
    for (index, line) in WrappedText.lines(of: info.why, width: limit ?? width).enumerated() {
      rows.beginRow(index == 0 ? "why" : "")
      rows.append(contentsOf: "\(line)\n".utf8)
    }
    guard let address = pages?.address(of: info.id) else { return rows }
    rows.beginRow("page")
    rows.append(contentsOf: "\(style.link(address, to: address))\n".utf8)
    return rows
  }

  /// The columns that an excerpt may take.
  var limit: Int? { detail == .verbose ? nil : width - TextFindingWriter.gutter - 3 }
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
    count == 1 && phrase.hasPrefix("are ") ? "is " + String(phrase.dropFirst(4)) : phrase
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
