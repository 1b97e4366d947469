import LintCore
import LintText

/// Where a source has a word twice within a few words, which excuses a translation that has it twice in
/// a row: `a child element of an Element type`.
struct RepeatedWords {
  /// How many words with a meaning lie between the two at most, and one: they belong to one phrase.
  private static let reach = 3
  /// Bytes of a source so short that a translation may have its own two anywhere.
  private static let short = 60

  /// How far from the place of the two a translation may have its own, in thousandths of the text:
  /// languages differ in their order of words.
  private let tolerance: Int
  /// Places of words with a meaning, in rising order, in thousandths.
  private var places: [Int] = []
  /// Of little words, which must stand next to each other.
  private var littlePlaces: [Int] = []

  init(_ prose: Span<UInt8>, _ functionWords: FunctionWords) {
    tolerance = prose.count < Self.short ? 1000 : 300
    var words: [Range<Int>] = []
    var before: (range: Range<Int>, isLittle: Bool)?
    var index = 0
    while let range = Self.word(prose, from: index) {
      index = range.upperBound
      let isLittle = functionWords.contains(prose, range)
      let word = prose.extracting(range)
      if let before, before.isLittle || range.count < 3,
        prose.extracting(before.range).equalsIgnoringCase(word)
      {
        littlePlaces.append(range.lowerBound * 1000 / prose.count)
      }
      before = (range, isLittle)
      guard !isLittle, range.count >= 3 else { continue }
      for other in words.suffix(Self.reach) {
        guard Self.isSame(prose.extracting(other), word) else { continue }
        places.append(range.lowerBound * 1000 / prose.count)
        break
      }
      words.append(range)
    }
  }

  /// Whether a word that stands twice at a place of the translation may be one that the source has
  /// twice.
  ///
  /// - Parameter isLittle: Whether it is a function word.
  func excuse(_ place: Int, isLittle: Bool) -> Bool {
    let places = isLittle ? littlePlaces : places
    let index = places.partitionPoint { $0 < place - tolerance }
    return index < places.count && places[index] <= place + tolerance
  }

  /// The next run of letters, ASCII or not.
  private static func word(_ prose: Span<UInt8>, from start: Int) -> Range<Int>? {
    var lower = start
    while lower < prose.count, !prose[lower].isTextLetter { lower += 1 }
    guard lower < prose.count else { return nil }
    var upper = lower
    while upper < prose.count, prose[upper].isTextLetter { upper += 1 }
    return lower..<upper
  }

  /// Whether two words are forms of one, or one is a part of the other: `page` and `pages`, `query`
  /// and `queries`, `data` and `database`, `type` and `EntityType`.
  private static func isSame(_ one: Span<UInt8>, _ other: Span<UInt8>) -> Bool {
    let (short, long) = one.count <= other.count ? (one, other) : (other, one)
    guard long.count < 64 else { return false }
    if short.count < 4 {
      return short.equalsIgnoringCase(long.extracting(0..<min(short.count, long.count)))
        && long.count <= short.count + 1
    }
    var common = 0
    while common < short.count, short[common].lowercased == long[common].lowercased { common += 1 }
    if common >= max(4, short.count - 1), common == short.count || long.count <= short.count + 3 {
      return true
    }
    return short.equalsIgnoringCase(long.extracting(long.count - short.count..<long.count))
  }
}
