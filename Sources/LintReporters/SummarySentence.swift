package import LintCore

/// What several reports say of a run in the same words.
package enum SummarySentence {
  /// What does not count: `Not counted: 514 known, 3 suppressed.`; empty where all counts.
  package static func keptBack(_ summary: Summary) -> String {
    let parts = Standing.allCases.reversed().filter { summary.count(of: $0) > 0 }.map {
      "\(Numeral.grouped(summary.count(of: $0))) \($0)"
    }
    return parts.isEmpty ? "" : "Not counted: \(parts.joined(separator: ", "))."
  }

  /// Which versions of their sources pages were compared with; empty where they hold these themselves.
  static func compared(_ summary: Summary) -> String {
    guard summary.pairs > 0 else { return "" }
    let parts = SourceVersion.allCases.compactMap { version -> String? in
      let count = summary.count(of: version)
      guard count > 0 else { return nil }
      return switch version {
      case .pin: "\(Numeral.grouped(count)) with the version that they name"
      case .given: "\(Numeral.grouped(count)) with the source given"
      case .commit: "\(Numeral.grouped(count)) with that of their last commit"
      case .today: "\(Numeral.grouped(count)) with that of today"
      }
    }
    let sentence =
      "Sources: \(Numeral.count(summary.pairs, "page")) compared, \(parts.joined(separator: ", "))."
    guard summary.unnamed > 0 else { return sentence }
    let verb = summary.unnamed == 1 ? "names" : "name"
    return sentence
      + " Of them \(Numeral.grouped(summary.unnamed)) \(verb) a version that was not found."
  }

  /// How far messages are translated: `Messages: 37 translated, 1 fuzzy, 2 untranslated; 3 say the same as their
  /// source.`, and of several locales those that lack most; empty in a run without any.
  static func completeness(_ summary: Summary) -> String {
    guard let all = summary.completeness else { return "" }
    func parts(_ completeness: Completeness) -> String {
      Completeness.figures.prefix(3).compactMap { figure -> String? in
        let count = completeness[keyPath: figure.path]
        return count > 0 || figure.path == \.translated
          ? "\(Numeral.grouped(count)) \(figure.name)" : nil
      }.joined(separator: ", ")
    }
    var sentence = "Messages: \(parts(all))"
    if all.identical > 0 {
      sentence +=
        all.identical == 1
        ? "; 1 says the same as its source"
        : "; \(Numeral.grouped(all.identical)) say the same as their source"
    }
    let open = summary.locales.compactMap { locale, figures in
      figures.completeness.map { (locale: locale, open: $0.open) }
    }.filter { $0.open > 0 && !$0.locale.isEmpty }
      .sorted { ($1.open, $0.locale) < ($0.open, $1.locale) }
    if summary.locales.count > 1, !open.isEmpty {
      let listed = open.prefix(5).map { "\($0.locale) \(Numeral.grouped($0.open))" }
      sentence += "; open in \(listed.joined(separator: ", "))"
      if open.count > 5 { sentence += " and \(open.count - 5) more" }
    }
    return sentence + "."
  }

  /// What a run has found that fails because there was nothing to check.
  static let empty = "no page holds a segment"

  /// What reports for people say beside their figures.
  static func all(_ summary: Summary, in run: Run) -> [String] {
    [
      summary.failsAsEmpty(in: run) ? "The run fails, for \(empty)." : "", fixed(summary, in: run),
      fixable(summary), keptBack(summary), compared(summary), completeness(summary),
    ]
    .filter { !$0.isEmpty }
  }

  /// What was mended: `2 changed-link-target, 1 changed-number`, the most first.
  static func rules(_ counts: [Int: Int], in run: Run) -> String {
    counts.sorted { left, right in
      left.value != right.value
        ? left.value > right.value
        : run.rules[left.key].info.id < run.rules[right.key].info.id
    }
    .map { "\(Numeral.grouped($0.value)) \(run.rules[$0.key].info.id)" }.joined(separator: ", ")
  }

  /// `Fixed 3 faults in 2 files: 2 changed-link-target, 1 changed-number.`; empty where nothing was.
  static func fixed(_ summary: Summary, in run: Run) -> String {
    guard summary.fixed > 0 else { return "" }
    return "\(fixedCount(summary)): \(rules(summary.fixedByRule, in: run))."
  }

  /// What mends itself: `--fix may mend up to 883, --fix=suggested 42 more.`; empty where nothing does, and in
  /// a run that has mended what it could.
  static func fixable(_ summary: Summary) -> String {
    guard summary.fixed == 0 else { return "" }
    let fixes = summary.fixes.without(summary.refused)
    let (safe, suggested) = (fixes.safe, fixes.suggested)
    let parts = [
      safe > 0 ? "--fix may mend up to \(Numeral.grouped(safe))" : "",
      suggested > 0
        ? "--fix=suggested \(safe > 0 ? "" : "may mend up to ")\(Numeral.grouped(suggested))"
          + (safe > 0 ? " more" : "") : "",
    ].filter { !$0.isEmpty }
    return parts.isEmpty ? "" : parts.joined(separator: ", ") + "."
  }

  /// `Fixed 3 faults in 2 files`.
  static func fixedCount(_ summary: Summary) -> String {
    "Fixed \(Numeral.count(summary.fixed, "fault")) in \(Numeral.count(summary.fixedFiles, "file"))"
  }

  /// `new ` where there are faults of old besides, so that nothing claims more than is so.
  static func new(_ summary: Summary) -> String { summary.countOfKeptBack > 0 ? "new " : "" }
}
