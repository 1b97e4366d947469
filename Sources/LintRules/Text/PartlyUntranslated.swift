import LintCore
import LintText

/// A sentence of which a part stayed in the source's language.
struct PartlyUntranslated: Rule {
  private static let kept = Message("kept", "kept from the source: '{0}'")

  private let languages: Languages

  /// In words.
  private static let shortest = 6
  /// At how many occurrences of its first word in the source a run is tried: no sentence has more
  /// of `the`, and a page made to be slow would else take the square of its length.
  private static let mostStarts = 64

  init(_ languages: Languages) {
    self.languages = languages
  }

  let info = RuleInfo(
    id: "partly-untranslated", family: "text",
    finds: "six or more words in a row that a target keeps from its source.",
    why: """
      The sentence begins in one language and goes on in another. Translate the rest. Titles and \
      messages are often kept on purpose, so what stands in a link, in quotes, in bold or italics, \
      or before a translation in parentheses is left alone, and so is a run without two of the \
      little words that sentences have.
      """,
    precision: "Of 3 findings on real pages, all that there were in 238,566 segments, 2 were true.",
    severity: .warning, profile: .strict, profiles: [.messages: .all], issueType: .untranslated,
    messages: [kept],
    fails: [
      Example(
        "The end of a sentence.",
        .segment(
          source: "Open the lid, then wait until the lamp of the hub is green.",
          target: "Aprire il coperchio, quindi ⟦wait until the lamp of the hub is green⟧."))
    ],
    passes: [
      Example(
        "The title of a page.",
        .segment(
          source: "See [What to do when the lamp is red](red.md).",
          target: "Vedere la pagina [What to do when the lamp is red](red.md) del manuale.")),
      Example(
        "A message with its translation.",
        .segment(
          source: "The panel says: The lamp of the hub is not lit.",
          target: "Nel pannello si legge: The lamp of the hub is not lit "
            + "(la lampada del concentratore non è accesa).")),
      Example(
        "What the screen says.",
        .segment(
          source: "Select **Show the hives that are in the north**.",
          target: "Selezionare **Show the hives that are in the north** nella scheda.")),
      Example(
        "A label that is bold in the source alone.",
        .segment(
          source: "Select **Show the hives that are in the north**.",
          target: "**Selezionare** Show the hives that are in the north nella scheda.")),
      Example(
        "The title of a reference link.",
        .segment(
          source: "[What to do when the lamp is red][Red] is new.",
          target: "È nuova la pagina [What to do when the lamp is red][Red].")),
      Example(
        "The title of a reference link that the page defines.",
        .file(
          """
          ---
          title: Panel
          {{keys}}
          ms.contentlocale: it-IT
          ---
          {{pair:101|[What to do when the lamp is red][Red] is new.|È nuova la pagina \
          [What to do when the lamp is red][Red].}}

          [Red]: red.md

          """)),
      Example(
        "A list of labels.",
        .segment(
          source: "Move it (up, to the top, to the left, to the lid).",
          target: "Spostarlo (up, to the top, to the left, to the lid).")),
      Example(
        "A name.",
        .segment(
          source: "It works with Hive Lantern Hub for Beekeepers of the North.",
          target: "Funziona con Hive Lantern Hub for Beekeepers of the North.")),
    ])

  func check(on kind: PageKind) -> Check? {
    guard let source = languages.index(of: kind.sourceLocale),
      let language = languages.index(of: kind.locale), language != source
    else { return nil }
    return .segments(.always, SegmentLook(rule: self, language: language, source: source))
  }

  private struct SegmentLook: SegmentCheck {
    let rule: PartlyUntranslated
    let language: Int
    let source: Int

    func check(
      _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
    ) {
      rule.check(segment, language, source, &shared, &report)
    }
  }

