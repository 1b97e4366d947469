import LintCore
import LintFormats
import LintRules
import Testing

/// A rule with one of its examples, in one of the forms that a file can have.
struct ExampleCase: CustomTestStringConvertible, Sendable {
  let rule: any Rule
  let example: Example
  let page: ExamplePage
  let variant: ExamplePage.Variant

  var testDescription: String { "\(rule.info.id), \(variant.rawValue): \(example.about)" }

  static func all(_ examples: (RuleInfo) -> [Example]) -> [ExampleCase] {
    AllRules.rules.flatMap { rule in
      examples(rule.info).flatMap { example in
        ExamplePage.Variant.allCases.compactMap { variant in
          ExamplePage(example, variant).map {
            ExampleCase(rule: rule, example: example, page: $0, variant: variant)
          }
        }
      }
    }
  }

  /// What the rule reports, alone or with all the others beside it.
  func reported(with rules: [any Rule]) -> [ByteRange] {
    let linter = Linter(
      formats: [SideBySideMarkdown()], rules: rules.map { ($0, $0.info.severity) })
    let report = linter.lint(
      page.bytes, of: SourceFile(path: page.path), as: SideBySideMarkdown())
    return report.findings
      .filter { linter.rules[$0.rule].info.id == rule.info.id }
      .map(\.range)
  }
}

@Suite struct ExampleTests {
  @Test(arguments: ExampleCase.all(\.fails))
  func `A rule reports what its failing examples mark`(_ test: ExampleCase) {
    #expect(
      test.page.marking(test.reported(with: [test.rule])) == test.page.marking(test.page.marked))
    #expect(!test.page.marked.isEmpty)
  }

  @Test(arguments: ExampleCase.all(\.passes))
  func `A rule leaves its passing examples alone`(_ test: ExampleCase) {
    #expect(test.page.marking(test.reported(with: [test.rule])) == test.page.marking([]))
  }

  @Test(arguments: ExampleCase.all { $0.fails + $0.passes })
  func `Other rules do not change what a rule reports`(_ test: ExampleCase) {
    #expect(
      test.page.marking(test.reported(with: AllRules.rules))
        == test.page.marking(test.page.marked))
  }
}
