import LintCore
import LintReporters
import TestSupport
import Testing

private let endings = [
  "azure": "azure.txt", "checkstyle": "checkstyle.xml", "github": "github.txt",
  "gitlab": "gitlab.json", "junit": "xml", "junit-extended": "extended.xml", "markdown": "md",
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
