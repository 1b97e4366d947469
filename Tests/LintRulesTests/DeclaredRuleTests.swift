import BuiltInRules
import Foundation
import LintCore
import LintText
import LintWorkspace
import LintYAML
import SideBySide
import Testing

@testable import LintRules

/// A declared rule by its name in lists of tests.
struct NamedRule: CustomTestStringConvertible, Sendable {
  let rule: any Rule
  var testDescription: String { rule.info.id }

  /// Every `yaml` block of `Rules/FORMAT.md`.
  static let ofFormat: [NamedRule] = {
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Rules/FORMAT.md")
    let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    return text.split(separator: "```yaml\n").dropFirst().enumerated().map { index, rest in
      let block = String(rest.prefix(upTo: rest.firstRange(of: "```")!.lowerBound))
      // A block that is no rule fails here, with its message.
      return NamedRule(rule: try! rule(block, path: "FORMAT/example-\(index + 1).yml"))
    }
  }()

  /// Those that can't be read fail a test of their own.
  static let ofPacks: [NamedRule] = PackRule.builtIn.compactMap { file in
    (try? file.rule()).map { NamedRule(rule: $0) }
  }

  static func rule(_ text: String, path: String = "team/a-rule.yml") throws(PlacedError) -> any Rule
  {
    try PackRule(path: path, pack: "team", text: text).rule()
  }
}

extension Rule {
  /// A file with what the rule reports marked, and what it has to say besides.
  func marked(_ bytes: [UInt8], path: String = "docs/it-it/page.md") -> (
    text: String, report: FileReport
  ) {
    let linter = Linter(formats: [SideBySideMarkdown()], rules: [(self, .error)])
    let report = linter.lint(
      bytes, of: SourceFile(path: path), as: SideBySideMarkdown())
    let page = ExamplePage(Example("", .bytes(bytes, reported: [])))!
    return (page.marking(report.findings.map(\.range)), report)
  }

  /// The messages for one segment.
  func messages(_ source: String, _ target: String, locale: String = "it-IT") -> [String] {
    let page = ExamplePage(Example("", locale: locale, .segment(source: source, target: target)))!
    return marked(page.bytes, path: page.path).report.findings.map { $0.message.text($0.arguments) }
  }
}

