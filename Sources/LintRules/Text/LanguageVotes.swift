import LintCore
import LintText

/// Which language the words of a segment's target vote for.
struct LanguageVotes {
  /// Words for the language of the page, or for another, but not for both.
  private(set) var own = 0
  private(set) var others = 0
  /// Whether it is worth asking `foreign`.
  private(set) var isSuspect = false

  /// Words of a target that are counted, which bounds the work; no sentence or paragraph has so
  /// many.
  private static let mostWords = 1000

  /// Counts the words of a target, without a look at its source.
  ///
  /// - Parameter language: The language that the target must have.
  init(_ prose: Span<UInt8>, language: Int, _ languages: borrowing Languages) {
    if let votes = OwnVotes(prose, language: language, languages) {
      self.init(own: votes.count, isSuspect: votes.isSuspect)
    } else {
      self.init(each: prose, language: language, languages)
    }
  }

  private init(own: Int, isSuspect: Bool) {
    self.own = own
    self.isSuspect = isSuspect
  }

  /// The same, with a look at each word until it is sure.
  init(each prose: Span<UInt8>, language: Int, _ languages: borrowing Languages) {
    var index = 0
    // Words in lower case in Latin letters.
    var latin = 0
    var certain = 0
    // Of scripts without spaces, whose letters come one by one, about four to a word.
    var ownLetters = 0
    while let word = languages.nextWord(prose, &index) {
      if word.isLatin, !word.isCapitalized { latin += 1 }
      let isFunction = !word.functionOf.isEmpty
      if isFunction ? word.functionOf.contains(language) : word.lettersOf.contains(language) {
        own += 1
        if word.key == 0 { ownLetters += 1 }
        if isFunction || word.lettersOf == .init(language) { certain += 1 }
        // Three words that are surely the page's and none of another's: what follows does not
        // matter.
        if certain >= 3, others == 0 { return }
      } else if isFunction ? word.isPlain(in: prose) : !word.lettersOf.isEmpty {
        others += 1
      }
    }
    // What languages share counts as own here, so that neighbours have more own votes than others.
    isSuspect = others * 6 >= own - ownLetters * 3 / 4 && (others >= 1 || (own == 0 && latin >= 3))
  }

  /// The votes of one language against the page's.
  fileprivate struct Tally {
    /// Words, or letters of scripts without spaces, of this language and not of the page's.
    var votes = 0
    /// Of `votes`, function words: they tell languages of one script from each other.
    var functions = 0
    /// Of `functions`, single letters.
    var letters = 0
    /// Of the page's and not of this one.
    var own = 0
    /// Of `own`, letters of scripts without spaces.
    var ownLetters = 0
    /// Letters of scripts without spaces that both write.
    var shared = 0
    /// Of `votes`, letters that only scripts other than Latin have.
    var foreignLetters = 0
    /// Plain words in lower case that are none of its function words.
    var others = 0
    /// Plain words in lower case that stand in the source.
    var kept = 0
    /// Plain words in lower case that don't.
    var fresh = 0
  }

  /// The language that a target is in instead of its own; `nil` when the words don't say so.
  ///
  /// It counts for each language anew, without words that were kept from the source on purpose, and
  /// no more than `mostWords`, for each is looked for in the whole source.
  ///
  /// - Parameter source: The language of the source.
  static func foreign(
    _ segment: borrowing Segment, language: Int, source: Int?, _ languages: borrowing Languages
  ) -> Int? {
    let prose = segment.target.prose
    // Of most languages no word is; nothing that is counted makes the text one of them.
    let candidates = languages.spoken(in: prose, atMost: mostWords).union(
      source.map { .init($0) } ?? [])
    var tallies = Array(repeating: Tally(), count: languages.tags.count)
    var keptWords = KeptWords()
    var index = 0
    var isFirst = true
    var rest = mostWords
    // A long source is searched once for equal words, and as far as the budget goes; in a short one
    // a search takes less time than to remember.
    let isLong = segment.source.count > 500
    var budget = SearchBudget(segment)
    var inSource: Remembered<Bool> = Remembered()
    while rest > 0, let word = languages.nextWord(prose, &index) {
      rest -= 1
      let isKept = keptWords.contains(word.range, segment)
      let isPlain = word.isPlain(in: prose) && (!word.isCapitalized || isFirst)
      let isInSource =
        isPlain
        && (isLong
          ? inSource.value(of: prose.extracting(word.range)) {
            !budget.allows(segment.source) || segment.source.prose.hasWord(prose, word.range)
          } : segment.source.prose.hasWord(prose, word.range))
      isFirst = false
      for candidate in tallies.indices
      where candidate != language && candidates.contains(candidate) {
        // What is kept from the source counts only against sentences of the source's language.
        let counts = isPlain && (candidate == source ? !isKept : !isInSource)
        tallies[candidate].add(word, candidate, language, counts: counts, isInSource: isInSource)
      }
    }
    var best: (language: Int, lead: Int)?
    for (candidate, tally) in tallies.enumerated()
    where candidate != language && candidates.contains(candidate) {
      guard
        candidate == source
          ? tally.isSourceLeft(onLatinPage: languages.latin.contains(language))
            && languages.isProse(segment.source.prose, of: candidate) : tally.isDecided
      else { continue }
      let lead = tally.votes - tally.own + tally.functions
      if best.map({ lead > $0.lead }) ?? true { best = (candidate, lead) }
    }
    return best?.language
  }
}

