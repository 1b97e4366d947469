import LintText

/// A run of letters of the prose, with where it lies in the page.
struct Word {
  let range: Range<Int>
  let text: String

  var count: Int { text.unicodeScalars.count }
  var isLowercase: Bool { text == text.lowercased() }

  /// The scripts of its letters, as far as look-alikes matter.
  var isLatin: Bool {
    text.unicodeScalars.allSatisfy { $0.value < 0x250 || (0x300...0x36F).contains($0.value) }
  }
  var isCyrillic: Bool {
    text.unicodeScalars.allSatisfy { (0x400...0x52F).contains($0.value) }
  }
}

extension Half {
  /// The words that stand by themselves: between white space or the usual punctuation, not parts of
  /// names, addresses or numbers.
  var words: [Word] {
    var words: [Word] = []
    for token in tokens {
      var (lower, upper) = (token.lowerBound, token.upperBound)
      while lower < upper, "\"'([".utf8.contains(bytes[lower]) { lower += 1 }
      while upper > lower, "\"')].,;:!?".utf8.contains(bytes[upper - 1]) { upper -= 1 }
      guard lower < upper else { continue }
      let text = bytes.text(lower..<upper)
      let isWord = text.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0.properties.generalCategory == .nonspacingMark
      }
      if isWord { words.append(Word(range: lower..<upper, text: text)) }
    }
    return words
  }

  /// What stands between white space and markup.
  var tokens: [Range<Int>] {
    var tokens: [Range<Int>] = []
    var start: Int?
    for index in range {
      let isInside = isProse[index - range.lowerBound] && !bytes[index].isSpace
      if isInside, start == nil { start = index }
      if !isInside, let open = start {
        tokens.append(open..<index)
        start = nil
      }
    }
    if let open = start { tokens.append(open..<range.upperBound) }
    return tokens
  }

  /// A place inside a word of the prose, between two of its letters.
  func placeInWord(_ random: inout Random) -> Int? {
    let long = words.filter { $0.count >= 4 }
    guard let word = random.pick(long) else { return nil }
    var places: [Int] = []
    var place = word.range.lowerBound
    let scalars = Array(word.text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      // Not between a letter and its mark.
      if index >= 2, index < scalars.count - 1, scalar.properties.isAlphabetic,
        scalar.properties.generalCategory != .nonspacingMark,
        scalar.properties.generalCategory != .spacingMark
      {
        places.append(place)
      }
      place += UTF8.width(scalar)
    }
    return random.pick(places)
  }

  /// How often a literal stands in the half.
  func count(of literal: String) -> Int {
    bytes.ranges(of: literal, in: range).count
  }
}
