import LintCore
import LintFormats
import LintRules
import LintText
import Testing

/// A rule's words, by its name in lists of tests.
struct NamedInfo: CustomTestStringConvertible, Sendable {
  let info: RuleInfo

  static let all = RuleLibrary.builtIn.rules.map { NamedInfo(info: $0.info) }

  var testDescription: String { info.id }
}

@Suite struct CatalogueTests {
  @Test(arguments: NamedInfo.all)
  func `A rule says what it finds and why`(_ rule: NamedInfo) {
    let info = rule.info
    #expect(!info.id.isEmpty && info.id.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == 0x2D })
    #expect(info.id == info.id.lowercased())
    #expect(info.finds.hasSuffix("."))
    #expect(info.finds.prefix(1) == info.finds.prefix(1).lowercased())
    #expect(!info.finds.contains("\n"))
    #expect(info.why.hasSuffix("."))
    #expect(!info.fails.isEmpty)
    #expect(!info.passes.isEmpty)
  }

  @Test(arguments: NamedInfo.all)
  func `A message quotes its arguments and has no full stop`(_ rule: NamedInfo) {
    let info = rule.info
    #expect(Set(info.messages.map(\.id)).count == info.messages.count)
    for message in info.messages {
      #expect(!message.template.hasSuffix("."))
      #expect(message.template.contains("'{0}'"))
      for field in message.template.split(separator: "{").dropFirst() {
        #expect(field.dropFirst().hasPrefix("}'"))
      }
    }
  }

  @Test func `Every message that a rule gives is one that it declares, and each is given`() {
    for rule in RuleLibrary.builtIn.rules {
      var given: Set<Message> = []
      for example in rule.info.fails {
        guard let page = ExamplePage(example) else { continue }
        let document = SideBySideMarkdown().read(
          page.bytes, Page(path: page.path))
        // A rule about suppressions has nothing to say unless others have run.
        let rules = rule is any SuppressionCheck ? RuleLibrary.builtIn.rules : [rule]
        let linter = Linter(formats: [], rules: rules.map { ($0, $0.info.severity) })
        given.formUnion(
          linter.check(document, as: SideBySideMarkdown()).filter {
            rules[$0.rule].info.id == rule.info.id
          }.map(\.message))
      }
      let declared = Set(rule.info.messages)
      #expect(given.isSubset(of: declared), "\(rule.info.id)")
      // An example can't be told to configure the run.
      let isConfigured: (Message) -> Bool = { $0.id == "configured" }
      #expect(
        declared.subtracting(given).allSatisfy(isConfigured),
        "\(rule.info.id): \(declared.subtracting(given).map(\.id))")
    }
  }

  @Test func `Names are unique`() {
    let names = RuleLibrary.builtIn.rules.map(\.info.id)
    #expect(Set(names).count == names.count)
  }

  @Test func `What a rule reports is the same each time`() {
    let page = ExamplePage(
      Example("", .segment(source: "[a](b.md) [c](d.md)", target: "[a](x.md) [c](y.md) [](z.md)")))!
    let linter = Linter(
      formats: [SideBySideMarkdown()],
      rules: RuleLibrary.builtIn.rules.map { ($0, $0.info.severity) })
    let reports = (0..<3).map { _ in
      linter.lint(page.bytes, of: SourceFile(path: page.path), as: SideBySideMarkdown())
        .findings.map { "\($0.range) \($0.rule) \($0.arguments)" }
    }
    #expect(reports[0] == reports[1] && reports[1] == reports[2])
    #expect(!reports[0].isEmpty)
  }
}
