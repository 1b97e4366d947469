public import LintCore

/// Terms with their translations, from all glossaries of a run.
///
/// Each term is held once, whatever locales it has translations for: what holds on a page is looked up
/// when a term is found there.
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

  private(set) var sources = TermIndex()
  private(set) var targets = TermIndex()
  private(set) var forbidden = TermIndex()
  /// Words that stand for no source term in particular.
  private(set) var unwanted = TermIndex()
  private(set) var translations: [Translation] = []
  private(set) var links: [Link] = []
  /// Of each source term, and of each unwanted word: its first link and its last.
  private(set) var sourceLinks: [(first: Int32, last: Int32)] = []
  private(set) var unwantedLinks: [(first: Int32, last: Int32)] = []
  /// By their names in lower case.
  private var locales: [[UInt8]: Int32] = [:]
  private var longestLocale = 0
  private let hasRowsForAll: Bool

  /// The number of what holds for all locales.
  static let everywhere: Int32 = 0

  public init(_ rows: [Row]) {
    hasRowsForAll = rows.isEmpty || rows.contains { $0.locale == nil }
    var last: (row: Row, translation: Int32)?
    var tag: LocaleTag?
    var locale = Self.everywhere
    for row in rows {
      if row.locale != tag { (tag, locale) = (row.locale, number(of: row.locale)) }
      // The rows of one concept share their lists, which makes them equal at a glance.
      let translation: Int32
      if let last, last.row.targets == row.targets, last.row.forbidden == row.forbidden {
        translation = last.translation
      } else {
        translation = add(row)
      }
      last = (row, translation)
      if let source = TermForm(row.source) {
        var spelling = WordHash()
        for byte in row.source.utf8 { spelling.add(UInt32(byte)) }
        let link = Link(
          locale: locale, translation: translation,
          spelling: UInt32(truncatingIfNeeded: spelling.value))
        Self.add(link, to: sources.insert(source), &sourceLinks, &links)
      } else {
        for form in row.forbidden.compactMap({ TermForm($0) }) {
          let link = Link(locale: locale, translation: translation, spelling: 0)
          Self.add(link, to: unwanted.insert(form), &unwantedLinks, &links)
        }
      }
    }
  }

  private mutating func number(of tag: LocaleTag?) -> Int32 {
    guard let tag else { return Self.everywhere }
    let name = Array(tag.description.lowercased().utf8)
    longestLocale = max(longestLocale, name.count)
    let next = Int32(locales.count + 1)
    locales[name] = locales[name] ?? next
    return locales[name] ?? next
  }

  private mutating func add(_ row: Row) -> Int32 {
    let isOfSource = TermForm(row.source) != nil
    translations.append(
      Translation(
        targets: row.targets,
        allowed: row.targets.compactMap { TermForm($0).map { Int32(targets.insert($0)) } },
        forbidden: isOfSource
          ? row.forbidden.compactMap { TermForm($0).map { Int32(forbidden.insert($0)) } } : []))
    return Int32(translations.count - 1)
  }

  /// Says of a form that a translation holds for it in a locale.
  private static func add(
    _ link: Link, to form: Int, _ ends: inout [(first: Int32, last: Int32)], _ links: inout [Link]
  ) {
    let number = Int32(links.count)
    if form == ends.count {
      ends.append((number, number))
    } else {
      links[Int(ends[form].last)].next = number
      ends[form].last = number
    }
    links.append(link)
  }

  /// The terms for a page; `nil` when there are none for its locale.
  func table(for document: borrowing Document) -> TermTable? {
    if let entry = document.metadata("ms.contentlocale"), !entry.value.isEmpty {
      return table(for: document.text(entry.value).bytes)
    }
    guard let tag = document.expectation.configured ?? document.expectation.inPath.last else {
      return hasRowsForAll ? TermTable(self, [Self.everywhere]) : nil
    }
    let name = Array(tag.description.utf8)
    return table(for: name.span)
  }

  /// The terms for a locale: its own, and those of wider ones that it says nothing about.
  private func table(for name: Span<UInt8>) -> TermTable? {
    var chain = hasRowsForAll ? [Self.everywhere] : []
    var range: [UInt8] = []
    for index in 0..<min(name.count, longestLocale) {
      range.append(name[index].lowercased)
      guard index + 1 == name.count || name[index + 1] == 0x2D else { continue }
      if let locale = locales[range] { chain.append(locale) }
    }
    return chain.isEmpty ? nil : TermTable(self, chain)
  }
}