@Suite struct DeclaredRuleTests {
  @Test(arguments: NamedRule.ofFormat + NamedRule.ofPacks)
  func `A declared rule does what its examples say`(_ named: NamedRule) {
    let info = named.rule.info
    #expect(
      !info.fails.isEmpty && !info.passes.isEmpty,
      "\(info.family)/\(info.id): it needs examples below `fails` and below `passes`")
    for (example, isFault) in info.fails.map({ ($0, true) }) + info.passes.map({ ($0, false) }) {
      for variant in ExamplePage.Variant.allCases {
        guard let page = ExamplePage(example, variant) else { continue }
        let (text, report) = named.rule.marked(page.bytes, path: page.path)
        let isAsMarked = text == page.marking(isFault ? page.marked : [])
        #expect(
          isAsMarked,
          """
          \(info.family)/\(info.id): of the example "\(example.about)" (\(variant.rawValue)) it reports \
          something else; `loclint test-rules Rules/\(info.family)` shows what
          """)
        #expect(report.failures.isEmpty)
        #expect(
          !isFault || !page.marked.isEmpty,
          "\(info.family)/\(info.id): mark what it reports in the example \"\(example.about)\": ⟦…⟧"
        )
      }
    }
  }

  @Test func `Rules of packs can be read`() {
    for file in PackRule.builtIn {
      do throws(PlacedError) {
        _ = try file.rule()
      } catch {
        Issue.record("mend \(error)")
      }
    }
  }

  @Test func `FORMAT.md has an example of each kind`() {
    #expect(
      NamedRule.ofFormat.map { String(describing: type(of: $0.rule)) } == [
        "ForbidRule", "RequireRule", "PreserveRule", "TermRule", "MetadataRule",
      ])
  }

  @Test func `Names of declared rules are unique and no pack is in a profile`() {
    let ids = RuleLibrary.builtIn.rules.map(\.info.id) + PackRule.builtIn.map(\.id)
    let twice = Set(ids.filter { id in ids.count { $0 == id } > 1 })
    #expect(twice.isEmpty, "give these rules of packs (Rules/) another name: they are taken")
    for named in NamedRule.ofPacks { #expect(named.rule.info.profile == nil) }
  }

  /// What a rule says about itself, and a pattern.
  private static let head = "kind: forbid\nfinds: x\nwhy: y\n"

  @Test(
    arguments: [
      ("", "1:1: a rule is written as keys with values"),
      ("- a\n", "1:1: a rule is written as keys with values"),
      ("finds: x\n", "1:1: 'kind' is missing"),
      ("kind: forbit\n", "1:7: 'kind' is not 'forbit'; did you mean 'forbid'?"),
      (
        "kind: zzzzzz\n",
        "1:7: 'kind' is not 'zzzzzz', but one of: forbid, require, preserve, term, metadata"
      ),
      ("kind: [a]\n", "1:7: 'kind' is a text"),
      ("kind: forbid\nwhy: y\npattern: x\n", "1:1: 'finds' is missing"),
      ("kind: forbid\nfinds: x\npattern: x\n", "1:1: 'why' is missing"),
      ("kind: forbid\nfinds:\n", "2:7: 'finds' is empty"),
      (
        head + "patern: x\n",
        "4:1: a rule of kind 'forbid' has no 'patern'; did you mean 'pattern'?"
      ),
      (head + "profile: all\n", "4:1: a rule of kind 'forbid' has no 'profile'"),
      (head + "key: x\n", "4:1: a rule of kind 'forbid' has no 'key'"),
      (head + "why: x\n", "4:1: 'why' is said twice"),
      (head, "1:1: a rule of kind 'forbid' has either 'pattern' or 'words'"),
      (
        head + "pattern: x\nwords: x\n",
        "1:1: a rule of kind 'forbid' has either 'pattern' or 'words'"
      ),
      (head + "pattern: a(b\n", "4:13: not a pattern: missing closing parenthesis"),
      (head + "pattern: 'a[b'\n", "4:14: not a pattern: missing terminating ] for character class"),
      (
        head + "pattern: |\n  é[b\n",
        "4:10: not a pattern: missing terminating ] for character class"
      ),
      (head + "pattern: '\\C'\n", "4:13: not a pattern: using \\C is disabled by the application"),
      (head + "pattern: [a, b]\n", "4:10: 'pattern' is a text"),
      (
        head + "pattern: x\nexcept: '*'\n",
        "5:10: not a pattern: quantifier does not follow a repeatable item"
      ),
      (head + "words: {a: b}\n", "4:8: 'words' is a text or a list of texts"),
      (
        head + "pattern: x\nseverity: fatal\n",
        "5:11: 'severity' is not 'fatal', but one of: note, warning, error"
      ),
      (
        head + "pattern: x\nits: typographic\n",
        "5:6: 'its' is not 'typographic'; did you mean 'typographical'?"
      ),
      (head + "pattern: x\nlocales: fr_FR\n", "5:10: 'fr_FR' is not a well-formed BCP 47 tag"),
      (head + "pattern: x\nin: sorce\n", "5:5: 'in' is not 'sorce'; did you mean 'source'?"),
      (
        head + "pattern: x\nin: front matter\non: text\n",
        "6:5: 'on' has no meaning in front matter"
      ),
      (head + "pattern: x\nignore-case: 1\n", "5:14: 'ignore-case' is true or false"),
      (
        head + "pattern: x\nmessage: bad\n",
        "5:10: a message says '{0}' in quotes, where the words concerned go"
      ),
      (
        head + "pattern: x\nmessage: a '{0}' b '{1}'\n",
        "5:10: a message has no '{1}', but '{0}' in quotes"
      ),
      (
        head + "pattern: (x)\nmessage: a '{0}' b {1}\n",
        "5:10: a message has no '{1}', but '{0}' to '{1}' in quotes"
      ),
      (head + "pattern: x\nmessage: a '{0}'.\n", "5:10: a message ends without a full stop"),
      (head + "pattern: x\nfails: x\n", "5:8: 'fails' is a list"),
      (head + "pattern: x\nfails:\n- x\n", "6:3: an example is written as keys with values"),
      (head + "pattern: x\nfails:\n- target: x\n", "6:3: 'source' is missing"),
      (
        head + "pattern: x\nfails:\n- sorce: x\n",
        "6:3: an example has no 'sorce'; did you mean 'source'?"
      ),
      (
        head + "pattern: x\nfails:\n- page: x\n  source: x\n",
        "7:11: an example has either 'page', or 'source' and 'target'"
      ),
      (head + "pattern: 'x\n", "4:10: is not YAML: found unexpected end of stream"),
      (head + "pattern: x\n---\nkind: forbid\n", "6:1: is not YAML: a second document"),
      (head + "pattern: *x\n", "4:10: is not YAML: aliases are not read"),
      ("kind: require\nfinds: x\nwhy: y\nsource: x\n", "1:1: 'target' is missing"),
      (
        "kind: require\nfinds: x\nwhy: y\nsource: (x)\ntarget: a{2}\n",
        "5:9: '{2}' stands for a group that 'source' does not have"
      ),
      ("kind: preserve\nfinds: x\nwhy: y\n", "1:1: 'pattern' is missing"),
      ("kind: term\nfinds: x\nwhy: y\n", "1:1: 'terms' is missing"),
      (
        "kind: term\nfinds: x\nwhy: y\nterms:\n- source: a\n",
        "5:3: a term has 'target' or 'forbidden', or both"
      ),
      ("kind: term\nfinds: x\nwhy: y\nterms:\n- target: a\n", "5:3: 'source' is missing"),
      (
        "kind: term\nfinds: x\nwhy: y\nterms:\n- source: '*'\n  target: a\n",
        "5:3: the term '*' holds no letter"
      ),
      (
        "kind: metadata\nfinds: x\nwhy: y\nkey: a\n",
        "1:1: a rule of kind 'metadata' has 'required', 'pattern' or 'one-of'"
      ),
      ("kind: metadata\nfinds: x\nwhy: y\nrequired: true\n", "1:1: 'key' is missing"),
    ] as [(String, String)])
  func `A mistake in a rule file is told with its place`(_ text: String, _ message: String) {
    let error = #expect(throws: PlacedError.self) { try NamedRule.rule(text) }
    #expect(error?.description == "team/a-rule.yml:" + message)
  }

  @Test(arguments: ["team/A-rule.yml", "team/a rule.yml", "team/1.yml"])
  func `A file's name is the rule's and must be one`(_ path: String) {
    let error = #expect(throws: PlacedError.self) {
      try NamedRule.rule(Self.head + "pattern: x\n", path: path)
    }
    #expect(
      error?.description
        == path + ":1:1: a rule is called as its file is: in lower case, with hyphens between words"
    )
  }

  @Test(
    arguments: [
      ("pattern: x", "ax", "bxx", ["'x' must not stand here", "'x' must not stand here"]),
      ("pattern: x\nin: source", "ax", "bxx", ["'x' must not stand here"]),
      (
        "pattern: x", "a", "`x` [a](x) <x> {x}x",
        ["'x' must not stand here", "'x' must not stand here"]
      ),
      ("pattern: x\non: text", "a", "`x`", ["'x' must not stand here"]),
      ("pattern: x\nexcept: axb", "a", "axb x", ["'x' must not stand here"]),
      ("pattern: x\nunless-source: y", "y", "x", []),
      ("pattern: x*", "y", "y", []),
      ("pattern: É\nignore-case: true", "y", "é", ["'é' must not stand here"]),
      ("pattern: '(a)(b)?'\nmessage: \"'{0}' '{1}' '{2}'\"", "y", "a", ["'a' 'a' ''"]),
      (
        "words: [a b, C++]", "y", "a  b, xa b, C++, C+++ c++",
        ["'a  b' must not stand here", "'C++' must not stand here", "'C++' must not stand here"]
      ),
      ("pattern: '(?<=a)b'", "y", "ab b", ["'b' must not stand here"]),
    ] as [(String, String, String, [String])])
  func `Kind forbid`(_ keys: String, _ source: String, _ target: String, _ found: [String]) throws {
    #expect(try NamedRule.rule(Self.head + keys + "\n").messages(source, target) == found)
  }

  @Test(arguments: [
    ("fr-FR", true), ("fr", true), ("FR-fr", true), ("fr-CA", false), ("fr-CA-x-a", false),
    ("fro-FR", false), ("it-IT", false),
  ])
  func `Locales and exceptions from them`(_ locale: String, _ isFound: Bool) throws {
    let rule = try NamedRule.rule(
      Self.head + "pattern: x\nlocales: [fr, de-DE]\nexcept-locales: fr-CA\n")
    #expect(rule.messages("a", "x", locale: locale).isEmpty != isFound)
  }

  @Test func `A pattern that runs away is told once a file, and other rules go on`() throws {
    let bad = try NamedRule.rule(Self.head + "pattern: '^(\\w+\\s?)*$'\n")
    let good = try NamedRule.rule(Self.head + "pattern: '!'\n", path: "team/b.yml")
    let page = ExamplePage(
      Example(
        "",
        .body(
          "{{pair:103|a|b}}\n{{pair:104|a|\(String(repeating: "abc ", count: 60))!}}\n{{pair:105|c|d}}\n"
        )))!
    let linter = Linter(
      formats: [SideBySideMarkdown()], rules: [(bad, .error), (good, .error)])
    let report = linter.lint(
      page.bytes, of: SourceFile(path: page.path), as: SideBySideMarkdown())
    #expect(report.failures.map(\.rule) == [0])
    #expect(report.failures.map(\.start.line) == [12])
    #expect(
      report.failures.map(\.reason) == ["its pattern takes too long here (match limit exceeded)"])
    #expect(report.findings.filter { $0.rule == 1 }.count == 1)
  }

  @Test func `A long text that needs more than the stack of machine code is no runaway`() throws {
    let rule = try NamedRule.rule(Self.head + "pattern: '(?:\\w|\\s)*!'\n")
    let target = String(repeating: "abcd ", count: 4000) + "!"
    let page = ExamplePage(Example("", .segment(source: "a", target: target)))!
    let report = rule.marked(page.bytes, path: page.path).report
    #expect(report.failures.map(\.reason) == [])
    #expect(report.findings.map(\.range.count) == [20_001])
  }

  @Test func `Bytes that are not UTF-8 match nothing and stop nothing`() throws {
    let page = ExamplePage(Example("", .segment(source: "a", target: "@ax")))!
    for bad in [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80]] as [[UInt8]] {
      var bytes = page.bytes
      let place = bytes.lastIndex(of: 0x40)!
      bytes.replaceSubrange(place...place, with: bad)
      let rule = try NamedRule.rule(Self.head + "pattern: '.x|[^a]a'\n")
      #expect(rule.marked(bytes).report.findings.map(\.words) == ["ax"])
    }
  }

  @Test func `Workers share a rule`() async throws {
    let rule = try NamedRule.rule(Self.head + "pattern: '(\\w+)x'\n")
    await withTaskGroup(of: Int.self) { group in
      for number in 0..<8 {
        group.addTask {
          (0..<50).reduce(0) { sum, _ in
            sum + rule.messages("a", String(repeating: "abx ", count: number)).count
          }
        }
      }
      #expect(await group.reduce(0, +) == 50 * 28)
    }
  }

  @Test func `Text of a source goes into a pattern as it stands`() throws {
    let rule = try NamedRule.rule(
      "kind: require\nfinds: x\nwhy: y\nsource: '\\d(\\S+)$'\ntarget: '^{1}'\n")
    #expect(rule.messages("1.*", ".* a").isEmpty)
    #expect(rule.messages("1.*", "abc").count == 1)
    let counted = try NamedRule.rule(
      "kind: require\nfinds: x\nwhy: y\nsource: a\ntarget: '\\d{2}'\n")
    #expect(counted.messages("a", "12").isEmpty)
    #expect(counted.messages("a", "1").count == 1)
  }

  @Test(
    arguments: [
      ("", "ab", "abab", ["the source has no 'b'"]), ("", "Bb", "bB", []),
      ("ignore-case: true", "B", "b", []), ("fault: added", "b", "a", []),
      ("fault: lost", "b", "a", ["'b' of the source is lost"]),
      ("compare: count\nignore-case: true", "B", "b", []), ("", "b", " ", []),
    ] as [(String, String, String, [String])])
  func `Kind preserve`(_ keys: String, _ source: String, _ target: String, _ found: [String]) throws
  {
    let rule = try NamedRule.rule(
      "kind: preserve\nfinds: x\nwhy: y\npattern: '[bB]'\n\(keys)\n")
    #expect(rule.messages(source, target) == found)
  }
}
