import LintCore
import LintText

/// Looks for a part of a literal that a target spells in its own letters, or in another letter case: what became of
/// `-LidState` where `лидстате` stands there.
struct LiteralRemains {
  private var budget: SearchBudget
  private var words: [SpeltWord]?
  /// Each literal is compared with each word; no sentence has more of either.
  private var literalsLeft = 16
  private static let mostWords = 256

  init(_ segment: borrowing Segment) {
    budget = SearchBudget(segment)
  }

  /// What became of a literal, where its parts tell more than what has been found.
  mutating func place(
    of literal: LostLiteral, _ found: LiteralPlace?, _ segment: borrowing Segment
  ) -> LiteralPlace? {
    if found?.isProven == true || literalsLeft == 0 { return found }
    literalsLeft -= 1
    var parts = NameParts(literal.plain.span)
    while let part = parts.next() {
      let name = literal.plain.span.extracting(part)
      guard name.count <= 60, name.isCamelCase, budget.allows(segment.target) else { continue }
      if words == nil { words = SpeltWord.all(in: segment.target.prose) }
      guard let all = words, !all.isEmpty, all.count <= Self.mostWords,
        budget.allows(all.count * 64),
        let best = SpeltWord.best(for: name, in: all, []),
        !segment.target.bytes.containsIgnoringCase(name)
      else { continue }
      let word = all[best.index].range
      guard let found else {
        let isWhole = literal.isAll(but: part) && segment.target.prose.isUnbroken(word)
        return LiteralPlace(range: word, isProven: best.distance == 0 && isWhole, isLikeEnd: false)
      }
      guard found.range.lowerBound <= word.lowerBound, word.upperBound <= found.range.upperBound
      else { continue }
      return LiteralPlace(
        range: found.range,
        isProven: best.distance == 0 && literal.is(segment.target, found.range, word, part),
        isLikeEnd: found.isLikeEnd)
    }
    return found
  }
}

extension LostLiteral {
  /// Whether it has nothing but signs besides a part.
  fileprivate func isAll(but part: Range<Int>) -> Bool {
    !plain.indices.contains { !part.contains($0) && plain[$0].isLetterOrDigit }
  }

  /// Whether a range of a target, but for spaces and backslashes, is the literal with a word in the place of a part.
  fileprivate func `is`(
    _ target: borrowing Text, _ range: Range<Int>, _ word: Range<Int>, _ part: Range<Int>
  ) -> Bool {
    var next = 0
    var index = range.lowerBound
    while index < range.upperBound {
      if index == word.lowerBound {
        guard next == part.lowerBound else { return false }
        (index, next) = (word.upperBound, part.upperBound)
        continue
      }
      let byte = target.bytes[index]
      if !byte.isGap, byte != 0x5C {
        guard next < plain.count, plain[next] == byte else { return false }
        next += 1
      }
      index += 1
    }
    return next == plain.count
  }
}
