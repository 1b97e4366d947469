import Foundation
import LintCore
import TestSupport
import Testing

@testable import LintReporters

/// 60,000 findings: 5,000 errors, 25,000 warnings, 30,000 notes, scattered over 50 files.
@Suite struct ManyFindingsTests {
  private static let rules: [any Rule] = [
    WordRule("bad-word", finds: "BAD"),
    WordRule("odd-word", finds: "ODD", severity: .warning),
    WordRule("meh-word", finds: "MEH", severity: .note),
  ]

  private static let linter = Linter(
    formats: [LineFormat()], rules: rules.map { ($0, $0.info.severity) },
    needs: SARIFReporter().needs)

  private static let run = Run(version: "1.0.0", rules: linter.rules, gate: .error, started: 0)

  private static let files: [FileReport] = {
    let lines = (0..<1200).map { number in
      let word = number % 12 == 0 ? "BAD" : number % 12 < 6 ? "ODD" : "MEH"
      // Words that are new in each line, as in real documents.
      let words = (0..<12).map { String((number * 7919 + $0 * 7907) % 46_649, radix: 36) }
      let text = words.joined(separator: " ")
      return "28c26-\(number + 101)|\(text) \(word) \(text)|\(text)\n"
    }
    let file = linter.lint(
      Array(lines.joined().utf8), of: SourceFile(path: "a.md"), as: LineFormat())
    // Linting them all takes half a minute in a build for debugging.
    return (10..<60).map { number in
      let path = "docs/it-it/\(number).md"
      return FileReport(
        path: path, repositoryPath: path, outcome: .bilingual,
        pages: [PageReport(locale: "it-IT", segments: file.segments)], findings: file.findings)
    }
  }()

