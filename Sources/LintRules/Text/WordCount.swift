import LintCore
import LintText

/// How many words of which sort a run of prose holds.
struct WordCount {
  /// Letters only, with apostrophes and hyphens between them.
  private(set) var natural = 0
  /// Natural words that a sentence can't do without, in lower case or at the beginning.
  private(set) var function = 0
  /// Other natural words in lower case.
  private(set) var otherLowercase = 0
  /// Words with digits, dots, underscores, inner capitals and the like.
  private(set) var codeLike = 0
  /// Whether it has an accented letter of Latin, as English hardly has.
  private(set) var hasAccents = false

  init(_ prose: Span<UInt8>, _ functionWords: FunctionWords) {
    var index = 0
    while index < prose.count {
      guard !prose[index].isGap else {
        index += 1
        continue
      }
      let start = index
      while index < prose.count, !prose[index].isGap { index += 1 }
      count(prose, start..<index, functionWords)
    }
  }

  private mutating func count(
    _ prose: Span<UInt8>, _ token: Range<Int>, _ functionWords: FunctionWords
  ) {
    var lower = token.lowerBound
    var upper = token.upperBound
    while lower < upper, opens(prose[lower]) { lower += 1 }
    while upper > lower, closes(prose[upper - 1]) { upper -= 1 }
    guard (lower..<upper).contains(where: { prose[$0].isTextLetterOrDigit }) else { return }
    var hasInnerCapital = false
    var isOdd = false
    for index in lower..<upper {
      let byte = prose[index]
      if byte >= 0x80 {
        noteAccent(prose, index)
      } else if byte.isUppercase, index > lower {
        hasInnerCapital = true
      } else if !byte.isLetter, byte != 0x2D, byte != 0x27, byte != 0x2F {
        isOdd = true
      }
    }
    if isOdd || hasInnerCapital {
      codeLike += 1
      return
    }
    natural += 1
    let isLowercase = !prose[lower].isUppercase
    if functionWords.contains(prose, lower..<upper), isLowercase || natural == 1 {
      function += 1
    } else if isLowercase {
      otherLowercase += 1
    }
  }

  /// `"'([{*_`
  private func opens(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x27, 0x28, 0x5B, 0x7B, 0x2A, 0x5F: true
    default: false
    }
  }

  /// `"')]}*_.,;:!?`
  private func closes(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x27, 0x29, 0x5D, 0x7D, 0x2A, 0x5F, 0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F: true
    default: false
    }
  }

  /// Accented letters of Latin, U+00C0 to U+024F.
  private mutating func noteAccent(_ prose: Span<UInt8>, _ index: Int) {
    if prose[index] & 0xC0 == 0xC0, (0xC0...0x24F).contains(prose.scalar(at: index).value) {
      hasAccents = true
    }
  }
}
