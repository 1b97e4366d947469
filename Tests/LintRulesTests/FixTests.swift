import LintCore
import LintRules
import LintText
import LintWorkspace
import SideBySide
import Testing

@Suite struct FixTests {
  private static let linter = Linter(
    formats: AllFormats.all, rules: RuleLibrary.builtIn.rules.map { ($0, $0.info.severity) }
  )

  /// - Parameter page: The example that the bytes come from.
  private static func lint(_ bytes: [UInt8], _ path: String, _ page: ExamplePage? = nil)
    -> FileReport
  {
    let format =
      page?.format(among: AllFormats.all) ?? AllFormats.all.format(of: path) ?? SideBySideMarkdown()
    return linter.lint(
      bytes, of: SourceFile(path: path), as: format, from: page?.sourceText(format))
  }

  /// A page mended by one rule while all rules look on.
  private static func mend(
    _ bytes: [UInt8], _ path: String, by rule: String, _ page: ExamplePage? = nil
  ) -> FixApplier.Result {
    FixApplier(takes: { linter.rules[$0.rule].info.id == rule }) { lint($0, path, page) }
      .apply(to: bytes, lint(bytes, path, page))
  }

  @Test(arguments: ExampleCase.all(\.fails).filter { $0.rule.info.fixable != nil })
  func `A fix mends its fault, brings no other and touches nothing else`(_ test: ExampleCase) {
    let (before, path) = (test.page.bytes, test.page.path)
    let report = Self.lint(before, path, test.page)
    let mended = Self.mend(before, path, by: test.rule.info.id, test.page)
    let after = mended.bytes
    var counts: [Int: Int] = [:]
    for finding in report.findings { counts[finding.rule, default: 0] += 1 }
    for finding in mended.report.findings { counts[finding.rule, default: 0] -= 1 }
    #expect(counts.values.allSatisfy { $0 >= 0 })
    #expect((after == before) == (counts.values.allSatisfy { $0 == 0 }))
    // What lies outside the edits is there still, in its order.
    var edits = report.findings.flatMap { $0.fix?.fix.edits ?? [] }.map(\.range).sorted()
    edits.append(ByteRange(before.count, before.count))
    var rest = after[...]
    var kept = 0
    for edit in edits where edit.lower >= kept {
      let run = before[kept..<edit.lower]
      while !rest.starts(with: run), !rest.isEmpty { rest.removeFirst() }
      #expect(rest.starts(with: run))
      rest.removeFirst(min(run.count, rest.count))
      kept = edit.upper
    }
    for byte: UInt8 in [0x0A, 0x0D, 0xEF] {
      #expect(before.count { $0 == byte } == after.count { $0 == byte })
    }
    #expect(Self.mend(after, path, by: test.rule.info.id, test.page).bytes == after)
  }

  @Test(arguments: RuleLibrary.builtIn.rules.map(\.info))
  func `A rule says truly whether it has fixes`(_ info: RuleInfo) {
    let fixes = info.fails.compactMap { ExamplePage($0) }.flatMap { page in
      Self.lint(page.bytes, page.path, page).findings
    }.filter { Self.linter.rules[$0.rule].info.id == info.id }.compactMap { $0.fix?.fix }
    #expect(fixes.map(\.safety).max() == info.fixable)
    #expect(fixes.allSatisfy { $0.description.hasSuffix(".") && !$0.edits.isEmpty })
    #expect(info.why.contains("--fix") == (info.fixable != nil))
    #expect(info.why.contains("--fix=suggested") == (info.fixable == .suggested))
  }

