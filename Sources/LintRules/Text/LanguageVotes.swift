import LintCore

/// Which language the words of a segment's target vote for.
struct LanguageVotes {
  /// An index into the languages; `nil` when the words don't say that it is another one.
  private(set) var foreign: Int?
  /// Words for the language of the page, or for another, but not for both.
  private(set) var own = 0
  private(set) var others = 0

  /// The language that sources are written in.
  static let sourceTag = "en"

  /// - Parameters:
  ///   - language: The language that the target must have.
  ///   - source: The language of the source.
  init(_ segment: borrowing Segment, language: Int, source: Int?, _ languages: Languages) {
    let prose = segment.target.prose
    var index = 0
    while let word = languages.nextWord(prose, &index) {
      if word.functionOf.contains(language) || word.lettersOf.contains(language) {
        own += 1
      } else if !word.lettersOf.isEmpty || (!word.functionOf.isEmpty && word.isPlain(in: prose)) {
        others += 1
      }
    }
    // What languages share counts as own here, so that neighbours have more own votes than others.
    guard others >= 2, others * 4 >= own else { return }
    foreign = Self.foreign(segment, language: language, source: source, languages)
  }

  /// The votes of one language against the page's.
  private struct Tally {
    /// Words of this language and not of the page's, and the other way round.
    var words = 0
    var ownWords = 0
    /// As for words, by letters.
    var letters = 0
    var ownLetters = 0
    /// Plain words in lower case that are none of its function words.
    var others = 0
  }

  /// Counts anew for each language, leaving out what doesn't count against a target.
  private static func foreign(
    _ segment: borrowing Segment, language: Int, source: Int?, _ languages: Languages
  ) -> Int? {
    let prose = segment.target.prose
    var tallies = Array(repeating: Tally(), count: languages.tags.count)
    var kept = KeptWords()
    var index = 0
    var isFirst = true
    while let word = languages.nextWord(prose, &index) {
      let isKept = kept.contains(word.range, segment)
      let isPlain = word.isPlain(in: prose) && (!word.isCapitalized || isFirst)
      isFirst = false
      lazy var isInSource = segment.source.prose.hasWord(prose, word.range)
      for candidate in tallies.indices where candidate != language {
        let isSource = candidate == source
        if word.functionOf.contains(language) != word.functionOf.contains(candidate) {
          if word.functionOf.contains(language) {
            tallies[candidate].ownWords += 1
          } else if isPlain, isSource ? !isKept : !isInSource {
            tallies[candidate].words += 1
          }
        } else if word.isLatin, isPlain, !word.isCapitalized, !(isSource && isKept),
          !word.functionOf.contains(candidate)
        {
          tallies[candidate].others += 1
        }
        if word.lettersOf.contains(language) != word.lettersOf.contains(candidate) {
          if word.lettersOf.contains(language) {
            tallies[candidate].ownLetters += 1
          } else if !isInSource {
            tallies[candidate].letters += 1
          }
        }
      }
    }
    var best: (language: Int, votes: Int)?
    for (candidate, tally) in tallies.enumerated() where candidate != language {
      guard isDecided(tally, isSource: candidate == source) else { continue }
      let votes = tally.words + tally.letters - tally.ownWords - tally.ownLetters
      if best.map({ votes > $0.votes }) ?? true { best = (candidate, votes) }
    }
    return best?.language
  }

  private static func isDecided(_ tally: Tally, isSource: Bool) -> Bool {
    let own = tally.ownWords + tally.ownLetters
    // A sentence has a function word in five; a list of names hasn't.
    let isText = tally.words * 6 >= tally.others
    if isSource, tally.others < 2 { return false }
    if tally.words >= 2, tally.words > own * 3, isText { return true }
    return tally.letters >= 3 && tally.letters > tally.ownLetters * 3
      && tally.words + tally.letters > own * 3
  }
}

extension Span<UInt8> {
  /// Whether a word of another text stands in this one as a whole.
  fileprivate func hasWord(_ text: Span<UInt8>, _ word: Range<Int>) -> Bool {
    guard word.count <= count else { return false }
    var start = 0
    while start <= count - word.count {
      var length = 0
      while length < word.count,
        self[start + length].lowercased == text[word.lowerBound + length].lowercased
      {
        length += 1
      }
      if length == word.count, start == 0 || !self[start - 1].isLetter,
        start + length == count || !self[start + length].isLetter
      {
        return true
      }
      start += 1
    }
    return false
  }
}
