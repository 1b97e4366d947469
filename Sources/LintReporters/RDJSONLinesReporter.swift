public import LintCore
import LintText

/// reviewdog's `rdjsonl`: a diagnostic on each line.
///
/// Columns count bytes. reviewdog takes a line of more than 64 KiB for the end of the report; what
/// goes into these is bounded. Paths are relative to the working folder, where reviewdog starts too.
public struct RDJSONLinesReporter: Reporter {
  public var needs: PlacementNeeds { PlacementNeeds(omissions: [.identity, .excerpts, .changes]) }

  /// Bytes of a line, with some to spare.
  private static let longestLine = 60_000

  public init() {}

  public mutating func begin(_ run: Run, to output: inout Output) {}

  /// The lines of a file.
  public struct Part: Sendable {
    let lines: [UInt8]
  }

  public func part(of file: FileReport, in run: Run) -> Part {
    var lines = Output()
    var json = JSONWriter(.compact)
    for reason in file.obstacles(in: run) {
      json.object { json in
        json.member("message", reason.visible)
        json.object("location") { $0.member("path", file.path) }
        json.member("severity", "ERROR")
        Self.writeSource(UnreadableFile.id, nil, to: &json)
      }
      json.endLine()
    }
    for finding in file.findings {
      let rule = run.rules[finding.rule].info
      var line = Self.line(of: finding, in: file, rule: rule, run.rulePages, hasDetails: true)
      if line.count > Self.longestLine {
        line = Self.line(of: finding, in: file, rule: rule, run.rulePages, hasDetails: false)
      }
      json.drain(to: &lines)
      line.drain(to: &lines)
    }
    for more in file.more {
      json.object { json in
        json.member("message", more.sentenceAlone)
        // Placed at the last listed finding, so that reviewdog leaves it out where it leaves that
        // out.
        Self.writeLocation(file.path, more.start, more.end, to: &json)
        json.member("severity", more.severity.inReviewdog)
        Self.writeSource(run.rules[more.rule].info.id, run.rulePages, to: &json)
      }
      json.endLine()
    }
    json.drain(to: &lines)
    return Part(lines: lines.bytes)
  }

  public mutating func join(_ part: Part, in run: Run, to output: inout Output) {
    output.write(part.lines.span)
  }

  public mutating func end(_ summary: Summary, in run: Run, to output: inout Output) {}

  private static func line(
    of finding: PlacedFinding, in file: FileReport, rule: RuleInfo, _ pages: RulePages?,
    hasDetails: Bool
  ) -> JSONWriter {
    var json = JSONWriter(.compact)
    json.object { json in
      // A suggestion is taken at a click, and nothing else of it says how sure it is.
      let isDoubtful = hasDetails && finding.fix?.safety == .suggested
      json.member(
        "message", finding.sentence + (isDoubtful ? " (look at the suggestion first)" : ""))
      Self.writeLocation(file.path, finding.start, finding.end, to: &json)
      json.member("severity", finding.severity.inReviewdog)
      Self.writeSource(rule.id, pages, to: &json)
      guard hasDetails else { return }
      Self.writeSuggestions(finding.fix, to: &json)
      guard let related = finding.related else { return }
      json.array("related_locations") { json in
        json.object { json in
          json.member("message", related.label + (related.file?.atRevision ?? ""))
          Self.writeLocation(related.file?.path ?? file.path, related.start, related.end, to: &json)
        }
      }
    }
    json.endLine()
    return json
  }

  private static func writeLocation(
    _ path: String, _ start: Place, _ end: Place, to json: inout JSONWriter
  ) {
    json.object("location") { json in
      json.member("path", path)
      Self.writeRange(start, end, to: &json)
    }
  }

  private static func writeRange(_ start: Place, _ end: Place, to json: inout JSONWriter) {
    json.object("range") { json in
      let places: [(StaticString, Place)] = [("start", start), ("end", end)]
      for (key, place) in places {
        json.object(key) { json in
          json.member("line", place.line)
          json.member("column", place.byteColumn)
        }
      }
    }
  }

  /// One for each edit, for reviewdog knows none that belong together.
  private static func writeSuggestions(_ fix: PlacedFinding.PlacedFix?, to json: inout JSONWriter) {
    // JSON can't hold a replacement that is not UTF-8.
    guard let fix,
      fix.fix.edits.allSatisfy({ String(validating: $0.replacement, as: UTF8.self) != nil })
    else { return }
    json.array("suggestions") { json in
      for (edit, place) in zip(fix.fix.edits, fix.places) {
        json.object { json in
          Self.writeRange(place.start, place.end, to: &json)
          json.member("text", String(decoding: edit.replacement, as: UTF8.self))
        }
      }
    }
  }

  private static func writeSource(
    _ id: String, _ pages: RulePages?, to json: inout JSONWriter
  ) {
    json.object("source") { $0.member("name", Product.name) }
    json.object("code") { json in
      json.member("value", id)
      // In comments reviewdog shows the rule's name in its place, so that nobody sees where it leads.
      if let pages, !pages.isConfigured, let page = pages.address(of: id) {
        json.member("url", page)
      }
    }
  }
}

extension Severity {
  fileprivate var inReviewdog: String {
    switch self {
    case .error: "ERROR"
    case .warning: "WARNING"
    case .note: "INFO"
    }
  }
}
