import Foundation
import LintCore
import LintReporters
import LintRules
import LintWorkspace
import TestSupport
import Testing

@testable import loclint

/// What programs are told: rules as JSON, reports for whoever runs loclint, tables.
@Suite struct ForProgramsTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.makeFolder(".git")
    try folder.write("docs/it-it/a.md", Self.page("it-IT", "=1+1; -2 la la \"porta\""))
    try folder.write("docs/it-it/deep/b.md", Self.page("it-IT", "il il pannello"))
    try folder.write("docs/fr-fr/c.md", Self.page("fr-FR", "la porte"))
  }

  private static func page(_ locale: String, _ target: String) -> String {
    """
    ---
    ms.translationtype: HT
    ms.contentlocale: \(locale)
    ---
    <span data-ttu-id="7e0c1-103">\(target)</span><span class="sxs-lookup">\
    <span data-stu-id="7e0c1-103">Look at it and wait there.</span></span>

    """
  }

  private func run(_ words: String..., environment: [String: String] = [:]) throws
    -> Executable.Outcome
  {
    try Executable.run(words, in: folder.path, environment: environment)
  }

  private func object(_ text: some StringProtocol) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  // MARK: Rules

  @Test func `Rules are listed for programs`() throws {
    let outcome = try run("rules", "--format=json")
    let list = try object(outcome.output)
    #expect(outcome.status == 0 && list["schema"] as? String == "loclint.rules/1")
    #expect(list["version"] as? String == Product.version)
    let rules = try #require(list["rules"] as? [[String: Any]])
    let names = rules.compactMap { $0["id"] as? String }
    #expect(Set(names).isSuperset(of: RuleLibrary.builtIn.rules.map(\.info.id)))
    #expect(
      names.contains("french-space-before-colon") || names.count > RuleLibrary.builtIn.rules.count)
    let rule = try #require(rules.first { $0["id"] as? String == "changed-link-target" })
    #expect(rule["family"] as? String == "links" && rule["severity"] as? String == "error")
    #expect(rule["profile"] as? String == "default" && rule["fixable"] as? String == "safe")
    #expect(rule["why"] == nil && rule["page"] == nil)
  }

  @Test func `A rule is explained to programs`() throws {
    let info = try #require(
      RuleLibrary.builtIn.rules.map(\.info).first { $0.id == "changed-link-target" })
    for words in [
      ["explain", info.id, "--format", "json"], ["--format=json", "explain", info.id],
    ] {
      let list = try object(Executable.run(words, in: folder.path).output)
      let rules = try #require(list["rules"] as? [[String: Any]])
      #expect(rules.count == 1 && rules[0]["why"] as? String == info.why)
      #expect((rules[0]["fails"] as? [[String: Any]])?.count == info.fails.count)
      #expect((rules[0]["messages"] as? [[String: Any]])?.count == info.messages.count)
    }
    let family = try object(run("explain", "--format=json", "links").output)
    #expect(try #require(family["rules"] as? [Any]).count > 1)
    #expect(try run("explain", "--format=json", "lniks").status == 2)
    #expect(
      try run("rules", "--format=sarif").error
        .hasPrefix("loclint: option '--format' knows no 'sarif'; it takes text, json"))
    #expect(try run("--format=json").error.contains("option '--format' knows no 'json'"))
  }

  @Test func `A rule's page is told where somebody has said where it is`() throws {
    try folder.write("loclint.yml", "rule-pages: https://docs.example.com/{rule}")
    let rules = try #require(
      object(run("explain", "--format=json", "missing-link").output)["rules"] as? [[String: Any]])
    #expect(rules[0]["page"] as? String == "https://docs.example.com/missing-link")
  }

  // MARK: Formats

  @Test(arguments: [
    ("GITHUB_ACTIONS", "true", "::"), ("GITLAB_CI", "true", "["),
    ("TF_BUILD", "True", "##vso[task.logissue"), ("GITHUB_ACTIONS", "false", "docs/"),
    ("GITLAB_CI", "", "docs/"), ("CI", "true", "docs/"),
  ])
  func `The format is that of whoever runs loclint`(
    _ name: String, _ value: String, _ start: String
  )
    throws
  {
    var environment = ["GITHUB_ACTIONS": "", "GITLAB_CI": "", "TF_BUILD": ""]
    environment[name] = value
    for option in ["--format=auto", "--output-format=auto"] {
      let output = try Executable.run(
        [option, "--select=doubled-word", "docs"], in: folder.path, environment: environment
      ).output
      #expect(output.hasPrefix(start), "\(output)")
    }
  }

  @Test func `The format has a second name`() throws {
    let arguments = try Arguments(["--output-format", "sarif"])
    #expect(arguments.value(.format) == "sarif")
    #expect(throws: UsageError("option '--output-format' knows no 'sarfi'; did you mean 'sarif'?"))
    {
      try Arguments(["--output-format=sarfi"])
    }
  }

  @Test func `SARIF tells how precise a rule is on the files of the run`() throws {
    // The rule is in a stricter profile for pages than for messages of programs.
    func precision(_ path: String) throws -> String? {
      let output = try run("--format=sarif", "--select=changed-number", "--fail-on=never", path)
        .output
      let runs = try #require(object(output)["runs"] as? [[String: Any]])
      let driver = (runs[0]["tool"] as? [String: Any])?["driver"] as? [String: Any]
      let rule = try #require(driver?["rules"] as? [[String: Any]]).first {
        $0["id"] as? String == "changed-number"
      }
      return (rule?["properties"] as? [String: Any])?["precision"] as? String
    }
    try folder.write("hive.po", "msgid \"1 lid\"\nmsgstr \"1 coperchio\"\n")
    try folder.write("hive.md", "Hive\n")
    #expect(try precision("hive.md") == "medium")
    #expect(try precision("hive.po") == "high")
  }

  // MARK: Figures

  @Test func `The summary for programs has figures by locale, rule and folder`() throws {
    let rule = ["--select=doubled-word", "--severity=doubled-word=error"]
    _ = try Executable.run(
      rule + ["--write-baseline=known.txt", "docs/it-it/deep"], in: folder.path)
    let outcome = try Executable.run(
      rule + ["--baseline=known.txt", "--format=jsonl", "docs"], in: folder.path)
    let summary = try object(try #require(outcome.output.split(separator: "\n").last))
    let figures = try #require(summary["statistics"] as? [String: Any])
    #expect(figures["scoreOf"] as? String == "all")
    // Two errors in 18 words.
    let score = try #require(figures["score"] as? Double)
    let expected: Double = 100 * (1 - 10.0 / 18)
    #expect(abs(score - expected) < 0.001)
    let locales = try #require(figures["locales"] as? [[String: Any]])
    #expect(locales.map { $0["locale"] as? String } == ["fr-FR", "it-IT"])
    #expect(locales[0]["score"] as? Double == 100)
    #expect(locales[1]["known"] as? Int == 1 && locales[1]["documents"] as? Int == 2)
    #expect((locales[1]["new"] as? [String: Int]) == ["error": 1, "warning": 0, "note": 0])
    let rules = try #require(figures["rules"] as? [[String: Any]])
    #expect(rules.map { $0["rule"] as? String } == ["doubled-word"])
    #expect(rules[0]["known"] as? Int == 1 && rules[0]["dismissed"] as? Int == 0)
    let folders = try #require(figures["folders"] as? [[String: Any]])
    #expect(folders.map { $0["folder"] as? String } == ["docs/it-it", "docs/it-it/deep"])
    #expect(folders[1]["files"] as? Int == 1 && folders[1]["known"] as? Int == 1)
  }

  // MARK: Tables

  @Test func `Findings are a table with both halves`() throws {
    let rows = Self.rows(try run("--select=doubled-word", "--format=csv", "docs/it-it").output)
    #expect(
      rows[0] == [
        "path", "line", "column", "locale", "severity", "rule", "message", "segment", "source",
        "target", "fix", "fingerprint",
      ])
    #expect(rows.count == 3)
    #expect(Array(rows[1][3...5]) == ["it-IT", "note", "doubled-word"])
    #expect(
      rows[1][7...9] == ["7e0c1-103", "Look at it and wait there.", "'=1+1; '-2 la la \"porta\""])
  }

  @Test func `Pages are a table with their figures`() throws {
    let rows = Self.rows(try run("--select=doubled-word", "--format=csv-pages", "docs").output)
    #expect(
      rows[0] == [
        "path", "locale", "kind", "machine-translated", "segments", "unfinished", "source-words",
        "score", "errors", "warnings", "notes", "known", "dismissed", "suppressed", "not-checked",
        "translated", "fuzzy", "untranslated", "identical",
      ])
    #expect(rows.count == 4)
    #expect(
      rows[1] == [
        "docs/fr-fr/c.md", "fr-FR", "document", "no", "1", "0", "6", "100.00", "0", "0", "0", "0",
        "0",
        "0", "", "", "", "", "",
      ])
    #expect(rows[3][0] == "docs/it-it/deep/b.md" && rows[3][10] == "1")
  }

  /// The cells of a table in which all are quoted and none holds a line break.
  private static func rows(_ text: String) -> [[String]] {
    #expect(text.hasPrefix("\u{FEFF}\"") && text.hasSuffix("\"\r\n"))
    var rows: [[String]] = []
    for row in text.dropFirst().split(separator: "\r\n") {
      let cells = row.dropFirst().dropLast()
        .split(separator: "\",\"", omittingEmptySubsequences: false)
      rows.append(cells.map { String($0).replacing("\"\"", with: "\"") })
    }
    return rows
  }
}
