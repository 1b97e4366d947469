import LintCore
import LintText

/// A sentence that stayed in the source language.
struct UntranslatedSegment: Rule {
  private static let untranslated = Message("untranslated", "not translated: '{0}'")

  private let languages: Languages
  /// The function words of English, which nearly all sources are in: made once for all pages.
  private let english = FunctionWords(language: "en")

  let info = RuleInfo(
    id: "untranslated-segment", family: "text",
    finds: "a target that equals its source, where the source is a sentence.",
    why: """
      The reader meets a sentence in another language. Translate it. Names, commands, code and lists \
      of products are left alone: only what has the little words of a sentence is reported.
      """,
    precision: "Of 60 findings on real pages, 58 were true.",
    severity: .warning, issueType: .untranslated, messages: [untranslated],
    fails: [
      Example(
        "A sentence.",
        .segment(
          source: "The lamp blinks twice when the hub is ready.",
          target: "⟦The lamp blinks twice when the hub is ready.⟧")),
      Example(
        "An alert.",
        .file(
          """
          ---
          title: Panel
          {{keys}}
          ms.contentlocale: it-IT
          ---
          > [!NOTE]
          > {{pair:101|The lamp blinks twice when the hub is ready.|⟦The lamp blinks twice when the hub is ready.⟧}}

          """)),
    ],
    passes: [
      Example(
        "What a program prints, in a block quote.",
        .file(
          """
          ---
          title: Panel
          {{keys}}
          ms.contentlocale: it-IT
          ---
          > {{pair:101|The lamp blinks twice when the hub is ready.|The lamp blinks twice when the hub is ready.}}

          """)),
      Example(
        "A name.", .segment(source: "Hive Lantern for Windows", target: "Hive Lantern for Windows")),
      Example("A command.", .segment(source: "`hive open`", target: "`hive open`")),
      Example(
        "Code in words.",
        .segment(
          source: "int read(char \\* buffer, int size)",
          target: "int read(char \\* buffer, int size)")),
      Example(
        "Sample text in quotes.",
        .segment(source: "\"this is a test of the hub\"", target: "\"this is a test of the hub\"")),
      Example(
        "An error message of a program.",
        .segment(
          source: "Hub.ReadException: the value is not in the range",
          target: "Hub.ReadException: the value is not in the range")),
      Example(
        "A source that is not English.",
        .segment(
          source: "A página é do mês de março a abril", target: "A página é do mês de março a abril"
        )),
      Example(
        "A list of keywords.",
        .segment(
          source: "[do](do.md), [for](for.md), [if](if.md), [in](in.md)",
          target: "[do](do.md), [for](for.md), [if](if.md), [in](in.md)")),
    ])

  init(_ languages: Languages) {
    self.languages = languages
  }

  func check(on kind: PageKind) -> Check? {
    // A page in the source's language may keep all its words; one in a pseudo-locale, which tests a
    // program, is not translated.
    guard !kind.isInSourceLanguage, kind.locale?.isPseudo != true,
      let source = languages.index(of: kind.sourceLocale)
    else {
      return nil
    }
    let tag = languages.tags[source]
    let words = tag == "en" ? english : FunctionWords(language: tag)
    return .sum(.alikeEnds) { _ in Sentences(words, mayHaveAccents: tag != "en") }
  }

  /// The sentences of a page that equal their source.
  private final class Sentences: PageSum {
    private let functionWords: FunctionWords
    /// Whether words of the source's language may have accented letters: those of English hardly
    /// do.
    private let mayHaveAccents: Bool
    /// By their index.
    private var found: [Int] = []

    init(_ functionWords: FunctionWords, mayHaveAccents: Bool) {
      self.functionWords = functionWords
      self.mayHaveAccents = mayHaveAccents
    }

    func check(
      _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
    ) {
      let (source, target) = (segment.source.trimmed, segment.target.trimmed)
      guard source.count >= 12, source.isEqual(butForSpaceTo: target), isSentence(source, segment)
      else { return }
      found.append(segment.index)
    }

    func finish(_ document: borrowing Document, _ report: inout Findings) {
      var quotes = SampleQuotes()
      for index in found {
        // What a program prints in its own language.
        let place = document.place(of: document.records[index].range).lower
        guard !quotes.hold(place, document.bytes.span) else { continue }
        let target = document.segment(index).target.trimmed
        report(target, UntranslatedSegment.untranslated, target.string)
      }
    }

    private func isSentence(_ text: borrowing Text, _ segment: borrowing Segment) -> Bool {
      let words = WordCount(text.prose, functionWords)
      return words.natural >= 4 && words.function >= 2 && words.otherLowercase >= 2
        && words.codeLike <= words.natural && (mayHaveAccents || !words.hasAccents)
        && !isQuoted(text)
        && !isFormula(text) && !isProgramMessage(text) && !isListOfWords(segment)
    }

    /// Sample strings and messages stand between quotes as a whole.
    private func isQuoted(_ text: borrowing Text) -> Bool {
      let bytes = text.bytes
      guard let first = bytes.indices.first, let last = bytes.indices.last, last > first else {
        return false
      }
      return (bytes[first] == 0x22 && bytes[last] == 0x22)
        || (bytes[first] == 0x27 && bytes[last] == 0x27)
        || (bytes.has("\u{201C}", at: 0) && bytes.has("\u{201D}", at: bytes.count - 3))
    }

    private func isFormula(_ text: borrowing Text) -> Bool {
      text.bytes.contains(" \\* ") || text.bytes.contains("(IN ") || text.bytes.contains("[in]")
    }

    /// `Dotted.Name: message`.
    private func isProgramMessage(_ text: borrowing Text) -> Bool {
      let bytes = text.bytes
      guard let colon = bytes.firstIndex(of: 0x3A), bytes.has(": ", at: colon) else { return false }
      var hasDot = false
      for index in 0..<colon {
        if bytes[index].isSpace { return false }
        if bytes[index] == 0x2E { hasDot = true }
      }
      return hasDot
    }

    /// Links around single words are a list of names.
    private func isListOfWords(_ segment: borrowing Segment) -> Bool {
      var links = 0
      var words = 0
      for index in segment.sourceInlines.indices {
        let inline = segment.sourceInlines[index]
        guard inline.kind == .link else { continue }
        links += 1
        let text = segment.source[inline.content]
        if !text.isEmpty, text.bytes.firstIndex(of: 0x20) == nil { words += 1 }
      }
      return links >= 3 && words == links
    }
  }
}
