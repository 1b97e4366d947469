public import LintCore
import LintText

/// GitLab's Code Quality report: an array of what it calls issues.
///
/// GitLab stops reading at the first item that it does not like, without a word.
public struct GitLabReporter: Reporter {
  public var needs: PlacementNeeds { PlacementNeeds(omissions: .texts) }

  private var json = JSONWriter(.indented)

  public init() {}

  public mutating func begin(_ run: Run, to output: inout Output) {
    json.openArray()
  }

  /// The issues of a file.
  public struct Part: Sendable {
    let issues: [UInt8]
  }

  public func part(of file: FileReport, in run: Run) -> Part {
    Part(issues: json.element { Self.write(file, in: run, to: &$0) })
  }

  public mutating func join(_ part: Part, in run: Run, to output: inout Output) {
    guard !part.issues.isEmpty else { return }
    json.append(element: part.issues)
    json.drain(to: &output)
  }

  private static func write(_ file: FileReport, in run: Run, to json: inout JSONWriter) {
    let path = path(file.repositoryPath)
    for reason in file.obstacles(in: run) {
      let id = UnreadableFile.id
      write(
        id, reason.visible, severity: "critical",
        fingerprint: Digest.short("\(id)\t\(path)\t\(reason)"),
        path: path, lines: 1...1, to: &json)
    }
    for finding in file.findings {
      let rule = run.rules[finding.rule].info
      write(
        rule.id, finding.sentenceWithAddition, severity: finding.severity.inGitLab,
        fingerprint: finding.digest(rule: rule, path: file.repositoryPath),
        path: path, lines: finding.start.line...finding.end.line, to: &json)
    }
    for more in file.more {
      let rule = run.rules[more.rule].info
      write(
        rule.id, more.sentenceAlone, severity: more.severity.inGitLab,
        fingerprint: more.digest(rule: rule, path: file.repositoryPath),
        path: path, lines: more.start.line...more.end.line, to: &json)
    }
  }

  public mutating func end(_ summary: Summary, in run: Run, to output: inout Output) {
    json.close()
    json.endLine()
    json.drain(to: &output)
  }

  private static func write(
    _ rule: String, _ message: String, severity: String, fingerprint: String, path: String,
    lines: ClosedRange<Int>, to json: inout JSONWriter
  ) {
    json.object { json in
      json.member("type", "issue")
      json.member("check_name", rule)
      // The name of the check is not shown anywhere.
      json.member("description", "\(rule): \(message)")
      json.member("severity", severity)
      json.member("fingerprint", fingerprint)
      json.object("location") { json in
        json.member("path", path)
        json.object("lines") { json in
          json.member("begin", lines.lowerBound)
          json.member("end", lines.upperBound)
        }
      }
    }
  }

  /// Relative to the project: a file from elsewhere can't be shown, but must not spoil the report.
  private static func path(_ path: String) -> String {
    var rest = path[...]
    while rest.hasPrefix("/") || rest.hasPrefix("./") {
      rest = rest.drop { $0 == "." }.drop { $0 == "/" }
    }
    return String(rest)
  }
}

extension Severity {
  fileprivate var inGitLab: String {
    switch self {
    case .error: "major"
    case .warning: "minor"
    case .note: "info"
    }
  }
}
