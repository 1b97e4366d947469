import LintCore
import LintRules
import LintText
import LintWorkspace
import SideBySide
import Testing

/// A rule with one of its examples, in one of the forms that a file can have.
struct ExampleCase: CustomTestStringConvertible, Sendable {
  let rule: any Rule
  let example: Example
  let page: ExamplePage
  let variant: ExamplePage.Variant

  /// What reads it.
  var format: any Format { page.format(among: AllFormats.all) ?? SideBySideMarkdown() }

  var testDescription: String { "\(rule.info.id), \(variant.rawValue): \(example.about)" }

  static func all(_ examples: (RuleInfo) -> [Example]) -> [ExampleCase] {
    RuleLibrary.builtIn.rules.flatMap { rule in
      examples(rule.info).flatMap { example in
        ExamplePage.Variant.allCases.compactMap { variant in
          ExamplePage(example, variant).map {
            ExampleCase(rule: rule, example: example, page: $0, variant: variant)
          }
        }
      }
    }
  }

  /// What is said when it reports something else.
  func difference(_ reported: [ByteRange], from marked: [ByteRange]) -> Testing.Comment? {
    let (found, wanted) = (page.marking(reported), page.marking(marked))
    if found == wanted { return nil }
    // A CR LF is one character, and no "\n".
    let lines = zip(
      wanted.split(whereSeparator: \.isNewline), found.split(whereSeparator: \.isNewline)
    )
    .filter { $0 != $1 }
    return """
      \(rule.info.id): of the example "\(example.about)" (\(variant.rawValue)) it reports something \
      else. Mend `check`, `needs` or the marks ⟦…⟧ of the example.
      \(lines.map { "should be  \($0)\nfound      \($1)" }.joined(separator: "\n"))
      """
  }

  /// What the rule reports, alone or with all the others beside it.
  ///
  /// A rule about suppressions has nothing to say unless others have run.
  func reported(with rules: [any Rule]) -> [ByteRange] {
    let rules = rule is any SuppressionCheck ? RuleLibrary.builtIn.rules : rules
    let linter = Linter(
      formats: [format], rules: rules.map { ($0, $0.info.severity) })
    return page.report(by: linter, format).findings
      .filter { linter.rules[$0.rule].info.id == rule.info.id }
      .map(\.range)
  }
}

@Suite struct ExampleTests {
  @Test(arguments: ExampleCase.all(\.fails))
  func `A rule reports what its failing examples mark`(_ test: ExampleCase) {
    let difference = test.difference(test.reported(with: [test.rule]), from: test.page.marked)
    let isAsMarked = difference == nil
    #expect(isAsMarked, difference)
    #expect(
      !test.page.marked.isEmpty,
      "\(test.rule.info.id): mark what it reports in the example \"\(test.example.about)\": ⟦…⟧")
  }

  @Test(arguments: ExampleCase.all(\.passes))
  func `A rule leaves its passing examples alone`(_ test: ExampleCase) {
    let difference = test.difference(test.reported(with: [test.rule]), from: [])
    let isAsMarked = difference == nil
    #expect(isAsMarked, difference)
  }

  @Test(arguments: ExampleCase.all { $0.fails + $0.passes })
  func `A rule finds nothing where it does not look`(_ test: ExampleCase) {
    let unit = test.format.read(
      test.page.bytes, from: test.page.sourceText(test.format), Page(path: test.page.path))
    look(test, unit.first)
  }

  private func look(_ test: ExampleCase, _ document: borrowing Document) {
    let kind = PageKind(
      format: test.format.name, locale: document.page.textLocale,
      holdsMessages: test.format.holdsMessages)
    var findings = Findings()
    var shared = SharedWork()
    func look(
      _ needs: SegmentTraits,
      _ check: (borrowing Segment, inout SharedWork, inout Findings) -> Void
    ) {
      for index in document.records.indices
      where document.traits[index].isDisjoint(with: needs) {
        check(document.segment(index), &shared, &findings)
        shared = SharedWork()
      }
    }
    switch test.rule.check(on: kind) {
    case .segments(let needs, let check): look(needs) { check.check($0, &$1, &$2) }
    case .pass(let needs, let make):
      if let pass = make(document) { look(needs) { pass.check($0, &$1, &$2) } }
    case .sum(let needs, let make):
      guard let sum = make(document) else { return }
      look(needs) { sum.check($0, &$1, &$2) }
      sum.finish(document, &findings)
    case .document, .files, .suppressions, nil: return
    }
    let isSilent = findings.list.isEmpty
    #expect(
      isSilent,
      """
      \(test.rule.info.id): in the example "\(test.example.about)" it finds something in a segment \
      that has none of the traits in `needs`, and would not be shown it: add the trait
      """)
  }

  @Test(arguments: ExampleCase.all(\.fails))
  func `A suppression keeps back what a rule reports`(_ test: ExampleCase) throws {
    // A comment in UTF-8 is none in UTF-16.
    guard test.page.bytes.first ?? 0 < 0xFE else { return }
    let id = test.rule.info.id
    let about = try #require(RuleLibrary.builtIn.rules.first { $0 is any SuppressionCheck })
    // A format without comments has nothing to keep findings back with.
    guard let line = test.format.comment("loclint-disable-file \(id): an example") else { return }
    let comment = "\n\(line)\n"
    let linter = Linter(
      formats: [test.format],
      rules: (test.rule is any SuppressionCheck ? RuleLibrary.builtIn.rules : [test.rule, about])
        .map {
          ($0, $0.info.severity)
        })
    let report = test.page.report(by: linter, test.format, with: Array(comment.utf8))
    let left = report.findings.filter {
      [id, about.info.id].contains(linter.rules[$0.rule].info.id)
    }
    #expect(
      left.isEmpty,
      """
      \(id): a comment that disables it does not keep back what it reports of the example \
      "\(test.example.about)"
      """)
  }

  @Test(arguments: ExampleCase.all { $0.fails + $0.passes })
  func `Other rules do not change what a rule reports`(_ test: ExampleCase) {
    let difference = test.difference(
      test.reported(with: RuleLibrary.builtIn.rules), from: test.page.marked)
    let isAsMarked = difference == nil
    #expect(isAsMarked, difference)
  }
}
