import LintReporters
import LintRules
import LintText
import TestSupport
import Testing

@testable import LintCore

/// What a format needs that has escapes, several locales in a file and its source in another one: the
/// same rules, comments, baseline, changed lines, fixes and reports, with places in the right file.
@Suite struct AreasTests {
  private static let source = KeyedFormat().readSource(
    Array(
      #"""
      open|Open [the panel](guide\p1.md) for {0} lamps.
      wait|Wait 25 minutes\nfor [the lamps](lamps.md).
      close|Close {0} lamps\p.
      """#.utf8), path: "text/lamps.keyed")

  /// Each text in two locales; what is wrong is said beside the tests.
  private static let page = #"""
    open|it-IT|Apri [il pannello](panel.md) per {0} lampade.
    wait|it-IT|\u00c8 un'attesa di tot minuti\nper [le lampade](lamps.md).
    close|it-IT|Chiudi\n{1} lampade\p.
    open|de-DE|Öffnen Sie [das Feld](guide\p1.md) für {0} Lampen.
    ; loclint-disable-next-line changed-number: it is quicker there
    wait|de-DE|Warten Sie 20 Minuten\nauf [die Lampen](licht.md).
    """#

  private static let rules = GeneralRules.rules(from: RuleResources(Languages())).filter {
    [
      "changed-link-target", "bidi-control", "control-character", "invisible-character",
      "replacement-character", "changed-number", "changed-placeholder", "missing-link",
    ]
    .contains($0.info.id)
  }

  private static func lint(
    _ text: String = page, _ selection: FindingSelection = FindingSelection(),
    needs: PlacementNeeds = .none
  ) -> FileReport {
    let linter = Linter(
      formats: [KeyedFormat()], rules: rules.map { ($0, $0.info.severity) }, needs: needs,
      measurements: Measurements(sourceWords: true), selection: selection)
    return linter.lint(
      Array(text.utf8), of: SourceFile(path: "locale/lamps.keyed"), as: KeyedFormat(), from: source)
  }

  /// Rule, place and text of each finding, and where what explains it stands.
  private static func dump(_ report: FileReport) -> [String] {
    report.findings.map { finding in
      let related = finding.related.map {
        " <- \($0.file?.path ?? "here"):\($0.start.line):\($0.start.column)"
          + "-\($0.end.column)"
      }
      let bytes = Array(page.utf8)
      return "\(rules[finding.rule].info.id) \(report.locale(of: finding)) "
        + "\(finding.start.line):\(finding.start.column)-\(finding.end.column) "
        + "«\(String(decoding: bytes[finding.range.range], as: UTF8.self))»\(related ?? "")"
    }
  }

  private static let found = [
    "changed-link-target it-IT 1:31-39 «panel.md» <- text/lamps.keyed:1:23-34",
    #"changed-number it-IT 2:12-71 «\u00c8 un'attesa di tot minuti\nper [le lampade](lamps.md).»"#
      + " <- text/lamps.keyed:2:11-13",
    "changed-placeholder it-IT 3:21-24 «{1}» <- text/lamps.keyed:3:13-16",
    "changed-link-target de-DE 6:52-60 «licht.md» <- text/lamps.keyed:2:39-47",
  ]

  @Test func `Findings stand in the file, and what explains them in the source's`() {
    #expect(Self.dump(Self.lint()) == Self.found)
  }

  @Test func `Characters that escapes write are found, unless the source has them`() {
    let source = KeyedFormat().readSource(
      Array("a|Open it now\nb|Open\\u200bit\u{FFFD}".utf8), path: "text/a.keyed")
    let linter = Linter(
      formats: [KeyedFormat()], rules: Self.rules.map { ($0, $0.info.severity) })
    let page = #"""
      a|it-IT|Apri\u200blo\u0007 \ufffd \u202e ora
      b|it-IT|Apri\u200blo\ufffd
      """#
    let report = linter.lint(
      Array(page.utf8), of: SourceFile(path: "it/a.keyed"), as: KeyedFormat(), from: source)
    #expect(
      report.findings.map { "\(Self.rules[$0.rule].info.id) \($0.start.line):\($0.start.column)" }
        == [
          "invisible-character 1:13", "control-character 1:21", "replacement-character 1:28",
          "bidi-control 1:35",
        ])
  }

  @Test func `Each locale has its own figures`() {
    let report = Self.lint()
    #expect(report.pages.map(\.locale) == ["it-IT", "de-DE"])
    #expect(report.pages.map(\.segments) == [3, 2])
    #expect(report.pages.map(\.sourceWords) == [13, 11])
    var summary = Summary(rules: Self.rules.count)
    let linter = Linter(formats: [], rules: Self.rules.map { ($0, $0.info.severity) })
    summary.add(
      report, in: Run(version: "1.0.0", rules: linter.rules, gate: .error, started: 0))
    #expect(summary.bilingualFiles == 1 && summary.segments == 5)
    #expect(summary.locales["it-IT"]?.findings.reduce(0, +) == 3)
    #expect(summary.locales["de-DE"]?.findings.reduce(0, +) == 1)
    #expect(summary.locales["de-DE"]?.documents == 1)
  }

  @Test func `What is unfinished is counted and not looked at`() {
    let report = Self.lint("~" + Self.page)
    #expect(Self.rules[report.findings[0].rule].info.id == "changed-number")
    #expect(report.pages.map(\.unfinished) == [1, 0])
  }

  @Test(arguments: [("{0} e {0} lampade", 0), ("lampade", 0), ("{1} lampade", 1)])
  func `Placeholders that are free may be missing and repeat`(_ target: String, _ count: Int) {
    let source = KeyedFormat().readSource(Array("lamps*|{0} lamps".utf8), path: "text/a.keyed")
    let linter = Linter(
      formats: [KeyedFormat()], rules: Self.rules.map { ($0, $0.info.severity) })
    let report = linter.lint(
      Array("lamps*|it-IT|\(target)".utf8), of: SourceFile(path: "it/a.keyed"), as: KeyedFormat(),
      from: source)
    #expect(report.findings.count == count)
  }

  @Test func `A cap counts what it leaves out by locale`() {
    let report = Self.lint(Self.page, FindingSelection(most: 1))
    #expect(report.findings.count == 3)
    #expect(report.pages.map { $0.unlisted.reduce(0) { $0 + $1.count } } == [0, 1])
    #expect(report.unlisted.map(\.count) == [1])
  }

  @Test func `Comments speak of lines and keys of the file`() {
    let text = "; loclint-disable-segment open changed-link-target: a sample\n" + Self.page
    let report = Self.lint(text)
    #expect(report.findings.map { Self.rules[$0.rule].info.id }.count == 3)
    #expect(report.findings.allSatisfy { $0.start.line > 2 })
  }

  @Test(arguments: [
    ("menu.open", "menu.open"), ("menù", "menù"), ("two words", "\"two words\""), ("a:b", "a:b"),
    ("a,b", "\"a,b\""), ("a", "a"),
  ])
  func `A comment may name any key`(_ key: String, _ written: String) {
    let source = KeyedFormat().readSource(Array("\(key)|[x](x.md)".utf8), path: "text/a.keyed")
    let linter = Linter(
      formats: [KeyedFormat()], rules: Self.rules.map { ($0, $0.info.severity) })
    for (comment, count) in [
      ("", 1), ("; loclint-disable-segment \(written) changed-link-target: a sample\n", 0),
      ("; loclint-disable-segment \(written): all of it\n", 0),
    ] {
      let report = linter.lint(
        Array("\(comment)\(key)|it-IT|[x](y.md)".utf8), of: SourceFile(path: "it/a.keyed"),
        as: KeyedFormat(), from: source)
      #expect(report.findings.count == count, "\(comment)")
    }
  }

  @Test func `A baseline knows findings again when lines move`() throws {
    let first = Self.lint(
      Self.page, FindingSelection(baseline: .listing))
    #expect(first.listed.count == 4)
    let baseline = try Baseline(Baseline(Set(first.listed)).text)
    let moved = Self.lint(
      "; a remark\n\n" + Self.page, FindingSelection(baseline: .leavingOut(baseline)))
    #expect(moved.findings.isEmpty)
    #expect(moved.listed.count == 4)
  }

  @Test func `A baseline knows which locale a finding is in`() throws {
    let page = "open|it-IT|[x](y.md) {0}\n"
    let listed = Self.lint(
      page + "open|de-DE|[x](guide\\p1.md) {0}", FindingSelection(baseline: .listing))
    #expect(listed.listed.count == 1)
    let baseline = try Baseline(Baseline(Set(listed.listed)).text)
    let both = Self.lint(
      "open|de-DE|[x](y.md) {0}\n" + page, FindingSelection(baseline: .leavingOut(baseline)))
    #expect(both.findings.map { both.locale(of: $0) } == ["de-DE"])
  }

  @Test func `Only lines that were touched count`() {
    let report = Self.lint(Self.page, FindingSelection(lines: { _ in [2...3] }))
    #expect(report.findings.map(\.start.line) == [2, 3])
  }

  @Test func `A fix is written with escapes`() {
    let applier = FixApplier(upTo: .safe) { bytes in
      Self.lint(String(decoding: bytes, as: UTF8.self))
    }
    let mended = applier.apply(to: Array(Self.page.utf8), Self.lint())
    #expect(
      String(decoding: mended.bytes, as: UTF8.self)
        == Self.page.replacing("(panel.md)", with: #"(guide\p1.md)"#)
        .replacing("(licht.md)", with: "(lamps.md)").replacing("{1}", with: "{0}"))
    #expect(mended.report.findings.count == 1)
  }

  /// Reports what the source says.
  private struct SourceRule: SegmentRule {
    static let message = Message("said", "the source says '{0}'")
    let info = RuleInfo(
      id: "said-source", family: "words", finds: "sources", why: "They are there.", severity: .note,
      issueType: .other, messages: [message], fails: [])
    let needs: SegmentTraits = .always

    func check(
      _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
    ) {
      report(segment.source, Self.message, segment.source.string)
    }
  }

  @Test func `What the source has is reported where its translation stands, in each locale`() {
    let linter = Linter(formats: [KeyedFormat()], rules: [(SourceRule(), .note)])
    let report = linter.lint(
      Array(Self.page.utf8), of: SourceFile(path: "locale/lamps.keyed"), as: KeyedFormat(),
      from: Self.source)
    #expect(
      report.findings.map { "\(report.locale(of: $0)) \($0.start.line)" }
        == ["it-IT 1", "it-IT 2", "it-IT 3", "de-DE 4", "de-DE 6"])
    #expect(report.findings.compactMap(\.related?.start.line) == [1, 2, 3, 1, 2])
  }

  @Test(arguments: AllReporters.names + ["text"])
  func `Every report says which file`(name: String) throws {
    let reporter = try #require(AllReporters.format(named: name)).reporter()
    let report = Self.lint(Self.page, needs: reporter.needs)
    let linter = Linter(formats: [], rules: Self.rules.map { ($0, $0.info.severity) })
    let run = Run(version: "1.0.0", rules: linter.rules, gate: .error, started: 0)
    var text = ReportOfLines.text([report], run, as: reporter).text
    if name == "html" { text = withoutLooks(text) }
    #expect(GoldenFile.difference(text, "areas.\(endings[name, default: name])") == nil)
  }
}
