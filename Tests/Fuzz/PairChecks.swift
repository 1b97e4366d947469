import LintCore
import LintRules
import LintText
import LintWorkspace
import MarkdownPairs

/// What must hold of every page that is compared with a source in a file of its own: a NUL stands between
/// the two, and the first byte says what publishes them and which version the source is.
struct PairChecks: Sendable {
  private static let rules = RuleLibrary.builtIn.rules.map {
    (rule: $0, severity: $0.info.severity)
  }

  func check(_ input: [UInt8]) throws(Violation) {
    guard let first = input.first else { return }
    let parts = input.dropFirst().split(
      separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
    let (page, source) = (Array(parts[0]), Array(parts.count > 1 ? parts[1] : []))
    let site = Site.allCases[Int(first) % Site.allCases.count]
    let version = SourceVersion.allCases[Int(first >> 4) % SourceVersion.allCases.count]
    let format = MarkdownPairs(site: site, of: first & 0x80 == 0 ? "a.md" : "a.mdx")
    guard
      let text = format.readSource(source, of: SourceFile(path: "en/a.md"))?.seen(
        as: version, latest: format.readSource(page, of: SourceFile(path: "en/a.md")))
    else { throw Violation("the source is not read") }
    let linter = Linter(formats: [format], rules: Self.rules)
    func lint(_ bytes: [UInt8]) -> FileReport {
      linter.lint(bytes, of: SourceFile(path: "it/a.md"), as: format, from: text)
    }
    let report = lint(page)
    try check(report, page, source)
    let mended = FixApplier(upTo: .suggested, lint: lint).apply(to: page, report)
    try check(mended.report, mended.bytes, source)
    _ = SourcePin.read(page.span, SourcePin.keys)
    _ = Site(of: page.span)
  }

  private func check(_ report: FileReport, _ page: [UInt8], _ source: [UInt8]) throws(Violation) {
    for finding in report.findings {
      try Violation.unless(
        finding.range.lower <= finding.range.upper && finding.range.upper <= page.count,
        "a finding lies at \(finding.range) of \(page.count) bytes")
      for edit in finding.fix?.fix.edits ?? [] {
        try Violation.unless(
          edit.range.lower <= edit.range.upper && edit.range.upper <= page.count,
          "an edit lies at \(edit.range) of \(page.count) bytes")
      }
      guard let related = finding.related, related.file != nil else { continue }
      try Violation.unless(
        related.start.line <= source.count + 1,
        "a second place lies in line \(related.start.line) of \(source.count) bytes")
    }
  }
}
