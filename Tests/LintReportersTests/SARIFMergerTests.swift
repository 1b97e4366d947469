import LintCore
import TestSupport
import Testing

@testable import LintReporters

@Suite struct SARIFMergerTests {
  private func merged(_ reports: [String], limit: Int = 1000) throws -> (
    text: String, remarks: [String]
  ) {
    var merger = SARIFMerger(limit: limit)
    for report in reports { try merger.add(Array(report.utf8)) }
    var output = Output()
    let remarks = merger.write(to: &output)
    return (String(decoding: output.bytes, as: UTF8.self), remarks)
  }

  /// A run over some of a sample's files.
  private func part(_ sample: Sample, _ includes: (Int) -> Bool) throws -> String {
    let files = sample.files.enumerated().filter { includes($0.offset) }.map(\.element)
    return try Sample(
      name: sample.name, files: files, gate: sample.gate, repository: sample.repository,
      most: sample.most
    ).report(by: "sarif")
  }

  @Test(arguments: Sample.all)
  func partsMakeTheWhole(_ sample: Sample) throws {
    // A run takes its files in the order of their paths.
    let files = sample.files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let sample = Sample(
      name: sample.name, files: files, gate: sample.gate, repository: sample.repository,
      most: sample.most)
    let whole = try sample.report(by: "sarif")
    #expect(try merged([whole]).text == whole)
    #expect(try merged([whole, whole]).text == whole)
    let odd = try part(sample) { !$0.isMultiple(of: 2) }
    let even = try part(sample) { $0.isMultiple(of: 2) }
    #expect(try merged([odd, even]).text == whole)
    // A file that two runs have checked is there once.
    #expect(try merged([even, whole, odd]).text == whole)
  }

  /// Runs with rules of their own: all are described once, and indices follow.
  @Test func rulesAreJoined() throws {
    let bad = WordRule("bad-word", finds: "BAD")
    let odd = WordRule("odd-word", finds: "ODD", severity: .warning)
    let all = WordRule("all-words", finds: "Una", severity: .note)
    func report(_ rules: [any Rule]) -> String {
      ReportOfLines.text(
        [(path: "a.md", text: "28c26-101|Una BAD ODD|a\n")], rules, as: SARIFReporter())
    }
    #expect(
      try merged([report([odd, bad]), report([bad, all])]).text == report([bad, odd, all]))
  }

  /// Of what two runs over one file do not list, a rule's findings are told of once.
  @Test func whatIsNotListedIsCarriedAlong() throws {
    let rules = [WordRule("bad-word", finds: "BAD"), WordRule("odd-word", finds: "ODD")]
    let text = "28c26-101|BAD BAD BAD ODD ODD ODD ODD|a\n"
    func report(_ rules: [WordRule], most: Int) -> String {
      ReportOfLines.text([(path: "a.md", text: text)], rules, as: SARIFReporter(), most: most)
    }
    let whole = report(rules, most: 2)
    let parts = rules.reversed().map { report([$0], most: 2) }
    #expect(try merged(parts).text == whole)
    let fewer = try merged([report(rules, most: 1), whole]).text
    let notices =
      try JSONReader.read(Array(fewer.utf8))["runs"]?.elements.first?["invocations"]?
      .elements.first?["toolExecutionNotifications"]?.elements ?? []
    #expect(
      notices.map { $0["message"]?["text"]?.string } == [
        "and '2' more like these: findings of rule 'bad-word' in file 'a.md'.",
        "and '3' more like these: findings of rule 'odd-word' in file 'a.md'.",
      ])
    #expect(notices.map { $0["associatedRule"]?["index"]?.integer } == [0, 1])
  }

  /// What is too much is left out again, and what the runs had left out is not forgotten.
  @Test func theLeastSevereAreLeftOut() throws {
    let whole = try Sample.findings.report(by: "sarif")
    let (text, remarks) = try merged([whole], limit: 3)
    #expect(remarks == ["7 less severe results left out: GitHub takes no more than 25,000"])
    let run = try JSONReader.read(Array(text.utf8))["runs"]?.elements.first
    #expect(
      run?["results"]?.elements.map { $0["level"]?.string } == ["warning", "warning", "error"])
    let again = try merged([text, Sample.incomplete.report(by: "sarif")], limit: 3)
    #expect(again.remarks == ["8 less severe results left out: GitHub takes no more than 25,000"])
  }

  /// What several reports quote is together no more than what one may.
  @Test func quotationsGiveWay() throws {
    let rules = [WordRule("bad-word", finds: "BAD", related: "good")]
    // A line that is all there is has nothing around it.
    let lines = "28c26-101|one|one\n28c26-102|BAD|good\n28c26-103|two|two\n"
    let files = (0...6).map { (path: "\($0).md", text: $0 == 0 ? "BAD" : lines) }
    let allowance = SARIFAllowance(
      context: .init(results: 5, bytes: 128), snippet: .init(results: 6, bytes: 1000))
    let whole = ReportOfLines.text(files, rules, as: SARIFReporter(allowance: allowance))
    #expect(whole.ranges(of: "contextRegion").count == 3)
    #expect(whole.ranges(of: #""text": "BAD""#).count == 6)
    var merger = SARIFMerger(limit: 1000, allowance: allowance)
    for file in files.reversed() {
      try merger.add(Array(ReportOfLines.text([file], rules, as: SARIFReporter()).utf8))
    }
    var output = Output()
    _ = merger.write(to: &output)
    #expect(String(decoding: output.bytes, as: UTF8.self) == whole)
  }

  @Test(arguments: [
    ("", "line 1, column 1: a value is missing"), ("[1,", "line 1, column 4: a value is missing"),
    ("{}", "is no SARIF 2.1.0"), (#"{"version":"2.1.0","runs":null}"#, "is no SARIF 2.1.0"),
    (#"{"version":"2.1.0","runs":[]}"#, "holds no run"),
    (
      #"{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"other","version":"1"}}}]}"#,
      "is no report of loclint's"
    ),
    (
      #"{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"loclint","version":"1"}},"results":[{}]}]}"#,
      "has a result that is none of loclint's"
    ),
  ])
  func mistakes(_ report: String, _ message: String) {
    let error = #expect(throws: SARIFMergeError.self) { try merged([report]) }
    #expect(error?.description == message)
  }

  @Test func versionsDiffer() throws {
    let one = try Sample.clean.report(by: "sarif")
    let other = one.replacing("\"1.2.3\"", with: "\"1.2.4\"")
    let error = #expect(throws: SARIFMergeError.self) { try merged([one, other]) }
    #expect(
      error?.description == "was written by loclint 1.2.4, and what comes before it by 1.2.3")
  }
}
