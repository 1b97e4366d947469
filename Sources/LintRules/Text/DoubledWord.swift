import LintCore
import LintText

/// A word that is there twice in a row.
struct DoubledWord: Rule {
  private static let doubled = Message("doubled", "the word '{0}' is doubled")

  let info = RuleInfo(
    id: "doubled-word", family: "text",
    finds: "a word twice in a row, where the source has none so.",
    why: """
      A reader stumbles over it. Machine translation doubles a word when a glossary's entry and its \
      own translation meet; take one of the two out, as `--fix=suggested` does, and look whether \
      another word was lost there.
      """,
    precision: "Of 32 findings read on real pages, 30 were true.",
    severity: .note, issueType: .duplication, fixable: .suggested, messages: [doubled],
    fails: [
      Example(
        "Side by side.",
        .segment(source: "Open the lamp panel.", target: "Apri il pannello ⟦pannello⟧ della spia.")),
      Example(
        "A German noun.", locale: "de-DE",
        .segment(source: "Set the position.", target: "Legen Sie die Position ⟦Position⟧ fest.")),
    ],
    passes: [
      Example("The source doubles too.", .segment(source: "Bye bye", target: "Ciao ciao")),
      Example(
        "German relative clauses.", locale: "de-DE",
        .segment(source: "The hubs that blink", target: "Die Hubs, die die Lampen zeigen")),
      Example(
        "French reflexives.", locale: "fr-FR",
        .segment(source: "You subscribe", target: "Vous vous abonnez")),
      Example(
        "Something stands between.",
        .segment(source: "The hub, hub of hubs", target: "L'hub, hub degli hub")),
      Example(
        "Code stands between.",
        .segment(source: "the `a` value", target: "valore `a` valore")),
      Example("A name.", .segment(source: "Open Baden.", target: "Apri Baden Baden.")),
    ])

  /// Words that a language doubles by its grammar or for emphasis.
  private static let natural: [String: [StaticString]] = [
    "de": ["die", "der", "das", "sie", "den", "dem", "es", "wenn", "was", "mit"],
    "fr": ["vous", "nous"],
    "cs": ["se", "si"], "sk": ["sa", "si", "so"],
    "hu": ["az", "a", "egy"],
    "tr": [
      "adım", "tek", "ayrı", "üst", "sık", "zaman", "tekrar", "arka", "yan", "peş", "birer",
      "yavaş", "kısa", "uzun", "teker", "ara", "iç", "sıra",
    ],
    "pt": ["se", "a"], "it": ["mano", "via", "poco", "si", "in"], "es": ["se", "poco"],
    "af": ["is"], "nl": ["u", "die"],
  ]

  /// Languages that double words to make plurals, or have no spaces between words.
  private static let excluded: Set<String> = [
    "id", "ms", "vi", "zh", "ja", "th", "km", "lo", "my", "bn", "gu", "hi", "kn", "ml", "mr", "ne",
    "or", "pa", "sd", "si", "ta", "te", "ur", "sw", "fil",
  ]

  func check(on kind: PageKind) -> Check? {
    let language = kind.language
    guard !Self.excluded.contains(language) else { return nil }
    return .segments(.always, SegmentLook(natural: Self.natural[language] ?? []))
  }

  private struct SegmentLook: SegmentCheck {
    let natural: [StaticString]

    func check(
      _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
    ) {
      guard segment.target.prose.mayHaveDoubledWord else { return }
      DoubledWord.check(segment, natural, &report)
    }
  }

  private static func check(
    _ segment: borrowing Segment, _ natural: [StaticString], _ report: inout Findings
  ) {
    let prose = segment.target.prose
    // The whole source is searched for these: for each word once, and once a segment.
    var names: Remembered<Bool> = Remembered()
    var budget = SearchBudget(segment)
    var isSourceDoubled: Bool?
    var index = 0
    var before: Range<Int>?
    while let word = Self.word(prose, from: index) {
      index = word.upperBound
      defer { before = word }
      guard let first = before, first.upperBound + 1 == word.lowerBound,
        prose[first.upperBound] == 0x20, first.count == word.count, word.count >= 2,
        prose.extracting(first).elementsEqual(prose.extracting(word)),
        isWord(prose.extracting(word), natural), !isNamed(prose, word)
      else { continue }
      let isName = names.value(of: prose.extracting(word)) {
        !budget.allows(segment.source) || self.isName(prose.extracting(word), in: segment.source)
      }
      guard !isName else { continue }
      let isDoubled = isSourceDoubled ?? Self.isDoubled(segment.source.prose)
      isSourceDoubled = isDoubled
      // Where the source doubles a word, too, the doubling is meant.
      guard !isDoubled else { return }
      report(
        segment.target[word], Self.doubled, segment.target[word].string,
        fix: Fix(
          .suggested, "Delete the second of the two words.",
          [Fix.Edit(segment.target[first.upperBound..<word.upperBound].range)]))
    }
  }

  /// The range of the next run that begins with a letter, ASCII or not, and goes on with letters,
  /// digits, `_`, apostrophes and hyphens.
  private static func word(_ prose: Span<UInt8>, from start: Int) -> Range<Int>? {
    var lower = start
    while lower < prose.count, !prose[lower].isTextLetter { lower += 1 }
    guard lower < prose.count else { return nil }
    var upper = lower
    while upper < prose.count,
      prose[upper].isWordByte || prose[upper] == 0x27 || prose[upper] == 0x2D
    {
      upper += 1
    }
    return lower..<upper
  }

  /// Whether a run is a word of the language rather than a name, a number or punctuation of two bytes.
  private static func isWord(_ word: Span<UInt8>, _ natural: [StaticString]) -> Bool {
    for known in natural where word.equalsIgnoringCase(known) { return false }
    var index = 0
    var letters = 0
    while index < word.count {
      let (value, length) = word.scalar(at: index)
      guard value >= 0x80 || word[index].isLetter || word[index] == 0x2D || word[index] == 0x27
      else { return false }
      if let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic {
        letters += 1
        // A capital inside makes it an abbreviation or a name.
        if index > 0, scalar.properties.isUppercase { return false }
      } else if value >= 0x80 {
        return false
      }
      index += length
    }
    return letters >= 2
  }

  /// Whether a word is capitalised and stands in the source too: names may double, as those of
  /// towns.
  private static func isName(_ word: Span<UInt8>, in source: borrowing Text) -> Bool {
    let (first, _) = word.scalar(at: 0)
    guard Unicode.Scalar(first)?.properties.isUppercase == true else { return false }
    return source.bytes.contains(word)
  }

  /// Whether what follows makes a word part of an identifier or path: `word.ext`, `word=`, `word_`,
  /// `word/`.
  private static func isNamed(_ prose: Span<UInt8>, _ word: Range<Int>) -> Bool {
    guard word.upperBound + 1 < prose.count else { return false }
    let next = prose[word.upperBound]
    return (next == 0x2E && prose[word.upperBound + 1].isLetter) || next == 0x3D || next == 0x5F
      || next == 0x2F
  }

  /// Whether a text doubles a word.
  private static func isDoubled(_ prose: Span<UInt8>) -> Bool {
    var index = 0
    var before: Range<Int>?
    while let next = self.word(prose, from: index) {
      index = next.upperBound
      if let first = before, first.upperBound + 1 == next.lowerBound, first.count == next.count,
        prose.extracting(first).equalsIgnoringCase(prose.extracting(next))
      {
        return true
      }
      before = next
    }
    return false
  }
}
