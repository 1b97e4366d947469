import Foundation
import LintCore
import LintWorkspace
import TestSupport
import Testing

/// Several configurations in a tree: the nearest above each page counts, and the highest decides the gate.
@Suite struct ConfigurationTreeTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.makeFolder(".git")
    for product in ["a", "b"] {
      for locale in ["it-it", "ru-ru"] {
        try folder.write("\(product)/\(locale)/x.md", "a \u{FFFD}\n\n<<<<<<< HEAD\n")
      }
    }
    try folder.write("loclint.yml", "ignore: [replacement-character]\n")
    try folder.write(
      "b/.loclint.yml",
      "ignore: [merge-conflict]\nseverity: {characters: note}\nexclude: [ru-ru]\n")
  }

  private func run(_ words: [String], in place: String = ".") throws -> Executable.Outcome {
    try Executable.run(words, in: folder.path(place))
  }

  /// Findings as paths from the root with severities and rules.
  private func findings(_ words: [String] = [], in place: String = ".") throws -> [String] {
    let run = try run(["-q", "--format=jsonl"] + words, in: place)
    #expect(run.error == "")
    return run.output.split(separator: "\n").compactMap { line in
      guard
        let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
        let rule = object["rule"] as? String, let path = object["repositoryPath"] as? String,
        let severity = object["severity"] as? String
      else { return nil }
      return "\(path) \(severity) \(rule)"
    }
  }

  private static let all = [
    "a/it-it/x.md error merge-conflict", "a/ru-ru/x.md error merge-conflict",
    "b/it-it/x.md note replacement-character",
  ]

  @Test func theWorkingFolderDoesNotChangeFindings() throws {
    #expect(try findings() == Self.all)
    #expect(try findings(["."]) == Self.all)
    #expect(try findings(["../a", "../b"], in: "b") == Self.all)
    #expect(try findings(in: "a") == Array(Self.all[..<2]))
    #expect(try findings(in: "b") == [Self.all[2]])
    #expect(try findings(in: "b/it-it") == [Self.all[2]])
    #expect(try findings(["../b/it-it/x.md"], in: "a") == [Self.all[2]])
    for place in [".", "b"] {
      let path = place == "." ? "b/it-it/x.md" : "it-it/x.md"
      let input = try Executable.run(
        ["-q", "--stdin-path=\(path)"], in: folder.path(place),
        input: folder.path("b/it-it/x.md"))
      #expect(input.output.contains("[replacement-character]"), "\(input)")
      #expect(!input.output.contains("[merge-conflict]"), "\(input)")
    }
  }

  @Test func optionsWinOverEachOfThem() throws {
    #expect(try findings(["--severity=characters=warning"]).allSatisfy { $0.contains("warning") })
    #expect(try findings(["--select=replacement-character"]).count == 3)
    #expect(try findings(["--no-config"]).count == 8)
    #expect(try findings(["--config=loclint.yml"]).count == 4)
    #expect(try findings(["--config=b/.loclint.yml", "b"]) == [Self.all[2]])
  }

  @Test func listsOfPathsKeepToExclusions() throws {
    try folder.write("list.txt", "b/ru-ru/x.md\nb/it-it/x.md\na/it-it/x.md\n")
    #expect(try findings(["--files-from=list.txt"]) == [Self.all[0], Self.all[2]])
    // What a folder above leaves out, no file in it takes back.
    try folder.write("loclint.yml", "exclude: [b]\n")
    #expect(try findings().count == 4)
    #expect(try findings(["--files-from=list.txt"]).count == 2)
  }

  @Test func rulesLocalesAndTermsAreThoseOfTheNearestFile() throws {
    let page = """
      <span data-ttu-id="7e0c1-103">Il colour del HiveLantern.</span><span class="sxs-lookup">\
      <span data-stu-id="7e0c1-103">The hive of the lamp.</span></span>

      """
    for product in ["a", "b"] {
      try folder.write("\(product)/it-it/x.md", page)
      try folder.write(
        "\(product)/words.csv", "source,it-IT\nhive,\(product == "a" ? "Il" : "arnia")\n")
    }
    try folder.write(
      "b/house/colour.yml", "kind: forbid\nfinds: a word.\nwhy: It is so.\npattern: colour\n")
    try folder.write("a/loclint.yml", "glossaries: words.csv\nselect: [terms]\n")
    try folder.write(
      "b/.loclint.yml",
      "glossaries: words.csv\nrules: house\nselect: [terms, colour]\nlocale: \"{locale}\"\n")
    for place in [".", "a", "b"] {
      let found = try findings([folder.path], in: place)
      #expect(
        found.filter { $0.contains("it-it") } == [
          "b/it-it/x.md warning wrong-term", "b/it-it/x.md warning colour",
        ], "\(place): \(found)")
    }
    try folder.write("a/house/colour.yml", try #require(folder.read("b/house/colour.yml")))
    try folder.write("a/loclint.yml", "rules: house\nselect: [colour]\n")
    let twice = try run(["-q"])
    #expect(twice.status == 2)
    #expect(
      twice.error == "loclint: b/.loclint.yml: 'colour' is a rule of another configuration, too\n")
  }

  @Test(arguments: [
    "fail-on: never", "max-warnings: 3", "min-score: 98", "score: new", "penalties: {error: 1}",
    "baseline: known.txt", "dismissed: no.txt", "outputs: {sarif: x.sarif}",
    "rule-pages: \"https://docs.example.com/{rule}\"",
  ])
  func theGateIsTheRootsAlone(_ line: String) throws {
    try folder.write("b/known.txt", "")
    try folder.write("b/no.txt", "")
    try folder.write("b/.loclint.yml", "ignore: [links]\n\(line)\n")
    let key = line.prefix { $0 != ":" }
    for (place, file, root) in [
      (".", "b/.loclint.yml", "loclint.yml"), ("b", ".loclint.yml", "../loclint.yml"),
      ("a", folder.path("b/.loclint.yml"), "../loclint.yml"),
    ] {
      let run = try run(["-q", folder.path("b")], in: place)
      #expect(run.status == 2 && run.output == "")
      #expect(
        run.error == """
          loclint: \(file):2:1: '\(key)' counts in the root file alone, which is \(root); \
          `root: true` makes this file one

          """)
    }
    // What the root says, a file below may take over by `extends`.
    try folder.write("known.txt", "")
    try folder.write("no.txt", "")
    try folder.write("loclint.yml", "\(line)\n")
    try folder.write("b/.loclint.yml", "extends: ../loclint.yml\nignore: [links]\n")
    #expect(try run(["-q", "b"]).error == "")
    try folder.write("loclint.yml", "")
    try folder.write("b/.loclint.yml", "root: true\n\(line)\n")
    #expect(try run(["-q", "--fail-on=error"], in: "b").status != 2)
    #expect(
      try run(["-q"]).error.hasPrefix(
        "loclint: b/.loclint.yml:2:1: '\(key)' does not count in this run, whose root file is loclint.yml\n"
      ))
  }

  @Test func theGateIsTheSameInEachFolder() throws {
    try folder.write("loclint.yml", "fail-on: never\nbaseline: known.txt\n")
    try folder.write("known.txt", "")
    for place in [".", "a", "b", "b/it-it"] {
      #expect(try run(["-q"], in: place).status == 0, "\(place)")
      #expect(
        try run(["config"], in: place).output.contains("fail-on: never"), "\(place)")
    }
    // Where none is above the working folder, that of all that is named is the root.
    try FileManager.default.removeItem(atPath: folder.path("loclint.yml"))
    try folder.write("b/.loclint.yml", "fail-on: never\n")
    #expect(try run(["-q", "b/it-it"]).status == 0)
    #expect(try run(["-q", "b/it-it/x.md"]).status == 0)
    let both = try run(["-q"])
    #expect(both.status == 1)
    #expect(
      both.error
        == "loclint: b/.loclint.yml:1:1: 'fail-on' does not count in this run, which has no root file\n"
    )
  }

  @Test func mistakesBelowEndTheRun() throws {
    try folder.write("b/it-it/loclint.yml", "ignore: [lnks]\n")
    #expect(
      try run(["-q"]).error
        == "loclint: b/it-it/loclint.yml:1:10: there is no rule 'lnks'; did you mean 'links'?\n")
    try folder.write("b/it-it/loclint.yml", "profil: all\n")
    for words in [["check"], ["segments"], ["terms", "suggest"], ["config", "b/it-it"]] {
      #expect(try run(words).status == 2, "\(words)")
    }
    #expect(try run(["-q", "a"]).status == 1)
    try folder.write("b/it-it/.loclint.yml", "")
    #expect(
      try run(["-q"]).error.hasPrefix(
        "loclint: 'b/it-it/loclint.yml' and 'b/it-it/.loclint.yml' are in one folder"))
  }

  @Test func aLinkOutOfTheRepositoryIsNotFollowed() throws {
    let elsewhere = try TemporaryFolder()
    try elsewhere.write("secret.yml", "secret: 1\n")
    try folder.link("a/loclint.yml", to: elsewhere.path("secret.yml"))
    let run = try run(["-q"])
    #expect(run.status == 2 && !run.error.contains("'secret'"), "\(run)")
  }

  @Test(.timeLimit(.minutes(1)))
  func thereAreNotTooMany() throws {
    for number in 0..<120 {
      try folder.write("many/\(number)/loclint.yml", "ignore: [links]\n")
      try folder.write("many/\(number)/x.md", "")
    }
    let run = try run(["-q"])
    #expect(run.status == 2)
    #expect(run.error.hasSuffix("is one of more than 100 configurations in a run\n"), "\(run)")
  }

  /// One below the other, so that each waits for all above it.
  @Test(.timeLimit(.minutes(1)))
  func thereAreNotTooManyBelowEachOther() throws {
    var path = "deep"
    for _ in 0..<400 {
      path += "/d"
      try folder.write("\(path)/loclint.yml", "ignore: [links]\n")
    }
    try folder.write("\(path)/x.md", "")
    for words in [["-q"], ["-q", "\(path)/x.md"]] {
      let run = try run(words)
      #expect(run.status == 2)
      #expect(run.error.hasSuffix("is one of more than 100 configurations in a run\n"), "\(run)")
    }
  }

  @Test func eachPageIsMendedByItsOwn() throws {
    let page = """
      <span data-ttu-id="28c26-103">Leggi la [guida](panel.md).</span><span class="sxs-lookup">\
      <span data-stu-id="28c26-103">Read the [guide](guide.md).</span></span>

      """
    for product in ["a", "b"] { try folder.write("\(product)/it-it/x.md", page) }
    try folder.write("loclint.yml", "select: [links]\n")
    try folder.write("b/.loclint.yml", "select: [characters]\n")
    #expect(try run(["-q", "--fix", "a/it-it", "b/it-it"]).status == 0)
    #expect(folder.read("a/it-it/x.md") == page.replacing("panel", with: "guide"))
    #expect(folder.read("b/it-it/x.md") == page)
    let workspace = try Workspace(at: folder.path)
    for (product, count) in [("a", 1), ("b", 0)] {
      let report = workspace.lint(Array(page.utf8), of: "\(product)/it-it/new.md")
      #expect(report?.findings.count == count)
    }
    #expect(workspace.pages.count == 4)
    #expect(
      try Workspace(at: folder.path("b")).lint(Array(page.utf8), of: "it-it/x.md")?.findings.isEmpty
        == true)
  }

  @Test func whatHoldsForAFileCanBeReadAgain() throws {
    try folder.write(
      "loclint.yml",
      """
      max-warnings: 7
      outputs: {sarif: out/x.sarif}
      penalties: {error: 3}
      """)
    try folder.write(
      "b/.loclint.yml",
      """
      paths: [it-it]
      exclude: ["*.draft.md", "a, b"]
      locale: "{locale}"
      severity: {links: warning, spans: note}
      settings:
        malformed-metadata: {translation-types: [MT, "no", "x: y"]}
      overrides:
        - {files: ru-ru, ignore: [links]}
        - {files: it-it, ignore: [spans], severity: {text: note}}
      """)
    for place in [".", "b", "b/it-it", "a"] {
      let shown = try run(["config", folder.path("b/it-it/x.md")], in: place)
      #expect(shown.status == 0 && shown.error == "", "\(shown)")
      for line in [
        "max-warnings: 7  # ", "exclude: [\"*.draft.md\", \"a, b\"]  # ",
        "locale: \"{locale}\"  # ",
        "severity: {links: warning, spans: note}  # ",
        "  malformed-metadata: {translation-types: [MT, \"no\", \"x: y\"]}\n",
        "  - {files: [it-it], ignore: [spans], severity: {text: note}}  # ",
        "paths: [it-it]  # ",
      ] { #expect(shown.output.contains(line), "\(line)\n\(shown.output)") }
      #expect(!shown.output.contains("ru-ru"))
      #expect(shown.output.contains("\n# max-warnings: 7  # "))
      // Read again, it says the same.
      let again = try TemporaryFolder()
      try again.makeFolder(".git")
      let text = shown.output.replacing(/outputs:.*/, with: "")
      try again.write("loclint.yml", text)
      try again.write("it-it/x.md", "")
      let second = try Executable.run(["config", "it-it/x.md"], in: again.path)
      #expect(second.error == "")
      func values(_ text: String) -> [String] {
        text.split(separator: "\n").map { String($0.replacing(/\s*#.*/, with: "")) }.filter {
          !$0.isEmpty && !$0.hasPrefix("outputs")
        }
      }
      // What only the root file can say is a comment here, and not there.
      let shownValues = values(shown.output)
      #expect(values(second.output).filter(shownValues.contains) == shownValues)
    }
    #expect(try run(["config", "a/it-it"]).output.contains("exclude: []"))
    #expect(try run(["config", "none"]).error == "loclint: none: no such file or directory\n")
    #expect(try run(["config", "a", "b"]).status == 2)
  }

  @Test func whatIsTakenOverCanBeReadAgainInItsPlace() throws {
    try folder.write("lists/terms.csv", "source,forbidden\nx,y\n")
    try folder.write("lists/known.txt", "")
    try folder.write("b/mine.csv", "source,forbidden\nz,y\n")
    try folder.write(
      "loclint.yml",
      """
      fail-on: warning
      baseline: lists/known.txt
      penalties: {error: 3}
      outputs: {sarif: out.sarif}
      rule-pages: https://docs.example.com/{rule}
      exclude: ["x*.md"]
      glossaries: [lists/terms.csv]
      overrides:
        - {files: [it-it], ignore: [text]}
      """)
    // What it takes over of the gate is no mistake, for the root says it.
    for place in [".", "b"] {
      try folder.write(
        "b/.loclint.yml", "extends: ../loclint.yml\nignore: [links]\nglossaries: [mine.csv]\n")
      func show() throws -> Executable.Outcome {
        try run(["config", folder.path("b/it-it/x.md")], in: place)
      }
      func values(_ text: String) -> [Substring] {
        text.split(separator: "\n").map {
          $0.prefix(upTo: $0.range(of: "  # ")?.lowerBound ?? $0.endIndex)
        }
      }
      let shown = try show()
      #expect(shown.status == 0, "\(shown)")
      #expect(
        shown.output.contains("\nglossaries: [\"../lists/terms.csv\", mine.csv]"), "\(shown.output)"
      )
      #expect(shown.output.contains("\n# fail-on: warning  # "))
      try folder.write("b/.loclint.yml", shown.output)
      let again = try show()
      #expect(again.status == 0 && again.error == "", "\(again)")
      // What it writes of its own accord has no quotes, and what it has read may.
      #expect(
        values(again.output).map { $0.replacing("\"", with: "") }
          == values(shown.output).map { $0.replacing("\"", with: "") })
    }
  }

  @Test func aFindingIsDismissedByTheRulesOfItsPage() throws {
    try folder.write("loclint.yml", "ignore: [replacement-character]\ndismissed: no.txt\n")
    let run = try run(
      ["dismiss", "it-it/x.md:1", "replacement-character", "--reason=a sample"], in: "b")
    #expect(run.status == 0, "\(run)")
    #expect(try findings(["b"]) == [])
  }
}
