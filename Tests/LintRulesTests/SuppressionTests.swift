import LintCore
import LintText
import LintWorkspace
import SideBySide
import TestSupport
import Testing

@testable import LintRules

@Suite struct SuppressionTests {
  /// What all rules report of a page, as rule and line.
  private func findings(
    _ text: String, _ names: [String]? = nil, requiresReason: Bool = false
  ) throws -> [String] {
    let example = try #require(ExamplePage(Example("", .file(text))))
    var resources = RuleLibrary.builtIn.resources
    resources.requiresReason = requiresReason
    let chosen = RuleLibrary.builtIn.rules(from: resources).filter { rule in
      names.map { $0.contains(rule.info.id) } ?? (rule.info.profile == .default)
    }
    let linter = Linter(
      formats: [], rules: chosen.map { ($0, $0.info.severity) })
    return linter.lint(
      example.bytes, of: SourceFile(path: example.path), as: SideBySideMarkdown()
    ).findings.map { finding in
      "\(finding.start.line) \(linter.rules[finding.rule].info.id): "
        + finding.message.text(finding.arguments)
    }
  }

  private static let head = "---\ntitle: a\n{{keys}}\n---\n"

  /// Bodies with an empty target; whether the comment in it keeps that back, and is of use.
  private static let bodies: [(body: String, isKept: Bool)] = [
    ("<!-- loclint-disable-next-line empty-target: reason -->\n{{pair:103|Open|}}\n", true),
    ("<!-- loclint-disable-next-line empty-target : reason -->\n{{pair:103|Open|}}", true),
    ("<!--loclint-disable-next-line empty-target-->\n\n  \n{{pair:103|Open|}}\n", true),
    ("<!-- loclint-disable-next-line -->\n{{pair:103|Open|}}\n", true),
    ("<!-- loclint-disable-next-line\n  empty-target:\n  reason -->\n{{pair:103|Open|}}\n", true),
    (
      "<!-- loclint-disable-next-line empty-target -->\n{{pair:103|Open|}} {{pair:104|Open|}}\n",
      true
    ),
    ("<!-- loclint-disable empty-target -->\n{{pair:103|Open|}}\n", true),
    (
      "<!-- loclint-disable empty-target -->\n{{pair:103|Open|}}\n"
        + "<!-- loclint-enable empty-target -->\n", true
    ),
    (
      "<!-- loclint-disable empty-target -->\n{{pair:103|Open|}}\n<!-- loclint-enable -->\n", true
    ),
    ("{{pair:103|Open|}}\n\n<!-- loclint-disable-file empty-target -->", true),
    ("| {{pair:103|Open|}} |\n\n<!-- loclint-disable-segment 103 empty-target: x -->\n", true),
    ("| {{pair:p103|Open|}} |\n\n<!-- loclint-disable-segment p103 empty-target: x -->\n", true),
    ("- a\n  <!-- loclint-disable-next-line empty-target -->\n  - {{pair:103|Open|}}\n", true),
    ("{{pair:103|Open|}}\n<!-- loclint-disable empty-target -->\n", false),
    ("{{pair:103|Open|}} <!-- loclint-disable-next-line empty-target -->\n", false),
    ("<!-- loclint-disable-next-line empty-target -->\na\n{{pair:103|Open|}}\n", false),
    (
      "<!-- loclint-disable empty-target -->\n<!-- loclint-enable empty-target -->\n"
        + "{{pair:103|Open|}}\n", false
    ),
    (
      "{{pair:103}} {{pair:104|Open|}}\n<!-- loclint-disable-segment 103 empty-target -->\n", false
    ),
    ("<!-- loclint-disable-file empty-source -->{{pair:103|Open|}}\n", false),
  ]

