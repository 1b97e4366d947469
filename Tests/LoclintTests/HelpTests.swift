import LintCore
import LintRules
import LintText
import LintWorkspace
import TestSupport
import Testing

@testable import LintWorkspace
@testable import loclint

@Suite struct HelpTests {
  @Test(arguments: [nil] + Subcommand.all.map(Optional.some))
  func help(_ subcommand: Subcommand?) {
    let text = Help.text(for: subcommand)
    #expect(
      GoldenFile.difference(text, "help/\(subcommand?.name ?? "loclint").txt") == nil)
    for line in text.split(separator: "\n") { #expect(line.count <= 80) }
  }

  private static let catalogue: [any Rule] = [
    WordRule("bad-word", finds: "BAD"),
    WordRule("odd-word", finds: "ODD", severity: .warning, profile: .strict),
    WordRule("long-name-of-a-rule", family: "other", finds: "X", severity: .note),
  ]

  @Test func rules() {
    #expect(
      GoldenFile.difference(RulesCommand(catalogue: Self.catalogue).text, "rules.txt") == nil)
  }

  @Test func rulesWithoutTables() throws {
    let welsh = RulesCommand(catalogue: RuleLibrary.builtIn.rules, locale: LocaleTag("cy-GB")).text
    #expect(welsh.hasPrefix(RulesCommand(catalogue: RuleLibrary.builtIn.rules).text))
    // The longest name says how wide the column is.
    #expect(welsh.contains(/\n  wrong-language +silent: it has nothing for this locale\n/))
    let italian = RulesCommand(catalogue: RuleLibrary.builtIn.rules, locale: LocaleTag("it-IT"))
      .text
    #expect(italian.contains(/\n  wrong-language +works\n/))
    #expect(!italian.contains("silent"))
  }

  @Test func explain() throws {
    let explain = ExplainCommand(catalogue: Self.catalogue)
    let text = try explain.text(of: ["bad-word"])
    #expect(GoldenFile.difference(text, "explain.txt") == nil)
    #expect(try explain.text(of: ["words"]).contains("\nodd-word\n========\n"))
    #expect(throws: UsageError("unknown rule 'bad-wrod'; did you mean 'bad-word'?")) {
      try explain.text(of: ["bad-wrod"])
    }
    #expect(throws: UsageError.self) { try explain.text(of: []) }
  }
}
