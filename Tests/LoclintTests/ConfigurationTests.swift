import Foundation
import LintCore
import LintReporters
import LintRules
import LintText
import LintWorkspace
import LintYAML
import TestSupport
import Testing

@testable import LintWorkspace
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
      ("/docs/ru-ru", 2), ("/ru-ru", 3), ("./old", 3), ("'**'", 0), ("'/**'", 0), ("", 3),
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

  @Test func linksToRulePages() throws {
    let key = "rule-pages: https://docs.example.com/{rule}.html"
    let page = "https://docs.example.com/replacement-character.html"
    let summary = try run(["--format=markdown"], config: key).output
    #expect(summary.contains("| Rule, pages at `docs.example.com` |"))
    #expect(summary.contains("[replacement-character](<\(page)>)"))
    let sarif = try run(["--format=sarif"], config: key).output
    #expect(sarif.contains("\"helpUri\": \"\(page)\""))
    #expect(sarif.contains("See <\(page)>"))
    #expect(try run(["--format=junit"], config: key).output.contains("Help: \(page)"))
    // A comment of reviewdog would show the rule's name in place of a stranger's address.
    #expect(!(try run(["--format=rdjsonl"], config: key).output.contains("docs.example.com")))
    // Nobody has said, so nobody is led anywhere.
    for format in AllReporters.names {
      #expect(!(try run(["--format=\(format)"], config: "").output.contains("https://docs.")))
    }
    let bad = try run([], config: "\n\nrule-pages: https://docs.example.com@evil.test/{rule}")
    #expect(bad.status == 2)
    #expect(
      bad.error.contains(
        "loclint.yml:3:13: 'rule-pages' is an address with https:// or http://, a host, and {rule} once "
          + "behind it"))
  }

  @Test func listsMayBeEmpty() throws {
    for key in [
      "extends", "paths", "exclude", "select", "ignore", "overrides", "rules", "glossaries",
      "do-not-translate", "message-syntax",
    ] {
      #expect(try findings("\(key): []").count == 3, "\(key)")
    }
    for key in ["severity", "settings", "outputs", "penalties"] {
      #expect(try findings("\(key): {}").count == 3, "\(key)")
    }
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

  /// What nothing but the configuration tells: a value in braces and an apostrophe, a link.
  @Test func messageSyntax() throws {
    let header = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"
    let text = "msgid \"Open {lid, number} now\"\nmsgstr \"Apri {lid, number ora\"\n\n"
    let link =
      "msgid \"See `a` in [the guide](lid.md).\"\nmsgstr \"Vedi `b` nella [guida](altro.md).\"\n\n"
    let flagged =
      "#, python-format\nmsgid \"Open {lid\"\nmsgstr \"Apri {lid, number\"\n\n"
      + "#, rst-text\nmsgid \"Look in [the guide](lid.md).\"\nmsgstr \"Guarda la [guida](altro.md).\"\n"
    for file in ["po/app/it.po", "po/docs/it.po", "po/it.po"] {
      try folder.write(file, header + text + link + flagged)
    }
    let config = """
      message-syntax:
        - files: po
          syntax: markdown
        - files: [po/app, nothing]
          syntax: icu
      """
    func rules(_ file: String, _ config: String) throws -> [String] {
      let output = try run(["--quiet", "--locale=it", file], config: config).output
      return output.split(separator: "\n").map { line in
        String(line.split(separator: "[").last?.dropLast() ?? "") + ":"
          + line.split(separator: ":")[1]
      }
    }
    #expect(try rules("po/app/it.po", "locale: it") == [])
    #expect(try rules("po/app/it.po", config) == ["malformed-message:5"])
    #expect(
      try rules("po/docs/it.po", config) == ["changed-code:8", "changed-link-target:8"])
    #expect(
      try run(["config", "po/app/it.po"]).output.contains(
        """
        message-syntax:  # loclint.yml:1
          - {files: [po], syntax: markdown}  # loclint.yml:2
          - {files: [po/app, nothing], syntax: icu}  # loclint.yml:4

        """))
    #expect(try !run(["config", "po/it.po"]).output.contains("po/app"))
    #expect(
      try run(["config", "docs/it-it/a.md"]).output.contains(
        "message-syntax: []  # loclint.yml:1"))
    // The command line says it for one run.
    let set = try run(
      ["--quiet", "--set=message-syntax=[{files: po/app, syntax: icu}]", "po/app"],
      config: "locale: it")
    #expect(set.output.contains("[malformed-message]"))
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

  @Test func scores() throws {
    try folder.write(
      "docs/it-it/s.md",
      "---\nms.contentlocale: it-IT\n---\n<span data-ttu-id=\"7e0c1-103\">Un \u{FFFD}.</span>"
        + "<span class=\"sxs-lookup\"><span data-stu-id=\"7e0c1-103\">"
        + "\(String(repeating: "a ", count: 50))</span></span>\n")
    let words = ["-q", "-s", "replacement-character", "--fail-on=never", "docs/it-it/s.md"]
    #expect(try run(words, config: "min-score: 90").status == 0)
    let low = try run(words, config: "min-score: 90.5")
    #expect(
      low.status == 1 && low.error == "loclint: it-IT: score 90.00 is below --min-score\n", "\(low)"
    )
    #expect(try run(words, config: "min-score: 90.5\npenalties: {error: 2.5}").status == 0)
    #expect(try run(words + ["--min-score=100"], config: "min-score: 1").status == 1)
    #expect(
      try run(words + ["--statistics"], config: "penalties: {error: 2.5}").output
        .contains("(note 0, warning 1, error 2.5)"))
  }

  @Test func sourcesMayBeInAnotherLanguage() throws {
    let text = "La lampada lampeggia due volte quando la centralina non è pronta per la notte."
    try folder.write(
      "docs/ru-ru/s.md",
      "---\nms.contentlocale: ru-RU\n---\n<span data-ttu-id=\"7e0c1-103\">\(text)</span>"
        + "<span class=\"sxs-lookup\"><span data-stu-id=\"7e0c1-103\">\(text)</span></span>\n")
    let words = ["-s", "untranslated-segment", "docs/ru-ru/s.md"]
    #expect(try findings("", words) == [])
    #expect(try findings("source-locale: it-IT", words) == ["docs/ru-ru/s.md warning"])
    #expect(try findings("source-locale: en-GB", words) == [])
  }

  @Test func segmentsAndTermsLookAtTheSameFiles() throws {
    for name in ["it-it/s.md", "it-it/old/s.md", "ru-ru/s.md"] {
      let pairs = (101...130).map { number in
        "<span data-ttu-id=\"7e0c1-\(number)\">HiveHub qui</span><span class=\"sxs-lookup\">"
          + "<span data-stu-id=\"7e0c1-\(number)\">HiveHub here</span></span>\n"
      }
      try folder.write("docs/\(name)", pairs.joined())
    }
    let config = "paths: docs/it-it\nexclude: old"
    for (words, count) in [([], 30), (["docs"], 60), (["--no-config", "docs"], 90)] {
      let segments = try run(["segments"] + words, config: config)
      #expect(segments.output.split(separator: "\n").count == count)
      let terms = try run(["terms", "suggest"] + words, config: config)
      #expect(terms.status == 0 && terms.error == "", "\(terms)")
      #expect(terms.output.contains("HiveHub\t\(count)\t"), "\(terms)")
    }
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
    #expect(Configuration.locale(of: "docs/it/c.md", "docs/{locale}") == LocaleTag("it"))
    #expect(Configuration.locale(of: "docs/api/c.md", "docs/{locale}") == nil)
    #expect(Configuration.locale(of: "it-it/c.md", "*/{locale}") == nil)
    #expect(Configuration.locale(of: "x/it-it/c.md", "docs/{locale}") == nil)
    #expect(Configuration.locale(of: "docs.it-x.md/c.md", "docs.{locale}.md") == nil)
  }

  @Test func reportsOfTheCommandLineComeBesideThoseOfTheFile() throws {
    let config = "outputs: {text: report.txt, jsonl: report.jsonl, csv: other.csv}\n"
    try folder.write("docs/it-it/a.md", "a\u{FFFD}\n")
    let words = ["-q", "-o", "jsonl=other.jsonl", "-o", "html=other.csv", "docs/it-it/a.md"]
    #expect(try run(words, config: config).status == 1)
    #expect(folder.read("report.txt")?.contains("[replacement-character]") == true)
    // One of the same format, or of the same name, is written instead.
    #expect(folder.read("report.jsonl") == nil && folder.read("other.jsonl") != nil)
    #expect(folder.read("other.csv")?.contains("<html") == true)
    // What the file names stays inside all the same.
    let outside = try run(words, config: "outputs: {text: ../report.txt}\n")
    #expect(outside.status == 2 && outside.error.contains("lies outside of the repository"))
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
    ("exclude: ['[a']", "1:11: '[a' is no glob: missing terminating ] for character class"),
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
    (
      "outputs: {diff: a}",
      "1:17: a patch is asked for on the command line: --output=diff=FILE"
    ),
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
    (
      "settings: {malformed-metadata: MT}", "1:32: a rule's entry is written as keys with values"
    ),
    (
      "settings: {malformed-metadata: {translation-types: {a: b}}}",
      "1:52: 'translation-types' is a text or a list of texts"
    ),
    ("message-syntax: {}", "1:17: 'message-syntax' is a list"),
    ("message-syntax: [{files: a}]", "1:18: 'syntax' is missing"),
    ("message-syntax: [{syntax: icu}]", "1:18: 'files' is missing"),
    (
      "message-syntax: [{files: a, syntax: icy}]",
      "1:37: 'syntax' is not 'icy'; did you mean 'icu'?"
    ),
    ("overrides: [a]", "1:13: an override is written as keys with values"),
    (
      "overrides: [{files: '[a', ignore: links}]",
      "1:21: '[a' is no glob: missing terminating ] for character class"
    ),
    ("exclude: ['']", "1:10: 'exclude' is a text or a list of texts"),
    (
      "exclude:\n  - a\n  - '[b'", "3:5: '[b' is no glob: missing terminating ] for character class"
    ),
    ("extends:\n  - ./loclint.yml\n  - b.yml", "2:5: './loclint.yml' extends this file in turn"),
    ("? [a]\n: b", "1:3: a key is a word"),
    ("max-warnings: 99999999999999999999", "1:15: 'max-warnings' is a number, 0 or more"),
    (
      "max-findings-per-rule: none",
      "1:24: 'max-findings-per-rule' is a number from 1 to 100; the command line may ask for more"
    ),
    (
      "max-findings-per-rule: 101",
      "1:24: 'max-findings-per-rule' is a number from 1 to 100; the command line may ask for more"
    ),
    (
      "max-findings-per-rule: 1000000",
      "1:24: 'max-findings-per-rule' is a number from 1 to 100; the command line may ask for more"
    ),
    ("outputs: {sarif: -}", "1:18: write to standard output with --format=sarif"),
    (
      "outputs: {sarif: x.sarif, junit: x.sarif}",
      "1:34: two reports can't be written to 'x.sarif'"
    ),
    (
      "max-file-size: 65M",
      "1:16: 'max-file-size' is a number of bytes up to 64M, as in 500K; the command line may ask for more"
    ),
    ("source-locale: en_US", "1:16: 'en_US' is not a well-formed BCP 47 tag"),
    ("source-locale: eu", "1:16: no words of the language of 'eu' are known"),
    ("min-score: 101", "1:12: 'min-score' is a number from 0 to 100"),
    ("min-score: high", "1:12: 'min-score' is a number from 0 to 100"),
    ("penalties: 5", "1:12: 'penalties' is written as keys with values"),
    ("penalties: {eror: 5}", "1:13: 'penalties' has no 'eror'; did you mean 'error'?"),
    ("penalties: {error: -5}", "1:20: 'error' is a number from 0 to 1000"),
    ("baseline: ' '", "1:11: 'baseline' is empty"),
    ("outputs: sarif", "1:10: 'outputs' is written as keys with values"),
    ("paths: &a [docs]\nexclude: *a", "2:10: is not YAML: aliases are not read"),
    ("paths: docs\n---\npaths: b", "3:1: is not YAML: a second document"),
    ("\tpaths: docs", "1:1: is not YAML: found character that cannot start any token"),
    ("paths:\n\t- docs", "2:1: is not YAML: found character that cannot start any token"),
    (String(repeating: "[", count: 200), "1:101: is not YAML: is nested too deeply"),
    (
      "source: [{target: 'a/{path}', source: '../{path}'}]",
      "1:39: '../{path}' can't be used: it leads out of the folder of the file that names it"
    ),
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

  /// What stands in quotes after `mistake(` and the like, as patterns.
  private static func messages(in file: String) throws -> [String] {
    let text = try Checkout.text(of: file).replacing(/"\s*\n\s*\+ "/, with: "")
    let calls = text.matches(
      of: /(?:istake\(|PlacedError\(path: path, line: 1, column: 1, )\s*"((?:[^"\\]|\\.)+)"/)
    return calls.map { String($0.1) }
  }

  @Test func everyMessageIsShownWhole() throws {
    let shown =
      Self.mistakes.map(\.message) + [
        "1:1: is not UTF-8",
        // Of many files, and of files elsewhere, which have tests of their own.
        "1:10: more than 100 files are extended, 'e99.yml' among them",
        "1:8: '/' lies outside of the repository",
      ]
    // Of rules, whose tests have them.
    let others = ["BCP 47 tag", "not a pattern", "a message "]
    var count = 0
    for file in [
      "Sources/LintWorkspace/Settings/Configuration.swift",
      "Sources/LintWorkspace/Settings/ConfigurationEntry.swift",
      "Sources/LintWorkspace/Settings/ConfigurationPaths.swift",
      "Sources/LintYAML/StrictMapping.swift",
    ] {
      for message in try Self.messages(in: file) {
        if file.contains("StrictMapping"), others.contains(where: message.contains) { continue }
        count += 1
        // What the program puts in is anything.
        let pieces = message.replacing(/\\\([^()]*(?:\([^()]*\)[^()]*)*\)/, with: "\u{0}").split(
          separator: "\u{0}")
        #expect(
          shown.contains { whole in
            var rest = whole[...]
            for piece in pieces {
              guard let found = rest.firstRange(of: piece) else { return false }
              rest = rest[found.upperBound...]
            }
            return true
          }, "\(message)")
      }
    }
    #expect(count > 15)
    let phrases = [
      ValueKind.warnings.phrase, ValueKind.loweredFindings.phrase, ValueKind.loweredSize.phrase,
      ValueKind.score.phrase, ValueKind.penalty.phrase,
    ]
    for phrase in phrases {
      #expect(shown.contains { $0.hasSuffix("' is \(phrase)") }, "\(phrase)")
    }
  }

  @Test func mistakesOfOtherFiles() throws {
    try folder.write("base.yml", "extends: loclint.yml\n")
    #expect(
      try run(["docs"], config: "extends: base.yml").error
        == "loclint: base.yml:1:10: 'loclint.yml' extends this file in turn\n")
    try folder.write("second.yml", "extends: base.yml\n")
    try folder.write("base.yml", "extends: second.yml\n")
    #expect(
      try run(["docs"], config: "extends: base.yml").error
        == "loclint: second.yml:1:10: 'base.yml' extends this file in turn\n")
    try folder.makeFolder("folder.yml")
    #expect(
      try run(["docs", "--config=folder.yml"]).error
        == "loclint: folder.yml:1:1: is a folder\n")
    #expect(
      try run(["docs"], config: "extends: folder.yml").error
        == "loclint: folder.yml:1:1: is a folder\n")
    try folder.write("base.yml", [0xFF])
    try folder.write("loclint.yml", "extends: base.yml\n")
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
      ["--no-config", "-q", "docs"], ["segments", "--no-config", "docs"], ["man"], ["help"],
    ] {
      #expect(try run(words).status != 2)
    }
    for words in [
      ["check"], ["rules"], ["explain", "links"], ["config"], ["segments"], ["terms", "suggest"],
    ] {
      #expect(try run(words).status == 2)
    }
  }

  @Test func aLinkThatLeadsNowhereIsNotPassedOver() throws {
    try folder.link("loclint.yml", to: "none.yml")
    let run = try run(["-q", "docs"])
    #expect(run.status == 2)
    #expect(run.error == "loclint: loclint.yml:1:1: no such file or directory\n")
    #expect(try self.run(["init"]).error == "loclint: loclint.yml is already here\n")
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      ("settings:\n", "  rule-%: {a: b}\n"), ("severity:\n", "  è-%: note\n"),
      ("ignore:\n", "  - links # %\n"), ("exclude:\n", "  - '*.%'\n"), ("", "# %\n"),
    ])
  func aFileMayBeLarge(_ head: String, _ line: String) throws {
    let lines = (0..<50_000).map { line.replacing("%", with: "\($0)") }
    let run = try run(["-q", "docs"], config: head + lines.joined())
    let isWrong = line.contains(": ")
    #expect(run.status == (isWrong ? 2 : 1))
    #expect(
      run.error.hasPrefix(isWrong ? "loclint: loclint.yml:2:3: there is no rule '" : ""))
  }

  @Test func aFileMayComeFromAnotherSystem() throws {
    for text in ["fail-on: never\r\npaths: docs\r\n", "\u{FEFF}fail-on: never\npaths: docs\n"] {
      let run = try run(["-q"], config: text)
      #expect(run.status == 0 && run.error == "", "\(run)")
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

  @Test(arguments: [
    (["FORCE_COLOR": "1"], true), (["FORCE_COLOR": "0"], false), (["FORCE_COLOR": "3"], true),
    (["FORCE_COLOR": "false", "CLICOLOR_FORCE": "1"], false), (["FORCE_COLOR": "true"], true),
    (["CLICOLOR_FORCE": "1"], true), (["CLICOLOR_FORCE": "0"], false),
    (["FORCE_COLOR": "1", "NO_COLOR": "1"], false), (["CLICOLOR": "1"], false),
    (["FORCE_COLOR": "1", "TERM": "dumb"], true), ([:], false),
  ])
  func theEnvironmentAsksForColors(_ variables: [String: String], _ hasColor: Bool) throws {
    let output = try Executable.run(
      ["docs/it-it/a.md"], in: folder.path, environment: variables
    ).output
    #expect(output.contains("\u{1B}[") == hasColor, "\(variables)")
    let never = try Executable.run(
      ["--color=never", "docs/it-it/a.md"], in: folder.path, environment: variables)
    #expect(!never.output.contains("\u{1B}["))
  }

  @Test func theFileHasOneOfFourNames() throws {
    for name in ["loclint.yml", "loclint.yaml", ".loclint.yml", ".config/loclint.yml"] {
      try folder.write("docs/\(name)", "exclude: it-it/old\npaths: [it-it]\n")
      for (words, place) in [([], "docs"), (["."], "docs/it-it"), ([], "docs/it-it/old")] {
        let run = try run(["-q", "--color=never"] + words, in: place)
        #expect(run.status == 1 && run.error == "", "\(name) in \(place): \(run)")
        #expect(run.output.split(separator: "\n").count == 1, "\(name) in \(place): \(run)")
      }
      let named = try run(["-q", "--config=docs/\(name)"])
      #expect(named.output.split(separator: "\n").count == 1, "\(named)")
      try FileManager.default.removeItem(atPath: folder.path("docs/\(name)"))
    }
  }

  @Test func aFileInAFolderOfConfigurationsSpeaksOfTheFolderAbove() throws {
    try folder.write(".config/loclint.yml", "extends: shared.yml\npaths: docs/ru-ru\n")
    try folder.write("shared.yml", "fail-on: never\n")
    for place in [".", ".config", "docs"] {
      let run = try run(["-q"], in: place)
      #expect(run.status == 0 && run.error == "", "\(place): \(run)")
      #expect(run.output.split(separator: "\n").count == 1, "\(place): \(run)")
    }
  }

  @Test func twoFilesInAFolderAreAMistake() throws {
    try folder.write("loclint.yml", "fail-on: never\n")
    for name in ["loclint.yaml", ".loclint.yml", ".config/loclint.yml"] {
      try folder.write(name, "")
      let run = try run(["-q", "docs"])
      #expect(run.status == 2)
      #expect(
        run.error
          == "loclint: 'loclint.yml' and '\(name)' are in one folder, which can have one configuration\n"
      )
      #expect(
        try self.run(["-q"], in: "docs").error
          .hasPrefix("loclint: '../loclint.yml' and '../\(name)' are in one folder"))
      // Who names one searches for none.
      #expect(try self.run(["-q", "--config=loclint.yml", "docs"]).status == 0)
      try FileManager.default.removeItem(atPath: folder.path(name))
      try FileManager.default.removeItem(atPath: folder.path("loclint.yml"))
      try folder.write(name, "")
      #expect(try self.run(["init"]).error == "loclint: \(name) is already here\n")
      try FileManager.default.removeItem(atPath: folder.path(name))
      try folder.write("loclint.yml", "fail-on: never\n")
    }
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
        outputs: {sarif: out/loclint.sarif}
        min-score: 97.5
        penalties: {error: 3, note: 0.5}
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
    let written = try #require(folder.read("loclint.yml"))
    #expect(GoldenFile.difference(written, "loclint.yml") == nil)
    #expect(try self.run(["-q"]).output.split(separator: "\n").count == 3)
    #expect(try self.run(["init"]).error == "loclint: loclint.yml is already here\n")
    #expect(InitCommand.localeTemplate(of: ["docs.it-it/a.md", "b.md"]) == nil)
    #expect(
      InitCommand.localeTemplate(of: ["x/docs.it-it/a.md", "x/docs.ru-ru/a.md", "b.md"])
        == "x/docs.{locale}")
    #expect(
      InitCommand.localeTemplate(of: [
        "docs/a/it-it/x.md", "docs/b/it-it/x.md", "docs/b/ru-ru/y/x.md", "docs/c/fr-fr/x.md",
        "it-it/x.md",
      ]) == "docs/*/{locale}")
    // Also where one of the products has nearly all pages.
    let many = (1...9).map { "a/it-it/\($0).md" } + ["b/fr-fr/x.md"]
    #expect(InitCommand.localeTemplate(of: many) == "*/{locale}")
    #expect(InitCommand.remarks(on: many) == [])
    let text = InitCommand.text(for: ["a/docs.it-it/x.md", "b/docs.it-it/x.md"])
    #expect(text.contains("\nlocale: \"*/docs.{locale}\"\n") && text.contains("\n# paths: "))
  }

  @Test func aFirstFileTellsWhatItDoesNotReach() throws {
    for number in 10...21 { try folder.write("page\(number).md", "") }
    for number in 1...20 { try folder.write("docs/it-it/\(number).md", "") }
    try folder.write("docs/common/a.md", "")
    let run = try run(["init"])
    #expect(
      run.output == """
        loclint.yml is written; `loclint config` tells what is in force.
        Not checked, for `paths` is docs: 12 documents, \
        \((10...19).map { "page\($0).md" }.joined(separator: ", ")) and 2 more.
        Without a locale by `locale`, so that what they say themselves or their folders' names count: \
        1 document, docs/common/a.md.

        """)
    // A translation is never left out.
    #expect(
      InitCommand.text(for: ["docs/it-it/a.md", "docs/it-it/b.md", "x/y/fr-fr/c.md"])
        .contains("\n# paths: "))
    #expect(
      InitCommand.remarks(on: ["docs/it-it/a.md", "docs/it-it/b.md", "x/y/fr-fr/c.md"]).count == 1)
  }

  @Test func namesOfFoldersCanNotAddToTheFirstFile() throws {
    try folder.write("a, b]\nx: \u{1B}/it-it/a.md", "")
    try FileManager.default.removeItem(atPath: folder.path("docs"))
    #expect(try run(["init"]).status == 0)
    #expect(try run(["config"]).error == "")
    #expect(try run(["-q"]).status == 0)
  }

  @Test func aFirstFileNamesItsSchema() throws {
    #expect(try run(["init"]).status == 0)
    let text = try #require(folder.read("loclint.yml"))
    #expect(text.hasPrefix("# yaml-language-server: $schema=.loclint.schema.json\n"))
    let schema = try Checkout.text(of: "editors/loclint.schema.json")
    #expect(folder.read(".loclint.schema.json") == schema)
    #expect(try run(["config", "--schema"]).output == schema)
    try folder.write(".loclint.schema.json", "{}")
    try FileManager.default.removeItem(atPath: folder.path("loclint.yml"))
    #expect(try run(["init"]).status == 0)
    #expect(folder.read(".loclint.schema.json") == "{}")
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
    for key in ConfigurationKey.all where key != .extends && key != .baseline {
      let run = try run(["config", "docs"], config: key.sample + "\n")
      #expect(run.status == 0, "\(key): \(run.error)")
    }
  }

  @Test func theManualShowsWhatIsUnderstood() throws {
    let text = try Checkout.text(of: "docs/configuration.md")
    let block = try #require(text.firstMatch(of: /(?s)```yaml\n(# loclint.yml\npaths: .*?)```/))
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
      "require-reason: false  # loclint.yml:2", "locale: \"docs/{locale}\"  # loclint.yml:3",
      "profile: strict  # loclint.yml:4", "max-warnings: 3  # base.yml:4",
    ] {
      let told = run.output.split(separator: "\n").contains {
        $0.replacing(/\s\s+/, with: "  ") == line
      }
      #expect(told, "\(line)\n\(run.output)")
    }
  }

  @Test func theSchemaIsUpToDate() throws {
    let text = ConfigurationSchema(rules: RuleLibrary.builtIn.rules.map(\.info)).text
    #expect(GoldenFile.difference(text, wholeFile: "editors/loclint.schema.json") == nil)
    let schema = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let properties = try #require(schema["properties"] as? [String: Any])
    #expect(Set(properties.keys) == Set(ConfigurationKey.all.map(\.name)))
  }
}