  @Test(arguments: bodies.indices, [false, true])
  func `A comment keeps back what it speaks of`(_ index: Int, isCRLF: Bool) throws {
    let (body, isKept) = Self.bodies[index]
    let text = (Self.head + body).split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: isCRLF ? "\r\n" : "\n")
    let found = try findings(text, ["empty-target", "empty-source", "unused-suppression"])
    #expect(found.contains { $0.contains("empty-target: nothing") } == !isKept, "\(found)")
    #expect(found.contains { $0.contains("unused-suppression") } == !isKept, "\(found)")
  }

  @Test(arguments: [
    ("# loclint-disable-next-line malformed-metadata: reason", true),
    ("  #loclint-disable-next-line malformed-metadata", true),
    ("# loclint-disable-file malformed-metadata", true),
    ("title: a#loclint-disable-next-line malformed-metadata", false),
    ("# not loclint-disable-next-line malformed-metadata", false),
  ])
  func `Front matter has comments of its own`(_ line: String, _ isKept: Bool) throws {
    let text = "---\nms.locfileid: 1\n\(line)\nms.translationtype: TM\n---\n{{pair:103}}\n"
    for text in [text, text.replacing("\n", with: "\r\n")] {
      let found = try findings(
        text, ["malformed-metadata", "unused-suppression"])
      #expect(found.isEmpty == isKept, "\(found)")
    }
  }

  @Test func `Several comments speak of one line, and one of several rules`() throws {
    let pair = "{{pair:103|Open `a` the.|Apri `b` .}} {{pair:104|Open|}}\n"
    let names = ["empty-target", "changed-code", "empty-source", "unused-suppression"]
    for comments in [
      "<!-- loclint-disable-next-line empty-target -->\n\n"
        + "<!-- loclint-disable-next-line changed-code -->\n",
      "<!-- loclint-disable-next-line changed-code,empty-target: both -->\n",
      "<!-- loclint-disable-next-line changed-code empty-target -->\n",
    ] {
      #expect(try findings(Self.head + comments + pair, names) == [])
    }
    #expect(
      try findings(
        Self.head + "<!-- loclint-disable-next-line changed-code, empty-source, empty-target -->\n"
          + pair, names)
        == ["10 unused-suppression: the suppression of 'empty-source' keeps nothing back"])
  }

  @Test func `A rule that did not run leaves its suppressions in peace`() throws {
    let text =
      Self.head + "<!-- loclint-disable-file empty-source, french-quote: later -->\n"
      + "<!-- loclint-disable-next-line -->\n{{pair:103}}\n"
    #expect(try findings(text, ["empty-target", "unused-suppression"]).count <= 1)
    #expect(try findings(text, ["unused-suppression"]).allSatisfy { $0.contains("'french-quote") })
    #expect(try findings(text, nil).contains { $0.contains("'loclint-disable-next-line' keeps") })
  }

  @Test(arguments: [
    ("<!-- loclint-disbale empty-target -->", "'loclint-disbale'; did you mean 'loclint-disable'?"),
    ("<!-- loclint-disable empty-traget -->", "rule 'empty-traget'; did you mean 'empty-target'?"),
    ("<!-- loclint-disable xyzzy: x -->", "rule 'xyzzy'"),
    ("<!-- loclint-xyzzy-xyzzy -->", "there is no 'loclint-xyzzy-xyzzy'"),
    ("<!-- loclint-disable-segment -->", "'loclint-disable-segment' names no segment of this page"),
    ("<!-- loclint-disable-segment 3 empty-target -->", "'3' names no segment of this page"),
    ("<!-- loclint-enable empty-target -->", "'loclint-enable' ends no block"),
  ])
  func `What is misspelt is told`(_ comment: String, _ message: String) throws {
    let found = try findings(
      Self.head + "{{pair:103}}\n\n\(comment)\n", ["empty-target", "unused-suppression"])
    #expect(found.count == 1 && found[0].hasSuffix(message), "\(found)")
  }

  @Test func `Words in the text are no suppressions`() throws {
    for text in [
      "{{pair:103|A loclint-x|Un loclint-x}}\n", "<!-- see loclint-disable -->\n{{pair:103}}\n",
      "<!-- loclint-disable xyzzy\n{{pair:103}}\n", "# loclint-disable x\n{{pair:103}}\n",
    ] {
      #expect(try findings(Self.head + text, ["unused-suppression"]) == [])
    }
  }

  private static let comment = "<!-- loclint-disable-next-line empty-target -->"

  @Test(arguments: [
    "```html\n\(comment)\n```\n{{pair:103|Open|}}\n",
    "> ~~~\n> \(comment)\n> ~~~\n\n{{pair:103|Open|}}\n",
    "- ````\n  ```\n  \(comment)\n  ````\n{{pair:103|Open|}}\n",
    "{{pair:103|Open|}} {{pair:104|Write `\(comment)`.|Scrivi `\(comment)`.}}\n{{pair:105|Open|}}\n",
    "Scrivi ``\(comment) ` ``:\n{{pair:103|Open|}}\n",
    "Scrivi `\n\(comment)`:\n{{pair:103|Open|}}\n", "```\n\(comment)\n{{pair:103|Open|}}\n",
  ])
  func `What is shown in code keeps nothing back, and is not told of`(_ body: String) throws {
    let names = ["empty-target", "unused-suppression"]
    let found = try findings(Self.head + body, names)
    #expect(!found.isEmpty && found.allSatisfy { $0.contains("empty-target: nothing") }, "\(found)")
  }

  @Test(arguments: [
    "```\na\n```\n\(comment)\n{{pair:103|Open|}}\n", "A \\` b\n\(comment)\n{{pair:103|Open|}} `\n",
    "One ` alone\n\n\(comment)\n{{pair:103|Open|}}\n",
    "```a``` b\n\(comment)\n{{pair:103|Open|}}\n",
  ])
  func `What stands beside code counts`(_ body: String) throws {
    #expect(try findings(Self.head + body, ["empty-target", "unused-suppression"]) == [])
  }

  @Test(arguments: ["\r", "\r\n"])
  func `Lines may end with a return`(_ end: String) throws {
    let body =
      "\(Self.comment)\n\n{{pair:103|Open|}}\n{{pair:104|Open|}}\n".replacing("\n", with: end)
    let found = try findings(
      "---\ntitle: a\n{{keys}}\n---\n" + body, ["empty-target", "unused-suppression"])
    #expect(found.count == 1 && found[0].contains("empty-target: nothing"), "\(found)")
  }

  @Test func `A reason can be made obligatory`() throws {
    let text =
      Self.head + "<!-- loclint-disable-next-line empty-target -->\n{{pair:103|Open|}}\n"
      + "<!-- loclint-disable-next-line empty-target: -->\n{{pair:104|Open|}}\n"
      + "<!-- loclint-disable-next-line empty-target: why -->\n{{pair:105|Open|}}\n"
    let names = ["empty-target", "unused-suppression"]
    #expect(try findings(text, names) == [])
    #expect(
      try findings(text, names, requiresReason: true) == [
        "10 unused-suppression: 'loclint-disable-next-line' gives no reason",
        "12 unused-suppression: 'loclint-disable-next-line' gives no reason",
      ])
  }

  @Test func `What is said of suppressions can be kept back by name only`() throws {
    let unused = "<!-- loclint-disable-file empty-target -->\n{{pair:103}}\n"
    let names = ["empty-target", "unused-suppression"]
    #expect(try findings(Self.head + unused, names).count == 1)
    #expect(try findings(Self.head + "<!-- loclint-disable-file -->\n" + unused, names).count == 1)
    #expect(
      try findings(
        Self.head + "<!-- loclint-disable-file unused-suppression: soon -->\n" + unused, names)
        == [])
  }

  @Test func `Of comments that speak of one place the first gives the reason, and all are of use`()
    throws
  {
    let comments = [
      "disable-file empty-target: file", "disable: all", "disable-segment 103: segment",
      "disable-segment 103 empty-target, empty-target: again", "enable", "disable empty-source",
    ]
    let text =
      Self.head + comments.map { "<!-- loclint-\($0) -->\n" }.joined(separator: "\n")
      + "{{pair:103|Open|}}\n"
    let found = try findings(text, ["empty-target", "empty-source", "unused-suppression"])
    // The block ends before the pair, and the second name of one comment does nothing.
    #expect(found.map { String($0.split(separator: " ", maxSplits: 1)[0]) } == ["16", "20"])
  }

  @Test func `Bytes in a row that begin no character are one finding`() throws {
    let bytes = Array("# A\n\n{{".utf8) + Array(repeating: 0x80, count: 10_000)
    let rules = RuleLibrary.builtIn.rules.filter { $0.info.id == "invalid-utf8" }
    let linter = Linter(formats: [], rules: rules.map { ($0, $0.info.severity) })
    let report = linter.lint(bytes, of: SourceFile(path: "a.md"), as: SideBySideMarkdown())
    #expect(report.findings.map(\.range) == [ByteRange(7, 10_007)])
  }

  /// A comment with a rule's former name keeps its findings back, and says so.
  @Test func `A former name is told of, with its fix`() throws {
    let word = WordRule(
      "bad-word", finds: "BAD", formerNames: RuleInfo.FormerNames("wicked-word", until: "2.0"))
    let known = KnownRules([word.info]) { [] }
    let rules: [any Rule] = [word, UnusedSuppression(known, requiresReason: false)]
    let text = "<!-- loclint-disable wicked-word, wicked-wrod -->\nBAD\n"
    let report = Linter(formats: [], rules: rules.map { ($0, $0.info.severity) }).lint(
      Array(text.utf8), of: SourceFile(path: "a.md"), as: SideBySideMarkdown())
    #expect(
      report.findings.map { $0.message.text($0.arguments) } == [
        "'wicked-word' is called 'bad-word' now; loclint knows the old name until '2.0'",
        "there is no rule 'wicked-wrod'",
      ])
    #expect(report.findings[0].fix?.safety == .safe)
  }
}
