import LintCore
import LintText

/// What a page shows of one locale: figures, charts, and its files with their findings.
struct HTMLLocale: Sendable {
  /// As BCP 47 writes it; empty where documents name none.
  let name: String
  private(set) var documents = 0
  private(set) var machineTranslated = 0
  private(set) var segments = 0
  /// `nil` in a locale without messages of programs.
  private(set) var completeness: Completeness?
  private(set) var counts = SeverityCounts()
  /// Findings that don't count, by the raw value of the reason.
  private(set) var keptBack = Standing.allCases.map { _ in 0 }
  /// Findings by family and severity.
  private var families: [String: SeverityCounts] = [:]
  private var filesWithFindings = 0
  /// The files, as they go onto the page.
  private var files = ""

  init(name: String) {
    self.name = name
  }

  /// What people call it.
  var title: String { name.isEmpty ? "no locale" : name.visibleHTML }

  /// The fragment of the page's address that leads to it.
  var anchor: String {
    "locale-" + (name.isEmpty ? "none" : URIReference.relative(name).escapedForHTML)
  }

  /// Adds a file with the findings of it that are listed, and how many there are besides.
  mutating func add(
    _ file: FileReport, _ findings: [PlacedFinding], _ more: [MoreFindings], _ row: HTMLFile,
    in run: Run, _ link: RepositoryLink?
  ) {
    if case .bilingual = file.outcome {
      documents += 1
      segments += file.segments
      if file.isMachineTranslated { machineTranslated += 1 }
      if let own = file.completeness { completeness = completeness.map { $0 + own } ?? own }
    }
    for standing in Standing.allCases { keptBack[standing.rawValue] += file.count(of: standing) }
    guard row.counts.total > 0 else { return }
    filesWithFindings += 1
    var familiesOfFile: [(name: String, count: Int)] = []
    func count(_ number: Int, of rule: Int, _ severity: Severity) {
      let family = run.rules[rule].info.family
      counts[severity] += number
      families[family, default: SeverityCounts()][severity] += number
      if let index = familiesOfFile.firstIndex(where: { $0.name == family }) {
        familiesOfFile[index].count += number
      } else {
        familiesOfFile.append((family, number))
      }
    }
    for finding in findings { count(1, of: finding.rule, finding.severity) }
    for more in more { count(more.count, of: more.rule, more.severity) }
    let path = file.repositoryPath.isolatedHTML
    let address = link?.address(of: file.repositoryPath).map(\.escapedForHTML)
    let about =
      [
        file.segments > 0 ? Numeral.count(file.segments, "segment") : "no segments",
        file.isMachineTranslated ? "machine-translated" : "",
      ].filter { !$0.isEmpty }.joined(separator: ", ")
    let byFamily = familiesOfFile.map { "\($0.name.visibleHTML) \(Numeral.grouped($0.count))" }
    files += """
      <section class="file" id="\(row.anchor)" data-path="\(file.repositoryPath.visibleHTML)">
      <h3>\(address.map { "<a href=\"\($0)\">\(path)</a>" } ?? path)</h3>
      <p class="about">\(about); \(row.counts.text) (\(byFamily.joined(separator: ", "))) \
      \(HTMLChart.bar(row.counts, longest: row.counts.total))</p>
      <ol>

      """
    let locale = LocaleTag(file.locale)
    for finding in findings {
      let lines = finding.start.line...max(finding.end.line, finding.start.line)
      files +=
        HTMLFinding(
          finding: finding, rule: run.rules[finding.rule].info, locale: locale,
          address: link?.address(of: file.repositoryPath, lines: lines)
        ).html
    }
    for more in more { files += HTMLFinding.html(of: more, rule: run.rules[more.rule].info) }
    files += "</ol>\n</section>\n"
  }

  /// A row of the table of locales.
  ///
  /// - Parameters:
  ///   - longest: The findings of the locale that has most, with those that don't count.
  ///   - standings: The reasons that have columns.
  ///   - hasMessages: Whether there are columns that tell how far messages are translated.
  func row(longest: Int, _ standings: [Standing], hasMessages: Bool = false) -> String {
    let title = counts.total > 0 ? "<a href=\"#\(anchor)\">\(title)</a>" : title
    return "<tr><th scope=\"row\" class=\"word\">\(title)</th>"
      + HTMLTable.cells(of: counts, keptBack: keptBack.reduce(0, +), longest: longest)
      + (standings.map { keptBack[$0.rawValue] } + [documents, segments, machineTranslated])
      .map { "<td>\(Numeral.grouped($0))</td>" }.joined()
      + (hasMessages ? HTMLTable.cells(of: completeness) : "") + "</tr>\n"
  }

  /// Its part of the list; nothing when nothing was found.
  ///
  /// - Parameter order: All families.
  func section(families order: [String]) -> String {
    guard counts.total > 0 else { return "" }
    let found = order.compactMap { name in families[name].map { (name: name, counts: $0) } }
    return """
      <section class="locale" id="\(anchor)" data-locale="\(name.visibleHTML)">
      <h2>\(title): \(counts.text)</h2>
      <p>\(Numeral.count(documents, "document")), \
      \(Numeral.grouped(machineTranslated)) machine-translated, \
      with \(Numeral.count(segments, "segment")); \
      \(Numeral.count(filesWithFindings, "file")) with findings.</p>
      \(HTMLTable.families(found, caption: "Findings in \(title) by family"))\(files)</section>

      """
  }
}
