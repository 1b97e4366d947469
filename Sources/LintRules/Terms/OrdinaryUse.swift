import LintText

/// Whether a name that is also a word of English may be that word where it stands: `Go`, `Swift`.
enum OrdinaryUse {
  /// What stands behind the subject of a sentence, which is no verb or adjective.
  private static let verbs = words("is was has had can will does may should must supports provides")
  /// What makes a verb of the word before it.
  private static let particles = words("ahead back away through down up out over")
  private static let joints = words("and or")
  private static let articles = words("a an the")

  private static func words(_ list: String) -> Set<[UInt8]> {
    Set(list.utf8.split(separator: 0x20).map { Array($0) })
  }

  /// - Parameter name: A range in the prose of a source, where a name stands.
  static func mayBe(_ name: Range<Int>, in prose: Span<UInt8>) -> Bool {
    let word = prose.extracting(name)
    guard word.count >= 2, word[0].isUppercase,
      !word.extracting(1..<word.count).contains(where: { !$0.isLowercase }),
      EnglishWords.isOrdinary(word) || EnglishWords.isCompound(word)
    else { return false }
    let after = prose.word(after: name.upperBound)
    // "Security is important": such words take no article, as names.
    if verbs.contains(after), !isMassNoun(word) { return false }
    if particles.contains(after) || begins(name.lowerBound, in: prose) { return true }
    // A participle before a noun is an adjective.
    if word.has("ing", at: word.count - 3) || word.has("ed", at: word.count - 2),
      articles.contains(prose.word(before: name.lowerBound)), after.first?.isLowercase == true
    {
      return true
    }
    return isTitle(around: name, in: prose)
  }

  private static func isMassNoun(_ word: Span<UInt8>) -> Bool {
    let endings: [StaticString] = ["ing", "ity", "cy", "tion", "ment", "ness", "ance", "ence"]
    return endings.contains {
      word.count > 5 && word.has($0, at: word.count - $0.utf8CodeUnitCount)
    }
  }

  /// Whether a sentence, or what is marked or quoted, begins at an index: there every word has a capital.
  private static func begins(_ start: Int, in prose: Span<UInt8>) -> Bool {
    var index = start
    while index > 0, !prose[index - 1].isTextLetterOrDigit {
      index -= 1
      switch prose[index] {
      case 0x20, 0x2C, 0x28, 0x2F, 0x2D, 0x26: continue  // , ( / - &
      default: return true
      }
    }
    return index == 0
  }

  /// Whether the other words are written as in a title: the long ones with a capital.
  private static func isTitle(around name: Range<Int>, in prose: Span<UInt8>) -> Bool {
    var (capitals, index) = (0, 0)
    var isFirst = true
    while index < prose.count, index < name.upperBound + 200 {
      guard prose[index].isTextLetterOrDigit else {
        index += 1
        continue
      }
      let start = index
      while index < prose.count, prose[index].isTextLetterOrDigit { index += 1 }
      defer { isFirst = false }
      guard index - start >= 3, start != name.lowerBound else { continue }
      if prose[start].isLowercase {
        if index - start >= 4 { return false }
        continue
      }
      // "Swift or Rust" are two names.
      if !isFirst, !joints.contains(prose.word(before: start)),
        EnglishWords.isOrdinary(prose.extracting(start..<index))
      {
        capitals += 1
      }
    }
    return capitals > 0
  }
}

extension Span<UInt8> {
  /// The word behind a space at an index; empty where there is none.
  fileprivate func word(after end: Int) -> [UInt8] {
    guard end < count, self[end] == 0x20 else { return [] }
    var upper = end + 1
    while upper < count, upper - end < 20, self[upper].isLetter { upper += 1 }
    return Array(extracting(end + 1..<upper))
  }

  /// The word before a space at an index, in small letters; empty where there is none.
  fileprivate func word(before start: Int) -> [UInt8] {
    guard start > 1, self[start - 1] == 0x20 else { return [] }
    var lower = start - 1
    while lower > 0, start - lower < 20, self[lower - 1].isLetter { lower -= 1 }
    return extracting(lower..<start - 1).lowercased
  }
}
