import LintText
import TestSupport
import Testing

@testable import LintCore
@testable import LintReporters

/// The ending of each reporter's golden files, where that is not the reporter's name.
let endings = [
  "azure": "azure.txt", "checkstyle": "checkstyle.xml", "github": "github.txt",
  "csv-pages": "pages.csv", "gitlab": "gitlab.json", "html": "html", "junit": "xml",
  "junit-extended": "extended.xml",
  "markdown": "md",
]

@Test(arguments: AllReporters.names, Sample.all)
func `A report is, byte for byte, what it was`(reporter: String, sample: Sample) throws {
  let name = "\(sample.name).\(endings[reporter, default: reporter])"
  var report = try sample.report(by: reporter)
  // One page shows style and script for all of them, so that another look changes one file.
  if reporter == "html", sample.name != Sample.empty.name { report = withoutLooks(report) }
  #expect(GoldenFile.difference(report, name) == nil)
}

/// A page in which comments stand for style and script, and other digests for theirs.
func withoutLooks(_ page: String) -> String {
  page.replacing(HTMLStyle.text, with: "/* as in empty.html */")
    .replacing(HTMLScript.text, with: "/* as in empty.html */")
    .replacing(#/sha256-[A-Za-z0-9+\/]{43}=/#, with: "sha256-\(String(repeating: "0", count: 43))=")
}

@Test func `Each reporter has its name once`() {
  #expect(AllReporters.names.count == Set(AllReporters.names).count)
  #expect(AllReporters.names.allSatisfy { AllReporters.reporter(named: $0) != nil })
  #expect(AllReporters.reporter(named: "") == nil)
}

/// A rule that can't do its work.
private struct Helpless: DocumentRule {
  let info = RuleInfo(
    id: "helpless", family: "words", finds: "nothing", why: "It can't.", severity: .note,
    issueType: .other, messages: [], fails: [])

  func check(_ document: borrowing Document, _ report: inout Findings) {
    report.giveUp(at: ByteRange(2, 3), "too much for it")
  }
}

@Test(arguments: AllReporters.names)
func `A report says where a rule gave up, and looks not clean`(name: String) throws {
  let report = ReportOfLines.text(
    [(path: "a.md", text: "ab\ncd\n")], [Helpless()],
    as: try #require(AllReporters.reporter(named: name)))
  let isTold =
    report.contains("a.md") && report.contains("helpless")
    && (report.contains("gave up at 1:3") || report.contains("gave up at 1\\:3"))
  #expect(isTold, "write `file.obstacles(in: run)`, with the path of the file")
}

/// Reports that people or programs could take for all there is to be found.
@Test(arguments: AllReporters.names + ["text", "text --quiet"])
func `A report tells how many findings it does not list`(name: String) throws {
  let rules = [
    WordRule("bad-word", finds: "BAD"), WordRule("odd-word", finds: "ODD", severity: .note),
  ]
  var reporter: any Reporter = TextReporter(detail: name == "text" ? .normal : .quiet)
  if let named = AllReporters.reporter(named: name) { reporter = named }
  let linter = Linter(
    formats: [LineFormat()], rules: rules.map { ($0, $0.info.severity) }, needs: reporter.needs)
  var file = linter.lint(
    Array("28c26-101|BAD ODD|a\n".utf8), of: SourceFile(path: "it-it/a.md"), as: LineFormat())
  file.pages[0].unlisted = [
    UnlistedFindings(rule: 0, severity: .error, count: 41_230),
    UnlistedFindings(rule: 1, severity: .note, count: 5678),
  ]
  let run = Run(version: "1.0.0", rules: linter.rules, gate: .error, started: 0)
  let report = ReportOfLines.text([file], run, as: reporter).text.replacing(",", with: "")
  for number in ["41230", "5678"] {
    let told =
      switch name {
      case "jsonl": "\"count\":\(number)"
      // The listed one is counted with them.
      case "csv-pages": "\"\(Int(number)! + 1)\""
      default: "and \(number) more like these"
      }
    let isTold = report.replacing("'", with: "").contains(told)
    #expect(isTold, "write `file.more`: how many findings a report does not list")
  }
}

/// GitLab makes of `type="integer"` and its like a value of that type.
@Test(arguments: ["junit", "junit-extended"])
func `The type of an error is no rule's name`(name: String) throws {
  let report = ReportOfLines.text(
    [(path: "a.md", text: "ab\ncd\n")], [Helpless()],
    as: try #require(AllReporters.reporter(named: name)))
  #expect(report.contains("<error type=\"gave-up\" "))
}
