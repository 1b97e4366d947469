import LintCore
import LintText

/// What a glossary knows of a translation: looked up once for all terms of its source, and only when
/// one of them asks.
struct TermTarget {
  private let glossary: Glossary
  private var allowed: [Int: [Range<Int>]]?
  private var forbidden: [Int: [Range<Int>]]?
  /// Where terms of the source stand.
  private var kept: [Int: [Range<Int>]]?

  init(_ glossary: Glossary) { self.glossary = glossary }

  private mutating func allowed(in text: borrowing Text) -> [Int: [Range<Int>]] {
    if let allowed { return allowed }
    let places = glossary.targets.places(in: text.prose, isStrict: false)
    allowed = places
    return places
  }

  private mutating func forbidden(in text: borrowing Text) -> [Int: [Range<Int>]] {
    if let forbidden { return forbidden }
    let places =
      glossary.forbidden.isEmpty ? [:] : glossary.forbidden.places(in: text.prose, isStrict: true)
    forbidden = places
    return places
  }

  /// Whether one of the allowed translations is there.
  mutating func holdsTranslation(of term: TermTable.Term, in text: borrowing Text) -> Bool {
    Self.anyOf(term.allowed, in: allowed(in: text)) { _ in true }
  }

  /// Where translations stand that are forbidden and not part of one that is allowed.
  mutating func forbiddenRanges(of term: TermTable.Term, in text: borrowing Text) -> [Range<Int>] {
    if term.forbidden.isEmpty { return [] }
    let found = Self.ranges(of: term.forbidden, in: forbidden(in: text))
      .sorted { $0.lowerBound < $1.lowerBound }
    if found.isEmpty { return [] }
    let longer = Self.ranges(of: term.allowed, in: allowed(in: text))
      .sorted { ($0.lowerBound, -$0.upperBound) < ($1.lowerBound, -$1.upperBound) }
    if longer.isEmpty { return found }
    // How far the allowed ones reach that begin no later.
    var ends: [Int] = []
    for range in longer { ends.append(max(ends.last ?? 0, range.upperBound)) }
    return found.filter { range in
      let before = longer.partitionPoint { $0.lowerBound < range.lowerBound }
      if before > 0, ends[before - 1] >= range.upperBound { return false }
      // Of those that begin with it the longest comes first.
      guard before < longer.count, longer[before].lowerBound == range.lowerBound else {
        return true
      }
      return longer[before].upperBound <= range.upperBound
    }
  }

  private static func ranges(of terms: [Int32], in places: [Int: [Range<Int>]]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    _ = anyOf(terms, in: places) {
      ranges += $0
      return false
    }
    return ranges
  }

  /// Whether something holds for the places of any of some terms; asks for the fewer of both.
  private static func anyOf(
    _ terms: [Int32], in places: [Int: [Range<Int>]], _ holds: ([Range<Int>]) -> Bool
  ) -> Bool {
    if terms.count <= places.count {
      return terms.contains { term in places[Int(term)].map(holds) ?? false }
    }
    return places.contains { terms.containsSorted(Int32($0.key)) && holds($0.value) }
  }

  /// Where a source term stands as it is.
  mutating func kept(_ term: TermTable.Term, _ text: borrowing Text) -> Range<Int>? {
    let places = kept ?? glossary.sources.places(in: text.prose, isStrict: true)
    kept = places
    return places[term.source]?.first
  }
}
