import Foundation
import LintCore
import LintRules
import LintText
import LintWorkspace
import SideBySide
import Testing

/// One rule for damage: where it is uncertain where a half ends, nothing that compares halves speaks.
@Suite struct DamagedSegmentTests {
  /// A damaged page, and what was done to its pair.
  enum Damage: String, CaseIterable {
    case sourceNeverCloses, targetNeverCloses, tagInTarget, tagInSource

    /// The pair of an example with the damage.
    func page(source: String, target: String, locale: String) -> [UInt8] {
      let lost = "<span data-ttu-id=\"7e0c1-109\">"
      // In the middle, where both parts still hold something.
      func damaged(_ text: String) -> String {
        let middle = text.index(text.startIndex, offsetBy: text.count / 2)
        return String(text[..<middle]) + lost + String(text[middle...])
      }
      let (target, source) = (
        self == .tagInTarget ? damaged(target) : target,
        self == .tagInSource ? damaged(source) : source
      )
      let pair =
        "<span data-ttu-id=\"7e0c1-103\">\(target)\(self == .targetNeverCloses ? "" : "</span>")"
        + "<span class=\"sxs-lookup\"><span data-stu-id=\"7e0c1-103\">\(source)"
        + (self == .sourceNeverCloses ? "" : "</span></span>")
      let body = pair + "\n\n{{pair:104}}\n"
      return ExamplePage(Example("", locale: locale, .body(body)))!.bytes
    }
  }

  /// Rules that look at segments, with their examples of one.
  static let cases: [(rule: any Rule, source: String, target: String, locale: String)] =
    (RuleLibrary.builtIn.rules + PackRule.builtIn.compactMap { try? $0.rule() }).flatMap { rule in
      rule.info.fails.compactMap { example in
        guard case .segment(let source, let target) = example.form else { return nil }
        let kind = PageKind(format: "", locale: LocaleTag(example.locale))
        switch rule.check(on: kind) {
        case .segments, .pass, .sum: break
        case .document, .files, .suppressions, nil: return nil
        }
        let plain = target.replacing("⟦", with: "").replacing("⟧", with: "")
        return (rule, source, plain, example.locale)
      }
    }

  @Test(arguments: Damage.allCases)
  func nothingIsComparedThere(_ damage: Damage) {
    var looked = 0
    for (rule, source, target, locale) in Self.cases {
      let bytes = damage.page(source: source, target: target, locale: locale)
      let format = SideBySideMarkdown()
      let path = "docs/\(locale.lowercased())/page.md"
      let document = format.read(bytes, Page(path: path))
      #expect(!document.damage.isEmpty)
      for index in document.records.indices where !document.records[index].isCertain { looked += 1 }
      let linter = Linter(formats: [format], rules: [(rule, rule.info.severity)])
      let findings = linter.lint(bytes, of: SourceFile(path: path), as: format).findings
      #expect(
        findings.isEmpty,
        """
        \(rule.info.id) compares halves where it is uncertain where they end (\(damage.rawValue)): \
        \(target)
        """)
    }
    // A damage that leaves no segment says nothing of what looks at segments.
    #expect(looked >= Self.cases.count / 2)
    #expect(Self.cases.count > 40)
  }

  @Test func aClockChangesNoFinding() {
    for (rule, source, target, locale) in Self.cases {
      let page = ExamplePage(Example("", locale: locale, .segment(source: source, target: target)))!
      let format = SideBySideMarkdown()
      let reports = [Measurements(), Measurements(clock: { ProcessInfo.processInfo.systemUptime })]
        .map { measurements in
          Linter(
            formats: [format], rules: RuleLibrary.builtIn.rules.map { ($0, $0.info.severity) },
            measurements: measurements
          ).lint(page.bytes, of: SourceFile(path: page.path), as: format)
        }
      #expect(reports[0].findings.map(\.range) == reports[1].findings.map(\.range))
      #expect(reports[0].findings.map(\.rule) == reports[1].findings.map(\.rule))
      #expect(reports[1].ruleSeconds.count == RuleLibrary.builtIn.rules.count, "\(rule.info.id)")
    }
  }

  /// What documents are looked through for, where the other half excuses it or says what is right: the
  /// part that would is cut off by a tag that is lost in the source.
  @Test(arguments: [
    ("invisible-character", "it-IT", "{{pair:103|Open\u{200B} it.|Apri\u{200B}.}}"),
    ("bidi-control", "it-IT", "{{pair:103|Use \u{202D}.|Usa \u{202D}.}}"),
    ("misdecoded-text", "it-IT", "{{pair:103|It shows Ã©.|Mostra Ã©.}}"),
    ("mixed-script-word", "ru-RU", "{{pair:103|Type \u{430}bc|Введите \u{430}bc}}"),
    (
      "changed-heading-anchor", "it-IT",
      "## <a name=\"open-the-panel\"></a>{{pair:103|Open the panel|Apri il pannello}}"
    ),
  ])
  func aHalfThatIsCutExcusesAsBefore(_ id: String, _ locale: String, _ body: String) throws {
    let rule = try #require(RuleLibrary.builtIn.rules.first { $0.info.id == id })
    let format = SideBySideMarkdown()
    let page = try #require(ExamplePage(Example("", locale: locale, .body(body + "\n"))))
    let text = String(decoding: page.bytes, as: UTF8.self)
    let source = try #require(text.range(of: "data-stu-id=\"7e0c1-103\">"))
    let cut = text.index(source.upperBound, offsetBy: 3)
    let damaged = text[..<cut] + "<span data-ttu-id=\"7e0c1-109\">" + text[cut...]
    for bytes in [Array(text.utf8), Array(damaged.utf8)] {
      let linter = Linter(formats: [format], rules: [(rule, rule.info.severity)])
      let report = linter.lint(bytes, of: SourceFile(path: page.path), as: format)
      #expect(report.findings.isEmpty, "\(String(decoding: bytes, as: UTF8.self).suffix(200))")
    }
  }
}
