import Foundation
import LintCore
import LintRules
import LintText
import LintWorkspace
import TestSupport
import Testing

@testable import LintWorkspace
@testable import loclint

/// The command as a whole, with a format and rules of the tests.
@Suite struct CheckCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("docs/bad.md", "28c26-101|BAD|GOOD\n")
    try folder.write("docs/clean.md", "28c26-101|a|b\n28c26-102|c|d\n")
    try folder.write("docs/odd.md", "28c26-101|ODD|x\n")
    try folder.write("docs/plain.md", "plain\n")
  }

  private static let library = RuleLibrary([
    WordRule(
      "bad-word", finds: "BAD", formerNames: RuleInfo.FormerNames("wicked-word", until: "2.0")),
    WordRule("odd-word", finds: "ODD", severity: .warning),
    WordRule("plain-word", finds: "plain", severity: .note, profile: .strict),
  ])

  /// Runs the command; `%` stands for the folder's path.
  private func run(_ words: [String]) throws -> (status: Int32, output: String, error: String) {
    let streams = try TemporaryFolder()
    let output = unsafe open(streams.path("output"), O_WRONLY | O_CREAT, 0o600)
    let error = unsafe open(streams.path("error"), O_WRONLY | O_CREAT, 0o600)
    let command = Loclint(
      formats: [LineFormat()], library: { Self.library },
      streams: Streams(output: output, error: error))
    let status = command.run(words.map { $0.replacing("%", with: folder.path) })
    close(output)
    close(error)
    func text(_ name: String) -> String {
      (streams.read(name) ?? "").replacing(folder.path, with: "%")
    }
    return (status, text("output"), text("error"))
  }

  @Test(arguments: [
    ("%/docs", 1), ("%/docs/clean.md", 0), ("%/docs/odd.md", 0), ("check %/docs", 1),
    ("--fail-on=warning %/docs/odd.md", 1), ("--fail-on=error %/docs/odd.md", 0),
    ("--fail-on=note --profile=strict %/docs/plain.md", 1), ("--fail-on=never %/docs", 0),
    ("--ignore=bad-word %/docs", 0), ("--select=odd-word %/docs", 0),
    ("--severity=odd-word=error %/docs/odd.md", 1), ("--severity=words=note %/docs", 0),
    ("%/docs/missing.md", 2), ("--fail-on=never %/docs %/docs/missing.md", 2),
    ("%/docs %/missing", 2), ("--select=bad-wrod %/docs", 2), ("rules", 0), ("rules x", 2),
    ("explain bad-word", 0), ("explain", 2), ("explain x", 2), ("segments %/docs", 0),
    ("segments %/missing", 2), ("--help", 0), ("help segments", 0), ("--version", 0), ("--nope", 2),
    ("explain --help", 0),
  ])
  func exitStatus(_ line: String, _ status: Int32) throws {
    let run = try run(line.split(separator: " ").map(String.init))
    #expect(run.status == status, "\(run)")
    #expect(run.error.isEmpty == (status != 2))
  }

  @Test func allElseIsCheckedBesideWhatCannotBe() throws {
    let run = try run(["-q", "%/missing", "%/docs", "%/docs/bad.md"])
    #expect(run.status == 2)
    #expect(
      run.output == """
        %/docs/bad.md:1:11: error: 'BAD' must not be here [bad-word]
        %/docs/odd.md:1:11: warning: 'ODD' must not be here [odd-word]

        """)
    #expect(run.error == "%/missing: error: no such file or directory\n")
  }

  @Test func numberOfWorkersMakesNoDifference() throws {
    for number in 0..<300 {
      try folder.write(
        "many/\(number % 7)/\(number).md",
        "28c26-101|" + String(repeating: "BAD ", count: number % 5) + "|x\n")
    }
    let one = try run(["-q", "-j1", "%"])
    #expect(one.output.split(separator: "\n").count > 500)
    for jobs in 2...5 {
      #expect(try run(["-q", "-j\(jobs)", "%"]).output == one.output)
    }
  }

  @Test func reportsGoToFiles() throws {
    try folder.write("old.txt", "what was there before")
    let run = try run(["-o", "text=%/new.txt", "--output", "text=%/old.txt", "%/docs"])
    #expect(run.status == 1)
    #expect(run.output.contains("[bad-word]"))
    for name in ["new.txt", "old.txt"] {
      #expect(try #require(folder.read(name)).contains("[odd-word]"))
    }
    #expect(try folder.names() == ["docs", "new.txt", "old.txt"])
  }

  @Test func linksToReportsStay() throws {
    try folder.write("real.txt", "")
    try folder.link("link.txt", to: "real.txt")
    #expect(try run(["-o", "text=%/link.txt", "%/docs"]).status == 1)
    #expect(try #require(folder.read("real.txt")).contains("[bad-word]"))
    #expect(try folder.names() == ["docs", "link.txt", "real.txt"])
  }

  @Test func whatCannotBeWrittenIsToldAndLeavesNothing() throws {
    for (path, reason) in [
      ("%/missing/report.txt", "no such file or directory"), ("%/docs", "is a folder"),
    ] {
      let run = try run(["-o", "text=%/first.txt", "-o", "text=\(path)", "%/docs"])
      #expect(run.status == 2)
      #expect(run.output == "")
      #expect(run.error == "loclint: \(path): \(reason)\n")
      #expect(try folder.names() == ["docs"])
    }
    let full = try run(["-o", "text=/dev/full", "-o", "text=%/good.txt", "%/docs"])
    #expect(full.status == 2)
    #expect(full.error == "loclint: /dev/full: no space left on device\n")
    #expect(try folder.names() == ["docs", "good.txt"])
  }

  @Test func whatAKilledRunLeftIsInNobodysWay() throws {
    try folder.write(".loclint-\(getpid())-0.tmp", "half a report")
    #expect(try run(["-o", "text=%/new.txt", "%/docs"]).status == 1)
    #expect(try folder.names() == [".loclint-\(getpid())-0.tmp", "docs", "new.txt"])
  }

  @Test func progress() throws {
    let descriptor = unsafe open(folder.path("terminal"), O_WRONLY | O_CREAT, 0o600)
    let streams = Streams(output: -1, error: descriptor)
    var shown = Progress(of: 1200, on: streams, isOn: true, after: 0)
    shown.erase()
    shown.advance()
    // Not again so soon.
    shown.advance()
    shown.erase()
    var late = Progress(of: 1200, on: streams, isOn: true, after: 60)
    late.advance()
    var off = Progress(of: 1200, on: streams, isOn: false, after: 0)
    off.advance()
    close(descriptor)
    #expect(folder.read("terminal") == "\r\u{1B}[K1 of 1,200 files\r\u{1B}[K")
  }

  @Test func aWholeRunWithoutATimeIsTheSameAgain() throws {
    let run = try run(["%/docs/clean.md", "--color=always"])
    #expect(run.output.hasPrefix("\u{1B}[1mNo faults found\u{1B}[0m in 1 document (2 segments, "))
    #expect(try self.run(["%/docs/clean.md"]).output.hasPrefix("No faults found in 1 "))
  }

  @Test(arguments: [
    ("/a/./b//c", "/a/b/c"), ("/a/../b/", "/b"), ("/../..", "/"), ("/a/b/../../c.md", "/c.md"),
  ])
  func normalPaths(_ path: String, _ normal: String) {
    #expect(Paths.normal(path) == normal)
  }

  @Test func segments() throws {
    let run = try run(["segments", "%/docs"])
    #expect(
      run.output == """
        %/docs/bad.md\t28c26-101\t10\t13\t14\t18
        %/docs/clean.md\t28c26-101\t10\t11\t12\t13
        %/docs/clean.md\t28c26-102\t24\t25\t26\t27
        %/docs/odd.md\t28c26-101\t10\t13\t14\t15

        """)
  }

  @Test func rangesAndUnits() throws {
    try folder.write("wide.md", "28c26-101|漢字 BAD|x\n")
    for (words, place) in [
      (["--range"], "1:14-1:17"), (["--column-unit=byte"], "1:18"),
      (["--column-unit=display", "--range"], "1:16-1:19"),
    ] {
      let run = try run(["-q", "%/wide.md"] + words)
      #expect(run.output == "%/wide.md:\(place): error: 'BAD' must not be here [bad-word]\n")
    }
  }

  @Test func figuresFollowTheText() throws {
    let run = try run(["-q", "--statistics", "--times", "%/docs"])
    #expect(run.status == 1 && run.error == "")
    #expect(run.output.contains("[odd-word]\n\nFindings by rule:\n  findings"))
    #expect(run.output.contains("\n\nFindings by locale:\n  locale"))
    #expect(run.output.contains("\n\nTime in rules, all workers together: 0."))
    // A report for programs stays one.
    let junit = try self.run(["--format=junit", "--statistics", "%/docs"])
    #expect(junit.output.hasSuffix("</testsuites>\n") && junit.error.contains("Findings by rule:"))
  }

  @Test func scoresFailARun() throws {
    let line = "28c26-101|ODD|ten words in all, so that one costs a tenth\n"
    try folder.write("it-it/a.md", line)
    #expect(try run(["-q", "--min-score=90", "%/it-it"]).status == 0)
    let run = try run(["-q", "--min-score=90.5", "%/it-it"])
    #expect(run.status == 1)
    #expect(run.error == "loclint: it-IT: score 90.00 is below --min-score\n")
    #expect(try self.run(["--min-score=101", "%/it-it"]).status == 2)
  }

  @Test func reportsAreMerged() throws {
    _ = try run(["-q", "-o", "sarif=%/all.sarif", "%/docs"])
    for name in ["bad", "clean", "odd", "plain"] {
      _ = try run(["-q", "-o", "sarif=%/\(name).sarif", "%/docs/\(name).md"])
    }
    let words = ["odd", "bad", "plain", "clean", "bad"].map { "%/\($0).sarif" }
    let printed = try run(["merge"] + words)
    #expect(printed.status == 0 && printed.error == "")
    let written = try run(["merge", "--output=%/merged.sarif"] + words)
    #expect(written.status == 0 && written.output == "" && written.error == "")
    #expect(folder.read("merged.sarif") == folder.read("all.sarif"))
    #expect(printed.output == folder.read("all.sarif")?.replacing(folder.path, with: "%"))
    try folder.write("broken.sarif", "{")
    for (words, error) in [
      (["%/broken.sarif"], "%/broken.sarif: line 1, column 2: a key in quotation marks is missing"),
      (["%/missing.sarif"], "%/missing.sarif: no such file or directory"),
      (["-o", "%/none/x", "%/all.sarif"], "%/none/x: no such file or directory"),
    ] {
      let run = try run(["merge"] + words)
      #expect(run.status == 2 && run.output == "" && run.error == "loclint: \(error)\n")
    }
    #expect(try run(["merge"]).status == 2)
  }

  @Test func aMisspeltCommandIsRecognised() throws {
    #expect(
      try run(["explian"]).error
        == "explian: error: no such file or directory (did you mean the command 'explain'?)\n")
  }

  private static let remark =
    "rule 'wicked-word' is called 'bad-word' now; loclint knows the old name until 2.0\n"

  @Test(arguments: [
    ("--select=wicked-word", "bad-word"), ("--ignore=wicked-word", "odd-word"),
    ("--severity=wicked-word=note", "note: "),
  ])
  func aFormerNameWorksOnTheCommandLine(_ option: String, _ shown: String) throws {
    try folder.write("docs/both.md", "28c26-101|BAD ODD|x\n")
    let run = try run([option, "%/docs/both.md"])
    #expect(run.error == "loclint: " + Self.remark)
    #expect(run.output.contains(shown))
    #expect(run.output.contains("[bad-word]") == (shown != "odd-word"))
  }

  @Test func aFormerNameWorksInAConfiguration() throws {
    try folder.write("loclint.yml", "severity:\n  wicked-word: note\n")
    let run = try run(["--config=%/loclint.yml", "--fail-on=error", "%/docs/bad.md"])
    #expect(run.error == "loclint: %/loclint.yml:2: " + Self.remark)
    #expect(run.status == 0)
    #expect(try self.run(["config", "--config=%/loclint.yml"]).error == run.error)
    #expect(try self.run(["explain", "wicked-word"]).output.contains("formerly  wicked-word"))
  }

  @Test func aFormerNameWorksInABaseline() throws {
    let list = folder.path("list")
    #expect(try run(["--write-baseline=\(list)", "%/docs/bad.md"]).status == 0)
    let text = try #require(folder.read("list"))
    try folder.write("list", text.replacing("bad-word\t", with: "wicked-word\t"))
    let old = try run(["--baseline=\(list)", "%/docs/bad.md"])
    #expect(old.status == 0)
    #expect(
      old.error == "loclint: %/list: lists former names of rules: 'wicked-word'; "
        + "--prune-baseline renews them\n")
    #expect(try run(["--prune-baseline", "--baseline=\(list)", "%/docs/bad.md"]).status == 0)
    #expect(folder.read("list") == text)
  }

  @Test func aFormerNameWorksInAComment() throws {
    let comment = "<!-- loclint-disable-file wicked-word: a sample -->\n"
    try folder.write("docs/kept.md", comment + "28c26-101|BAD|x\n")
    let run = try run(["%/docs/kept.md"])
    #expect(run.status == 0)
    #expect(!run.output.contains("[bad-word]"))
  }
}
