public import LintCore
import LintText

/// One page for people who would rather look than read: figures and charts by locale, family, file
/// and rule, then each finding with source and target side by side.
///
/// The page is whole: it loads nothing and runs no script but its own, which only filters what is
/// there. Its figures stand first and are known last, so that all of it is kept until the end.
public struct HTMLReporter: Reporter {
  public var needs: PlacementNeeds { PlacementNeeds(omissions: [.identity, .counted]) }

  private var counted: CountedRules?
  private var link: RepositoryLink?
  private var locales: [String: HTMLLocale] = [:]
  private var files = HTMLFileTable()
  /// Findings by the index of their rule, without those that are only counted.
  private var listed: [Int] = []
  private var unreadable = ""
  /// Rules that gave up on a file, as HTML.
  private var failures = ""

  public init() {}

  public mutating func begin(_ run: Run, to output: inout Output) {
    counted = CountedRules(run)
    link = RepositoryLink(run.repository)
    listed = run.rules.map { _ in 0 }
  }

  public mutating func join(_ file: FileReport, in run: Run, to output: inout Output) {
    if case .unreadable(let reason) = file.outcome {
      unreadable +=
        "<li><code>\(file.repositoryPath.isolatedHTML)</code>: \(reason.visibleHTML)</li>\n"
      return
    }
    for failure in file.failures {
      failures +=
        "<li><code>\(file.repositoryPath.isolatedHTML)</code>: "
        + failure.sentence(in: run).visibleHTML + "</li>\n"
    }
    for page in file.byPage { add(page, in: run) }
  }

  /// Adds what came of one page.
  private mutating func add(_ file: FileReport, in run: Run) {
    let findings = counted?.add(file) ?? []
    let more = counted?.more(in: file) ?? []
    for finding in findings { listed[finding.rule] += 1 }
    for more in more { listed[more.rule] += more.count }
    if case .plain = file.outcome, findings.isEmpty, more.isEmpty { return }
    // Front matter and folders write the same tag in different letters.
    let name = file.locale
    let row = HTMLFile(
      file, locale: HTMLLocale(name: name), findings, more, number: files.filesWithFindings + 1)
    files.add(row)
    locales[name, default: HTMLLocale(name: name)].add(
      file, findings, more, row, in: run, link)
  }

  public mutating func end(_ summary: Summary, in run: Run, to output: inout Output) {
    let locales = locales.keys.sorted().compactMap { self.locales[$0] }
    let families = families(of: run)
    let headline = headline(summary, in: run)
    output.write(HTMLPage.start(title: "\(Product.name): \(headline)", version: run.version))
    writeSummary(summary, headline, in: run, to: &output)
    if !locales.isEmpty { writeOverview(locales, families, summary, in: run, to: &output) }
    writeFilters(locales, families, in: run, to: &output)
    output.write("<section id=\"findings\" aria-label=\"Findings\" tabindex=\"-1\">\n")
    for locale in locales { output.write(locale.section(families: families.map(\.name))) }
    output.write("</section>\n")
    output.write(HTMLPage.end)
  }

  private var total: Int { listed.reduce(0, +) }

  private func headline(_ summary: Summary, in run: Run) -> String {
    if total == 0, summary.failsAsEmpty(in: run) { return "nothing was checked" }
    let fault = SummarySentence.new(summary) + "fault"
    return total == 0 ? "no \(fault)s" : Numeral.count(total, fault)
  }

  // MARK: Parts of the page

