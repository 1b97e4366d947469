import Foundation
import LintRules
import LintWorkspace
import SideBySide
import TestSupport
import Testing

@testable import LintWorkspace
@testable import loclint

/// The command with the real catalogue, rules of a team's own and lists of words.
@Suite struct OwnRulesTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for locale in ["it-it", "fr-fr"] {
      try folder.write(
        "docs/\(locale)/page.md",
        Self.page(locale, [("Open the hive.", "Apri \"lo sciame\" bello."), ("Meadow", "Prato")]))
    }
    try folder.write(
      "house/it/nice-word.yml",
      """
      kind: forbid
      finds: praise.
      why: Let the reader judge.
      pattern: bello
      fails:
        - source: A hive
          target: Un'arnia ⟦bello⟧
      passes:
        - source: A hive
          target: Un'arnia

      """)
  }

  private static func page(_ locale: String, _ pairs: [(source: String, target: String)]) -> String
  {
    """
    ---
    title: Pannello
    description: Il pannello.
    ms.openlocfilehash: 2b6f0cc904d137be2e1730235f5664094b831186
    ms.sourcegitcommit: 9fceb02d0ae598e95dc970b74767f19372d61af8
    ms.translationtype: HT
    ms.contentlocale: \(locale)
    ms.lasthandoff: 04/23/2021
    ms.locfileid: "62132296"
    ---

    """
      + pairs.enumerated().map { index, pair in
        let id = "7e0c1-\(103 + index)"
        return "<span data-ttu-id=\"\(id)\">\(pair.target)</span><span class=\"sxs-lookup\">"
          + "<span data-stu-id=\"\(id)\">\(pair.source)</span></span>\n"
      }.joined()
  }

  /// Runs the command; `%` stands for the folder's path.
  private func run(_ line: String) throws -> (status: Int32, output: String, error: String) {
    let streams = try TemporaryFolder()
    let output = unsafe open(streams.path("output"), O_WRONLY | O_CREAT, 0o600)
    let error = unsafe open(streams.path("error"), O_WRONLY | O_CREAT, 0o600)
    let command = Loclint(
      formats: [SideBySideMarkdown()], library: { .builtIn },
      streams: Streams(output: output, error: error))
    let status = command.run(
      line.split(separator: " ").map { String($0).replacing("%", with: folder.path) })
    close(output)
    close(error)
    func text(_ name: String) -> String {
      (streams.read(name) ?? "").replacing(folder.path, with: "%")
    }
    return (status, text("output"), text("error"))
  }

  /// The findings of a run: `path:line rule`.
  private func findings(_ line: String) throws -> [String] {
    let run = try run("-q --fail-on=never \(line)")
    #expect(run.error == "")
    #expect(run.status == 0)
    return run.output.split(separator: "\n").map { finding in
      let parts = finding.split(separator: ":")
      return "\(parts[0]):\(parts[1]) \(finding.split(separator: "[").last!.dropLast())"
    }
  }

  @Test func `A team's rules run beside the others`() throws {
    #expect(try findings("%/docs") == [])
    #expect(
      try findings("--rules=%/house %/docs") == [
        "%/docs/fr-fr/page.md:11 nice-word", "%/docs/it-it/page.md:11 nice-word",
      ])
    #expect(try findings("--rules=%/docs/../house --ignore=house %/docs") == [])
    #expect(try findings("--rules=%/house/it/nice-word.yml --ignore=it %/docs") == [])
    #expect(try findings("--rules=%/house/ --ignore=house/it %/docs") == [])
    #expect(try findings("--rules=%/house --ignore=nice-word %/docs") == [])
    #expect(try findings("--rules=%/house --select=links %/docs") == [])
  }

  @Test(arguments: ["typography", "typography/fr", "french-quote"])
  func `A pack runs when it is selected, on pages of its locale`(_ name: String) throws {
    #expect(
      try findings("--select=+\(name) %/docs") == ["%/docs/fr-fr/page.md:11 french-quote"])
    #expect(try findings("--ignore=\(name) --profile=strict %/docs") == [])
  }

  @Test(arguments: [
    ("--select=+typografy %/docs", "unknown rule 'typografy'; did you mean 'typography'?"),
    (
      "--select=typography/fn %/docs", "unknown rule 'typography/fn'; did you mean 'typography/fr'?"
    ),
    ("--rules=%/docs %/docs", "%/docs: holds no rule, which is a file that ends in .yml"),
    ("--rules=%/none %/docs", "%/none: no such file or directory"),
    ("--glossary=%/none.csv %/docs", "%/none.csv: no such file or directory"),
    ("--select=wrong-term %/docs", "rule 'wrong-term' wants a glossary: --glossary=FILE"),
    ("test-rules", "which folder? It holds rules, one in each .yml file"),
    ("terms", "'terms' wants to be told what to do: loclint terms suggest"),
    ("terms sugest", "unknown action of 'terms' 'sugest'; did you mean 'suggest'?"),
  ])
  func `Mistakes end the run before it begins`(_ line: String, _ message: String) throws {
    let run = try run(line)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.error.hasPrefix("loclint: \(message)\n"), "\(run.error)")
  }

  @Test func `All mistakes in rule files are told`() throws {
    try folder.write("bad/a.yml", "kind: forbid\n")
    try folder.write("bad/b.yml", "kynd: forbid\n")
    try folder.write(
      "bad/changed-code.yml", Array("kind: \u{FF}".unicodeScalars.map { UInt8($0.value) }))
    try folder.write("bad/missing-link.yml", "kind: forbid\nfinds: x\nwhy: y\npattern: x\n")
    try folder.write("bad/sub/c.yml", "kind: forbid\nfinds: x\nwhy: y\npattern: '['\n")
    let run = try run("--rules=%/bad %/docs")
    #expect(run.status == 2)
    #expect(
      run.error == """
        loclint: %/bad/a.yml:1:1: 'finds' is missing
        loclint: %/bad/b.yml:1:1: 'kind' is missing
        loclint: %/bad/changed-code.yml:1:1: is not UTF-8
        loclint: %/bad/missing-link.yml:1:1: 'missing-link' is already a rule of loclint itself
        loclint: %/bad/sub/c.yml:4:12: not a pattern: missing terminating ] for character class

        """)
  }

  @Test func `A pattern that runs away ends with 2, and all else is reported`() throws {
    try folder.write(
      "slow/slow-one.yml", "kind: forbid\nfinds: x\nwhy: y\npattern: '^(\\w+\\s?)*$'\n")
    try folder.write(
      "docs/it-it/long.md",
      Self.page(
        "it-it", [("a", "b"), ("Long", String(repeating: "abc ", count: 60) + "bello!")]))
    let run = try run("-q --rules=%/slow --rules=%/house %/docs/it-it")
    #expect(run.status == 2)
    #expect(
      run.error == """
        %/docs/it-it/long.md: error: rule 'slow-one' gave up at 12:31: its pattern takes too long \
        here (match limit exceeded)

        """)
    #expect(run.output.contains("long.md:12:271: warning: 'bello' must not stand here [nice-word]"))
    #expect(run.output.contains("page.md:11:"))
    for number in 1...7 {
      try folder.write(
        "slow-docs/\(number).md",
        Self.page("it-it", [("a", String(repeating: "abc ", count: 60) + "!")]))
    }
    let many = try self.run("-q --rules=%/slow %/slow-docs").error
    #expect(many.split(separator: "\n").count == 6)
    #expect(many.hasSuffix("\nloclint: rule 'slow-one' gave up on 2 more files\n"))
    for format in ["sarif", "junit"] {
      let report = try self.run("--format=\(format) --rules=%/slow %/docs/it-it").output
      #expect(report.contains("gave up at 12:31: its pattern takes too long here"))
    }
  }

  @Test func `Pages are held to glossaries and lists of names`() throws {
    try folder.write("terms.csv", "en-US,it-IT,it-IT forbidden\nhive,arnia,\nopen,apr*,\n")
    try folder.write("more.tsv", "source\tforbidden\n\tbello\n")
    try folder.write("names.txt", "Meadow\n")
    #expect(
      try findings("--glossary=%/terms.csv --glossary=%/more.tsv %/docs") == [
        "%/docs/fr-fr/page.md:11 forbidden-term", "%/docs/it-it/page.md:11 wrong-term",
        "%/docs/it-it/page.md:11 forbidden-term",
      ])
    #expect(
      try findings("--do-not-translate=%/names.txt %/docs/it-it") == [
        "%/docs/it-it/page.md:12 translated-name"
      ])
    try folder.write("bad.csv", "source,target\n\"x\n")
    #expect(
      try run("--glossary=%/bad.csv %/docs").error
        == "loclint: %/bad.csv:2: a quotation mark is never closed\n")
  }

  @Test func `Rules of packs and teams are listed and explained`() throws {
    let list = try run("rules --rules=%/house").output
    #expect(list.contains("\ntypography/fr\n  french-breaking-space"))
    #expect(list.contains("\nhouse/it\n  nice-word"))
    #expect(try run("explain french-quote").output.contains("family    typography/fr\n"))
    #expect(try run("explain typography").output.hasPrefix("german-abbreviation-space\n"))
    #expect(try run("explain --rules=%/house nice-word").output.contains("Finds praise.\n"))
  }

  @Test func `The examples of a team's rules are tested`() throws {
    #expect(
      try run("test-rules %/house").output == "1 rule, 2 examples: all as they should be\n")
    try folder.write(
      "house/odd-word.yml",
      """
      kind: forbid
      finds: x
      why: y
      pattern: strano
      fails:
        - source: A
          target: ⟦Molto⟧ strano
        - source: B
          target: strano
      passes:
        - source: C
          target: Strano, ma `strano`
        - about: Not this one.
          source: D
          target: un caso strano

      """)
    try folder.write("house/quiet-rule.yml", "kind: forbid\nfinds: x\nwhy: y\npattern: x\n")
    let run = try run("test-rules %/house")
    #expect(run.status == 1)
    #expect(
      run.output == """
        house/odd-word, fails 1: A fault.
          should be  ⟦Molto⟧ strano  |  A
          found      Molto ⟦strano⟧  |  A

        house/odd-word, fails 2: A fault.
          nothing is marked ⟦like this⟧

        house/odd-word, passes 2: Not this one.
          should be  un caso strano  |  D
          found      un caso ⟦strano⟧  |  D

        house/quiet-rule: it has no example below 'fails' that shows what it finds

        3 rules, 6 examples: 4 not as they should be

        """)
    try folder.write("house/bad.yml", "kind: x\n")
    #expect(try self.run("test-rules %/house").status == 2)
  }

  @Test func `Words that stay are proposed`() throws {
    try folder.write(
      "many/page.md",
      Self.page(
        "it-it", (0..<25).map { ("Open HiveLantern \($0)", $0 == 3 ? "Apri" : "Apri HiveLantern") })
    )
    let run = try run("terms suggest %/many")
    #expect(run.status == 0)
    #expect(run.output == "word\tsegments\tkept\tshare\nHiveLantern\t25\t24\t96.0 %\n")
    #expect(try self.run("terms suggest %/none").status == 2)
  }
}
