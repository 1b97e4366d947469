import LintText

/// What CLDR calls the groups into which a language puts numbers.
package struct PluralCategories: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  package static let zero = PluralCategories(rawValue: 1)
  package static let one = PluralCategories(rawValue: 1 << 1)
  package static let two = PluralCategories(rawValue: 1 << 2)
  package static let few = PluralCategories(rawValue: 1 << 3)
  package static let many = PluralCategories(rawValue: 1 << 4)
  package static let other = PluralCategories(rawValue: 1 << 5)

  /// The category that a word names.
  package init?(_ word: Span<UInt8>) {
    guard let bit = Self.names.firstIndex(where: { word.elementsEqual($0) }) else { return nil }
    self.init(rawValue: 1 << UInt8(bit))
  }

  /// The words that messages have for them, in the order of their bits.
  package static let names: [StaticString] = ["zero", "one", "two", "few", "many", "other"]

  /// Their names: `few, many`.
  package var description: String {
    Self.names.enumerated().filter { contains(PluralCategories(rawValue: 1 << UInt8($0.offset))) }
      .map(\.element.description).joined(separator: ", ")
  }
}
