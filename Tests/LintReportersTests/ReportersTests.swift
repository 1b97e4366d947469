import LintCore
import LintReporters
import TestSupport
import Testing

private let endings = ["html": "html", "junit": "xml", "sarif": "sarif"]

@Test(arguments: endings.keys.sorted(), Sample.all)
func `A report is, byte for byte, what it was`(reporter: String, sample: Sample) throws {
  let name = "\(sample.name).\(endings[reporter, default: reporter])"
  #expect(GoldenFile.difference(try sample.report(by: reporter), name) == nil)
}

@Test func `Each reporter has its name once`() {
  #expect(AllReporters.names.count == Set(AllReporters.names).count)
  #expect(AllReporters.names.allSatisfy { AllReporters.reporter(named: $0) != nil })
  #expect(AllReporters.reporter(named: "") == nil)
}

@Test(arguments: AllReporters.names)
func `What a document says can't command a terminal or a build agent`(reporter: String) throws {
  let report = try Sample.hostile.report(by: reporter)
  #expect(!report.contains("##[") && !report.contains("##vso["))
  for scalar in report.unicodeScalars where scalar != "\n" {
    #expect(scalar.properties.generalCategory != .control && !scalar.properties.isBidiControl)
  }
  for line in report.split(separator: "\n") {
    #expect(!line.drop { $0.isWhitespace }.hasPrefix("::"))
  }
}
