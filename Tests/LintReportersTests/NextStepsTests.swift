import LintCore
import TestSupport
import Testing

@testable import LintReporters

/// What a text report ends with.
@Suite struct NextStepsTests {
  private static let quoted = "28c26-101\tone two\t«uno» e «due»\n"

  /// What a report says behind `Read`.
  private func end(
    of files: [(path: String, text: String)], most: Int? = nil,
    rules: [any Rule] = [QuotedWord(), WordRule("counted", finds: "MT", isCounted: true)],
    _ next: NextSteps = NextSteps(), detail: TextReporter.Detail = .normal
  ) -> [Substring] {
    let linter = Linter(
      formats: [TabSeparated()], rules: rules.map { ($0, $0.info.isCounted ? .note : .warning) },
      selection: FindingSelection(most: most))
    let run = Run(version: "1.0.0", rules: linter.rules, gate: .error, started: 0)
    var reporter = TextReporter(detail: detail, next: next)
    var output = Output()
    var summary = Summary(rules: run.rules.count)
    reporter.begin(run, to: &output)
    for (path, text) in files {
      let report = linter.lint(
        Array(text.utf8), of: SourceFile(path: path), as: TabSeparated())
      summary.add(report, in: run)
      reporter.add(report, in: run, to: &output)
    }
    reporter.end(summary, in: run, to: &output)
    let lines = String(decoding: output.bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: true)
    let start = lines.lastIndex { $0.hasPrefix("Read") || $0.hasPrefix("No ") }
    return start.map { Array(lines[($0 + 1)...]) } ?? lines
  }

  @Test(arguments: [nil, 1])
  func `All that mends itself is told, where most is, and a command`(most: Int?) {
    let files = [
      ("docs/a.tsv", Self.quoted), ("docs/it/a/a.tsv", Self.quoted), ("docs/it/b.tsv", Self.quoted),
      ("docs/ja/a.tsv", "28c26-101\ta\t«a» MT MT\n"),
    ]
    #expect(
      end(of: files, most: most, NextSteps(command: ["loclint", "--locale=it"], paths: ["docs"]))
        == [
          "Of 7 faults --fix may mend up to 7; --diff shows what would change.",
          "Most are in docs/it (4) and docs/ja (1).",
          "Next: loclint --locale=it --fix docs",
        ])
    #expect(end(of: files, detail: .quiet).allSatisfy { !$0.contains("Next") })
  }

  @Test func `A run that mends tells only of what is left`() {
    #expect(end(of: [("a.tsv", Self.quoted)], NextSteps(mended: .safe)).isEmpty)
  }

  @Test func `Where nothing mends itself the worst folder is next`() {
    let files = [
      ("docs/it/a.tsv", "BAD\n"), ("docs/it's/a.tsv", "BAD BAD\n"), ("docs/-/a.tsv", "BAD\n"),
    ]
    let rules: [any Rule] = [WordRule("bad", finds: "BAD")]
    #expect(
      end(of: files, rules: rules, NextSteps(paths: ["docs"])) == [
        "Most are in docs/it's (2), docs/- (1) and docs/it (1).", "Next: loclint 'docs/it'\\''s'",
      ])
    // What was read from a list has no command.
    #expect(end(of: files, rules: rules, NextSteps(command: nil)).count == 1)
    #expect(
      end(of: [("a.tsv", "fine\n"), ("b/a.tsv", "MT\n")]).isEmpty, "nothing is to be done")
  }

  @Test func `A command is one line that a shell reads as it stands`() {
    #expect(NextSteps.shellWord("docs/it-it") == "docs/it-it")
    #expect(NextSteps.shellWord("a b;c") == "'a b;c'")
    #expect(NextSteps.shellWord("") == "''")
    #expect(NextSteps.shellWord("a\nb") == nil)
    let files = [("-a/a\u{1B}b/a.tsv", "BAD\n"), ("-a/\n::error::/a.tsv", "BAD BAD\n")]
    let lines = end(of: files, rules: [WordRule("bad", finds: "BAD")])
    #expect(lines == ["Most are in -a/\\n::error:: (2) and -a/a\\u{1B}b (1)."])
  }
}
