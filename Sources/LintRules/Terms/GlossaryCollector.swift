import LintCore
import LintText

/// Gathers the terms of a glossary's rows, each once, with a chain of links for its translations.
struct GlossaryCollector {
  private(set) var sources = TermCollector()
  private(set) var targets = TermCollector()
  private(set) var forbidden = TermCollector()
  /// Words that are forbidden whatever source term they stand for.
  private(set) var unwanted = TermCollector()
  private(set) var translations: [Glossary.Translation] = []
  private(set) var links: [Glossary.Link] = []
  /// The indices in `links` of the first link and the last of each source term, and of each
  /// unwanted word.
  private(set) var sourceLinks: [(first: Int32, last: Int32)] = []
  private(set) var unwantedLinks: [(first: Int32, last: Int32)] = []
  /// The number of each locale, by the range of its tag.
  private(set) var locales: [LocaleTag: Int32] = [:]

  init(_ rows: [Glossary.Row]) {
    var last: (row: Glossary.Row, translation: Int32)?
    var tag: LocaleTag?
    var locale = Glossary.everywhere
    for row in rows {
      if row.locale != tag { (tag, locale) = (row.locale, number(of: row.locale)) }
      // The rows of one concept share the storage of their arrays, and then `==` looks at no
      // element.
      let translation: Int32
      if let last, last.row.targets == row.targets, last.row.forbidden == row.forbidden {
        translation = last.translation
      } else {
        translation = add(row)
      }
      last = (row, translation)
      if let source = TermForm(row.source) {
        let spelling = Hash64(of: row.source.utf8Span.span)
        let link = Glossary.Link(
          locale: locale, translation: translation,
          spelling: UInt32(truncatingIfNeeded: spelling.value))
        Self.add(link, to: sources.insert(source), &sourceLinks, &links)
      } else {
        for form in row.forbidden.compactMap({ TermForm($0) }) {
          let link = Glossary.Link(locale: locale, translation: translation, spelling: 0)
          Self.add(link, to: unwanted.insert(form), &unwantedLinks, &links)
        }
      }
    }
  }

  private mutating func number(of tag: LocaleTag?) -> Int32 {
    guard let tag else { return Glossary.everywhere }
    let range = tag.range
    if let known = locales[range] { return known }
    let next = Int32(locales.count + 1)
    locales[range] = next
    return next
  }

  private mutating func add(_ row: Glossary.Row) -> Int32 {
    let isOfSource = TermForm(row.source) != nil
    translations.append(
      Glossary.Translation(
        targets: row.targets,
        allowed: row.targets.compactMap { TermForm($0).map { Int32(targets.insert($0)) } },
        forbidden: isOfSource
          ? row.forbidden.compactMap { TermForm($0).map { Int32(forbidden.insert($0)) } } : []))
    return Int32(translations.count - 1)
  }

  /// Appends a link to the chain of a form.
  private static func add(
    _ link: Glossary.Link, to form: Int, _ ends: inout [(first: Int32, last: Int32)],
    _ links: inout [Glossary.Link]
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
}
