import LintCore
import LintText

/// A name with one capital of which Turkish or Azerbaijani has made a word with `ı`: `Wındows`.
struct DotlessName {
  /// In the source.
  let source: Range<Int>
  /// In the target.
  let target: Range<Int>

  /// Words with `ı` that a word of English or a name may become.
  private static let words: Set<[UInt8]> = Set(
    "fir kil kin kir kit kis kiz pil sik sir tip tik zip zit hiz his mir cis ilik islik irk"
      .utf8.split(separator: 0x20).map { Array($0) })

  static func all(in segment: borrowing Segment) -> [DotlessName] {
    let prose = segment.target.prose
    var found: [DotlessName] = []
    var budget = SearchBudget(segment)
    var start = 0
    while let dotless = prose.firstRange(of: "\u{131}", from: start) {
      let word = prose.turkicWord(around: dotless.lowerBound)
      start = max(word.upperBound, dotless.upperBound)
      guard let plain = plain(prose.extracting(word)), !isTurkic(plain.span),
        budget.allows(segment.source),
        let source = segment.source.prose.firstRangeIgnoringCase(
          of: plain.span, from: 0,
          where: { segment.source.prose.isNamed($0) })
      else { continue }
      found.append(DotlessName(source: source, target: word))
    }
    return found
  }

  /// A word with `i` for `ı` in small letters, if it may be a name: three letters or more of ASCII, with a
  /// capital or the `ı` of one at the beginning and none within.
  private static func plain(_ word: Span<UInt8>) -> [UInt8]? {
    guard word.count >= 4, word.count <= 40, word[0].isUppercase || word[0] == 0xC4 else {
      return nil
    }
    var plain: [UInt8] = []
    var index = 0
    while index < word.count {
      if word[index] == 0xC4 {
        plain.append(0x69)
        index += 2
      } else {
        // A word that keeps an `i` knows both letters.
        guard word[index].isLetterOrDigit, index == 0 || !word[index].isUppercase,
          word[index] != 0x69
        else { return nil }
        plain.append(word[index].lowercased)
        index += 1
      }
    }
    return plain
  }

  /// Whether a word may be one of Turkish, where `i` stands for `ı`: all its vowels are said at the back of the
  /// mouth, `o` in the first syllable alone, no two stand together, and no two consonants begin it.
  private static func isTurkic(_ word: Span<UInt8>) -> Bool {
    if words.contains(word.lowercased) { return true }
    var vowels = 0
    var wasVowel = false
    for index in word.indices {
      let isVowel: Bool
      switch word[index] {
      case 0x61, 0x69, 0x75: isVowel = true  // a, ı, u
      case 0x6F where vowels == 0: isVowel = true
      case 0x65, 0x6F, 0x71, 0x77, 0x78, 0x30...0x39: return false  // e, o, q, w, x
      default: isVowel = false
      }
      if isVowel {
        if wasVowel { return false }
        vowels += 1
      } else if index == 1, !wasVowel {
        return false
      }
      wasVowel = isVowel
    }
    // Of short words the endings of cases are mistaken for names: `Salı`.
    return word.count >= 5 || word[word.count - 1] == 0x69
  }
}

extension Span<UInt8> {
  /// The letters of Latin and digits around an index.
  fileprivate func turkicWord(around index: Int) -> Range<Int> {
    var (lower, upper) = (index, index)
    while lower > 0 {
      if self[lower - 1].isLetterOrDigit {
        lower -= 1
      } else if lower > 1, self[lower - 1] & 0xC0 == 0x80, isAccented(lower - 2) {
        lower -= 2
      } else {
        break
      }
    }
    while upper < count {
      if self[upper].isLetterOrDigit {
        upper += 1
      } else if isAccented(upper), upper + 1 < count {
        upper += 2
      } else {
        break
      }
    }
    return lower..<upper
  }

  /// Whether a word that stands by itself has a capital and no other one.
  fileprivate func isNamed(_ range: Range<Int>) -> Bool {
    guard self[range.lowerBound].isUppercase, isWhole(range) else { return false }
    return !extracting(range.lowerBound + 1..<range.upperBound).contains(where: \.isUppercase)
  }
}