  private func report(_ name: String) throws -> (text: String, remarks: [String]) {
    ReportOfLines.text(
      Self.files, Self.run, as: try #require(AllReporters.reporter(named: name)))
  }

  @Test func sarifHasTheMostSevere() throws {
    let (text, remarks) = try report("sarif")
    #expect(
      remarks == ["35,000 less severe results left out: GitHub takes no more than 25,000"])
    let log = try JSONDecoder().decode(Log.self, from: Data(text.utf8))
    let run = try #require(log.runs.first)
    func count(_ level: String) -> Int { run.results.count { $0.level == level } }
    #expect(run.results.count == 25_000 && count("error") == 5000 && count("warning") == 20_000)
    // Still by path, and the first of the warnings.
    let places = run.results.compactMap(\.locations.first?.physicalLocation)
    #expect(places.map(\.artifactLocation.uri) == places.map(\.artifactLocation.uri).sorted())
    // What quotes the file gives way first: the lines around, then the words.
    #expect(places.first?.contextRegion != nil && places.first?.region.snippet != nil)
    #expect(places.last?.contextRegion == nil && places.last?.region.snippet == nil)
    #expect(places.contains { $0.contextRegion == nil && $0.region.snippet != nil })
    let invocation = try #require(run.invocations.first)
    #expect(invocation.executionSuccessful)
    #expect(
      invocation.toolExecutionNotifications.map { "\($0.level): \($0.message.text)" } == [
        "note: '35000' less severe results have been left out, for GitHub takes no more than "
          + "'25000'."
      ])
    let packed = try packedSize(text)
    #expect(packed < 10_000_000, "\(packed) bytes")
  }

  private func packedSize(_ text: String) throws -> Int {
    let folder = try TemporaryFolder()
    try folder.write("report", text)
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "gzip -k report && wc -c < report.gz > size"]
    process.currentDirectoryURL = URL(filePath: folder.path)
    try process.run()
    process.waitUntilExit()
    return try #require(Int((folder.read("size") ?? "").filter(\.isNumber)))
  }

  @Test func gitHubAnnotatesTenOfEach() throws {
    let lines = try report("github").text.split(separator: "\n")
    let types = lines.compactMap { line in
      line.hasPrefix("::") ? line.dropFirst(2).prefix { $0 != " " } : nil
    }
    #expect(
      types.map(String.init)
        == ["error", "warning", "notice"].flatMap { Array(repeating: $0, count: 10) })
    #expect(lines.count == 60_001)
    #expect(
      lines.last
        == "59,970 findings above are not annotated: GitHub shows 10 of each severity.")
    // The first of all are annotated.
    #expect(
      lines.first { $0.hasPrefix("::error") }?.contains("file=docs/it-it/10.md,line=1,") == true)
  }

  /// The lines for what is not listed are no findings, and the last lines count both.
  @Test func gitHubCountsWhatIsNotListed() throws {
    let files = Self.files.map { $0.listing(atMost: 5) }
    let report = ReportOfLines.text(files, Self.run, as: GitHubReporter()).text
    let lines = report.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("::") } == 30)
    #expect(lines.count { $0.contains("more like these") } == 150)
    let annotations = lines.filter { $0.hasPrefix("::") && $0.contains("more like these") }
    #expect(
      annotations.first
        == """
        ::error file=docs/it-it/10.md,title=loclint bad-word::and 95 more like these in this file
        """)
    #expect(
      lines.suffix(2) == [
        "59,250 findings are not listed: --max-findings-per-rule=none lists them.",
        "723 findings above are not annotated: GitHub shows 10 of each severity.",
      ])
  }

  @Test func markdownCountsWhatIsNotListed() throws {
    let files = Self.files.map { $0.listing(atMost: 5) }
    let text = ReportOfLines.text(files, Self.run, as: MarkdownReporter()).text
    #expect(text.hasPrefix("## loclint: 5,000 errors, 25,000 warnings, 30,000 notes\n"))
    #expect(text.contains("; and 95 more like these in this file | bad-word |\n"))
    #expect(text.hasSuffix("\nand 59,900 more.\n"))
  }

  @Test func markdownIsShort() throws {
    let text = try report("markdown").text
    #expect(text.utf8.count < 100_000)
    #expect(text.hasPrefix("## loclint: 5,000 errors, 25,000 warnings, 30,000 notes\n"))
    #expect(text.hasSuffix("\nand 59,900 more.\n"))
    #expect(
      text.split(separator: "\n").count {
        $0.hasSuffix("| bad\\-word |") || $0.hasSuffix("| bad-word |")
      } == 100)
  }

  @Test func noLineOfReviewdogsIsTooLong() {
    let evil = String(repeating: "\u{1}\u{10FFFF}", count: 3000)
    let text = ReportOfLines.text(
      [(path: "\(evil)/a.md", text: "28c26-101|BAD\(evil)|GOOD")],
      [WordRule("bad-word", finds: "BAD", related: "GOOD", length: 15_000)],
      as: RDJSONLinesReporter())
    #expect(text.split(separator: "\n").allSatisfy { $0.utf8.count < 65_536 })
  }

  @Test func markdownStaysBelowAMebibyte() {
    let evil = String(repeating: "`<|\u{1}", count: 1000)
    let files = (0..<200).map { number in
      (path: "\(evil)/\(number).md", text: "28c26-101|BAD \(evil)|GOOD")
    }
    let text = ReportOfLines.text(
      files, [WordRule("bad-word", finds: "BAD", length: 4000)], as: MarkdownReporter())
    #expect(text.utf8.count < 1 << 20)
    #expect(text.contains("more.\n"))
  }

  /// SARIF keeps 25,000 results until it knows which are the most severe.
  @Test func whatIsKeptHoldsNoRoomToGrow() {
    var json = JSONWriter(.indented)
    json.openArray()
    for length in stride(from: 10, through: 5000, by: 499) {
      let text = String(repeating: "x", count: length)
      let element = json.element { json in json.object { $0.member("text", text) } }
      #expect(element.capacity < element.count + 256)
    }
  }

  @Test func mostSevere() {
    var list = MostSevere<Int>(limit: 3)
    for (number, severity) in [Severity.note, .warning, .note, .error, .note, .error].enumerated() {
      list.add(number, severity)
    }
    #expect(list.elements == [1, 3, 5] && list.bySeverity == [3, 5, 1] && list.leftOut == 3)
    list.add(6, .error)
    list.add(7, .error)
    #expect(list.elements == [3, 5, 6] && list.leftOut == 5)
  }
}

/// What the test looks at of a SARIF file; Foundation reads it in a tenth of the time that our
/// reader takes unoptimized.
private struct Log: Decodable {
  let runs: [Run]

  struct Run: Decodable {
    let results: [Result]
    let invocations: [Invocation]
  }

  struct Result: Decodable {
    let level: String
    let locations: [Location]
  }

  struct Location: Decodable {
    let physicalLocation: PhysicalLocation
  }

  struct PhysicalLocation: Decodable {
    let artifactLocation: ArtifactLocation
    let region: Region
    let contextRegion: Region?
  }

  struct ArtifactLocation: Decodable {
    let uri: String
  }

  struct Region: Decodable {
    let snippet: Text?
  }

  struct Text: Decodable {
    let text: String
  }

  struct Invocation: Decodable {
    let executionSuccessful: Bool
    let toolExecutionNotifications: [Notification]
  }

  struct Notification: Decodable {
    let level: String
    let message: Text
  }
}
