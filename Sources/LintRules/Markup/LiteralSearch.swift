import LintCore
import LintText

/// Looks for the literals of a source in its target, and for what became of them.
struct LiteralSearch {
  /// What a literal became.
  struct Change {
    let range: Range<Int>
    /// Whether the literal belongs there beyond doubt.
    let isProven: Bool
  }

  private let target: LiteralText
  private var packed: PackedText?
  /// The runs of the target between white space, punctuation around them left out.
  private var tokens: [Range<Int>]?
  /// What is told of already: one literal is one finding, and has become one thing.
  private var told: Set<[UInt8]> = []
  private var taken: Set<Range<Int>> = []
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
  mutating func lacks(_ literal: [UInt8], _ kind: Literal.Kind, _ segment: borrowing Segment)
    -> Bool
  {
    guard told.insert(literal).inserted, budget.allows(segment.target) else { return false }
    return !target.contains(literal, isAddress: kind == .address || kind == .mail)
  }

  /// The range of a literal that stands with spaces in it, or with signs of full width.
  mutating func spaced(_ literal: [UInt8], _ segment: borrowing Segment) -> Range<Int>? {
    guard budget.allows(segment.target) else { return nil }
    if packed == nil { packed = PackedText(target.read.span) }
    guard let found = packed?.range(of: literal, in: target.read.span) else { return nil }
    return target.range(found)
  }

  /// The run of the target that is most like a literal, or the only one of its shape, and that the
  /// source lacks.
  mutating func similar(
    _ literal: [UInt8], _ kind: Literal.Kind, _ segment: borrowing Segment
  ) -> Change? {
    var best: (range: Range<Int>, alike: Int, isShaped: Bool)?
    var isTied = false
    // A span of `self` would keep the rest of it from changing.
    let target = target
    let text = target.read.span
    if tokens == nil { tokens = Self.tokens(text) }
    let all = tokens ?? []
    guard comparisons.allows(segment.target) else { return nil }
    for run in all {
      // What stands before an address without a space is none of it.
      let scheme = kind == .address ? text.extracting(run).firstRange(of: "http") : nil
      let range = run.lowerBound + (scheme?.lowerBound ?? 0)..<run.upperBound
      guard !taken.contains(range) else { continue }
      let token = text.extracting(range)
      let (start, end) = token.ends(alikeTo: literal.span)
      let isShaped = kind.mayHave(token)
      let alike = start + end
      guard isShaped ? Self.hasLength(of: literal, token) : 4 * alike >= 3 * literal.count,
        isShaped != (best?.isShaped ?? isShaped) ? isShaped : alike >= best?.alike ?? 0,
        comparisons.allows(segment.source), !isInSource(token, besides: literal, segment)
      else { continue }
      isTied = best?.alike == alike && best?.isShaped == isShaped
      best = (range, alike, isShaped)
    }
    guard let best, !isTied || 2 * best.alike >= literal.count else { return nil }
    taken.insert(best.range)
    let isProven = best.isShaped && 2 * best.alike >= literal.count && !isTied
    return Change(range: target.range(best.range), isProven: isProven)
  }

  /// Whether a run may be a literal that was translated: letters beyond ASCII take up to three bytes.
  private static func hasLength(of literal: [UInt8], _ token: Span<UInt8>) -> Bool {
    3 * token.count >= literal.count && token.count <= 2 * literal.count + 6
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

  private static func tokens(_ text: Span<UInt8>) -> [Range<Int>] {
    var tokens: [Range<Int>] = []
    var start = 0
    var index = 0
    while index <= text.count {
      let length = index < text.count ? text.lengthOfGap(at: index) : 1
      if length == 0 {
        index += 1
        continue
      }
      let token = text.trimmedToken(start..<index)
      if token.count >= 2 { tokens.append(token) }
      index += length
      start = index
    }
    return tokens
  }
}

extension Literal.Kind {
  /// Whether a run of a target may be a literal of this kind that was translated.
  fileprivate func mayHave(_ token: Span<UInt8>) -> Bool {
    let last = token.count - 1
    switch self {
    case .option: return token[0] == 0x2D && (token[1].isTextLetter || token[1] == 0x2D)
    case .slashOption: return token[0] == 0x2F && token[1].isTextLetter
    case .keyword: return token[0] == 0x2E && token[1].isTextLetter
    case .command:
      return (token.firstIndex(of: 0x2D).map { $0 > 0 && $0 < last } ?? false)
    case .call: return token.count > 2 && token.has("()", at: token.count - 2)
    case .lowLine: return token.firstIndex(of: 0x5F).map { $0 > 0 && $0 < last } ?? false
    case .mail: return token.firstIndex(of: 0x40) != nil
    case .path:
      return token.count > 2 && (token[0] == 0x2F || token[0] == 0x5C || token.has(":\\", at: 1))
    case .registryKey: return token.has("hkey", at: 0)
    case .address: return token.contains("://") || token.has("http", at: 0)
    case .argument: return token[0] == 0x25
    case .identifier: return token.count > 24 && token.count(of: 0x2D) == 4
    case .hexadecimal: return token.has("0x", at: 0)
    case .locale: return token.count == 5 && token[2] == 0x2D
    }
  }
}

extension Span<UInt8> {
  /// How many bytes at the start and at the end both texts have in common.
  fileprivate func ends(alikeTo other: Span<UInt8>) -> (start: Int, end: Int) {
    let most = Swift.min(count, other.count)
    var start = 0
    while start < most, self[start] == other[start] { start += 1 }
    var end = 0
    while end < most - start, self[count - 1 - end] == other[other.count - 1 - end] { end += 1 }
    return (start, end)
  }

  /// How many bytes of white space, markup or punctuation beyond ASCII there are at an index.
  fileprivate func lengthOfGap(at index: Int) -> Int {
    let byte = self[index]
    if byte < 0x80 { return byte.isGap || byte == 0x22 || byte == 0x2A || byte == 0x60 ? 1 : 0 }
    switch byte {
    case 0xC2:
      return index + 1 < count && (self[index + 1] == 0xA0 || self[index + 1] | 0x10 == 0xBB)
        ? 2 : 0
    // U+2000 to U+203F, U+3000 to U+303F, signs of full width from U+FF00 on.
    case 0xE2, 0xE3: return index + 1 < count && self[index + 1] == 0x80 ? 3 : 0
    case 0xEF: return index + 1 < count && self[index + 1] == 0xBC ? 3 : 0
    default: return 0
    }
  }

  /// A run without punctuation at its ends, and without the words of a script that has no spaces around
  /// its letters of ASCII.
  fileprivate func trimmedToken(_ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, "'([{,;:<".utf8.contains(self[lower]) { lower += 1 }
    while upper > lower, "')]},;:!?.>".utf8.contains(self[upper - 1]) {
      if self[upper - 1] == 0x29, upper - lower > 2, self[upper - 2] == 0x28 { break }
      upper -= 1
    }
    var start = lower
    while start < upper, isUnspaced(start) { start += 3 }
    // What is translated before a sign is part of the name.
    if start < upper, self[start].isLetterOrDigit { lower = start }
    var end = upper
    while end - 3 >= lower, isUnspaced(end - 3) { end -= 3 }
    if end > lower, self[end - 1].isLetterOrDigit { upper = end }
    return lower..<upper
  }

  /// Whether a letter of three bytes of a script begins that has no spaces, or of Hangul.
  private func isUnspaced(_ index: Int) -> Bool {
    switch self[index] {
    case 0xE3...0xED: true
    case 0xE0: index + 1 < count && self[index + 1] >= 0xB8
    default: false
    }
  }
}
