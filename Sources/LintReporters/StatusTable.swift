package import LintCore
import LintText

/// How far the translations of each locale are, in all and by folder.
package struct StatusTable: Sendable {
  /// One row; an empty folder stands for all pages of the locale.
  package struct Row: Sendable {
    package let locale: String
    package let folder: String
    package let figures: StatusFigures
  }

  private struct Key: Hashable {
    let locale: String
    let folder: String
  }

  private var figures: [Key: StatusFigures] = [:]

  package init() {}

  /// Adds a page.
  ///
  /// - Parameter folder: the first folder of its path inside its locale; empty where it lies in none.
  package mutating func add(
    _ page: FileFigures, _ standing: SourceStanding, in folder: String, _ run: Run
  ) {
    add(StatusFigures(page, standing, in: run), page.report.locale, folder)
  }

  /// Adds a source that has no page in a locale.
  package mutating func addMissing(_ locale: String, in folder: String) {
    var one = StatusFigures()
    one.missing = 1
    add(one, locale, folder)
  }

  private mutating func add(_ page: StatusFigures, _ locale: String, _ folder: String) {
    let key = Key(locale: locale, folder: folder.isEmpty ? "." : folder)
    figures[key] = (figures[key] ?? StatusFigures()) + page
  }

  /// The locales, each with all of its pages first, and then by folder where there are several.
  package var rows: [Row] { rows(with: []) }

  /// The same with rows of locales and folders that had pages before, and may have none now.
  ///
  /// - Parameter earlier: As rows have them.
  func rows(with earlier: [(locale: String, folder: String)]) -> [Row] {
    var figures = figures
    for (locale, folder) in earlier where !folder.isEmpty {
      let key = Key(locale: locale, folder: folder)
      if figures[key] == nil { figures[key] = StatusFigures() }
    }
    var rows: [Row] = []
    for locale in Set(figures.keys.map(\.locale) + earlier.map(\.locale)).sorted() {
      let folders = figures.filter { $0.key.locale == locale }
        .sorted { $0.key.folder.precedes($1.key.folder) }
      let all = folders.reduce(StatusFigures()) { $0 + $1.value }
      rows.append(Row(locale: locale, folder: "", figures: all))
      guard folders.count > 1 else { continue }
      rows += folders.map { Row(locale: locale, folder: $0.key.folder, figures: $0.value) }
    }
    return rows
  }
}
