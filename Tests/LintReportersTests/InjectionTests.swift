import Foundation
import LintCore
import LintReporters
import TestSupport
import Testing

/// What strangers write into documents, paths and span IDs, in each format.
@Suite struct InjectionTests {
  /// A line without the command that the reporter itself begins it with.
  private func withoutOwnCommand(_ line: Substring, of reporter: String) -> Substring {
    let own =
      switch reporter {
      case "github": ["::error file=", "::warning file=", "::notice file="]
      case "azure": ["##vso[task.logissue type=error;", "##vso[task.logissue type=warning;"]
      default: [] as [String]
      }
    return own.first { line.hasPrefix($0) }.map { line.dropFirst($0.count) } ?? line
  }

  @Test(arguments: AllReporters.names)
  func noCommandToATerminalOrABuildAgent(_ reporter: String) throws {
    var report = try Sample.hostile.report(by: reporter)
    // So its rows have to end.
    if reporter.hasPrefix("csv") { report = report.replacing("\r\n", with: "\n") }
    for scalar in report.unicodeScalars where scalar != "\n" {
      #expect(scalar.properties.generalCategory != .control && !scalar.properties.isBidiControl)
    }
    for line in report.split(separator: "\n") {
      let rest = withoutOwnCommand(line, of: reporter)
      #expect(!rest.contains("##[") && !rest.contains("##vso["))
      #expect(!rest.drop { $0.isWhitespace }.hasPrefix("::"))
    }
  }

  /// A page says what its locale is, and figures begin a line with it.
  @Test(arguments: Sample.attacks + ["\u{A0} ::add-mask::x"])
  func figuresCommandNobody(_ locale: String) {
    let run = Run(version: "1.0.0", rules: [], gate: nil, started: 0)
    var summary = Summary(rules: 0)
    summary.add(
      FileReport(
        path: "a.md", repositoryPath: "a.md", outcome: .bilingual,
        pages: [PageReport(locale: locale, segments: 1)]), in: run)
    for line in Statistics.text(summary, in: run).split(separator: "\n") {
      #expect(!line.contains("##[") && !line.contains("##vso["))
      #expect(!line.drop { $0.isWhitespace }.hasPrefix("::"))
      for scalar in line.unicodeScalars {
        #expect(scalar.properties.generalCategory != .control && !scalar.properties.isBidiControl)
      }
    }
  }

  /// Whatever is in it, a property ends where it ends, and the message begins after it.
  @Test func gitHubCommandsAreTakenApartAsMeant() throws {
    let names = ["file", "line", "endLine", "col", "endColumn", "title"]
    let report = try Sample.hostile.report(by: "github")
    let commands = report.split(separator: "\n").filter { $0.hasPrefix("::") }
    #expect(commands.count == 16)
    for command in commands {
      let parts = command.dropFirst(2).split(separator: "::", maxSplits: 1)
      let properties = try #require(parts.first?.split(separator: " ", maxSplits: 1).last)
      for property in properties.split(separator: ",") {
        let pair = property.split(separator: "=", maxSplits: 1)
        #expect(names.contains(String(pair[0])))
        #expect(!pair[1].contains(":"))
      }
    }
  }

  /// What the runner and the agent make of a path: what escapes can carry arrives as it was.
  @Test(arguments: ["a##b #1.md", "100%25, 50%:x.md", "C## [x]/;a]b.md", "a\r\nb\n::error::c.md"])
  func pathsArriveAsTheyAre(_ path: String) throws {
    let files = [(path: path, text: "28c26-101|BAD|x")]
    let rules = [WordRule("bad-word", finds: "BAD")]
    // The order in which they undo them.
    let gitHub = [("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")]
    let azure = [("%3B", ";"), ("%0D", "\r"), ("%0A", "\n"), ("%5D", "]"), ("%AZP25", "%")]
    for (reporter, before, after, escapes) in [
      ("github", "::error file=", ",line=", gitHub),
      ("azure", "##vso[task.logissue type=error;sourcepath=", ";linenumber=", azure),
    ] {
      let report = ReportOfLines.text(
        files, rules, as: try #require(AllReporters.reporter(named: reporter)))
      #expect(report.hasPrefix(before))
      let rest = report.dropFirst(before.count)
      let end = try #require(rest.firstRange(of: after)).lowerBound
      let told = escapes.reduce(String(rest[..<end])) { $0.replacing($1.0, with: $1.1) }
      #expect(Array(told.utf8) == Array(path.utf8), "\(reporter)")
      #expect(report.unicodeScalars.count { $0 == "\n" } == 1 && !report.utf8.contains(0x0D))
    }
  }

  @Test func azureCommandsAreTakenApartAsMeant() throws {
    let names = ["type", "sourcepath", "linenumber", "columnnumber", "code"]
    for line in try Sample.hostile.report(by: "azure").split(separator: "\n")
    where line.hasPrefix("##vso[") {
      let command = try #require(line.firstIndex(of: "]"))
      let properties = line[..<command].split(separator: " ", maxSplits: 1)[1]
      for property in properties.split(separator: ";") {
        #expect(names.contains(String(property.split(separator: "=")[0])))
      }
      #expect(!line[line.index(after: command)...].contains { $0 == "]" || $0 == ";" })
    }
  }

  @Test(arguments: ["checkstyle", "junit", "junit-extended"])
  func xmlIsWellFormed(_ reporter: String) throws {
    let root = try #require(XMLElement(parsing: try Sample.hostile.report(by: reporter)))
    #expect(root.children.count == Sample.hostile.files.count)
  }

  /// A program gets the path as it is, escaped or not.
  @Test(arguments: ["gitlab", "jsonl", "rdjsonl", "sarif"])
  func jsonSaysWhatIsMeant(_ reporter: String) throws {
    let report = try Sample.hostile.report(by: reporter)
    let texts =
      reporter.hasSuffix("jsonl") ? report.split(separator: "\n").map(String.init) : [report]
    for text in texts { _ = try JSONSerialization.jsonObject(with: Data(text.utf8)) }
    if reporter == "gitlab" {
      let items = try #require(
        JSONSerialization.jsonObject(with: Data(report.utf8)) as? [[String: Any]])
      let paths = items.compactMap { ($0["location"] as? [String: Any])?["path"] as? String }
      #expect(Set(paths) == Set(Sample.hostile.files.map(\.path)))
    }
  }

  /// Outside of code spans there is nothing that the documents say.
  @Test func markdownQuotesAll() throws {
    let report = try Sample.hostile.report(by: "markdown")
    for line in report.split(separator: "\n") {
      // What fences of one, two and three backticks hold.
      var rest = String(line)
      for fence in ["```", "``", "`"] {
        while let open = rest.firstRange(of: fence),
          let close = rest[open.upperBound...].firstRange(of: fence)
        {
          rest.removeSubrange(open.lowerBound..<close.upperBound)
        }
      }
      for attack in ["pwned](", "<script", "</", "<!--", "](1)", "@", "[x]"] {
        #expect(!rest.contains(attack), "\(line)")
      }
      // The cells of a table are as many as it has columns.
      if line.hasPrefix("|") {
        let bars = line.replacing("\\|", with: "").count { $0 == "|" }
        #expect(bars == 5)
      }
    }
  }
}