  /// A rule, a source, a target, and what the target is to be; the target itself where the source
  /// does not prove what is right.
  private static let halves: [(rule: String, source: String, target: String, mended: String)] = [
    ("changed-link-target", "[a](a.md \"A\")", "[b](b.md \"B\")", "[b](a.md \"B\")"),
    ("changed-link-target", "![a](a.png)", "![b](A.png)", "![b](a.png)"),
    (
      "changed-link-target", "[a](a.md) [b](b.md)", "[a](c.md) [b](d.md)",
      "[a](c.md) [b](d.md)"
    ),
    // Which of the two is wrong is not known.
    (
      "changed-link-target", "[a](a.md) [b](b.md)", "[a](a.md) [b](a.md)",
      "[a](a.md) [b](a.md)"
    ),
    // Text that was taken for an address.
    (
      "changed-link-target", "[!I[a](a.md)] ([!I[b](b.md)])", "[!I[a](a.md)]([!I[b](b.md)])",
      "[!I[a](a.md)]([!I[b](b.md)])"
    ),
    ("changed-code", "Set `a:b`.", "Imposta `a: b`.", "Imposta `a:b`."),
    ("changed-code", "Set `Owner`.", "Imposta `Proprietario`.", "Imposta `Owner`."),
    // The backticks were moved.
    (
      "changed-code", "Set `Owner` on Hive.", "Imposta Owner su `Hive`.", "Imposta Owner su `Hive`."
    ),
    (
      "changed-code", "Run `lantern sync`.", "Esegui `lantern` sync.", "Esegui `lantern` sync."
    ),
    ("changed-placeholder", "Open %TEMP%.", "Apri % TEMP %.", "Apri %TEMP%."),
    ("changed-placeholder", "{0} and {1}", "{ 0} e { 1}", "{0} e {1}"),
    ("changed-placeholder", "{0} and {1}", "{0} e {0}", "{0} e {0}"),
    ("changed-placeholder", "Open %TEMP%.", "Apri % TEMP% o % TEMP%.", "Apri % TEMP% o % TEMP%."),
    (
      "changed-identifier", "HiveLantern", "L'hivelantern, hivelantern",
      "L'HiveLantern, HiveLantern"
    ),
    ("changed-identifier", "Use Hive.Data.", "Usa Hive. data.", "Usa Hive.Data."),
    (
      "changed-identifier", "HiveLantern and hivelantern", "Un hivelantern e hivelantern",
      "Un hivelantern e hivelantern"
    ),
    ("localized-version", "Hub v2.5-beta", "Hub v2,5-beta", "Hub v2.5-beta"),
    ("localized-version", "A Hub 3.5 and Hub 3.5", "Hub 3,5 e Hub 3,5", "Hub 3.5 e Hub 3.5"),
    ("localized-version", "Hub 3.5 weighs 3.5 kg", "Hub 3,5 pesa 3,5 kg", "Hub 3,5 pesa 3,5 kg"),
    ("broken-link-syntax", "![a](a.md \"A\")", "![b] ( a.md \"B\")", "![b](a.md \"B\")"),
    ("broken-link-syntax", "[a](guide.md).", "[b] (Guide.md ).", "[b](guide.md)."),
    ("broken-link-syntax", "![a](guide.md).", "[b] (guide.md).", "[b] (guide.md)."),
    ("broken-link-syntax", "[a](guide.md).", "b] (guide.md).", "b] (guide.md)."),
    ("doubled-word", "a lamp here", "la spia spia spia qui", "la spia qui"),
    ("invisible-character", "Panel", "Pa\u{AD}n\u{200B}nel\u{AD}lo", "Pannello"),
    ("bidi-control", "Panel", "\u{2066}\u{202A}Pannello\u{2069}", "Pannello"),
    ("space-at-markup", "Use (`a`), or", "Usa ( `a` ), o", "Usa (`a`), o"),
    (
      "localized-url", "[a](https://a.example/b)", "[a](https://a.example/it-it/b)",
      "[a](https://a.example/b)"
    ),
  ]

  @Test(arguments: halves)
  func `A fix writes what the source proves, and nothing else`(
    _ rule: String, _ source: String, _ target: String, _ mended: String
  ) throws {
    func page(_ target: String) throws -> ExamplePage {
      try #require(ExamplePage(Example("", .segment(source: source, target: target))))
    }
    let before = try page(target)
    let result = Self.mend(before.bytes, before.path, by: rule)
    #expect(
      String(decoding: result.bytes, as: UTF8.self)
        == String(decoding: try page(mended).bytes, as: UTF8.self))
  }

  @Test func `Escapes go from the tags of a line, and stay in its text`() throws {
    func page(_ quote: String) throws -> ExamplePage {
      try #require(
        ExamplePage(
          Example(
            "",
            .body(
              "<span data-ttu-id=\(quote)7e0c1-103\(quote)>&quot;Sì&quot;</span>"
                + "<span class=\(quote)sxs-lookup\(quote)><span data-stu-id=\(quote)7e0c1-103\(quote)>"
                + "&quot;Yes&quot;</span></span>\n"))))
    }
    let wanted = try page("\"").bytes
    for quote in ["&quot;", "&#34;", "\\\""] {
      let before = try page(quote)
      #expect(Self.mend(before.bytes, before.path, by: "escaped-span-markup").bytes == wanted)
    }
  }
}
