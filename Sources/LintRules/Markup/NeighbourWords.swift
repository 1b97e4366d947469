import LintCore
import LintText

/// What a language may write beside a name without a space: endings, prefixes, the rest of a compound.
struct NeighbourWords: Sendable {
  /// How many letters behind a name may be its ending: `` `Task`em ``. Where endings follow each other,
  /// as in Turkish, they have more.
  private let longestEnding: Int
  private let endings: [StaticString]
  /// Whether two nouns are written as one word, as in German.
  private let isCompounding: Bool
  /// How many letters before a name may be its prefix.
  private let longestPrefix: Int
  private let functionWords: FunctionWords

  private static let agglutinating: Set<String> = [
    "az", "et", "eu", "fi", "hu", "hy", "ka", "kk", "kn", "ky", "ml", "mn", "mr", "ne", "qu", "si",
    "ta", "te", "tk", "tr", "tt", "ug", "uz",
  ]
  private static let compounding: Set<String> = [
    "af", "da", "de", "et", "fi", "fy", "is", "lb", "nb", "nl", "nn", "no", "sv",
  ]
  private static let prefixing: Set<String> = [
    "am", "ar", "ckb", "fa", "he", "mt", "nso", "ps", "st", "sw", "ti", "tn", "ur", "xh", "yi",
    "zu",
  ]
  /// Languages without endings but for that of the plural, one letter.
  private static let uninflected: Set<String> = [
    "ca", "en", "es", "fr", "gl", "id", "it", "ms", "pt", "vi",
  ]
  /// Function words that are also endings: articles that stand behind a noun, particles.
  private static let endings: [String: [StaticString]] = [
    "az": ["da", "də", "mi", "mı", "mu", "mü", "ki"],
    "da": ["en", "et", "er", "ne", "ene", "erne"],
    "nb": ["en", "et", "er", "ne", "ene", "a"],
    "nn": ["en", "et", "er", "ne", "ane", "a"],
    "sv": ["en", "et", "ar", "er", "na"],
    "tr": ["da", "de", "ta", "te", "ki", "mi", "mı", "mu", "mü", "la", "le"],
  ]

  init(language: String) {
    longestEnding =
      Self.agglutinating.contains(language) ? 5 : Self.uninflected.contains(language) ? 1 : 3
    endings = Self.endings[language] ?? []
    isCompounding = Self.compounding.contains(language)
    longestPrefix = Self.prefixing.contains(language) ? 4 : 0
    functionWords = FunctionWords(language: language)
  }

  /// Whether a run of letters beside markup is a word of its own.
  ///
  /// - Parameter source: what stands beside the source's: two words there may make a compound.
  func isWord(_ bytes: Span<UInt8>, _ word: NeighbourWord, beside source: MarkupNeighbour) -> Bool {
    let isFunctionWord = functionWords.contains(bytes, word.range)
    if word.side == .before {
      return word.count > longestPrefix && (word.count > 1 || isFunctionWord)
    }
    if endings.contains(where: { bytes.extracting(word.range).elementsEqual($0) }) { return false }
    if isFunctionWord { return word.count > 1 || !word.isAtCode }
    if word.isCapitalized { return word.count > 1 }
    if isCompounding, source == .spaceAndWord { return false }
    return word.count > longestEnding
  }
}
