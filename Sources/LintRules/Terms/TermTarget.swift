import LintCore
import LintText

/// The terms of a glossary in one target. Each sort is looked for once, for all terms of the
/// source, and only when one of them asks.
struct TermTarget {
  private let glossary: Glossary
  /// The ranges of allowed translations in the prose, by their numbers; `nil` until they are asked
  /// for, and so are the others.
  private var allowed: [Int: [Range<Int>]]?
  private var forbidden: [Int: [Range<Int>]]?
  /// The ranges of source terms in the target.
  private var kept: [Int: [Range<Int>]]?

  init(_ glossary: Glossary) { self.glossary = glossary }

  private mutating func allowed(in text: borrowing Text) -> [Int: [Range<Int>]] {
    if let allowed { return allowed }
    let found = glossary.targets.ranges(in: text.prose, isStrict: false)
    allowed = found
    return found
  }

  private mutating func forbidden(in text: borrowing Text) -> [Int: [Range<Int>]] {
    if let forbidden { return forbidden }
    let found =
      glossary.forbidden.isEmpty ? [:] : glossary.forbidden.ranges(in: text.prose, isStrict: true)
    forbidden = found
    return found
  }

  /// Whether one of the allowed translations is there.
  mutating func holdsTranslation(of term: TermTable.Term, in text: borrowing Text) -> Bool {
    Self.anyOf(term.allowed, in: allowed(in: text)) { _ in true }
  }

  /// The ranges of forbidden translations that are not part of an allowed one.
  mutating func forbiddenRanges(of term: TermTable.Term, in text: borrowing Text) -> [Range<Int>] {
    if term.forbidden.isEmpty { return [] }
    let found = Self.ranges(of: term.forbidden, in: forbidden(in: text))
      .sorted { $0.lowerBound < $1.lowerBound }
    if found.isEmpty { return [] }
    let longer = Self.ranges(of: term.allowed, in: allowed(in: text))
      .sorted { ($0.lowerBound, -$0.upperBound) < ($1.lowerBound, -$1.upperBound) }
    if longer.isEmpty { return found }
    // For each, the end of what reaches farthest of it and those before it.
    var ends: [Int] = []
    for range in longer { ends.append(max(ends.last ?? 0, range.upperBound)) }
    return found.filter { range in
      let before = longer.partitionPoint { $0.lowerBound < range.lowerBound }
      if before > 0, ends[before - 1] >= range.upperBound { return false }
      // Of those that begin at the same offset the longest comes first.
      guard before < longer.count, longer[before].lowerBound == range.lowerBound else {
        return true
      }
      return longer[before].upperBound <= range.upperBound
    }
  }

  private static func ranges(of terms: [Int32], in found: [Int: [Range<Int>]]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    _ = anyOf(terms, in: found) {
      ranges += $0
      return false
    }
    return ranges
  }

  /// Whether something holds for the ranges of any of some terms. Walks through `terms`, which are
  /// sorted, or through `found`, whichever has fewer.
  private static func anyOf(
    _ terms: [Int32], in found: [Int: [Range<Int>]], _ holds: ([Range<Int>]) -> Bool
  ) -> Bool {
    if terms.count <= found.count {
      return terms.contains { term in found[Int(term)].map(holds) ?? false }
    }
    return found.contains { terms.containsSorted(Int32($0.key)) && holds($0.value) }
  }

  /// The first range where a source term was left as it is.
  mutating func kept(_ term: TermTable.Term, _ text: borrowing Text) -> Range<Int>? {
    let found = kept ?? glossary.sources.ranges(in: text.prose, isStrict: true)
    kept = found
    return found[term.source]?.first
  }
}
