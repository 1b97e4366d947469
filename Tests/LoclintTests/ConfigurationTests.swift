import Foundation
import LintCore
import LintRules
import TestSupport
import Testing

@testable import loclint

@Suite struct ConfigurationTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.makeFolder(".git")
    try folder.write("docs/it-it/a.md", "a \u{FFFD}\n")
    try folder.write("docs/it-it/old/b.md", "b \u{FFFD}\n")
    try folder.write("docs/ru-ru/c.md", "c \u{FFFD}\n")
  }

  private func run(
    _ words: [String], config: String? = nil, in place: String? = nil
  ) throws -> Executable.Outcome {
    if let config { try folder.write("loclint.yml", config) }
    return try Executable.run(words, in: place.map(folder.path) ?? folder.path)
  }

  /// The files with findings, with severities.
  private func findings(_ config: String, _ words: [String] = [], in place: String? = nil) throws
    -> [String]
  {
    let run = try run(["--quiet"] + words, config: config, in: place)
    #expect(run.error == "")
    return run.output.split(separator: "\n").map { line in
      let parts = line.split(separator: " ")
      return "\(parts[0].prefix { $0 != ":" }) \(parts[1].dropLast())"
    }
  }

  @Test func pathsAndExclusions() throws {
    #expect(
      try findings("paths: docs/it-it") == ["docs/it-it/a.md error", "docs/it-it/old/b.md error"])
    // Below, the file is found too, and says the same.
    #expect(
      try findings("paths: docs/it-it", in: "docs") == ["it-it/a.md error", "it-it/old/b.md error"])
    #expect(try findings("paths: docs/it-it", ["docs/ru-ru"]) == ["docs/ru-ru/c.md error"])
    for (glob, count) in [
      ("old", 2), ("old/", 2), ("docs/it-it/**", 1), ("docs/*/old", 2), ("'*.md'", 0), ("b.*", 2),
      ("docs/*", 0), ("docs/*.md", 3), ("'**/c.md'", 2), ("./docs/ru-ru", 2), ("ld", 3),
    ] {
      // Where nothing is left, that is an error: the paths hold no document.
      let run = try run(["--quiet"], config: "paths: docs\nexclude: [\(glob)]")
      #expect(run.output.split(separator: "\n").count == count, "\(glob): \(run)")
    }
    // What is named is taken.
    #expect(try findings("exclude: old", ["docs/it-it/old/b.md"]).count == 1)
    #expect(try findings("exclude: old", ["docs/it-it/old"]).count == 1)
    #expect(try findings("exclude: old", ["--no-config", "docs"]).count == 3)
  }

  @Test(.enabled(if: Executable.find("git") != nil))
  func whatGitIgnoresIsLeftOut() throws {
    try FileManager.default.removeItem(atPath: folder.path(".git"))
    _ = try Executable.run(
      ["init", "-q"], as: try #require(Executable.find("git")), in: folder.path)
    try folder.write(".gitignore", "old/\nc.md\n")
    #expect(try findings("") == ["docs/it-it/a.md error"])
    #expect(try findings("", ["docs/it-it/old"]) == ["docs/it-it/old/b.md error"])
    #expect(try findings("", ["docs/ru-ru/c.md"]) == ["docs/ru-ru/c.md error"])
  }

  @Test func rulesAndSeverities() throws {
    #expect(
      try findings("severity: {characters: note}", ["docs/ru-ru"]) == ["docs/ru-ru/c.md note"])
    #expect(
      try findings("severity: {characters: note}", ["--severity=characters=warning", "docs/ru-ru"])
        == ["docs/ru-ru/c.md warning"])
    #expect(try findings("ignore: replacement-character", ["docs"]) == [])
    #expect(
      try findings("ignore: replacement-character", ["--select=characters", "docs"]).count == 3)
    #expect(try findings("select: [empty-target]", ["docs"]) == [])
    #expect(try findings("select: [empty-target]", ["--select=+characters", "docs"]).count == 3)
    let overrides = """
      overrides:
        - files: docs/it-it
          severity: {replacement-character: warning}
        - files: [old, nothing]
          ignore: [characters]
      """
    #expect(
      try findings(overrides, ["docs"]) == ["docs/it-it/a.md warning", "docs/ru-ru/c.md error"])
    let report = try run(["docs"], config: overrides)
    #expect(report.output.contains("Found 2 faults in 2 of 3 files: 1 error, 1 warning."))
  }

  @Test func gates() throws {
    #expect(try run(["docs", "-q"], config: "fail-on: never").status == 0)
    #expect(try run(["docs", "-q", "--fail-on=error"], config: "fail-on: never").status == 1)
    let limit = "severity: {characters: warning}\nmax-warnings: 2\n"
    let run = try run(["docs", "-q"], config: limit)
    #expect(run.status == 1)
    #expect(run.error == "loclint: 3 warnings, 1 more than --max-warnings allows\n")
    #expect(try self.run(["docs", "-q", "--max-warnings=3"], config: limit).status == 0)
  }

  @Test func settings() throws {
    try folder.write("docs/it-it/d.md", "---\nms.translationtype: PE\n---\n")
    #expect(try findings("", ["docs/it-it/d.md"]).count == 1)
    #expect(
      try findings(
        "settings:\n  malformed-metadata:\n    translation-types: [MT, HT, PE]",
        ["docs/it-it/d.md"]) == [])
    #expect(
      try run(["explain", "malformed-metadata"]).output.contains(
        """

          ITS type  non-conformance
          fixable   no

        What loclint.yml can set:

          translation-types: [MT, HT]
              What `ms.translationtype` may say.

        """))
  }

  @Test func whatAFileNamesLiesBesideIt() throws {
    try folder.write("shared/base.yml", "rules: house\nfail-on: never\nignore: [invalid-utf8]\n")
    try folder.write(
      "shared/house/colour.yml",
      "kind: forbid\nfinds: a word.\nwhy: It is so.\npattern: colour\n")
    try folder.write(
      "docs/it-it/e.md",
      "<span data-ttu-id=\"7e0c1-103\">Il colour.</span><span class=\"sxs-lookup\">"
        + "<span data-stu-id=\"7e0c1-103\">The color.</span></span>\n")
    let config = "extends: shared/base.yml\noutputs: {text: report.txt}\nfail-on: warning\n"
    #expect(
      try findings(config, ["-s", "colour", "docs/it-it/e.md"])
        == ["docs/it-it/e.md warning"])
    #expect(try run(["it-it/e.md", "-q", "-s", "colour"], in: "docs").status == 1)
    #expect(try #require(folder.read("report.txt")).contains("[colour]"))
    #expect(try run(["explain", "colour"], in: "docs").status == 0)
    #expect(
      try run(["--config=shared/base.yml", "-q", "-s", "colour", "docs/it-it/e.md"]).status == 0)
  }

  @Test func locales() throws {
    try folder.write("docs/it-it/f.md", "---\nms.contentlocale: ru-RU\n---\n")
    try folder.write("content/docs.it/g.md", "---\nms.contentlocale: it-IT\n---\n")
    let words = ["docs/it-it/f.md", "content"]
    #expect(try findings("", words) == ["docs/it-it/f.md error"])
    #expect(try findings("locale: ru-RU", words) == ["content/docs.it/g.md error"])
    #expect(try findings("locale: content/docs.{locale}", words).count == 2)
    #expect(
      try findings("locale: docs/{locale}", words + ["--locale=ru-RU"])
        == ["content/docs.it/g.md error"])
    #expect(Configuration.locale(of: "a/it-it/b/c.md", "*/{locale}") == LocaleTag("it-IT"))
    #expect(Configuration.locale(of: "it-it/c.md", "*/{locale}") == nil)
    #expect(Configuration.locale(of: "x/it-it/c.md", "docs/{locale}") == nil)
    #expect(Configuration.locale(of: "docs.it-x.md/c.md", "docs.{locale}.md") == nil)
  }

  @Test func reportsOfAPartDoNotStandForTheWhole() throws {
    try folder.write("loclint.yml", "outputs: {text: report.txt}\nbaseline: known.txt\n")
    #expect(try run(["--write-baseline=known.txt", "-q", "docs"]).status == 0)
    try folder.write("docs/it-it/a.md", "a\n")
    let input = try Executable.run(
      ["-q", "--stdin-path=docs/it-it/a.md"], in: folder.path, input: folder.path("docs/it-it/a.md")
    )
    #expect(input.status == 0 && input.error == "")
    #expect(folder.read("report.txt") == nil)
    let whole = try run(["-q"])
    #expect(whole.error.hasPrefix("loclint: known.txt: 1 finding no longer occurs; --prune-b"))
    #expect(whole.status == 0 && folder.read("report.txt") != nil)
  }

  /// Each mistake with the whole message.
  static let mistakes: [(config: String, message: String)] = [
    ("profil: strict", "1:1: a configuration has no 'profil'; did you mean 'profile'?"),
    ("xyzzy: 1", "1:1: a configuration has no 'xyzzy'"),
    ("- a", "1:1: a configuration is written as keys with values"),
    ("a: b: c", "1:5: is not YAML: mapping values are not allowed in this context"),
    ("profile: all\nprofile: all", "2:1: 'profile' is said twice"),
    ("profile: strct", "1:10: 'profile' is not 'strct'; did you mean 'strict'?"),
    ("profile: [a]", "1:10: 'profile' is a text"),
    ("fail-on: always", "1:10: 'fail-on' is not 'always', but one of: error, warning, note, never"),
    ("max-warnings: -1", "1:15: 'max-warnings' is a number, 0 or more"),
    ("max-warnings: many", "1:15: 'max-warnings' is a number, 0 or more"),
    ("require-reason: maybe", "1:17: 'require-reason' is true or false"),
    ("paths: {a: b}", "1:8: 'paths' is a text or a list of texts"),
    ("exclude: ['[a']", "1:10: '[a' is no glob: missing terminating ] for character class"),
    (
      "locale: it_IT",
      "1:9: 'it_IT' is neither a well-formed BCP 47 tag nor a path with {locale} in it"
    ),
    ("ignore: [link, spans]", "1:10: there is no rule 'link'; did you mean 'links'?"),
    ("select: +xyzzy", "1:9: there is no rule 'xyzzy'"),
    (
      "severity:\n  empty-traget: note",
      "2:3: there is no rule 'empty-traget'; did you mean 'empty-target'?"
    ),
    ("severity: {links: errr}", "1:19: 'links' is not 'errr'; did you mean 'error'?"),
    ("severity: error", "1:11: 'severity' is written as keys with values"),
    ("outputs: {sarf: a}", "1:11: 'outputs' has no 'sarf'; did you mean 'sarif'?"),
    ("outputs: {sarif: }", "1:18: 'sarif' is empty"),
    ("overrides: {}", "1:12: 'overrides' is a list"),
    ("overrides: [{ignore: links}]", "1:13: 'files' is missing"),
    ("overrides: [{files: a}]", "1:13: an override has 'ignore' or 'severity', or both"),
    ("overrides: [{file: a}]", "1:14: an override has no 'file'; did you mean 'files'?"),
    (
      "overrides: [{files: a, ignore: lnks}]",
      "1:32: there is no rule 'lnks'; did you mean 'links'?"
    ),
    ("settings: [a]", "1:11: 'settings' is written as keys with values"),
    (
      "settings:\n  malformed-metdata: {translation-types: MT}",
      "2:3: there is no rule 'malformed-metdata'; did you mean 'malformed-metadata'?"
    ),
    (
      "settings:\n  malformed-metadata: {translation-type: MT}",
      "2:24: there is no setting 'translation-type'; did you mean 'translation-types'?"
    ),
    (
      "settings:\n  changed-heading-anchor: {similarity: 7}",
      "2:28: 'similarity' is a number from 0 to 1"
    ),
    ("settings: {empty-target: {a: b}}", "1:27: there is no setting 'a'"),
    ("extends: none.yml", "1:10: there is no file 'none.yml'"),
    ("extends: loclint.yml", "1:10: 'loclint.yml' extends this file in turn"),
  ]

  @Test(arguments: mistakes.indices)
  func mistake(_ index: Int) throws {
    let run = try run(["docs"], config: Self.mistakes[index].config + "\n")
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.error == "loclint: loclint.yml:\(Self.mistakes[index].message)\n")
  }

  @Test func mistakesOfOtherFiles() throws {
    try folder.write("base.yml", "extends: loclint.yml\n")
    #expect(
      try run(["docs"], config: "extends: base.yml").error
        == "loclint: base.yml:1:10: 'loclint.yml' extends this file in turn\n")
    try folder.write("base.yml", [0xFF])
    #expect(try run(["docs"]).error == "loclint: base.yml:1:1: is not UTF-8\n")
    #expect(
      try run(["docs", "--config=none.yml"]).error
        == "loclint: none.yml:1:1: no such file or directory\n")
    #expect(
      try run(["docs", "--config=a", "--no-config"]).error
        == "loclint: --config and --no-config exclude each other\nTry 'loclint --help'.\n")
  }

  @Test func onlyThoseWhoNeedItStumbleOverAMistake() throws {
    try folder.write("loclint.yml", "profil: all\n")
    for words in [
      ["segments", "docs"], ["terms", "suggest", "docs"], ["--no-config", "-q", "docs"],
    ] {
      #expect(try run(words).status != 2)
    }
    for words in [["check"], ["rules"], ["explain", "links"], ["config"]] {
      #expect(try run(words).status == 2)
    }
  }

  @Test func aFileMayBeEmpty() throws {
    for text in ["", "# nothing\n", "\n\n"] { #expect(try findings(text, ["docs"]).count == 3) }
  }

  @Test func theFileIsLookedForUpToTheRootOfTheRepository() throws {
    try folder.write("loclint.yml", "ignore: characters\n")
    try folder.makeFolder("docs/.git")
    #expect(try Executable.run(["-q", "it-it"], in: folder.path("docs")).status == 1)
    #expect(try Executable.run(["-q", "docs/it-it"], in: folder.path).status == 0)
  }

  @Test func whatIsInForceIsTold() throws {
    try folder.write("base.yml", "ignore: [machine-translated]\nfail-on: warning\n")
    let run = try run(
      ["config", "--profile=all", "--ignore=doubled-word", "--severity=spans=note"],
      config: """
        extends: base.yml
        paths: [docs]
        exclude: [old, "*.draft.md"]
        locale: docs/{locale}
        profile: strict
        severity:
          links: warning
        settings:
          malformed-metadata: {translation-types: [MT, HT, PE]}
        overrides:
          - files: docs/ru-ru
            ignore: [links]
            severity: {spans: note}
        """)
    #expect(run.status == 0 && run.error == "")
    #expect(GoldenFile.difference(run.output, "config.txt") == nil)
    #expect(try self.run(["config", "--no-config"]).output.contains("fail-on: error"))
    #expect(try self.run(["config"], config: "ignore: lnks").status == 2)
  }

  @Test func aFirstFileFitsTheFolder() throws {
    let run = try run(["init"])
    #expect(run.status == 0 && run.error == "")
    #expect(run.output == "loclint.yml is written; `loclint config` tells what is in force.\n")
    #expect(GoldenFile.difference(try #require(folder.read("loclint.yml")), "loclint.yml") == nil)
    #expect(try self.run(["-q"]).output.split(separator: "\n").count == 3)
    #expect(try self.run(["init"]).error == "loclint: loclint.yml is already here\n")
    #expect(InitCommand.localeTemplate(of: ["docs.it-it/a.md", "b.md"]) == nil)
    #expect(
      InitCommand.localeTemplate(of: ["x/docs.it-it/a.md", "x/docs.ru-ru/a.md", "b.md"])
        == "x/docs.{locale}")
  }

  @Test func allThatTheFirstFileShowsIsUnderstood() throws {
    for name in ["house-rules/a.yml", "shared/loclint.yml", "names.txt", "terms.csv"] {
      let texts = [
        "house-rules/a.yml":
          "kind: forbid\nfinds: a.\nwhy: It is so.\npattern: colour\n",
        "names.txt": "HiveLantern\n", "terms.csv": "source,it-IT\nhive,arnia\n",
      ]
      try folder.write(name, texts[name] ?? "")
    }
    for key in ConfigurationKey.allCases where key != .extends && key != .baseline {
      let run = try run(["config", "docs"], config: key.sample + "\n")
      #expect(run.status == 0, "\(key): \(run.error)")
    }
  }

  @Test func theREADMEShowsWhatIsUnderstood() throws {
    let text = try Checkout.text(of: "README.md")
    let block = try #require(text.firstMatch(of: /(?s)```yaml\n(paths: .*?)```/))
    let run = try run(["config"], config: String(block.1))
    #expect(run.status == 0 && run.error == "")
    #expect(run.output.contains("max-warnings: 200"))
  }

  @Test func whatExtendsHasTheLastWord() throws {
    try folder.write(
      "base.yml", "require-reason: true\nlocale: it-IT\nprofile: all\nmax-warnings: 3\n")
    let run = try run(
      ["config"],
      config: "extends: base.yml\nrequire-reason: false\nlocale: docs/{locale}\nprofile: strict\n")
    for line in [
      "require-reason: false  # loclint.yml:2", "locale: docs/{locale}  # loclint.yml:3",
      "profile: strict  # loclint.yml:4", "max-warnings: 3  # base.yml:4",
    ] {
      let told = run.output.split(separator: "\n").contains {
        $0.replacing(/\s\s+/, with: "  ") == line
      }
      #expect(told, "\(line)\n\(run.output)")
    }
  }

  @Test func theSchemaIsUpToDate() throws {
    let text = ConfigurationSchema(rules: AllRules.rules.map(\.info)).text
    #expect(GoldenFile.difference(text, wholeFile: "editors/loclint.schema.json") == nil)
    let schema = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let properties = try #require(schema["properties"] as? [String: Any])
    #expect(Set(properties.keys) == Set(ConfigurationKey.allCases.map(\.rawValue)))
  }
}
