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
    precision: """
      Of 34 findings on real pages, all that there were in 238,566 segments, 31 were true; the others \
      are clumsy, but grammar allows them.
      """,
    severity: .note, profiles: [.messages: .default], issueType: .duplication, fixable: .suggested,
    messages: [doubled],
    fails: [
      Example(
        "Side by side.",
        .segment(source: "Open the lamp panel.", target: "Apri il pannello ⟦pannello⟧ della spia.")),
      Example(
        "A German noun.", locale: "de-DE",
        .segment(source: "Set the position.", target: "Legen Sie die Position ⟦Position⟧ fest.")),
      Example(
        "The first with a capital.",
        .segment(source: "The lid is open.", target: "Il ⟦il⟧ coperchio è aperto.")),
      Example(
        "A capital of another alphabet.", locale: "ru-RU",
        .segment(source: "This lid is open.", target: "Крышка ⟦крышка⟧ открыта.")),
      Example(
        "Two spaces between.",
        .segment(source: "Open the lid.", target: "Apri il  ⟦il⟧ coperchio.")),
      Example(
        "A no-break space between.", locale: "es-ES",
        .segment(source: "Open the lid.", target: "Abra la\u{A0}⟦la⟧ tapa.")),
      Example(
        "A line break between.",
        .segment(source: "Open the lid of the hive.", target: "Apri il\n⟦il⟧ coperchio.")),
      Example(
        "Behind a tag.",
        .segment(source: "Ready.<br>The lid is open.", target: "Pronto.<br>il ⟦il⟧ coperchio.")),
      Example(
        "The source doubles another word.", locale: "fr-FR",
        .segment(
          source: "The lid that that hive has closes when the night comes.",
          target: "Le couvercle de cette ruche se ferme quand la nuit ⟦nuit⟧ tombe.")),
      Example(
        "Arabic, with the article.", locale: "ar-SA",
        .segment(source: "Open the lid.", target: "افتح الغطاء ⟦الغطاء⟧.")),
      Example(
        "Korean, with a particle.", locale: "ko-KR",
        .segment(source: "Open the lid.", target: "뚜껑을 ⟦뚜껑을⟧ 엽니다.")),
      Example(
        "A Turkish word that is never repeated.", locale: "tr-TR",
        .segment(source: "Open it as a lid.", target: "Kapak olarak ⟦olarak⟧ açın.")),
    ],
    passes: [
      Example("The source doubles too.", .segment(source: "Bye bye", target: "Ciao ciao")),
      Example(
        "The source has the word twice, once in the plural.", locale: "fr-FR",
        .segment(
          source: "The class of the model of a Hive Pages page",
          target: "La classe du modèle d'une page page de Hive")),
      Example(
        "The source has the word as a part of a name.", locale: "ru-RU",
        .segment(
          source: "Use it as a child element of a HiveElement.",
          target: "Используйте его как дочерний элемент элемент улья.")),
      Example(
        "A noun and the participle that it is, too.", locale: "fr-FR",
        .segment(
          source: "The guests invited to the hive", target: "Les invités invités à la ruche")),
      Example(
        "Finnish, for emphasis.", locale: "fi-FI",
        .segment(source: "Now and then it glows.", target: "Silloin silloin se hehkuu.")),
      Example(
        "Dutch, where two phrases meet.", locale: "nl-NL",
        .segment(
          source: "Wait for the lamp when you open your lid.",
          target: "Wacht op de lamp wanneer je je deksel opent.")),
      Example(
        "German, where a particle meets a preposition.", locale: "de-DE",
        .segment(
          source: "The lid is made for rain from the ground up.",
          target: "Der Deckel ist von Grund auf auf Regen ausgelegt.")),
      Example(
        "German pronouns.", locale: "de-DE",
        .segment(source: "Close them.", target: "Sie sie schließen lassen.")),
      Example(
        "Italian, for emphasis.",
        .segment(
          source: "The lamp slowly gets brighter.",
          target: "La spia diventa piano piano più luminosa.")),
      Example(
        "Turkish, where any word may be repeated for its meaning.", locale: "tr-TR",
        .segment(source: "Read it page by page.", target: "Onu sayfa sayfa okuyun.")),
      Example(
        "A Korean noun that ends one compound and begins the next.", locale: "ko-KR",
        .segment(source: "Set the lamp mode.", target: "등 모드 설정 설정")),
      Example(
        "Arabic, step by step.", locale: "ar-SA",
        .segment(source: "Open the lid step by step.", target: "افتح الغطاء خطوة خطوة.")),
      Example(
        "A language whose habits are not known.", locale: "st-ZA",
        .segment(source: "Ten women", target: "Basadi ba ba leshome")),
      Example(
        "A blank line between.",
        .segment(source: "Open the lid.", target: "Apri il coperchio\n\ncoperchio")),
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

  /// The function words of English, which nearly all sources are in: made once for all pages.
  private let english = FunctionWords(language: "en")

  func check(on kind: PageKind) -> Check? {
    guard let habits = DoublingHabits(kind.language) else { return nil }
    let source = kind.sourceLocale.canonical.language
    return .segments(
      .always,
      SegmentLook(
        habits: habits, functionWords: FunctionWords(language: kind.language),
        sourceWords: source == "en" ? english : FunctionWords(language: source)))
  }

  private struct SegmentLook: SegmentCheck {
    let habits: DoublingHabits
    let functionWords: FunctionWords
    let sourceWords: FunctionWords

    func check(
      _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
    ) {
      guard segment.target.prose.mayHaveDoubledWord else { return }
      lookClosely(segment, &report)
    }

    private func lookClosely(_ segment: borrowing Segment, _ report: inout Findings) {
      let prose = segment.target.prose
      // The whole source is searched for names: for each word once, and once a segment.
      var verdicts: Remembered<Bool> = Remembered()
      var budget = SearchBudget(segment)
      var repeated: RepeatedWords?
      var index = 0
      var before: Range<Int>?
      while let word = DoubledWord.word(prose, from: index) {
        index = word.upperBound
        defer { before = word }
        guard let first = before, first.count == word.count, word.count >= 2,
          isGap(prose, first.upperBound..<word.lowerBound), isSame(prose, first, word),
          !isNamed(prose, word)
        else { continue }
        let isFault = verdicts.value(of: prose.extracting(word)) {
          isWord(prose.extracting(word)) && habits.isFault(prose.extracting(word))
            && budget.allows(segment.source)
            && !isName(prose.extracting(word), in: segment.source)
        }
        guard isFault else { continue }
        let known = repeated ?? RepeatedWords(segment.source.prose, sourceWords)
        repeated = known
        guard
          !known.excuse(
            first.lowerBound * 1000 / prose.count, isLittle: isLittle(prose, word))
        else { continue }
        report(
          segment.target[word], DoubledWord.doubled, segment.target[word].string,
          fix: Fix(
            .suggested, "Delete the second of the two words.",
            [Fix.Edit(segment.target[first.upperBound..<word.upperBound].range)]))
      }
    }

    /// Whether a word is one of the language's little ones, for which the source's words with a
    /// meaning are no excuse.
    private func isLittle(_ prose: Span<UInt8>, _ word: Range<Int>) -> Bool {
      let bytes = prose.extracting(word)
      return bytes.count(where: { $0 & 0xC0 != 0x80 }) <= 3 || functionWords.contains(prose, word)
        || habits.isCertain(bytes)
    }

    /// Whether nothing but white space stands between two words, and no blank line.
    private func isGap(_ prose: Span<UInt8>, _ gap: Range<Int>) -> Bool {
      guard !gap.isEmpty else { return false }
      var index = gap.lowerBound
      var lines = 0
      while index < gap.upperBound {
        let (scalar, length) = prose.scalar(at: index)
        guard scalar.isSpaceScalar else { return false }
        if scalar == 0x0A { lines += 1 }
        index += length
      }
      return lines <= 1
    }

    /// Whether two words are the same, and the first may have a capital.
    private func isSame(_ prose: Span<UInt8>, _ first: Range<Int>, _ word: Range<Int>) -> Bool {
      let (one, other) = (prose.extracting(first), prose.extracting(word))
      if one.elementsEqual(other) { return true }
      let (capital, length) = one.scalar(at: 0)
      let (small, otherLength) = other.scalar(at: 0)
      return length == otherLength && capital.lowercasedScalar == small
        && one.extracting(length..<one.count).elementsEqual(
          other.extracting(length..<other.count))
    }

    /// Whether a run is a word of the language rather than a name, a number or punctuation of two bytes.
    private func isWord(_ word: Span<UInt8>) -> Bool {
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
    private func isName(_ word: Span<UInt8>, in source: borrowing Text) -> Bool {
      let (first, _) = word.scalar(at: 0)
      guard Unicode.Scalar(first)?.properties.isUppercase == true else { return false }
      return source.bytes.contains(word)
    }

    /// Whether what follows makes a word part of an identifier or path: `word.ext`, `word=`, `word_`,
    /// `word/`.
    private func isNamed(_ prose: Span<UInt8>, _ word: Range<Int>) -> Bool {
      guard word.upperBound + 1 < prose.count else { return false }
      let next = prose[word.upperBound]
      return (next == 0x2E && prose[word.upperBound + 1].isLetter) || next == 0x3D || next == 0x5F
        || next == 0x2F
    }
  }

  /// The range of the next run that begins with a letter, ASCII or not, and goes on with letters,
  /// digits, `_`, apostrophes and hyphens.
  fileprivate static func word(_ prose: Span<UInt8>, from start: Int) -> Range<Int>? {
    var lower = start
    while lower < prose.count {
      let width = markWidth(prose, lower)
      guard width > 0 || !prose[lower].isTextLetter else { break }
      lower += max(width, 1)
    }
    guard lower < prose.count else { return nil }
    var upper = lower
    while upper < prose.count,
      prose[upper].isWordByte || prose[upper] == 0x27 || prose[upper] == 0x2D,
      markWidth(prose, upper) == 0
    {
      upper += 1
    }
    return lower..<upper
  }

  /// How many bytes a space or mark beyond ASCII takes; 0 where something else is.
  ///
  /// These are the marks of Latin-1, which all but `ª`, `µ` and `º` are, general punctuation but for
  /// apostrophes, hyphens and joiners, and the marks of Chinese and Japanese.
  private static func markWidth(_ prose: Span<UInt8>, _ index: Int) -> Int {
    switch prose[index] {
    case 0xC2:
      guard index + 1 < prose.count else { return 0 }
      return prose[index + 1] == 0xAA || prose[index + 1] == 0xB5 || prose[index + 1] == 0xBA
        ? 0 : 2
    case 0xE2 where index + 2 < prose.count && prose[index + 1] == 0x80:
      switch prose[index + 2] {
      case 0x8C, 0x8D, 0x90, 0x91, 0x99: return 0
      default: return 3
      }
    case 0xE3 where index + 2 < prose.count && prose[index + 1] == 0x80: return 3
    default: return 0
    }
  }
}
