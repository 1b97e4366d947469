public import LintCore
import LintText

/// Workflow commands of GitHub Actions, which show findings beside the lines of a pull request.
///
/// GitHub shows ten annotations of each type in a step and drops the rest without a word. So the
/// first ten are held back until the end, when the most severe come first; all others are plain
/// lines of the log, written as they come, and a last line counts them.
public struct GitHubReporter: Reporter {
  public var needs: PlacementNeeds { PlacementNeeds(omissions: [.identity, .counted, .texts]) }

  /// The runner's `_maxCountPerIssueType`.
  private static let mostOfAType = 10

  private var counted: CountedRules?
  /// Files that could not be read: the run is not complete, so they come before all findings.
  private var unreadable: [String] = []
  /// The commands that are held back, by severity.
  private var annotations: [Severity: [String]] = [:]
  /// The lines for the log of those annotations that unreadable files may push out.
  private var errorLines: [Line] = []
  /// Findings that are in the log alone.
  private var leftOut = 0
  /// Findings that count and are neither annotated nor in the log.
  private var unlisted = 0

  /// A line for the log, and how many findings it holds.
  fileprivate struct Line {
    let text: [UInt8]
    let findings: Int
  }

  public init() {}

  public mutating func begin(_ run: Run, to output: inout Output) {
    counted = CountedRules(run)
  }

  /// What a file has of lines, each of which may become an annotation.
  public struct Part: Sendable {
    /// A finding, or what is not listed of a rule.
    fileprivate struct Item {
      let severity: Severity
      let line: Line
      /// `nil` where the file has ten before it that are as severe, so that it will be none.
      let annotation: String?
    }

    fileprivate var unreadable: [String] = []
    fileprivate let path: String
    fileprivate var items: [Item] = []
    fileprivate let counted: CountedRules.File
    fileprivate var unlisted = 0
  }

  public func part(of file: FileReport, in run: Run) -> Part {
    var part = Part(path: file.repositoryPath, counted: CountedRules.File(file, counted))
    part.unreadable = file.obstacles(in: run)
    var counts = SeverityCounts()
    func add(_ line: Line, _ severity: Severity, as annotation: () -> String) {
      counts[severity] += 1
      let isAnnotated = counts[severity] <= Self.mostOfAType
      part.items.append(
        Part.Item(
          severity: severity, line: line, annotation: isAnnotated ? annotation() : nil))
    }
    let path = part.path.pathForLogs
    for finding in counted?.listed(file) ?? [] {
      let rule = run.rules[finding.rule].info
      var line: [UInt8] = []
      line.append(line: finding, finding.sentence, path: path, rule: rule)
      add(Line(text: line, findings: 1), finding.severity) {
        Self.annotation(of: finding, in: file, rule: rule)
      }
    }
    for more in counted?.more(in: file) ?? [] {
      part.unlisted += more.count
      let rule = run.rules[more.rule].info
      let line = more.line(path: file.repositoryPath, rule: rule)
      add(Line(text: Array(line.utf8), findings: 0), more.severity) {
        Self.command(
          more.severity,
          [("file", Self.named(file.repositoryPath)), ("title", "\(Product.name) \(rule.id)")],
          more.sentenceAlone)
      }
    }
    return part
  }

  public mutating func join(_ part: Part, in run: Run, to output: inout Output) {
    counted?.add(part.counted)
    unlisted += part.unlisted
    for reason in part.unreadable { add(part.path, unreadable: reason, to: &output) }
    for item in part.items { add(item, to: &output) }
  }

  private mutating func add(_ item: Part.Item, to output: inout Output) {
    guard annotations[item.severity, default: []].count < Self.mostOfAType,
      let annotation = item.annotation
    else {
      leave(item.line, to: &output)
      return
    }
    annotations[item.severity, default: []].append(annotation)
    if item.severity == .error { errorLines.append(item.line) }
  }

  public mutating func end(_ summary: Summary, in run: Run, to output: inout Output) {
    let errors = Self.mostOfAType - unreadable.count
    for line in errorLines.dropFirst(errors) { leave(line, to: &output) }
    annotations[.error] = unreadable + (annotations[.error] ?? []).prefix(errors)
    for severity in Severity.allCases.reversed() {
      for annotation in annotations[severity] ?? [] { output.write(annotation + "\n") }
    }
    for line in counted?.lines(summary, in: run) ?? [] { output.write(line + "\n") }
    if unlisted > 0 {
      output.write(
        "\(Numeral.count(unlisted, "finding")) \(unlisted == 1 ? "is" : "are") not listed: "
          + "\(MoreFindings.remedy).\n")
    }
    for sentence in SummarySentence.all(summary, in: run) { output.write("\(sentence)\n") }
    guard leftOut > 0 else { return }
    output.write(
      "\(Numeral.count(leftOut, "finding")) above \(leftOut == 1 ? "is" : "are") not annotated: "
        + "GitHub shows \(Self.mostOfAType) of each severity.\n")
  }

  private mutating func add(_ path: String, unreadable reason: String, to output: inout Output) {
    let id = UnreadableFile.id
    guard unreadable.count < Self.mostOfAType else {
      leave(
        Line(
          text: Array("\(path.pathForLogs): error: \(reason.visible) [\(id)]".utf8), findings: 1),
        to: &output)
      return
    }
    unreadable.append(
      Self.command(
        .error, [("file", Self.named(path)), ("title", "\(Product.name) \(id)")], reason))
  }

  private mutating func leave(_ line: Line, to output: inout Output) {
    leftOut += line.findings
    output.write(line.text.span)
    output.write("\n")
  }

  private static func annotation(
    of finding: PlacedFinding, in file: FileReport, rule: RuleInfo
  ) -> String {
    var properties = [
      ("file", named(file.repositoryPath)), ("line", String(finding.start.line)),
      ("endLine", String(finding.end.line)),
    ]
    // GitHub takes no columns for what goes over several lines.
    if finding.start.line == finding.end.line {
      properties.append(("col", String(finding.start.column)))
      properties.append(("endColumn", String(finding.end.column)))
    }
    properties.append(("title", "\(Product.name) \(rule.id)"))
    return command(finding.severity, properties, finding.sentenceWithAddition)
  }

  /// A path as the runner is to find it again: line ends can be told as they are, for the runner
  /// undoes `%0A`. It knows no escape for `##[`, which is a command in any line of a log, nor for what
  /// acts on a terminal; a file with such a name gets an annotation without a place.
  private static func named(_ path: String) -> String { path.visible(keeping: "\r\n") }

  private static func command(
    _ severity: Severity, _ properties: [(name: String, value: String)], _ message: String
  ) -> String {
    let type = severity == .note ? "notice" : severity.rawValue
    let list = properties.map { "\($0.name)=\(escaped($0.value, isProperty: true))" }
    return "::\(type) \(list.joined(separator: ","))::\(escaped(message.visible))"
  }

  /// The percent sign goes first of all, or what was escaped before would be escaped again.
  private static func escaped(_ text: String, isProperty: Bool = false) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      case ":" where isProperty: escaped += "%3A"
      case "," where isProperty: escaped += "%2C"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
