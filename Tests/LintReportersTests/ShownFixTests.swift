import LintCore
import LintText
import TestSupport
import Testing

@testable import LintReporters

/// What reports show of a fix.
@Suite struct ShownFixTests {
  /// Reports the first `BAD` of a file, with a fix that replaces each.
  private struct Everywhere: DocumentRule {
    let replacement: [UInt8]
    var safety = Fix.Safety.suggested

    static let message = Message("bad", "'{0}' must not be here")

    var info: RuleInfo {
      RuleInfo(
        id: "everywhere", family: "words", finds: "the word 'BAD'", why: "It is odd.",
        severity: .warning, issueType: .other, fixable: .suggested, messages: [Self.message],
        fails: [])
    }

    func check(_ document: borrowing Document, _ report: inout Findings) {
      let bytes = document.bytes.span
      var edits: [Fix.Edit] = []
      var start = 0
      while let found = bytes.firstRange(of: "BAD", from: start) {
        edits.append(Fix.Edit(ByteRange(found.lowerBound, found.upperBound), replacement))
        start = found.upperBound
      }
      guard let first = edits.first else { return }
      report(
        first.range, Self.message, "BAD",
        fix: Fix(forEachOccurrence: safety, "Write 'GOOD'.", edits))
    }
  }

  private func report(
    _ text: String, _ reporter: some Reporter, _ replacement: String = "GOOD",
    safety: Fix.Safety = .suggested
  ) throws -> (text: String, finding: PlacedFinding) {
    let rule = Everywhere(replacement: Array(replacement.utf8), safety: safety)
    let linter = Linter(formats: [LineFormat()], rules: [(rule, .warning)], needs: reporter.needs)
    let run = Run(version: "1.0.0", rules: linter.rules, gate: .warning, started: 0)
    let file = linter.lint(Array(text.utf8), of: SourceFile(path: "it/a.md"), as: LineFormat())
    var reporter = reporter
    var output = Output()
    var summary = Summary(rules: 1)
    reporter.begin(run, to: &output)
    summary.add(file, in: run)
    reporter.add(file, in: run, to: &output)
    reporter.end(summary, in: run, to: &output)
    return (String(decoding: output.bytes, as: UTF8.self), try #require(file.findings.first))
  }

  private static func rows(_ text: String) -> [Substring] {
    text.split(separator: "\n").filter {
      $0.contains("| - ") || $0.contains("| + ") || $0.contains("and in")
    }
  }

  @Test func `A text report shows each line as it is and as it would be`() throws {
    let text = "one BAD and BAD\n\n\n\n\n\ntwo BAD\nthree BAD\nfour BAD\nfive BAD\n"
    let (report, finding) = try report(text, TextReporter())
    #expect(
      Self.rows(report) == [
        "    fix? | - one BAD and BAD", "         | + one GOOD and GOOD", "         | - two BAD",
        "         | + two GOOD", "         | - three BAD", "         | + three GOOD",
        "         | and in 2 more places",
      ])
    // The last edit lies far behind the finding.
    #expect(finding.fix?.places.map(\.start.line) == [1, 1, 7, 8, 9, 10])
    #expect(try self.report("BAD", TextReporter(), safety: .safe).text.contains("     fix | - BAD"))
    #expect(Self.rows(try self.report(text, TextReporter(detail: .quiet)).text).isEmpty)
  }

  @Test func `What a fix writes is bounded, and can do nothing to a terminal`() throws {
    let long = String(repeating: "x", count: 5000)
    let (report, finding) = try report(
      "\(long) BAD \(long)\n", TextReporter(width: 80), "\u{1B}[2J\n::error::\u{202E}\(long)")
    let rows = Self.rows(report)
    #expect(rows.count == 2 && rows.allSatisfy { $0.count <= 80 })
    #expect(rows[1].contains("\\u{1B}[2J\\n::error::\\u{202E}xxx"))
    let change = try #require(finding.fix?.changes.first)
    #expect(change.after.isCutBefore && change.after.isCutAfter)
    #expect(change.after.text.utf8.count < 1200 && change.before.text.utf8.count < 400)
    let bytes = try self.report("\u{1}BAD", TextReporter(), "\u{FFFD}").text
    #expect(bytes.contains("- \\u{1}BAD"))
  }

  @Test func `A line of JSON holds the edits`() throws {
    let (report, _) = try report("è BAD\n", JSONLinesReporter(), "\u{1}\"")
    #expect(
      report.contains(
        """
        "fix":{"safety":"suggested","description":"Write 'GOOD'.","edits":[{"start":{"line":1,\
        "columnUTF16":3,"columnUTF8":4,"offset":3},"end":{"line":1,"columnUTF16":6,"columnUTF8":7,\
        "offset":6},"text":"\\u0001\\""}]}
        """))
    #expect(report.contains("\"fixable\":{\"safe\":0,\"suggested\":1}"))
  }

  /// All but tables of pages, which hold no finding.
  @Test(arguments: AllReporters.all.map(\.name).filter { $0 != "csv-pages" })
  func `Every format says what mends a finding`(format: String) throws {
    let reporter = try #require(AllReporters.format(named: format)).reporter()
    let signs = [
      "sarif": "\"fixes\"", "rdjsonl": "\"suggestions\"", "jsonl": "\"fix\":",
      "csv": "\"suggested\"",
      "text": "    fix? | -",
    ]
    let sign = signs[format] ?? "--fix=suggested"
    func holds(_ reporter: some Reporter) throws -> Bool {
      try report("a BAD\n", reporter).text.contains(sign)
    }
    #expect(try holds(reporter), "\(format)")
  }
}
