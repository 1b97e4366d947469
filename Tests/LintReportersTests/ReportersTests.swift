import LintCore
import LintReporters
import TestSupport
import Testing

private let endings = [
  "azure": "azure.txt", "checkstyle": "checkstyle.xml", "github": "github.txt",
  "gitlab": "gitlab.json", "html": "html", "junit": "xml", "junit-extended": "extended.xml",
  "markdown": "md",
]

@Test(arguments: AllReporters.names, Sample.all)
func `A report is, byte for byte, what it was`(reporter: String, sample: Sample) throws {
  let name = "\(sample.name).\(endings[reporter, default: reporter])"
  #expect(GoldenFile.difference(try sample.report(by: reporter), name) == nil)
}

@Test func `Each reporter has its name once`() {
  #expect(AllReporters.names.count == Set(AllReporters.names).count)
  #expect(AllReporters.names.allSatisfy { AllReporters.reporter(named: $0) != nil })
  #expect(AllReporters.reporter(named: "") == nil)
}

/// A rule that can't do its work.
private struct Helpless: Rule {
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
  #expect(report.contains("a.md"))
  #expect(report.contains("helpless"))
  #expect(report.contains("gave up at 1:3") || report.contains("gave up at 1\\:3"))
}

/// GitLab makes of `type="integer"` and its like a value of that type.
@Test(arguments: ["junit", "junit-extended"])
func `The type of an error is no rule's name`(name: String) throws {
  let report = ReportOfLines.text(
    [(path: "a.md", text: "ab\ncd\n")], [Helpless()],
    as: try #require(AllReporters.reporter(named: name)))
  #expect(report.contains("<error type=\"gave-up\" "))
}
