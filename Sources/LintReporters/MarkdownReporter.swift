public import LintCore
import LintText

/// A page in GitHub's Markdown for the summary of a job: what was found by rule, and the most severe
/// findings.
///
/// GitHub refuses a summary of more than 1 MiB.
public struct MarkdownReporter: Reporter {
  public var needs: PlacementNeeds { PlacementNeeds(omissions: [.identity, .counted, .texts]) }

  /// The findings to list.
  private static let longestList = 100
  /// Bytes of the page: a line that would go beyond them is not written.
  private static let longestPage = 1_000_000

  private var counted: CountedRules?
  private var findings = MostSevere<String>(limit: Self.longestList)
  private var obstacles: [String] = []
  /// Findings that count and are not listed in their file's report.
  private var unlisted = 0

  public init() {}

  public mutating func begin(_ run: Run, to output: inout Output) {
    counted = CountedRules(run)
  }

  public mutating func join(_ file: FileReport, in run: Run, to output: inout Output) {
    for reason in file.obstacles(in: run) where obstacles.count < Self.longestList {
      obstacles.append(
        "- \(MarkdownText.code(file.repositoryPath)): \(MarkdownText.escaped(reason))")
    }
    let listed = counted?.add(file) ?? []
    let more = counted?.more(in: file) ?? []
    // They stand in the row of the last one that is listed, for a row of theirs would count as a
    // finding.
    var moreAfter: [Int: MoreFindings] = [:]
    for more in more {
      unlisted += more.count
      if let last = listed.lastIndex(where: { $0.rule == more.rule }) { moreAfter[last] = more }
    }
    for (index, finding) in listed.enumerated() {
      guard findings.takes(finding.severity) else {
        findings.leave()
        continue
      }
      let rule = run.rules[finding.rule].info
      findings.add(
        Self.row(of: finding, moreAfter[index], in: file, rule: rule), finding.severity)
    }
  }

  public mutating func end(_ summary: Summary, in run: Run, to output: inout Output) {
    var page = Page(limit: Self.longestPage)
    page.add(heading(summary, in: run))
    writeObstacles(summary, to: &page)
    writeRules(summary, in: run, to: &page)
    writeFindings(to: &page)
    for (rule, count) in counted?.counts(summary, in: run) ?? [] {
      page.add(
        "\n\(count): \(MarkdownText.prose(rule.info.finds)) (\(MarkdownText.code(rule.info.id)))")
    }
    output.write(page.text)
  }

  private func heading(_ summary: Summary, in run: Run) -> String {
    let counts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = run.rules.indices.reduce(0) { count, index in
        counted?.contains(index) == true
          ? count : count + summary.count(of: severity, by: index)
      }
      return count > 0 ? Numeral.count(count, severity.rawValue) : nil
    }
    // What is not complete must not look clean.
    let isComplete = summary.unreadableFiles + summary.ruleFailures == 0
    let found =
      if summary.files == summary.unreadableFiles || summary.failsAsEmpty(in: run) {
        (["nothing was checked"] + counts).joined(separator: ", ")
      } else if counts.isEmpty, isComplete {
        "no \(SummarySentence.new(summary))faults"
      } else {
        (counts + (isComplete ? [] : ["not all was checked"])).joined(separator: ", ")
      }
    return """
      ## \(Product.name): \(found)

      Read \(Numeral.count(summary.bilingualFiles, "document")) with \
      \(Numeral.count(summary.segments, "segment")).
      """
        + SummarySentence.all(summary, in: run).map { " " + $0 }.joined()
  }

  private func writeObstacles(_ summary: Summary, to page: inout Page) {
    let count = summary.unreadableFiles + summary.ruleFailures
    guard count > 0 else { return }
    page.add(
      "\n### Not checked, or not by all rules\n")
    let listed = page.add(obstacles)
    if listed < count {
      page.add("- and \(Numeral.grouped(count - listed)) more")
    }
  }

  private func writeRules(_ summary: Summary, in run: Run, to page: inout Page) {
    let found = run.rules.indices
      .filter { counted?.contains($0) != true && summary.findings[$0] > 0 }
      .sorted { left, right in
        let (first, second) = (run.rules[left], run.rules[right])
        if first.severity != second.severity { return first.severity > second.severity }
        return summary.findings[left] != summary.findings[right]
          ? summary.findings[left] > summary.findings[right] : first.info.id < second.info.id
      }
    guard !found.isEmpty else { return }
    let isLinked = found.contains { run.rulePages?.address(of: run.rules[$0].info.id) != nil }
    // Whoever follows a link sees first where it leads.
    let host = isLinked ? run.rulePages.map { ", pages at \(MarkdownText.code($0.host))" } : nil
    page.add(
      "\n| Findings | Severity | Rule\(host ?? "") | Finds |\n| ---: | --- | --- | --- |")
    page.add(
      found.map { index in
        let rule = run.rules[index]
        return """
          | \(Numeral.grouped(summary.findings[index])) | \(rule.severity) | \
          \(Self.name(of: rule.info, in: run)) | \
          \(MarkdownText.prose(rule.info.finds)) |
          """
      })
  }

  private static func name(of rule: RuleInfo, in run: Run) -> String {
    let name = MarkdownText.escaped(rule.id)
    return run.rulePages?.address(of: rule.id).map { "[\(name)](<\($0)>)" } ?? name
  }

  private func writeFindings(to page: inout Page) {
    guard findings.count > 0 else { return }
    let title =
      findings.leftOut > 0
      ? "The most severe" : unlisted > 0 ? "The first of each rule in each file" : "All"
    page.add("\n### \(title)\n\n| Place | | Fault | Rule |\n| --- | --- | --- | --- |")
    let listed = page.add(findings.bySeverity)
    let rest = findings.leftOut + findings.count - listed + unlisted
    if rest > 0 { page.add("\nand \(Numeral.grouped(rest)) more.") }
  }

  private static func row(
    of finding: PlacedFinding, _ more: MoreFindings?, in file: FileReport, rule: RuleInfo
  ) -> String {
    let place = MarkdownText.code("\(file.repositoryPath):\(finding.start.line)")
    let message =
      MarkdownText.sentence(finding.message, finding.arguments)
      + (finding.placeInSource.map { " (" + MarkdownText.escaped($0) + ")" } ?? "")
      + (finding.remedy.map { " (`\($0)` mends it)" } ?? "")
      + (more.map { "; \($0.sentenceAlone)" } ?? "")
    return "| \(place) | \(finding.severity) | \(message) | \(MarkdownText.escaped(rule.id)) |"
  }

  /// Lines as long as there is room for them, and for a few words after them.
  private struct Page {
    let limit: Int
    private(set) var text = ""

    init(limit: Int) {
      self.limit = limit
    }

    mutating func add(_ line: String) {
      if text.utf8.count + line.utf8.count < limit { text += line + "\n" }
    }

    /// - Returns: How many there was room for.
    @discardableResult
    mutating func add(_ lines: [String]) -> Int {
      for (index, line) in lines.enumerated() {
        guard text.utf8.count + line.utf8.count < limit - 1000 else { return index }
        add(line)
      }
      return lines.count
    }
  }
}
