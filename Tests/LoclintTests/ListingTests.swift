import LintReporters
import TestSupport
import Testing

/// `--min-severity`, `--group-by`, `--max-findings` and `--fail-on-empty`, on files.
@Suite struct ListingTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for (path, halves) in [
      (
        "it-it/a.md",
        [("Apri\u{FFFD} il pannello.", "Open the panel."), ("Sono {1}.", "It is {0}.")]
      ),
      ("fr-fr/b.md", [("Ce sont {1}.", "It is {0}."), ("Ce sont {2}.", "It is {0}.")]),
    ] {
      let pairs = halves.enumerated().map { index, half in
        "<span data-ttu-id=\"7e0c1-\(103 + index)\">\(half.0)</span><span class=\"sxs-lookup\">"
          + "<span data-stu-id=\"7e0c1-\(103 + index)\">\(half.1)</span></span>\n"
      }
      try folder.write(path, pairs.joined(separator: "\n"))
    }
  }

  private func run(_ words: String..., environment: [String: String] = [:]) throws
    -> Executable.Outcome
  {
    try Executable.run(
      ["--select=replacement-character,changed-placeholder"] + words, in: folder.path,
      environment: environment)
  }

  /// The headings and the findings' first lines.
  private func lines(_ outcome: Executable.Outcome) -> [String] {
    outcome.output.split(separator: "\n").map(String.init).filter {
      !$0.hasPrefix(" ") && ($0.hasSuffix("]") || $0.contains(" fault"))
        && !$0.hasPrefix("Found") && !$0.hasPrefix("Of ")
    }.map { String($0.prefix { $0 != "'" }) }
  }

  @Test func `What is less severe is not listed, counts, and is told of`() throws {
    let all = try run(".")
    let some = try run("--min-severity=error", "--fail-on=warning", ".")
    #expect(all.status == 1 && some.status == 1)
    #expect(lines(all).count == 4 && lines(some).count == 1)
    #expect(some.output.contains("Found 4 faults in 2 of 2 files: 1 error, 3 warnings."))
    #expect(some.output.contains("Not listed: 3 less severe than error.\n"))
    let program = try run("--min-severity=error", "--format=jsonl", "--output=jsonl=all.jsonl", ".")
    #expect(program.output.split(separator: "\n").count == 2)
    #expect(program.error == "loclint: not in the report: 3 findings below error\n")
    #expect(folder.read("all.jsonl")?.split(separator: "\n").count == 5, "a file is whole")
  }

  @Test func `Findings are put together by file, rule or locale`() throws {
    let placeholder = [
      "fr-fr/b.md:1:44: warning: the placeholder ", "fr-fr/b.md:3:44: warning: the placeholder ",
      "it-it/a.md:3:41: warning: the placeholder ",
    ]
    let sign = "it-it/a.md:1:36: error: the character "
    func expect(_ grouping: String, _ expected: [String]) throws {
      let told = lines(try run("--group-by=\(grouping)", "."))
      #expect(
        told.map { $0.replacing(/:\d+:\d+: .*/, with: "") }
          == expected.map { $0.replacing(/:\d+:\d+: .*/, with: "") }, "\(grouping)")
    }
    try expect(
      "file",
      ["fr-fr/b.md: 2 faults"] + placeholder[..<2] + ["it-it/a.md: 2 faults", sign, placeholder[2]])
    try expect(
      "rule",
      ["replacement-character: 1 fault listed", sign, "changed-placeholder: 3 faults listed"]
        + placeholder)
    try expect(
      "locale",
      ["fr-FR: 2 faults listed"] + placeholder[..<2]
        + ["it-IT: 2 faults listed", sign, placeholder[2]])
    let quiet = try run("--group-by=rule", "--quiet", ".").output.split(separator: "\n")
    #expect(quiet.count == 4 && quiet[0].contains("[replacement-character]"))
    // Each locale is told what a rule means: it may be sent to somebody else.
    let byLocale = try run("--group-by=locale", ".").output
    #expect(byLocale.ranges(of: "     why |").count == 3)
  }

  @Test func `A number of findings is listed, and the others are counted`() throws {
    let outcome = try run("--max-findings=1", ".")
    #expect(lines(outcome).count == 1)
    #expect(outcome.output.contains("Not listed: 3 beyond --max-findings=1.\n"))
    #expect(outcome.output.contains("Found 4 faults in 2 of 2 files"))
    #expect(lines(try run("--max-findings=none", ".")).count == 4)
    for option in ["--max-findings=1", "--group-by=rule"] {
      let refused = try run(option, "--format=jsonl", ".")
      #expect(refused.status == 2 && refused.error.contains("is for the text report"))
      #expect(try run(option, "--format=jsonl", "--output=text=a.txt", ".").status == 1)
    }
    #expect(try run("--max-findings=0", ".").status == 2)
  }

  @Test func `Folders without a segment are told of, and fail a build`() throws {
    try folder.write("plain/a.md", "No pair.\n")
    let told = try run("plain")
    #expect(told.status == 0)
    #expect(
      told.error
        == "loclint: no file in plain holds segments: 1 file without any; --fail-on-empty makes "
        + "this a failure\n")
    #expect(try run("--quiet", "plain").error.isEmpty)
    for outcome in [
      try run("--fail-on-empty", "plain"), try run("plain", environment: ["CI": "true"]),
    ] {
      #expect(outcome.status == 2)
      #expect(outcome.error == "loclint: no file in plain holds segments: 1 file without any\n")
    }
    #expect(try run("plain", environment: ["CI": "false"]).status == 0)
    #expect(try run("--fail-on-empty", "--format=jsonl", "plain").output.contains("\"exitCode\":2"))
    for (format, words) in [
      ("text", "Nothing was checked: no page holds a segment (1 plain file), so the run fails."),
      ("html", "<strong>The run fails</strong>: nothing was checked."),
      ("markdown", "## loclint: nothing was checked\n"),
      ("junit", "<error type=\"no-segments\""), ("sarif", "\"executionSuccessful\": false"),
      ("sarif", "\"id\": \"nothing-to-check\",\n                \"index\": 3"),
      ("jsonl", "\"error\":\"no page holds a segment\""),
    ] {
      let report = try run("--fail-on-empty", "--format=\(format)", "plain")
      #expect(report.status == 2 && report.output.contains(words), "\(format): \(report.output)")
      #expect(try !run("--format=\(format)", "plain").output.contains(words), "a run that passes")
    }
    let named = try run("--fail-on-empty", "plain/a.md")
    #expect(named.status == 0 && named.error.isEmpty, "a file that is named is meant")
  }

  @Test func `Nothing to check after a list or a comparison is clean`() throws {
    try folder.write("list", "")
    let listed = try run("--files-from=list", environment: ["CI": "true"])
    #expect(listed.status == 0 && listed.error.isEmpty)
    for line in ["init -q", "add -A", "-c user.name=A -c user.email=a@b.c commit -q -m first"] {
      let git = try Executable.run(
        line.split(separator: " ").map(String.init), as: try #require(Executable.find("git")),
        in: folder.path)
      #expect(git.status == 0)
    }
    let changed = try run("--changed-since=HEAD", ".", environment: ["CI": "true"])
    #expect(changed.status == 0 && changed.error.isEmpty)
  }
}
