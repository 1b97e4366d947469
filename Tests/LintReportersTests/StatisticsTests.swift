import LintCore
import TestSupport
import Testing

@testable import LintReporters

@Suite struct StatisticsTests {
  private static let rules: [any Rule] = [
    WordRule("bad-word", finds: "BAD"), WordRule("odd-word", finds: "ODD", severity: .warning),
    WordRule("meh-word", finds: "MEH", severity: .note),
  ]

  private func summary(
    _ files: [(path: String, text: String)], minimum: Double? = nil,
    measurements: Measurements = Measurements(sourceWords: true)
  ) -> (Summary, Run) {
    let linter = Linter(
      formats: [LineFormat()], rules: Self.rules.map { ($0, $0.info.severity) },
      measurements: measurements)
    let run = Run(
      version: "1.0.0", rules: linter.rules, gate: nil, started: 0, minimumScore: minimum)
    var summary = Summary(rules: Self.rules.count)
    for (path, text) in files {
      summary.add(
        linter.lint(Array(text.utf8), of: SourceFile(path: path), as: LineFormat()), in: run)
    }
    return (summary, run)
  }

  private static let files: [(path: String, text: String)] = [
    ("docs/it-it/a.md", "28c26-101|BAD ODD|Ten words: one, two-three 4 – é a b c d.\n"),
    ("docs/it-it/b.md", "28c26-101|MEH MEH|ten more words are in this one as you see\n"),
    ("docs/de-de/a.md", "28c26-101|gut|\n"), ("docs/plain.md", "BAD\n"),
    ("docs/c.md", "28c26-101|ODD|word\n"),
  ]

  @Test func figures() {
    let (summary, run) = summary(Self.files)
    #expect(
      Statistics.text(summary, in: run) == """

        Findings by rule:
          findings  per 1,000 segments  severity  rule
                 2              500.00  error     bad-word
                 2              500.00  note      meh-word
                 2              500.00  warning   odd-word

        Findings by locale:
          locale  documents  machine-translated  segments  findings  per 1,000  source words  score
          none            1               0.0 %         1         1   1,000.00             1   0.00
          de-DE           1               0.0 %         1         0       0.00             0      –
          it-IT           2               0.0 %         2         4   2,000.00            20  70.00
          score: 100 less a tenth of the penalties per 1,000 source words (note 0, warning 1, error 5)

        """)
  }

  @Test func wordsAreCountedOnlyWhenAsked() {
    let (summary, run) = summary(Self.files, measurements: Measurements())
    #expect(summary.locales["it-IT"]?.sourceWords == 0)
    #expect(summary.locales["it-IT"]?.score(in: run) == nil)
    #expect(summary.ruleSeconds.isEmpty)
    #expect(Statistics.times(summary, in: run) == "")
    #expect(!Statistics.text(summary, in: run).contains("score"))
  }

  @Test(arguments: [(70, 0), (70.01, 1), (0, 0), (100, 1)])
  func minimum(_ score: Double, _ status: Int) {
    let files = Array(Self.files.prefix(3))
    let (summary, run) = summary(files, minimum: score)
    #expect(summary.exitStatus(in: run) == status)
    #expect(summary.localesBelowMinimum(in: run).map(\.locale) == (status == 0 ? [] : ["it-IT"]))
  }

  private static let timed = Measurements(clock: { 1 })

  /// Timing runs the rules in another order and finds the same.
  @Test func timesChangeNothing() {
    let files = [(path: "a.md", text: "28c26-101|BAD ODD BAD MEH|BAD\n28c26-102|ODD|x\n")]
    #expect(
      ReportOfLines.text(files, Self.rules, as: JSONLinesReporter())
        == ReportOfLines.text(
          files, Self.rules, as: JSONLinesReporter(), measurements: Self.timed))
    let (summary, run) = summary(files, measurements: Self.timed)
    #expect(summary.ruleSeconds.count == 3)
    let lines = Statistics.times(summary, in: run).split(separator: "\n")
    #expect(lines.count == 5)
    #expect(lines[1].contains("seconds") && lines[4].contains("-word"))
  }
}
