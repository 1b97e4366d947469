import LintCore
import LintFormats
import LintRules
import Testing

@Suite struct SuppressionTests {
  /// What all rules report of a page, as rule and line.
  private func findings(
    _ text: String, _ names: [String]? = nil, requiresReason: Bool = false
  ) throws -> [String] {
    let example = try #require(ExamplePage(Example("", .file(text))))
    let chosen = AllRules.rules.filter { rule in
      names.map { $0.contains(rule.info.id) } ?? (rule.info.profile == .default)
    }
    let linter = Linter(
      formats: [],
      rules: SuppressionRules.configured(chosen, requiresReason: requiresReason).map {
        ($0, $0.info.severity)
      })
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
}
