public import LintCore

/// Terms with their translations, from all glossaries of a run.
public struct Glossary: Sendable {
  /// A source term and its translations into one locale.
  public struct Row: Equatable, Sendable {
    /// `nil` when the glossary doesn't say: for all pages.
    public let locale: LocaleTag?
    /// Empty for words that are forbidden whatever they stand for.
    public let source: String
    public let targets: [String]
    public let forbidden: [String]

    public init(locale: LocaleTag?, source: String, targets: [String], forbidden: [String]) {
      self.locale = locale
      self.source = source
      self.targets = targets
      self.forbidden = forbidden
    }
  }

  /// One table for each locale that is named, the most specific first, and one for all others.
  private let tables: [(locales: LocaleFilter, table: TermTable)]

  public init(_ rows: [Row]) {
    var tags: [LocaleTag?] = []
    for row in rows where !tags.contains(row.locale) { tags.append(row.locale) }
    if !tags.contains(nil), tags.isEmpty { tags.append(nil) }
    tables = tags.sorted { ($0?.description.utf8.count ?? 0) > ($1?.description.utf8.count ?? 0) }
      .map { tag in
        (LocaleFilter(tag.map { [$0] } ?? []), TermTable(Self.rows(rows, for: tag)))
      }
  }

  /// What holds for a locale: its own rows, and those of wider ones that it says nothing about.
  private static func rows(_ rows: [Row], for tag: LocaleTag?) -> [Row] {
    let name = Array((tag?.description ?? "").utf8)
    let holding = rows.filter { row in
      row.locale.map { LocaleFilter([$0]).takes(name.span) } ?? true
    }
    return holding.filter { row in
      row.source.isEmpty
        || !holding.contains {
          $0.source == row.source
            && ($0.locale?.description.utf8.count ?? 0) > (row.locale?.description.utf8.count ?? 0)
        }
    }
  }

  /// The terms for a page; `nil` when there are none for its locale.
  func table(for document: borrowing Document) -> TermTable? {
    for (locales, table) in tables where locales.takes(document) { return table }
    return nil
  }
}
