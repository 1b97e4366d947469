import Foundation
import LintCore
import LintRules
import LintText
import LintWorkspace
import SideBySide
import TestSupport
import Testing

/// A rule's words, by its name in lists of tests.
struct NamedInfo: CustomTestStringConvertible, Sendable {
  let info: RuleInfo

  static let all = RuleLibrary.builtIn.rules.map { NamedInfo(info: $0.info) }

  var testDescription: String { info.id }
}

@Suite struct CatalogueTests {
  /// What is said of a rule of the catalogue, in the file that declares it.
  @Test(arguments: NamedInfo.all)
  func `A rule says what it finds and why`(_ rule: NamedInfo) {
    let info = rule.info
    let isName =
      !info.id.isEmpty
      && info.id.utf8.allSatisfy { ($0.isLetter && !$0.isUppercase) || $0.isDigit || $0 == 0x2D }
    #expect(isName, "\(info.id): `id` is in lower case, with hyphens between words")
    let isClause =
      info.finds.hasSuffix(".") && info.finds.prefix(1) == info.finds.prefix(1).lowercased()
      && !info.finds.contains("\n")
    #expect(
      isClause,
      """
      \(info.id): `finds` is one line that follows the word "Finds": it begins in lower case and ends \
      with a full stop
      """)
    #expect(
      info.why.hasSuffix("."),
      "\(info.id): `why` says what goes wrong and how to mend it, in sentences with a full stop")
    #expect(
      !info.fails.isEmpty,
      "\(info.id): write an example of what it reports into `fails`, marked ⟦like this⟧")
    #expect(
      !info.passes.isEmpty,
      "\(info.id): write an example of what it leaves alone into `passes`")
  }

  @Test(arguments: NamedInfo.all)
  func `A message quotes its arguments and has no full stop`(_ rule: NamedInfo) {
    let info = rule.info
    let names = info.messages.map(\.id)
    #expect(Set(names).count == names.count, "\(info.id): each message has a name of its own")
    for message in info.messages {
      let fields = message.template.split(separator: "{").dropFirst()
      let isSentence =
        !message.template.hasSuffix(".") && !fields.isEmpty
        && fields.allSatisfy { field in
          let behind = field.dropFirst()
          // A count is no word of the text.
          let counts = [
            "} times", "} letters", "} characters", "} of the source", "} in this file",
          ]
          return behind.hasPrefix("}'") || counts.contains { behind.hasPrefix($0) }
        }
      #expect(
        isSentence,
        """
        \(info.id): the message "\(message.template)" has no full stop, and quotes the words \
        concerned: '{0}'
        """)
    }
  }

  /// A rule that nobody lists is compiled and never run.
  @Test func `Every rule that is written is in the catalogue`() throws {
    let rule =
      /struct (\w+)(?:(?!\nstruct )[\s\S])*?RuleInfo\(\s*id: "([a-z0-9-]+)", family: "(\w+)"/
    let known = Set(RuleLibrary.builtIn.rules.map(\.info.id))
    var written: Set<String> = []
    for room in try Checkout.rooms() {
      let folder = "\(Checkout.root)/Sources/\(room)"
      let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
      for path in paths where path.hasSuffix(".swift") {
        for match in try Checkout.text(of: "Sources/\(room)/\(path)").matches(of: rule) {
          written.insert(String(match.2))
          let isListed = known.contains(String(match.2))
          #expect(
            isListed,
            "add \(match.1)() below `// \(match.3)` in the list of rules of Sources/\(room)")
          let home = room == "LintRules" ? String(match.3).capitalized : "Rules"
          #expect(path.hasPrefix("\(home)/"), "move \(path) to the folder \(home)")
        }
      }
    }
    let unread = known.subtracting(written)
    #expect(
      unread.isEmpty, "the `RuleInfo` of these does not begin with `id` and `family`, as text")
  }

  /// What `make rule` has written stays behind when a rule gets another name.
  @Test func `Rules that the change log names are there`() throws {
    let known = Set(RuleLibrary.builtIn.rules.map(\.info.id) + PackRule.builtIn.map(\.id))
    let log = try Checkout.text(of: "CHANGELOG.md")
    let newest = log.split(separator: "\n## ", maxSplits: 2).dropFirst().first ?? ""
    for match in newest.matches(of: /\n- Rule `(.+?)`/) {
      let isThere = known.contains(String(match.1))
      #expect(
        isThere,
        "CHANGELOG.md names the rule `\(match.1)`, which there is not: mend the entry")
    }
  }

  @Test func `Every message that a rule gives is one that it declares, and each is given`() {
    for rule in RuleLibrary.builtIn.rules {
      var given: Set<Message> = []
      for example in rule.info.fails {
        guard let page = ExamplePage(example) else { continue }
        let format = page.format(among: AllFormats.all) ?? SideBySideMarkdown()
        // A rule about suppressions has nothing to say unless others have run.
        let rules = rule is any SuppressionCheck ? RuleLibrary.builtIn.rules : [rule]
        let linter = Linter(formats: [], rules: rules.map { ($0, $0.info.severity) })
        given.formUnion(
          page.report(by: linter, format).findings.filter {
            rules[$0.rule].info.id == rule.info.id
          }.map(\.message))
      }
      let declared = Set(rule.info.messages)
      let isDeclared = given.isSubset(of: declared)
      #expect(
        isDeclared,
        """
        \(rule.info.id): add to `messages` what it says besides: \
        \(given.subtracting(declared).map(\.template))
        """)
      // An example can't be told to configure the run.
      let isConfigured: (Message) -> Bool = { $0.id == "configured" }
      let isGiven = declared.subtracting(given).allSatisfy(isConfigured)
      #expect(
        isGiven,
        """
        \(rule.info.id): write an example into `fails` for each of these messages, or take them out of \
        `messages`: \(declared.subtracting(given).map(\.template))
        """)
    }
  }

  @Test func `Names are unique`() {
    let names = RuleLibrary.builtIn.rules.map(\.info.id)
    let twice = Set(names.filter { name in names.count { $0 == name } > 1 })
    #expect(twice.isEmpty, "these rules are there twice")
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
