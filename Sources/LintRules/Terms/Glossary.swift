import LintCore
public import LintText

/// Terms with their translations, from all glossaries of a run.
///
/// Each term is held once, however many locales it has translations for; what holds for the locale
/// of a page is looked up when the term is found there.
public final class Glossary: Sendable {
  /// A source term and its translations into one locale.
  public struct Row: Equatable, Sendable {
    /// `nil` for all pages, where the glossary names no locale.
    public let locale: LocaleTag?
    /// Empty for words that are forbidden whatever source term they stand for.
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

  /// The most pairs of a source term and a locale in one concept. Each becomes a row, so a file
  /// that has many of both would take memory by their product; no real concept comes near.
  package static let mostPairs = 100_000
  static let tooManyPairs =
    "has more than \(mostPairs) pairs of a source term and a locale"

  /// What a row says of its source; rows in sequence that say the same share it.
  struct Translation: Sendable {
    let targets: [String]
    /// Their numbers in `targets` of the glossary.
    let allowed: [Int32]
    /// Their numbers in `forbidden` of the glossary.
    let forbidden: [Int32]
  }

  /// A translation of one term into one locale; those of one term are a chain.
  struct Link: Sendable {
    /// The number of the locale, `everywhere` for all.
    let locale: Int32
    /// An index in `translations`.
    let translation: Int32
    /// A hash of the source as it is written: it tells `hive` from `Hive`, which match the same
    /// words of a text but are two terms to a glossary.
    let spelling: UInt32
    /// The index in `links` of the term's next one; -1 for none.
    var next: Int32 = -1
  }

  let sources: TermIndex
  let targets: TermIndex
  let forbidden: TermIndex
  /// Words that are forbidden whatever source term they stand for.
  let unwanted: TermIndex
  let translations: [Translation]
  let links: [Link]
  /// The index in `links` of the first link of each source term, and of each unwanted word.
  let sourceLinks: [Int32]
  let unwantedLinks: [Int32]
  /// The number of each locale, by the range of its tag.
  private let locales: [LocaleTag: Int32]
  private let hasRowsForAll: Bool

  /// The locale number of what holds for all locales.
  static let everywhere: Int32 = 0

  public init(_ rows: [Row]) {
    let all = GlossaryCollector(rows)
    sources = TermIndex(all.sources)
    targets = TermIndex(all.targets)
    forbidden = TermIndex(all.forbidden)
    unwanted = TermIndex(all.unwanted)
    (translations, links) = (all.translations, all.links)
    sourceLinks = all.sourceLinks.map(\.first)
    unwantedLinks = all.unwantedLinks.map(\.first)
    locales = all.locales
    hasRowsForAll = rows.isEmpty || rows.contains { $0.locale == nil }
  }

  /// The terms for a page; `nil` when there are none for its locale.
  ///
  /// They are its locale's own, and those of wider ones that it says nothing about.
  func table(for locale: LocaleTag?) -> TermTable? {
    var chain = hasRowsForAll ? [Self.everywhere] : []
    chain += (locale?.fallbacks ?? []).compactMap { locales[$0] }
    return chain.isEmpty ? nil : TermTable(self, chain)
  }
}