  private func writeSummary(
    _ summary: Summary, _ headline: String, in run: Run, to output: inout Output
  ) {
    output.write("<h1>\(Product.name): \(headline)</h1>\n<p>")
    output.write(
      "Read \(Numeral.count(summary.bilingualFiles, "document")) with "
        + Numeral.count(summary.segments, "segment"))
    if summary.plainFiles > 0 {
      output.write(" and \(Numeral.count(summary.plainFiles, "plain file"))")
    }
    let time = Timestamp(seconds: run.started).withoutZone
    output.write(
      ", <time datetime=\"\(time)Z\">\(time.replacing("T", with: " ").dropLast(3)) UTC</time>")
    if let repository = run.repository {
      let name = "\(repository.url) at \(repository.revision.prefix(12))".visibleHTML
      output.write(
        ", of " + (link.map { "<a href=\"\($0.tree.escapedForHTML)\">\(name)</a>" } ?? name))
    }
    let sentences = SummarySentence.all(summary, in: run).map { " " + $0.visibleHTML }
    output.write(".\(sentences.joined())</p>\n<p>\(verdict(summary, in: run))</p>\n")
    if summary.unreadableFiles > 0 {
      output.write(
        """
        <section aria-labelledby="unread">
        <h2 id="unread">Not checked: \(Numeral.count(summary.unreadableFiles, "path"))</h2>
        <ul>
        \(unreadable)</ul>
        </section>

        """)
    }
    if !failures.isEmpty {
      output.write(
        """
        <section aria-labelledby="given-up">
        <h2 id="given-up">Not looked for: a rule gave up</h2>
        <ul>
        \(failures)</ul>
        </section>

        """)
    }
    let counts = counted?.counts(summary, in: run) ?? []
    guard !counts.isEmpty else { return }
    output.write("<p>Counted, and not listed below:</p>\n<ul>\n")
    for (rule, count) in counts {
      output.write(
        "<li>\(count): \(rule.info.finds.withoutFullStop.proseHTML) (<code>\(rule.info.id.visibleHTML)</code>)</li>\n"
      )
    }
    output.write("</ul>\n")
  }

  private func verdict(_ summary: Summary, in run: Run) -> String {
    // A run that could not do its work passes nowhere.
    if summary.failsAsEmpty(in: run) {
      return "<strong>The run fails</strong>: nothing was checked."
    }
    if summary.failures == 0, summary.exitStatus(in: run) == 2 {
      return "<strong>The run fails</strong>: not all could be checked."
    }
    guard let gate = run.gate else { return "No finding fails the run." }
    let gates = Severity.allCases.filter { $0 >= gate }.reversed().map { "\($0)s" }
    let fails = gates.joined(separator: " and ")
    return summary.failures > 0
      ? "<strong>The run fails</strong>: \(Numeral.count(summary.failures, "finding")) "
        + "(\(fails) fail it)."
      : "The run passes (\(fails) would fail it)."
  }

  private func writeOverview(
    _ locales: [HTMLLocale], _ families: [(name: String, counts: SeverityCounts)],
    _ summary: Summary, in run: Run, to output: inout Output
  ) {
    let standings = Standing.allCases.reversed().filter { summary.count(of: $0) > 0 }
    let longest = locales.map { $0.counts.total + $0.keptBack.reduce(0, +) }.max() ?? 0
    let hasMessages = summary.completeness != nil
    let heads = (standings.map { "\($0)" } + ["Documents", "Segments", "Machine-translated"]).map {
      "<th scope=\"col\">\($0)</th>"
    }
    output.write("<section aria-label=\"Overview\">\n<div class=\"tables\">\n")
    output.write(
      HTMLTable.scrolling(
        caption: "By locale",
        head: "<th scope=\"col\">Locale</th>\(HTMLTable.severities)\(heads.joined())"
          + (hasMessages ? HTMLTable.completeness : ""),
        rows: locales.map { $0.row(longest: longest, standings, hasMessages: hasMessages) }
          .joined()))
    if !standings.isEmpty {
      output.write(
        "<p class=\"hint\">The pale end of a bar is what does not count.</p>\n")
    }
    if total > 0 {
      output.write(HTMLTable.families(families, caption: "By family"))
      output.write(
        "<p class=\"hint\">In the bars errors are high, warnings lower, notes lowest.</p>\n")
    }
    output.write("</div>\n")
    output.write(files.html(without: SummarySentence.new(summary) + "findings", standings))
    writeRules(in: run, to: &output)
    output.write("</section>\n")
  }

