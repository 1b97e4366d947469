public import LintCore
import LintText

/// Workflow commands of GitHub Actions, which show findings beside the lines of a pull request.
///
/// GitHub shows ten annotations of each type in a step and drops the rest without a word. So the
/// first ten are held back until the end, when the most severe come first; all others are plain
/// lines of the log, written as they come, and a last line counts them.
public struct GitHubReporter: Reporter {
  public var needs: PlacementNeeds { .none }

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
  private struct Line {
    let text: String
    let findings: Int
  }

  public init() {}

  public mutating func begin(_ run: Run, to output: inout Output) {
    counted = CountedRules(run)
  }

  public mutating func add(_ file: FileReport, in run: Run, to output: inout Output) {
    for reason in file.obstacles(in: run) { add(file, unreadable: reason, to: &output) }
    for finding in counted?.add(file) ?? [] {
      let rule = run.rules[finding.rule].info
      let line = finding.line(path: file.repositoryPath, rule: rule)
      add(Line(text: line, findings: 1), finding.severity, to: &output) {
        Self.annotation(of: finding, in: file, rule: rule)
      }
    }
    for more in counted?.more(in: file) ?? [] {
      unlisted += more.count
      let rule = run.rules[more.rule].info
      let line = more.line(path: file.repositoryPath, rule: rule)
      add(Line(text: line, findings: 0), more.severity, to: &output) {
        Self.command(
          more.severity,
          [("file", Self.named(file.repositoryPath)), ("title", "\(Product.name) \(rule.id)")],
          more.sentenceAlone)
      }
    }
  }

  private mutating func add(
    _ line: Line, _ severity: Severity, to output: inout Output, as annotation: () -> String
  ) {
    guard annotations[severity, default: []].count < Self.mostOfAType else {
      leave(line, to: &output)
      return
    }
    annotations[severity, default: []].append(annotation())
    if severity == .error { errorLines.append(line) }
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

  private mutating func add(_ file: FileReport, unreadable reason: String, to output: inout Output)
  {
    let id = UnreadableFile.id
    let path = file.repositoryPath
    guard unreadable.count < Self.mostOfAType else {
      leave(
        Line(text: "\(path.pathForLogs): error: \(reason.visible) [\(id)]", findings: 1),
        to: &output)
      return
    }
    unreadable.append(
      Self.command(
        .error, [("file", Self.named(path)), ("title", "\(Product.name) \(id)")], reason))
  }

  private mutating func leave(_ line: Line, to output: inout Output) {
    leftOut += line.findings
    output.write(line.text + "\n")
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
    return command(finding.severity, properties, finding.sentenceWithRemedy)
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
