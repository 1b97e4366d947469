package import LintCore

/// Figures about a run for people, to follow the text report.
package enum Statistics {
  /// Findings by rule and by locale, and how good each locale is.
  package static func text(_ summary: Summary, in run: Run) -> String {
    let tables = [
      rules(summary, in: run), locales(summary, in: run), messages(summary), files(summary),
    ]
    return tables.filter { !$0.isEmpty }.map { "\n" + $0 }.joined()
  }

  /// What each rule took, the slowest first.
  package static func times(_ summary: Summary, in run: Run) -> String {
    let total = summary.ruleSeconds.reduce(0, +)
    var table = TextTable([("seconds", .right), ("share", .right), ("rule", .left)])
    let order = summary.ruleSeconds.indices.sorted {
      summary.ruleSeconds[$0] != summary.ruleSeconds[$1]
        ? summary.ruleSeconds[$0] > summary.ruleSeconds[$1]
        : run.rules[$0].info.id < run.rules[$1].info.id
    }
    for index in order {
      let seconds = summary.ruleSeconds[index]
      table.add([
        Numeral.decimal(seconds, digits: 3), share(seconds, of: total), run.rules[index].info.id,
      ])
    }
    guard !order.isEmpty else { return "" }
    return "\nTime in rules, all workers together: \(Numeral.decimal(total, digits: 3)) s\n"
      + table.text
  }

  /// A score as it is shown.
  package static func score(_ score: Double) -> String { Numeral.decimal(score, digits: 2) }

  private static func rules(_ summary: Summary, in run: Run) -> String {
    var table = TextTable([
      ("findings", .right), ("per 1,000 segments", .right), ("severity", .left), ("rule", .left),
    ])
    let found = run.rules.indices.filter { summary.findings[$0] > 0 }.sorted {
      summary.findings[$0] != summary.findings[$1]
        ? summary.findings[$0] > summary.findings[$1]
        : run.rules[$0].info.id < run.rules[$1].info.id
    }
    for index in found {
      table.add([
        Numeral.grouped(summary.findings[index]),
        rate(summary.findings[index], of: summary.segments),
        run.rules[index].severity.rawValue, run.rules[index].info.id,
      ])
    }
    return found.isEmpty ? "" : "Findings by rule:\n" + table.text
  }

  private static func locales(_ summary: Summary, in run: Run) -> String {
    let hasScores = summary.locales.values.contains { $0.sourceWords > 0 }
    var columns: [(title: String, alignment: TextTable.Alignment)] = [
      ("locale", .left), ("documents", .right), ("machine-translated", .right),
      ("segments", .right), ("findings", .right), ("per 1,000", .right),
    ]
    let standings = Standing.allCases.reversed().filter { summary.count(of: $0) > 0 }
    columns += standings.map { ("\($0)", .right) }
    if hasScores { columns += [("source words", .right), ("score", .right)] }
    var table = TextTable(columns)
    for name in summary.locales.keys.sorted() {
      guard let locale = summary.locales[name] else { continue }
      let findings = locale.findings.reduce(0, +)
      var row = [
        name.isEmpty ? "none" : name, Numeral.grouped(locale.documents),
        share(Double(locale.machineTranslated), of: Double(locale.documents)),
        Numeral.grouped(locale.segments), Numeral.grouped(findings),
        rate(findings, of: locale.segments),
      ]
      row += standings.map { Numeral.grouped(locale.count(of: $0)) }
      if hasScores {
        row += [Numeral.grouped(locale.sourceWords), locale.score(in: run).map(score) ?? "–"]
      }
      table.add(row)
    }
    guard !summary.locales.isEmpty else { return "" }
    return "Findings by locale:\n" + table.text
      + (hasScores ? explanation(run, hasMore: !standings.isEmpty) : "")
  }

  /// How far messages are translated in each locale.
  private static func messages(_ summary: Summary) -> String {
    guard summary.completeness != nil else { return "" }
    var table = table(of: "locale")
    for name in summary.locales.keys.sorted() {
      guard let completeness = summary.locales[name]?.completeness else { continue }
      table.add([name.isEmpty ? "none" : name] + cells(of: completeness))
    }
    return "Messages by locale:\n" + table.text
  }

  /// The files in which most is left to do.
  private static func files(_ summary: Summary) -> String {
    guard !summary.leastComplete.isEmpty else { return "" }
    var table = table(of: "file")
    for file in summary.leastComplete {
      table.add([TextReporter.printable(file.path)] + cells(of: file.completeness))
    }
    return "Messages by file, those with most to do:\n" + table.text
  }

  private static func table(of title: String) -> TextTable {
    TextTable(
      [(title, .left), ("share", .right)]
        + Completeness.figures.map { (title: $0.name, alignment: TextTable.Alignment.right) })
  }

  private static func cells(of completeness: Completeness) -> [String] {
    let all = completeness.translated + completeness.open
    return [share(Double(completeness.translated), of: Double(all))]
      + Completeness.figures.map { Numeral.grouped(completeness[keyPath: $0.path]) }
  }

  private static func explanation(_ run: Run, hasMore: Bool) -> String {
    let costs = Severity.allCases.map { "\($0) \(Numeral.shortest(run.penalties.of($0)))" }
    return "  score: 100 less a tenth of the penalties per 1,000 source words "
      + "(\(costs.joined(separator: ", ")))"
      + (!hasMore ? "\n" : run.scoresNewAlone ? ", of new findings alone\n" : ", of all findings\n")
  }

  private static func rate(_ count: Int, of segments: Int) -> String {
    segments == 0 ? "–" : Numeral.decimal(Double(count) * 1000 / Double(segments), digits: 2)
  }

  private static func share(_ part: Double, of whole: Double) -> String {
    whole == 0 ? "–" : Numeral.decimal(100 * part / whole, digits: 1) + " %"
  }
}
