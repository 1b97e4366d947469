public import LintCore
import LintText

/// JSON Lines: an object for each finding, for programs that read a report as it comes; the last
/// one sums up the run, with figures by locale, rule and folder. What counts in a file and is not listed has one for each rule.
///
/// Columns are given in both units that programs count in; offsets are in bytes.
public struct JSONLinesReporter: Reporter {
  public var needs: PlacementNeeds { PlacementNeeds(omissions: [.excerpts, .changes]) }

  private var statistics: RunStatistics?

  /// Goes up when a member changes its meaning, not when one is added.
  private static let schema = "loclint.report/1"

  public init() {}

  public mutating func begin(_ run: Run, to output: inout Output) {
    statistics = RunStatistics(run)
  }

  /// The lines of a file, and its figures.
  public struct Part: Sendable {
    let lines: [UInt8]
    let figures: RunStatistics.File
  }

  public func part(of file: FileReport, in run: Run) -> Part {
    var json = JSONWriter(.compact)
    for reason in file.obstacles(in: run) {
      json.object { json in
        Self.begin("unreadable", file, to: &json)
        json.member("reason", reason)
      }
      json.endLine()
    }
    if file.fixed > 0 {
      json.object { json in
        Self.begin("fixed", file, to: &json)
        Self.write("rules", file.fixedByRule, in: run, to: &json)
      }
      json.endLine()
    }
    for finding in file.findings {
      Self.write(finding, in: file, rule: run.rules[finding.rule].info, to: &json)
      json.endLine()
    }
    for page in file.pages {
      for more in page.unlisted {
        json.object { json in
          Self.begin("unlisted", file, to: &json)
          json.member("rule", run.rules[more.rule].info.id)
          json.member("severity", more.severity.rawValue)
          json.member("count", more.count)
          if !page.locale.isEmpty { json.member("locale", page.locale) }
        }
        json.endLine()
      }
    }
    return Part(lines: json.take(), figures: RunStatistics.File(file))
  }

  public mutating func join(_ part: Part, in run: Run, to output: inout Output) {
    statistics?.add(part.figures)
    output.write(part.lines.span)
  }

  public mutating func end(_ summary: Summary, in run: Run, to output: inout Output) {
    var json = JSONWriter(.compact)
    json.object { json in
      json.member("schema", Self.schema)
      json.member("type", "summary")
      json.member("version", run.version)
      json.member("documents", summary.bilingualFiles)
      json.member("plainFiles", summary.plainFiles)
      json.member("unreadableFiles", summary.unreadableFiles)
      json.member("segments", summary.segments)
      summary.completeness?.write(to: &json)
      json.object("findings") { json in
        for severity in Severity.allCases.reversed() {
          json.member(named: severity.rawValue, summary.count(of: severity))
        }
      }
      json.object("fixable") { json in
        json.member(named: Fix.Safety.safe.rawValue, summary.fixes.safe)
        json.member(named: Fix.Safety.suggested.rawValue, summary.fixes.suggested)
      }
      if summary.fixed > 0 {
        Self.write("fixed", summary.fixedByRule, in: run, to: &json)
      }
      for standing in Standing.allCases.reversed() {
        json.member(named: "\(standing)", summary.count(of: standing))
      }
      if summary.pairs > 0 {
        json.object("sourceVersions") { json in
          for version in SourceVersion.allCases {
            json.member(named: version.rawValue, summary.count(of: version))
          }
        }
        json.member(named: "versionsNotFound", summary.unnamed)
      }
      if summary.failsAsEmpty(in: run) { json.member("error", SummarySentence.empty) }
      json.member("exitCode", summary.exitStatus(in: run))
      statistics?.write(summary, in: run, to: &json)
    }
    json.endLine()
    json.drain(to: &output)
  }

  private static func begin(_ type: String, _ file: FileReport, to json: inout JSONWriter) {
    json.member("schema", schema)
    json.member("type", type)
    json.member("path", file.path)
    json.member("repositoryPath", file.repositoryPath)
  }

  private static func write(
    _ finding: PlacedFinding, in file: FileReport, rule: RuleInfo, to json: inout JSONWriter
  ) {
    json.object { json in
      Self.begin("finding", file, to: &json)
      json.member("rule", rule.id)
      json.member("severity", finding.severity.rawValue)
      json.member("message", finding.sentence)
      json.member("messageId", finding.message.id)
      json.strings("arguments", finding.arguments)
      Self.write("start", finding.start, offset: finding.range.lower, to: &json)
      Self.write("end", finding.end, offset: finding.range.upper, to: &json)
      let locale = file.locale(of: finding)
      if !locale.isEmpty { json.member("locale", locale) }
      if let segment = finding.segment {
        json.member("spanId", segment.id)
        json.member("source", segment.source)
        json.member("target", segment.target)
      }
      if let source = file.source {
        json.object("comparedWith") { json in
          json.member("path", source.file.path)
          json.member("repositoryPath", source.file.repositoryPath)
          json.member("version", source.version.rawValue)
          if let revision = source.file.revision { json.member("revision", revision) }
        }
      }
      if let related = finding.related {
        json.object("related") { json in
          json.member("label", related.label)
          if let file = related.file {
            json.member("path", file.path)
            json.member("repositoryPath", file.repositoryPath)
            if let revision = file.revision { json.member("revision", revision) }
          }
          Self.write("start", related.start, to: &json)
          Self.write("end", related.end, to: &json)
        }
      }
      if let fix = finding.fix { Self.write(fix, to: &json) }
      json.member("fingerprint", finding.digest(rule: rule, path: file.repositoryPath))
    }
  }

  /// Writes findings by the name of their rule.
  private static func write(
    _ key: StaticString, _ counts: [Int: Int], in run: Run, to json: inout JSONWriter
  ) {
    json.object(key) { json in
      for (rule, count) in counts.sorted(by: { $0.key < $1.key }) {
        json.member(named: run.rules[rule].info.id, count)
      }
    }
  }

  private static func write(_ fix: PlacedFinding.PlacedFix, to json: inout JSONWriter) {
    json.object("fix") { json in
      json.member("safety", fix.safety.rawValue)
      json.member("description", fix.fix.description)
      // JSON can't hold a replacement that is not UTF-8.
      guard
        fix.fix.edits.allSatisfy({ String(validating: $0.replacement, as: UTF8.self) != nil })
      else { return }
      json.array("edits") { json in
        for (edit, place) in zip(fix.fix.edits, fix.places) {
          json.object { json in
            Self.write("start", place.start, offset: edit.range.lower, to: &json)
            Self.write("end", place.end, offset: edit.range.upper, to: &json)
            json.member("text", String(decoding: edit.replacement, as: UTF8.self))
          }
        }
      }
    }
  }

  private static func write(
    _ key: StaticString, _ place: Place, offset: Int? = nil, to json: inout JSONWriter
  ) {
    json.object(key) { json in
      json.member("line", place.line)
      json.member("columnUTF16", place.column)
      json.member("columnUTF8", place.byteColumn)
      if let offset { json.member("offset", offset) }
    }
  }
}
