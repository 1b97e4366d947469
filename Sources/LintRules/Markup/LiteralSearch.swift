import LintCore
import LintText

/// Looks for the literals of a source in its target, and for what became of them.
struct LiteralSearch {
  private let target: LiteralText
  private var packed: PackedText?
  /// What was asked for already: one literal is one finding.
  private var told: Set<[UInt8]> = []
  private var budget: SearchBudget
  /// What comparing the runs of the target may cost: each is compared letter by letter, and looked for
  /// in the source.
  private var comparisons: SearchBudget

  init(_ segment: borrowing Segment) {
    target = LiteralText(segment.target, segment.targetInlines)
    budget = SearchBudget(segment, factor: 8)
    comparisons = SearchBudget(segment, factor: 4)
  }

  /// Whether a literal, in small letters, is asked for the first time and is not in the target.
  mutating func lacks(
    _ literal: [UInt8], _ kind: Literal.Kind, _ segment: borrowing Segment, _ endings: Endings
  ) -> Bool {
    guard told.insert(literal).inserted, budget.allows(segment.target) else { return false }
    // `Main-Methode` and `Main` name the method, too.
    let name = kind == .call ? Array(literal.dropLast(2)) : literal
    return !target.contains(
      name, isAddress: kind == .address || kind == .mail,
      endings: kind.mayHaveEnding ? endings : .none)
  }

  /// The range of a literal that stands with spaces in it, or with signs of full width.
  mutating func spaced(_ literal: [UInt8], _ segment: borrowing Segment) -> Range<Int>? {
    guard budget.allows(segment.target) else { return nil }
    if packed == nil { packed = PackedText(target.read.span) }
    guard let found = packed?.range(of: literal, in: target.read.span) else { return nil }
    return target.range(found)
  }

  /// What became of some literals.
  ///
  /// - Parameter taken: The ranges of the target that are other literals.
  mutating func fates(
    of literals: [LostLiteral], besides taken: ArraySlice<Range<Int>>, _ segment: borrowing Segment,
    _ endings: Endings
  ) -> [LiteralFate] {
    // A span of `self` would keep the rest of it from changing.
    let target = target
    let text = target.read.span
    let runs = LiteralRun.all(in: text).filter { run in
      !taken.contains { $0.overlaps(target.range(run.range)) }
    }
    var matches = LiteralMatches(runs.count)
    for literal in literals {
      guard comparisons.allows(segment.target) else {
        matches.add([], of: literal)
        continue
      }
      var found: [LiteralMatches.Match] = []
      for index in runs.indices {
        guard let fit = runs[index].fit(of: literal, in: text, endings),
          comparisons.allows(segment.source),
          !hasElsewhere(fit, literal, text, segment),
          !isInSource(runs[index].token(in: text, fit.range).span, besides: literal.small, segment)
        else { continue }
        found.append(LiteralMatches.Match(run: index, fit: fit))
      }
      matches.add(found, of: literal)
    }
    guard comparisons.isLeft else { return literals.map { _ in .unknown } }
    return literals.indices.map { index in
      let place = matches.place(of: index, in: text).map {
        LiteralPlace(range: target.range($0.range), isProven: $0.isProven, isLikeEnd: $0.isLikeEnd)
      }
      return LiteralFate(place: place, hasShape: matches.hasShape(of: index))
    }
  }

  /// Whether the target has what a run lacks of a literal in another place.
  private mutating func hasElsewhere(
    _ fit: LiteralFit, _ literal: LostLiteral, _ text: Span<UInt8>, _ segment: borrowing Segment
  ) -> Bool {
    guard let rest = fit.rest else { return false }
    return !comparisons.allows(segment.target) || text.contains(literal.small.span.extracting(rest))
  }

  /// Whether the source has one of the words of a run of the target, joined by hyphens, which the
  /// literal lacks.
  private func isInSource(
    _ token: Span<UInt8>, besides literal: [UInt8], _ segment: borrowing Segment
  ) -> Bool {
    var start = 0
    while start < token.count {
      let end = token.firstIndex(of: 0x2D, from: start) ?? token.count
      let word = token.extracting(start..<end)
      if literal.span.firstWord(word) == nil, segment.source.bytes.firstWord(word) != nil {
        return true
      }
      start = end + 1
    }
    return false
  }
}
