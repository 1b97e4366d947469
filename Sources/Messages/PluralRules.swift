package import LintText

/// Which categories of numbers a language has, by CLDR.
package struct PluralRules: Sendable {
  /// All, also those of fractions and of millions alone.
  package let categories: PluralCategories
  /// Those of the whole numbers up to 200, which every program has to do with: not `many` of Czech, which is for
  /// fractions, nor of French, which is for millions.
  package let needed: PluralCategories
  /// The tag of the language.
  package let language: String
  /// The category of a number, as its place among their names.
  package let expression: PluralExpression

  /// - Parameter isOrdinal: whether numbers put in order (1st, 2nd) and do not count.
  /// - Returns: `nil` for a language of which CLDR says nothing.
  package init?(_ locale: LocaleTag, isOrdinal: Bool = false) {
    let rows = isOrdinal ? PluralTable.ordinals : PluralTable.cardinals
    guard let row = Self.row(locale, in: rows) else { return nil }
    self.init(row, language: locale.canonical.name)
  }

  /// What a number that counts belongs to in a language, alone; `nil` for one of which CLDR says nothing.
  static func expression(_ locale: LocaleTag) -> PluralExpression? {
    row(locale, in: PluralTable.cardinals).flatMap {
      PluralExpression($0.expression.utf8Span.span)
    }
  }

  private static func row(_ locale: LocaleTag, in rows: [PluralTable.Row]) -> PluralTable.Row? {
    let own = locale.canonical
    guard !own.isPseudo else { return nil }
    let ofRegion = own.language == "pt" && !["", "BR"].contains(own.region) ? " pt-PT " : ""
    return rows.first { Self.has(ofRegion, $0) }
      ?? rows.first { Self.has(" " + own.language + " ", $0) }
  }

  /// Whether a row is a language's, whose name stands between spaces.
  private static func has(_ name: String, _ row: PluralTable.Row) -> Bool {
    !name.isEmpty && row.languages.utf8Span.span.contains(name.utf8Span.span)
  }

  init?(_ row: PluralTable.Row, language: String) {
    self.language = language
    guard let expression = PluralExpression(row.expression.utf8Span.span) else { return nil }
    self.expression = expression
    categories = row.categories
    var needed: PluralCategories = []
    for form in expression.forms(of: PluralNumbers.small) where form < 6 {
      needed.insert(PluralCategories(rawValue: 1 << UInt8(form)))
    }
    self.needed = needed
  }

  /// Those of `needed` for which no exact number stands: 0, 1 and 2 are what people think of as zero, one and two, also
  /// where the category has more numbers.
  package func needed(besides exact: Set<Int>) -> PluralCategories {
    var left = needed
    for (number, category) in [PluralCategories.zero, .one, .two].enumerated()
    where exact.contains(number) {
      left.remove(category)
    }
    return left
  }
}

/// The numbers by which ways to count are compared.
enum PluralNumbers {
  static let small: [UInt64] = Array(0...200)
  /// The last one has a category of its own in some languages.
  static let all: [UInt64] = small + [1_000_000]
}