  /// Rules that have found something, the most frequent first, with what they are for.
  private func writeRules(in run: Run, to output: inout Output) {
    let found = run.rules.indices.filter { listed[$0] > 0 }.sorted { left, right in
      listed[left] != listed[right]
        ? listed[left] > listed[right] : run.rules[left].info.id < run.rules[right].info.id
    }
    guard !found.isEmpty else { return }
    let heads = [("Rule", "word"), ("Severity", "word"), ("Findings", ""), ("Finds", "prose")]
      .map { "<th scope=\"col\"\($1.isEmpty ? "" : " class=\"\($1)\"")>\($0)</th>" }
    let rows = found.map { index in
      let rule = run.rules[index]
      let id = rule.info.id.visibleHTML
      return """
        <tr id="rule-\(id)"><th scope="row"><code>\(id)</code></th>\
        <td class="word">\(HTMLChart.key(to: rule.severity))&nbsp;\(rule.severity)</td>\
        <td class="count">\(Numeral.grouped(listed[index]))</td>\
        <td class="prose">\(rule.info.finds.proseHTML)\
        <details><summary>Why it matters</summary>\(rule.info.why.proseHTML)</details></td></tr>

        """
    }
    output.write(
      HTMLTable.scrolling(
        caption: "By rule", head: heads.joined(), rows: rows.joined(), kind: "rules"))
  }

  /// The form; it is hidden until the script that it is for shows it.
  private func writeFilters(
    _ locales: [HTMLLocale], _ families: [(name: String, counts: SeverityCounts)], in run: Run,
    to output: inout Output
  ) {
    guard total > 0 else { return }
    output.write(
      """
      <form id="filters" role="search" aria-label="Filter the findings" hidden>
      <div><label for="locale">Locale</label>
      <select id="locale" name="locale"><option value="">All</option>

      """)
    for locale in locales where locale.counts.total > 0 {
      let value = locale.name.isEmpty ? "-" : locale.name.visibleHTML
      output.write("<option value=\"\(value)\">\(locale.title)</option>\n")
    }
    output.write(
      """
      </select></div>
      <div><label for="rule">Rule</label>
      <select id="rule" name="rule"><option value="">All</option>

      """)
    for family in families {
      let name = family.name.visibleHTML
      output.write(
        "<optgroup label=\"\(name)\"><option value=\"\(name)/\">all of \(name)</option>\n")
      for (index, rule) in run.rules.enumerated()
      where rule.info.family == family.name && listed[index] > 0 {
        let id = rule.info.id.visibleHTML
        output.write("<option value=\"\(id)\">\(id)</option>\n")
      }
      output.write("</optgroup>\n")
    }
    output.write("</select></div>\n<fieldset><legend>Severity</legend>\n")
    for severity in Severity.allCases.reversed() {
      output.write(
        """
        <label><input type="checkbox" name="severity" value="\(severity)" checked> \
        \(severity)s</label>

        """)
    }
    output.write(
      """
      </fieldset>
      <div class="text"><label for="text">Text</label>
      <input id="text" name="text" type="search" spellcheck="false"></div>
      <button type="reset">Show all</button>
      <p id="count" role="status">\(Numeral.count(total, "finding"))</p>
      </form>

      """)
  }

  /// Families that have findings listed, in the order of the rules.
  private func families(of run: Run) -> [(name: String, counts: SeverityCounts)] {
    var families: [(name: String, counts: SeverityCounts)] = []
    for (index, rule) in run.rules.enumerated() where listed[index] > 0 {
      if !families.contains(where: { $0.name == rule.info.family }) {
        families.append((rule.info.family, SeverityCounts()))
      }
      if let family = families.firstIndex(where: { $0.name == rule.info.family }) {
        families[family].counts[rule.severity] += listed[index]
      }
    }
    return families
  }
}

extension String {
  fileprivate var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
