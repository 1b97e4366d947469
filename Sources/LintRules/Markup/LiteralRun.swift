import LintText

/// How a run of a target fits a literal.
struct LiteralFit {
  /// Indices into the text.
  let range: Range<Int>
  /// What it lacks of the literal at one end, where it has all else: what went elsewhere, if the target
  /// has it.
  let rest: Range<Int>?
  /// Whether it has the literal's signs.
  let isShaped: Bool
  /// Whether they share a part, or half of the letters.
  let isAlike: Bool
  /// Whether they share so much that nothing but the literal belongs there, if nothing else comes into
  /// question.
  let isLikely: Bool
  /// Whether it is certain where it begins and ends.
  let isBounded: Bool
  let isLikeEnd: Bool
}

/// A run of a target between white space, punctuation around it left out; or some of them that spaces
/// around `_` or before `()` have parted.
struct LiteralRun {
  let range: Range<Int>
  let isParted: Bool

  static func all(in text: Span<UInt8>) -> [LiteralRun] {
    var runs: [LiteralRun] = []
    var start = 0
    var index = 0
    /// Where the run begins that a lone `_` goes on with.
    var joined: Int?
    var isBehindLine = false
    while index <= text.count {
      let length = index < text.count ? text.lengthOfGap(at: index) : 1
      if length == 0 {
        index += 1
        continue
      }
      let range = text.trimmedRun(start..<index)
      if range.count == 1, text[range.lowerBound] == 0x5F, let last = runs.last {
        joined = joined ?? last.range.lowerBound
        isBehindLine = true
      } else if range.count == 2, text.has("()", at: range.lowerBound), let last = runs.last {
        runs.append(LiteralRun(range: last.range.lowerBound..<range.upperBound, isParted: true))
      } else if range.count >= 2 {
        runs.append(LiteralRun(range: range, isParted: false))
        if isBehindLine, let joined {
          runs.append(LiteralRun(range: joined..<range.upperBound, isParted: true))
        } else {
          joined = nil
        }
        isBehindLine = false
      }
      index += length
      start = index
    }
    return runs
  }

  /// What the run has there, without spaces.
  func token(in text: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var token: [UInt8] = []
    token.reserveCapacity(range.count)
    for index in range where !text[index].isGap { token.append(text[index]) }
    return token
  }

  /// How it fits a literal; `nil` where it can't be one.
  func fit(of literal: LostLiteral, in text: Span<UInt8>, _ endings: Endings) -> LiteralFit? {
    var bounds = LiteralBounds(range, in: text)
    bounds.begin(literal, text)
    let isShaped = bounds.end(literal.kind, isParted, text)
    if isParted {
      let token = token(in: text, bounds.range)
      return fit(token.span, of: literal, &bounds, isShaped, text, endings)
    }
    return fit(text.extracting(bounds.range), of: literal, &bounds, isShaped, text, endings)
  }

  private func fit(
    _ token: Span<UInt8>, of literal: LostLiteral, _ bounds: inout LiteralBounds, _ isShaped: Bool,
    _ text: Span<UInt8>, _ endings: Endings
  ) -> LiteralFit? {
    guard token.count >= 2 else { return nil }
    let wanted = literal.small.span
    guard isShaped, literal.kind.mayHave(token) else {
      let ends = token.ends(alikeTo: wanted)
      guard !isParted, 4 * (ends.start + ends.end) >= 3 * wanted.count else { return nil }
      return LiteralFit(
        range: bounds.range, rest: Self.rest(token, of: wanted), isShaped: false, isAlike: true,
        isLikely: false, isBounded: bounds.isCertain, isLikeEnd: false)
    }
    let name = token.extracting(0..<token.count - bounds.cutEnding(token, literal, endings))
    let letters = name.count { $0 & 0xC0 != 0x80 }
    guard 3 * name.count >= wanted.count, letters <= 2 * wanted.count + 6 else { return nil }
    let parts = LiteralParts(name, wanted, literal.kind)
    let (alike, all) = Self.letters(name, wanted)
    let isAlike = parts.isShared || 2 * alike >= all
    guard isAlike || literal.kind.isToldByShape else { return nil }
    bounds.settle(parts, literal, isParted, text)
    return LiteralFit(
      range: bounds.range, rest: Self.rest(name, of: wanted), isShaped: true, isAlike: isAlike,
      isLikely: isParted
        ? parts.isFirstShared && parts.isLastShared
        : isAlike || (alike >= 3 && 3 * alike >= all), isBounded: bounds.isCertain,
      isLikeEnd: parts.isLastShared)
  }

  /// How many bytes at the start and at the end both have in common, the signs there left out, and how
  /// many the literal has.
  private static func letters(_ name: Span<UInt8>, _ literal: Span<UInt8>) -> (alike: Int, all: Int)
  {
    var (start, end) = (0, literal.count)
    while start < end, !literal[start].isLetterOrDigit { start += 1 }
    while end > start, !literal[end - 1].isLetterOrDigit { end -= 1 }
    let ends = name.ends(alikeTo: literal)
    return (
      max(0, ends.start - start) + max(0, ends.end - (literal.count - end)), max(1, end - start)
    )
  }

  /// The next word of a literal, where a run is its beginning, or the one before, where it is its end.
  private static func rest(_ token: Span<UInt8>, of literal: Span<UInt8>) -> Range<Int>? {
    guard token.count < literal.count else { return nil }
    let rest: Range<Int>
    if literal.extracting(0..<token.count).elementsEqual(token) {
      rest = token.count..<literal.count
    } else if literal.extracting(literal.count - token.count..<literal.count).elementsEqual(token) {
      rest = 0..<literal.count - token.count
    } else {
      return nil
    }
    var start = rest.lowerBound
    while start < rest.upperBound, !literal[start].isLetterOrDigit { start += 1 }
    var end = start
    while end < rest.upperBound, literal[end].isLetterOrDigit { end += 1 }
    return start < end ? start..<end : rest
  }
}
