import LintCore
import LintText

/// Finds where a block of several lines should have a link that only its source has.
enum LostLinkPlace {
  /// The link's words, if the block keeps them as they are; else the line with the same code, or with a word that
  /// begins as one of the link's does; else the line that is as far down as the link's in the source, between
  /// what both have.
  @_lifetime(copy segment)
  static func text(for link: Inline, _ segment: borrowing Segment) -> Text {
    let (target, source) = (segment.target, segment.source)
    let words = source[link.content].trimmed
    if words.count >= 3, let found = target.prose.firstRange(of: words.bytes, from: 0) {
      return target[found]
    }
    guard target.trimmed.bytes.firstIndex(of: 0x0A, from: 0) != nil else { return target.trimmed }
    let gap = Gap(around: link, segment)
    let place = code(of: link, gap, segment) ?? word(of: link, gap, segment) ?? gap.place
    var first = min(max(place, 0), target.count - 1)
    var last = first
    while first > 0, target.bytes[first - 1] != 0x0A { first -= 1 }
    while last < target.count, target.bytes[last] != 0x0A { last += 1 }
    let line = target[first..<last].trimmed
    return line.isEmpty ? target.trimmed : line
  }

  /// What lies between the neighbours of a link that both halves have.
  private struct Gap {
    /// Of the target, by its indices.
    var range: Range<Int>
    /// As far down in it as the link in the source.
    let place: Int

    init(around link: Inline, _ segment: borrowing Segment) {
      let (target, source) = (segment.target, segment.source)
      // Those of the target by what they are; of several nobody knows which.
      var known: [[UInt8]: Int] = [:]
      for index in segment.targetInlines.indices where Gap.isKept(segment.targetInlines[index]) {
        let name = [UInt8](target[segment.targetInlines[index].identity].bytes)
        known[name] = known[name] == nil ? index : -1
      }
      var (lower, upper) = (0, target.count)
      var (start, end) = (0, source.count)
      var hasEnd = false
      for index in segment.sourceInlines.indices where !hasEnd {
        let other = segment.sourceInlines[index]
        guard Gap.isKept(other), let place = known[[UInt8](source[other.identity].bytes)],
          place >= 0
        else { continue }
        let partner = segment.targetInlines[place]
        if other.range.upper <= link.range.lower {
          start = other.range.upper - source.range.lower
          lower = partner.range.upper - target.range.lower
        } else if other.range.lower >= link.range.upper,
          partner.range.lower - target.range.lower >= lower
        {
          end = other.range.lower - source.range.lower
          upper = partner.range.lower - target.range.lower
          hasEnd = true
        }
      }
      range = lower..<upper
      // The middle of its words; its address is what the target has not.
      let distance = max(0, link.range.lower - source.range.lower - start) + link.content.count / 2
      let length = end - start - (link.range.count - link.content.count)
      place = lower + (length > 0 ? min(distance, length) * (upper - lower) / length : 0)
    }

    private static func isKept(_ inline: Inline) -> Bool {
      inline.isLink || inline.kind == .reference || inline.kind == .code
    }
  }

  /// Where the target has a code span of the link's words, as near as possible to where it is looked for.
  private static func code(of link: Inline, _ gap: Gap, _ segment: borrowing Segment) -> Int? {
    var nearest: Int?
    for index in segment.sourceInlines.indices {
      let code = segment.sourceInlines[index]
      guard code.kind == .code, link.content.contains(code.range) else { continue }
      let name = segment.source[code.content].bytes
      for index in segment.targetInlines.indices {
        let other = segment.targetInlines[index]
        guard other.kind == .code, segment.target[other.content].bytes.elementsEqual(name) else {
          continue
        }
        let place = other.range.lower - segment.target.range.lower
        if nearest.map({ abs($0 - gap.place) > abs(place - gap.place) }) ?? true { nearest = place }
      }
      return nearest
    }
    return nil
  }

  /// Where the target has words that begin with the letters of the link's words: names and numbers, and words
  /// that languages share. Of several places the one with the most such letters, and then the nearest.
  private static func word(of link: Inline, _ gap: Gap, _ segment: borrowing Segment) -> Int? {
    let words = Words.list(segment.source[link.content].prose).prefix(8)
    guard !words.isEmpty else { return nil }
    let start = gap.range.lowerBound
    // Each word of the target that begins as one of the link's, and how many letters they share.
    var found: [(place: Int, word: Int, letters: Int)] = []
    for other in Words.list(segment.target.prose.extracting(gap.range)) {
      for (index, word) in words.enumerated() {
        let letters = word.letters.commonPrefixCount(other.letters)
        if letters >= 4 { found.append((start + other.start, index, letters)) }
      }
    }
    // A link's words stand together.
    let width = link.content.count * 3 / 2 + 16
    var best: (letters: Int, place: Int)?
    for (index, first) in found.prefix(256).enumerated() {
      var letters = [Int](repeating: 0, count: words.count)
      for other in found[index...].prefix(32) where other.place - first.place <= width {
        letters[other.word] = max(letters[other.word], other.letters)
      }
      let sum = letters.reduce(0, +)
      if let best,
        (best.letters, -abs(best.place - gap.place)) >= (sum, -abs(first.place - gap.place))
      {
        continue
      }
      best = (sum, first.place)
    }
    return best?.place
  }

  /// Words of Latin letters and digits, without case and accents.
  private enum Words {
    static func list(_ text: Span<UInt8>) -> [(start: Int, letters: [UInt8])] {
      var words: [(start: Int, letters: [UInt8])] = []
      var letters: [UInt8] = []
      var start = 0
      var index = 0
      while index <= text.count {
        let (letter, length) = index < text.count ? Self.letter(text, at: index) : (nil, 1)
        if let letter {
          if letters.isEmpty { start = index }
          if letters.count < 32 { letters.append(letter) }
        } else {
          if letters.count >= 4 { words.append((start, letters)) }
          letters.removeAll(keepingCapacity: true)
        }
        index += length
      }
      return words
    }

    private static func letter(_ text: Span<UInt8>, at index: Int) -> (UInt8?, Int) {
      let byte = text[index]
      if byte.isLetterOrDigit { return (byte.lowercased, 1) }
      guard byte == 0xC3, index + 1 < text.count else { return (nil, 1) }
      let letter = latin[Int(text[index + 1] & 0x1F)]
      return (letter == 0x20 ? nil : letter, 2)
    }

    /// U+00C0 to U+00DF, and the same in small letters behind them, without their accents.
    private static let latin = Array("aaaaaaaceeeeiiiidnooooo ouuuuyts".utf8)
  }
}

extension [UInt8] {
  /// How many bytes two begin with that are the same.
  fileprivate func commonPrefixCount(_ other: [UInt8]) -> Int {
    var count = 0
    while count < Swift.min(self.count, other.count), self[count] == other[count] { count += 1 }
    return count
  }
}
