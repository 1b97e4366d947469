import LintCore
public import LintText

/// Terms with their translations, from all glossaries of a run.
///
/// Each term is held once, whatever locales it has translations for: what holds on a page is looked up
/// when a term is found there.
public final class Glossary: Sendable {
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

  /// More pairs of a source term and a locale than any concept has: each is a row.
  package static let mostPairs = 100_000
  static let tooManyPairs =
    "has more than \(mostPairs) pairs of a source term and a locale"

  /// What a row says of its source; rows that say the same share it.
  struct Translation: Sendable {
    let targets: [String]
    /// Their numbers in `targets` of the glossary.
    let allowed: [Int32]
    /// Their numbers in `forbidden` of the glossary.
    let forbidden: [Int32]
  }

  /// A translation of one term into one locale, and the place of the term's next one.
  struct Link: Sendable {
    let locale: Int32
    let translation: Int32
    /// What tells `hive` from `Hive`, which stand at the same places but are two terms to a glossary.
    let spelling: UInt32
    var next: Int32 = -1
  }

  let sources: TermIndex
  let targets: TermIndex
  let forbidden: TermIndex
  /// Words that stand for no source term in particular.
  let unwanted: TermIndex
  let translations: [Translation]
  let links: [Link]
  /// The first link of each source term, and of each unwanted word.
  let sourceLinks: [Int32]
  let unwantedLinks: [Int32]
  /// By what each tag takes in.
  private let locales: [LocaleTag: Int32]
  private let hasRowsForAll: Bool

  /// The number of what holds for all locales.
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