extension SharedWork {
  /// What `LanguageVotes.foreign` says of the segment, which takes a search for each word.
  mutating func foreignLanguage(
    _ segment: borrowing Segment, language: Int, source: Int?, _ languages: borrowing Languages
  ) -> Int? {
    if let knownForeignLanguage { return knownForeignLanguage }
    let foreign = LanguageVotes.foreign(
      segment, language: language, source: source, languages)
    knownForeignLanguage = .some(foreign)
    return foreign
  }
}

extension LanguageVotes.Tally {
  fileprivate mutating func add(
    _ word: LanguageWord, _ candidate: Int, _ language: Int, counts: Bool, isInSource: Bool
  ) {
    let isFunctionOfBoth =
      word.functionOf.contains(candidate) && word.functionOf.contains(language)
    let isOwn = word.says(language, against: candidate)
    if isOwn, !isFunctionOfBoth {
      own += 1
      // These come one by one.
      if word.key == 0 { ownLetters += 1 }
    }
    guard counts else { return }
    if word.says(candidate, against: language), !isOwn, !isFunctionOfBoth {
      votes += 1
      if word.functionOf.contains(candidate) {
        functions += 1
        if word.range.count == 1 { letters += 1 }
      }
      if !word.isLatin { foreignLetters += 1 }
    } else if !word.isLatin {
      if word.lettersOf.contains(candidate) { shared += 1 }
    } else if !word.isCapitalized {
      others += 1
    }
    guard word.isLatin, !word.isCapitalized else { return }
    if isInSource { kept += 1 } else { fresh += 1 }
  }

  /// Whether the words are of this language.
  fileprivate var isDecided: Bool {
    // Letters by themselves are variables and pieces of names as well.
    guard letters <= (votes - letters) * 3 else { return false }
    // Two languages with nearly the same letters: those that only one has tell them apart.
    if foreignLetters >= 2, own == 0, shared >= 8 { return true }
    let enough = functions == 0 && foreignLetters > 0 ? 3 : 2
    // A sentence has a function word in five; a list of names hasn't.
    return votes >= enough && votes > own * 3 && votes * 6 >= others
  }

  /// Whether the words are of this language, which is the source's.
  fileprivate func isSourceLeft(onLatinPage isLatinPage: Bool) -> Bool {
    // Names hold function words, too.
    guard others >= 2 else { return false }
    if votes >= 2, votes > own * 3, votes * 6 >= others { return true }
    // A sentence of which a word or two were translated; a word has about four such letters.
    let ownWords = own - ownLetters + (ownLetters + 3) / 4
    if votes >= 3, kept >= ownWords * 6, kept > fresh * 3 { return true }
    // Where not a single word is the page's, words kept from the source tell as much.
    return own == 0 && kept > fresh * 3 && kept >= 3 && (votes >= 1 || !isLatinPage)
  }
}

extension LanguageWord {
  /// Whether the word or its letters are of one language and not of the other.
  fileprivate func says(_ language: Int, against other: Int) -> Bool {
    (functionOf.contains(language) && !functionOf.contains(other))
      || (lettersOf.contains(language) && !lettersOf.contains(other))
  }
}

extension Languages {
  /// The languages that have one of the words of a text, or write all its letters.
  fileprivate func spoken(in prose: Span<UInt8>, atMost most: Int) -> LanguageSet {
    var spoken: LanguageSet = []
    var index = 0
    var rest = most
    while rest > 0, let word = nextWord(prose, &index) {
      spoken.formUnion(word.functionOf.union(word.lettersOf))
      rest -= 1
    }
    return spoken
  }

  /// Whether a source is a sentence of its language: it has two of its little words at least, one among
  /// ten words in lower case, and not more of other languages. What stands in the parentheses of a
  /// function, `open(lid: string)`, is none.
  fileprivate func isProse(_ source: Span<UInt8>, of language: Int) -> Bool {
    var (index, place) = (0, 0)
    var (own, others, small) = (0, 0, 0)
    // The depth of parentheses that stand right behind a name, and of those within.
    var depth = 0
    while let word = nextWord(source, &index) {
      while place < word.range.lowerBound {
        if source[place] == 0x28 {
          if depth > 0 || (place > 0 && source[place - 1].isWordByte) { depth += 1 }
        } else if source[place] == 0x29, depth > 0 {
          depth -= 1
        }
        place += 1
      }
      guard depth == 0, word.isLatin, word.isPlain(in: source) else { continue }
      if word.functionOf.contains(language) {
        own += 1
      } else if !word.functionOf.isEmpty {
        others += 1
      }
      if !word.isCapitalized { small += 1 }
    }
    return own >= 2 && own >= others && own * 10 >= small
  }
}

extension Span<UInt8> {
  /// Whether a word of another text stands in this one as a whole.
  fileprivate func hasWord(_ text: Span<UInt8>, _ word: Range<Int>) -> Bool {
    firstRangeIgnoringCase(of: text.extracting(word)) { range in
      (range.lowerBound == 0 || !self[range.lowerBound - 1].isLetter)
        && (range.upperBound == count || !self[range.upperBound].isLetter)
    } != nil
  }
}