  private func check(
    _ segment: borrowing Segment, _ language: Int, _ source: Int, _ shared: inout SharedWork,
    _ report: inout Findings
  ) {
    // Few targets have two of the source's little words; the rest of the work is done for those alone.
    guard
      languages.hasFunctionWords(
        of: source, notOf: language, atLeast: 2, in: segment.target.prose)
    else { return }
    // `untranslated-segment` reports it.
    guard !segment.source.trimmed.isEqual(butForSpaceTo: segment.target.trimmed) else { return }
    let runs = keptRuns(segment, source)
    guard !runs.isEmpty else { return }
    // `wrong-language` reports a whole sentence.
    guard
      !LanguageVotes(segment.target.prose, language: language, languages).isSuspect
        || shared.foreignLanguage(segment, language: language, source: source, languages) == nil
    else { return }
    for run in runs { report(segment.target[run], Self.kept, segment.target[run].string) }
  }

  /// A word of the source or the target.
  private struct Word {
    let range: Range<Int>
    let key: UInt64
    /// Whether it can't be part of a run, and so ends one.
    let isBreak: Bool
    /// Whether it stands in a part that is left on purpose.
    let isKept: Bool
    let isFunction: Bool
    let isLowercase: Bool
  }

  private func keptRuns(_ segment: borrowing Segment, _ source: Int) -> [Range<Int>] {
    let (bytes, sourceBytes) = (segment.target.prose, segment.source.prose)
    var kept = KeptWords()
    let words = self.words(bytes, source) { range in kept.contains(range, segment) }
    var keptInSource = KeptWords()
    // A label that is bold in the source may stand without it in the target.
    let sourceWords = self.words(sourceBytes, source) { range in
      keptInSource.contains(range, inSourceOf: segment)
    }
    // The indices in `sourceWords` of each word.
    let starts = Dictionary(grouping: sourceWords.indices) { sourceWords[$0].key }
    var runs: [Range<Int>] = []
    var index = 0
    while index < words.count {
      var longest = 0
      for start in starts[words[index].key, default: []].prefix(Self.mostStarts) {
        var length = 0
        while index + length < words.count, start + length < sourceWords.count,
          !words[index + length].isBreak, !sourceWords[start + length].isKept,
          bytes.extracting(words[index + length].range).equalsIgnoringCase(
            sourceBytes.extracting(sourceWords[start + length].range))
        {
          length += 1
        }
        longest = max(longest, length)
        // No run from here can be longer: text that repeats a phrase would else be compared once
        // for each place of it.
        if index + longest == words.count || words[index + longest].isBreak { break }
      }
      let run = words[index..<index + longest]
      if let first = run.first, let last = run.last, isText(run) {
        let end = last.range.upperBound
        let range = first.range.lowerBound..<end
        if !isGlossed(bytes, after: end), !isList(bytes.extracting(range), run.count) {
          runs.append(range)
        }
      }
      index += max(longest, 1)
    }
    return runs
  }

  private func words(
    _ prose: Span<UInt8>, _ source: Int, isKept: (Range<Int>) -> Bool
  ) -> [Word] {
    var words: [Word] = []
    var index = 0
    while let word = languages.nextWord(prose, &index) {
      let isKept = isKept(word.range)
      words.append(
        Word(
          range: word.range, key: word.key,
          isBreak: isKept || !word.isLatin
            || !(word.isPlain(in: prose) || word.hasInnerCapital),
          isKept: isKept,
          isFunction: word.functionOf.contains(source), isLowercase: !word.isCapitalized))
    }
    return words
  }

  private func isText(_ run: ArraySlice<Word>) -> Bool {
    run.count >= Self.shortest && run.count(where: { $0.isFunction && $0.isLowercase }) >= 2
      && run.count(where: { !$0.isFunction && $0.isLowercase }) >= 2
  }

  /// Whether marks part every few words, as in a list of names or labels.
  private func isList(_ run: Span<UInt8>, _ words: Int) -> Bool {
    var marks = 0
    for index in run.indices {
      let byte = run[index]
      if byte == 0x2C || byte == 0x3B || byte == 0x2F || byte == 0x7C || run.has("、", at: index) {
        marks += 1
      }
    }
    return marks * 4 > words
  }

  /// Whether a translation in parentheses follows.
  private func isGlossed(_ prose: Span<UInt8>, after end: Int) -> Bool {
    var index = end
    while index < prose.count {
      let byte = prose[index]
      if byte == 0x28 || prose.has("\u{FF08}", at: index) { return true }
      guard byte.isGap || ".,:;!?'\"".utf8.contains(byte) else {
        return false
      }
      index += 1
    }
    return false
  }
}
