import LintText

extension Span<UInt8> {
  /// Whether spaces that only a copy has make other code of it: within a name or number, before the parenthesis of a call, between two
  /// signs that are one, at the ends; or whether two words of it were fused, or a regular expression lost one. Other spaces are how people write code.
  ///
  /// - Parameter copy: the same but for spaces.
  func isBroken(by copy: Span<UInt8>) -> Bool {
    var (index, other) = (0, 0)
    while index < count || other < copy.count {
      let isSpace = index == count || self[index].isSpace
      let isCopied = other == copy.count || copy[other].isSpace
      if isSpace, isCopied {
        while index < count, self[index].isSpace { index += 1 }
        while other < copy.count, copy[other].isSpace { other += 1 }
      } else if isCopied {
        while other < copy.count, copy[other].isSpace { other += 1 }
        if index == 0 || other == copy.count || isJoint(at: index) { return true }
      } else if isSpace {
        while index < count, self[index].isSpace { index += 1 }
        guard other > 0 else { continue }
        if copy[other - 1].isWordByte, copy[other].isWordByte { return true }
        // In a regular expression's set it is one of the characters: `[ \t]`.
        if copy[other - 1] == 0x5B, copy[other] == 0x5C { return true }
      } else {
        index += 1
        other += 1
      }
    }
    return false
  }

  /// Whether what stands on both sides of an index belongs together.
  private func isJoint(at index: Int) -> Bool {
    guard index < count else { return true }
    let (last, next) = (self[index - 1], self[index])
    let isInWord = last.isWordByte && next.isWordByte
    switch (last, next) {
    case _ where isInWord: return true
    case (_, 0x28): return last.isWordByte && !isKeyword(before: index)
    case (0x2E, _) where index > 1 && self[index - 2].isDigit && next.isDigit: return true
    case (0x2E, _), (0x2D, _), (0x2F, _):
      return index > 1 && self[index - 2].isWordByte && next.isLetterOfName
    case (_, 0x2E):
      return last.isWordByte && index + 1 < count
        && (self[index + 1].isLetterOfName || last.isDigit && self[index + 1].isDigit)
    default: return last.isOperator && next.isOperator
    }
  }

  /// Whether a word of a language stands before a parenthesis, and not the name of what is called.
  private func isKeyword(before index: Int) -> Bool {
    var start = index
    while start > 0, self[start - 1].isWordByte { start -= 1 }
    let word = extracting(start..<index)
    let keywords: [StaticString] = [
      "if", "for", "while", "return", "switch", "in", "and", "or", "not", "is", "print", "else",
    ]
    return keywords.contains { word.elementsEqual($0) }
  }

  /// Whether an address that is the same but for spaces, dashes and letter case leads elsewhere: in names of hosts letter case is
  /// nothing.
  func leadsElsewhere(than other: Span<UInt8>) -> Bool {
    guard count == other.count else { return true }
    var slashes = 0
    for index in indices {
      if self[index] == 0x2F { slashes += 1 }
      if self[index] == other[index] { continue }
      guard slashes < 3, self[index].lowercased == other[index].lowercased else { return true }
    }
    return false
  }
}

extension UInt8 {
  fileprivate var isLetterOfName: Bool { isLetter || self == 0x5F }

  /// `< > = ! + - * / & | :`
  fileprivate var isOperator: Bool {
    switch self {
    case 0x3C, 0x3E, 0x3D, 0x21, 0x2B, 0x2D, 0x2A, 0x2F, 0x26, 0x7C, 0x3A: true
    default: false
    }
  }
}
