import LintText

/// Which words a language may have twice in a row without a fault.
///
/// Two principles make its lists. Where a clause or a phrase ends and the next begins without a comma,
/// the little words of both meet: `je je deksel`, `für für Sie bestimmte Felder`; so prepositions,
/// pronouns, particles and forms of auxiliary verbs stand in the list of a language whose grammar lets
/// them meet, and of nouns those alone that are participles, too: `les données données`. And languages repeat adverbs for emphasis: `piano piano`; where
/// that is limited to some words these are listed. Where any word may be repeated for its meaning, as in
/// Turkish, nothing can be said of nouns, adjectives and adverbs: there the few words are listed that
/// nobody repeats. A language that none of this is known of has no habits here, and is left alone.
struct DoublingHabits: Sendable {
  /// What proves that a doubled word is a fault.
  private enum Proof: Sendable {
    /// It is none of these.
    case noneOf([StaticString])
    /// It is one of these.
    case oneOf([StaticString])
    /// It is one of these, or begins with one of the beginnings.
    case beginsWith([StaticString], or: [StaticString])
    /// It ends with one of these, and with none of the others.
    case endsWith([StaticString], butNot: [StaticString])
  }

  private let proof: Proof

  private init(_ proof: Proof) {
    self.proof = proof
  }

  /// The habits of a language; `nil` where none are known.
  init?(_ language: String) {
    if let words = Self.natural[language] {
      self.init(.noneOf(words))
    } else if let words = Self.certain[language] {
      self.init(.oneOf(words))
    } else if language == "ar" {
      self.init(.beginsWith(Self.arabicArticles, or: Self.arabicWords))
    } else if language == "ko" {
      self.init(.endsWith(Self.koreanEndings, butNot: Self.koreanNouns))
    } else {
      return nil
    }
  }

  /// Whether a word that stands twice is a fault.
  ///
  /// - Parameter word: The second of the two, which is in lower case where the first has a capital.
  func isFault(_ word: Span<UInt8>) -> Bool {
    for cry in Self.cries where word.equalsIgnoringCase(cry) { return false }
    switch proof {
    case .noneOf(let words): return !Self.contains(words, word)
    case .oneOf(let words): return Self.contains(words, word)
    case .beginsWith(let beginnings, let words):
      for beginning in beginnings where word.has(beginning, at: 0) { return true }
      return Self.contains(words, word)
    case .endsWith(let endings, let others):
      for other in others where Self.ends(word, other) { return false }
      for ending in endings where Self.ends(word, ending) { return true }
      return false
    }
  }

  /// Whether a word is one of those that are listed because nobody repeats them: little words, as those
  /// of `Rules/languages`.
  func isCertain(_ word: Span<UInt8>) -> Bool {
    switch proof {
    case .oneOf(let words), .beginsWith(_, let words): Self.contains(words, word)
    case .noneOf, .endsWith: false
    }
  }

  private static func contains(_ words: [StaticString], _ word: Span<UInt8>) -> Bool {
    for known in words where word.equalsIgnoringCase(known) { return true }
    return false
  }

  private static func ends(_ word: Span<UInt8>, _ ending: StaticString) -> Bool {
    word.count > ending.utf8CodeUnitCount
      && word.has(ending, at: word.count - ending.utf8CodeUnitCount)
  }

  /// What is said twice everywhere.
  private static let cries: [StaticString] = [
    "bla", "blah", "bye", "ha", "he", "hm", "ja", "knock", "no", "non", "oui", "si", "sí", "tak",
    "yes",
  ]
}
