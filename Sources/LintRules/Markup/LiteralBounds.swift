import LintText

/// Where in a run of a target a literal may begin and end. In a script without spaces a run is all of a sentence, and
/// only what the literal has, too, tells where it ends.
struct LiteralBounds {
  private(set) var range: Range<Int>
  /// The run between the gaps.
  private let run: Range<Int>
  private var isStartCertain = true
  private var isEndCertain = true
  /// Letters that may be part of it were left out there.
  private var hasCutStart = false
  private var hasCutEnd = false

  var isCertain: Bool { isStartCertain && isEndCertain }

  init(_ range: Range<Int>, in text: Span<UInt8>) {
    self.range = range
    run = range
  }

  /// Leaves out what stands before a literal without a space.
  mutating func begin(_ literal: LostLiteral, _ text: Span<UInt8>) {
    let kind = literal.kind
    var start = range.lowerBound
    if kind == .address {
      let scheme = text.extracting(range).firstRange(of: literal.small[0] == 0x68 ? "http" : "www.")
      range = start + (scheme?.lowerBound ?? 0)..<range.upperBound
      return
    }
    let behind = text.endOfElision(range)
    while start < range.upperBound, text.isUnspaced(start) { start += 3 }
    start = min(start, range.upperBound)
    if kind.isBegunBySign, !literal.small[0].isLetter {
      // What stands before the sign is none of it.
      if start < range.upperBound, text[start] == literal.small[0] {
        range = start..<range.upperBound
        return
      }
      if behind < range.upperBound, text[behind] == literal.small[0] {
        range = behind..<range.upperBound
        return
      }
    }
    if behind > range.lowerBound {
      range = behind..<range.upperBound
    } else if start > range.lowerBound {
      // What is translated before a sign is part of the name, and nothing tells where it begins; a word of
      // Korean begins behind a space.
      if start < range.upperBound, text[start].isLetterOrDigit {
        range = start..<range.upperBound
        hasCutStart = true
      } else {
        isStartCertain = text.isHangul(range.lowerBound)
      }
    }
  }

  /// Leaves out what stands behind a literal, and tells whether the rest has the signs of its kind alone.
  mutating func end(_ kind: Literal.Kind, _ isParted: Bool, _ text: Span<UInt8>) -> Bool {
    if kind == .address {
      cutEnd(text)
      return true
    }
    var end = range.lowerBound
    while end < range.upperBound,
      kind.allows(text[end]) || (isParted && text[end].isGap)
        || (end == range.lowerBound && kind.isBegunBySign)
    {
      end += 1
    }
    if kind == .call {
      guard text.has("()", at: end) else { return false }
      range = range.lowerBound..<end + 2
      return end > range.lowerBound
    }
    let isWhole = end == range.upperBound
    let isApostrophe = end < text.count && (text[end] == 0x27 || text.has("\u{2019}", at: end))
    // `--lid=open`: the value is another matter.
    guard isWhole || kind == .option || kind == .slashOption || isApostrophe else { return false }
    range = range.lowerBound..<end
    if isApostrophe { hasCutEnd = true } else { cutEnd(text) }
    return true
  }

  /// Leaves out letters of a script without spaces, and particles of Korean.
  private mutating func cutEnd(_ text: Span<UInt8>) {
    var end = range.upperBound
    while end - 3 >= range.lowerBound, text.isUnspaced(end - 3) { end -= 3 }
    guard end < range.upperBound else { return }
    if end > range.lowerBound, text[end - 1].isLetterOrDigit {
      range = range.lowerBound..<end
      hasCutEnd = true
    } else {
      isEndCertain = false
    }
  }

  /// Decides by the parts that the run shares with the literal where it begins and ends.
  mutating func settle(
    _ parts: LiteralParts, _ literal: LostLiteral, _ isParted: Bool, _ text: Span<UInt8>
  ) {
    // The same marks set both off.
    if let mark = literal.mark, range == run, run.lowerBound > 0, text[run.lowerBound - 1] == mark,
      run.upperBound < text.count, text[run.upperBound] == mark
    {
      (isStartCertain, isEndCertain) = (true, true)
      return
    }
    if hasCutStart { isStartCertain = parts.isFirstShared }
    if hasCutEnd { isEndCertain = parts.isLastShared }
    // Words beside a lone sign are parts only if they have the length of one.
    if isParted, literal.kind == .lowLine, !parts.isFirstShared || !parts.hasLength {
      isStartCertain = false
    }
  }

  /// Leaves out the ending of a language, which is none of the name, and tells how many bytes it has.
  mutating func cutEnding(_ token: Span<UInt8>, _ literal: LostLiteral, _ endings: Endings) -> Int {
    guard literal.kind.mayHaveEnding, literal.kind != .call else { return 0 }
    let wanted = literal.small.span
    var stem = wanted.count
    while stem > 0, wanted[stem - 1].isTextLetterOrDigit { stem -= 1 }
    var last = token.count
    while last > 0, token[last - 1].isTextLetterOrDigit { last -= 1 }
    let end = last + wanted.count - stem
    guard wanted.count - stem >= 2, end < token.count,
      token.extracting(last..<end).elementsEqual(wanted.extracting(stem..<wanted.count)),
      endings.end(in: token, at: end) == token.count
    else { return 0 }
    range = range.lowerBound..<range.upperBound - (token.count - end)
    return token.count - end
  }
}

extension Span<UInt8> {
  /// Whether a letter of three bytes of a script begins that has no spaces, or of Hangul.
  func isUnspaced(_ index: Int) -> Bool {
    switch self[index] {
    case 0xE3...0xED: true
    case 0xE0: index + 1 < count && self[index + 1] >= 0xB8
    // Burmese; Khmer.
    case 0xE1: index + 1 < count && (self[index + 1] < 0x84 || self[index + 1] | 1 == 0x9F)
    default: false
    }
  }

  /// A syllable of Korean.
  fileprivate func isHangul(_ index: Int) -> Bool {
    self[index] >= 0xEA && self[index] <= 0xED
  }

  /// Behind an article or a preposition that an apostrophe joins to the next word: `l'`, `dell'`.
  fileprivate func endOfElision(_ range: Range<Int>) -> Int {
    var end = range.lowerBound
    while end < range.upperBound, end - range.lowerBound < 6, self[end].isLetter { end += 1 }
    guard end > range.lowerBound, end < range.upperBound, self[end] == 0x27 else {
      return range.lowerBound
    }
    return end + 1
  }

  /// How many bytes at the start and at the end both texts have in common.
  func ends(alikeTo other: Span<UInt8>) -> (start: Int, end: Int) {
    let most = Swift.min(count, other.count)
    var start = 0
    while start < most, self[start] == other[start] { start += 1 }
    var end = 0
    while end < most - start, self[count - 1 - end] == other[other.count - 1 - end] { end += 1 }
    return (start, end)
  }

  /// How many bytes of white space, markup or punctuation beyond ASCII there are at an index.
  func lengthOfGap(at index: Int) -> Int {
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

  /// A run without punctuation at its ends.
  func trimmedRun(_ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, "'([{,;:<".utf8.contains(self[lower]) { lower += 1 }
    while upper > lower, "')]},;:!?.>".utf8.contains(self[upper - 1]) {
      if self[upper - 1] == 0x29, upper - lower > 1, self[upper - 2] == 0x28 { break }
      upper -= 1
    }
    return lower..<upper
  }
}
