public import LintCore
import LintText

/// Logging commands of Azure Pipelines, which list findings among the issues of a job.
///
/// There are errors and warnings and nothing below, so notes are warnings.
public struct AzureReporter: Reporter {
  public var needs: PlacementNeeds { PlacementNeeds(omissions: [.identity, .counted, .texts]) }

  private var counted: CountedRules?

  public init() {}

  public mutating func begin(_ run: Run, to output: inout Output) {
    counted = CountedRules(run)
  }

  /// The commands of a file.
  public struct Part: Sendable {
    let commands: [UInt8]
    let counted: CountedRules.File
  }

  public func part(of file: FileReport, in run: Run) -> Part {
    var output = Output()
    for reason in file.obstacles(in: run) {
      Self.write(
        .error, [("sourcepath", Self.named(file)), ("code", UnreadableFile.id)], reason.visible,
        to: &output)
    }
    for finding in counted?.listed(file) ?? [] {
      Self.write(
        finding.severity,
        [
          ("sourcepath", Self.named(file)), ("linenumber", String(finding.start.line)),
          ("columnnumber", String(finding.start.column)),
          ("code", run.rules[finding.rule].info.id),
        ], finding.sentenceWithAddition, to: &output)
    }
    for more in counted?.more(in: file) ?? [] {
      Self.write(
        more.severity,
        [("sourcepath", Self.named(file)), ("code", run.rules[more.rule].info.id)],
        more.sentenceAlone, to: &output)
    }
    return Part(commands: output.bytes, counted: CountedRules.File(file, counted))
  }

  public mutating func join(_ part: Part, in run: Run, to output: inout Output) {
    counted?.add(part.counted)
    output.write(part.commands.span)
  }

  public mutating func end(_ summary: Summary, in run: Run, to output: inout Output) {
    for line in counted?.lines(summary, in: run) ?? [] { output.write(line + "\n") }
    for sentence in SummarySentence.all(summary, in: run) { output.write("\(sentence)\n") }
  }

  /// A path as the agent is to find it again: it undoes the escapes of line ends. `##vso[`, a
  /// command in any line, has no escape, and is made visible.
  private static func named(_ file: FileReport) -> String {
    file.repositoryPath.visible(keeping: "\r\n")
  }

  private static func write(
    _ severity: Severity, _ properties: [(name: String, value: String)], _ message: String,
    to output: inout Output
  ) {
    let type = severity == .error ? "error" : "warning"
    let list = properties.map { "\($0.name)=\(escaped($0.value));" }.joined()
    output.write("##vso[task.logissue type=\(type);\(list)]\(escaped(message))\n")
  }

  /// As the agent's `CommandStringConvertor` undoes it; the same in properties and messages.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped += "%AZP25"
      case ";": escaped += "%3B"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      case "]": escaped += "%5D"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
