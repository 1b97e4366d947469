import LintCore
import LintText
import LintYAML

/// A name that was to stay as it is and is gone.
struct TranslatedName: Rule {
  private static let translated = Message("translated", "'{0}' must stay as it is")

  /// What stays on every page.
  private let names: TermIndex

  let info = RuleInfo(
    id: "translated-name", family: "terms",
    finds:
      "a name that the page's `no-loc` list or a do-not-translate list keeps, and the target lost.",
    why: """
      A product, a command or a company has one name in every language; translated, nobody finds it \
      again. Put the name back as the source has it. The list is `no-loc` in the front matter, and \
      the files given with `--do-not-translate`.
      """,
    precision: "Of 10 findings of `no-loc` lists on real pages, all that there were, 10 were true.",
    severity: .warning,
    issueType: .terminology, messages: [translated],
    fails: [
      Example(
        "A name of the page's list.",
        .file(
          """
          ---
          title: Pannello
          no-loc: [Hive Lantern, Meadow]
          {{keys}}
          ---
          {{pair:103|Hive Lantern opens.|⟦La lanterna si apre.⟧}}
          {{pair:104|Open Meadow.|Apri ⟦meadow⟧.}}

          """)),
      Example(
        "A name that is a word, where only a name has a capital.",
        .file(
          """
          ---
          title: Pannello
          no-loc: [Swift]
          {{keys}}
          ---
          {{pair:103|The lantern is made with Swift.|⟦La lanterna è fatta con Rapido.⟧}}
          {{pair:104|Swift is a language.|⟦Rapido è una lingua.⟧}}

          """)),
    ],
    passes: [
      Example(
        "It stays, or only a longer word holds it.",
        .file(
          """
          ---
          title: Pannello
          no-loc:
            - Hive Lantern
            - Go
          {{keys}}
          ---
          {{pair:103|Hive Lantern opens.|Si apre **Hive** Lantern.}}
          {{pair:104|Going home|Verso casa}}

          """)),
      Example(
        "A word that begins a sentence or stands in a title.",
        .file(
          """
          ---
          title: Pannello
          no-loc: [Go, Swift, Blazing]
          {{keys}}
          ---
          {{pair:103|Open it. Go home.|Aprila. Vai a casa.}}
          {{pair:104|Many Swift Answers|Molte risposte rapide}}
          {{pair:105|It is a Blazing fire.|È un fuoco ardente.}}
          {{pair:106|Try it and Go ahead.|Provala e vai avanti.}}

          """)),
      Example(
        "No list.", .segment(source: "Hive Lantern opens.", target: "La lanterna si apre.")),
    ])

  /// - Parameter names: What stays on every page.
  init(_ names: [String] = []) {
    self.names = TermIndex(names.compactMap { TermForm($0) })
  }

  func check(on kind: PageKind) -> Check? {
    .pass(.always) { document in
      let listed = Self.kept(by: document)
      if names.isEmpty, listed.isEmpty { return nil }
      let kept = TermIndex(listed.compactMap { TermForm($0) })
      return names.isEmpty && kept.isEmpty ? nil : Pass(names, kept)
    }
  }

  /// The words of the front matter's `no-loc` list.
  private static func kept(by document: borrowing Document) -> [String] {
    guard let entry = document.attribute("no-loc"), !entry.value.isEmpty else { return [] }
    var start = entry.value.lower
    // A list in lines is read with the indentation of its first, which the value does not include.
    while start > 0, document.bytes[start - 1] == 0x20 { start -= 1 }
    let isInLine = start > 0 && document.bytes[start - 1] == 0x3A
    let text = document.text(ByteRange(isInLine ? entry.value.lower : start, entry.value.upper))
    guard let node = try? YAMLNode(text.string) else { return [] }
    return node.strings ?? node.string.map { [$0] } ?? []
  }
}

extension TranslatedName {
  private final class Pass: PagePass {
    /// What stays on every page, and what on this one.
    private let names: TermIndex
    private let kept: TermIndex
    /// What one of the names must begin with where it stands, letter case and all; `nil` when there is
    /// too much of it.
    private let beginnings: [[UInt8]]?

    /// To look for each takes as long as to read a sentence's words does from about this many on.
    private static let mostBeginnings = 64

    init(_ names: TermIndex, _ kept: TermIndex) {
      self.names = names
      self.kept = kept
      beginnings = Self.beginnings(of: names.forms + kept.forms)
    }

    /// Their first words. One beyond ASCII has several spellings, and one byte is in every sentence.
    private static func beginnings(of forms: [TermForm]) -> [[UInt8]]? {
      var found: Set<[UInt8]> = []
      for form in forms {
        let word = Array(form.text.utf8.prefix { $0 != 0x20 && $0 != 0x2A })
        guard word.count >= 2, !word.contains(where: { $0 >= 0x80 }) else { return nil }
        found.insert(word)
        guard found.count <= mostBeginnings else { return nil }
      }
      return Array(found)
    }

    private func mayHaveNames(_ prose: Span<UInt8>) -> Bool {
      guard let beginnings else { return true }
      return beginnings.contains { prose.firstRange(of: $0.span, from: 0) != nil }
    }

    func check(
      _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
    ) {
      guard mayHaveNames(segment.source.prose), !segment.target.trimmed.isEmpty else { return }
      var seen: Set<Int> = []
      var found: [(form: TermForm, number: Int, range: Range<Int>)] = []
      for match in names.matches(in: segment.source.prose, and: kept) {
        let isOfPage = match.form >= names.forms.count
        let form = isOfPage ? kept.forms[match.form - names.forms.count] : names.forms[match.form]
        guard
          segment.source.bytes.extracting(match.range).isPlainly(form.text)
            || segment.source[match.range].string.hasSameWords(as: form.text),
          // A page's list holds what its writers had in mind; a team's own list says what it wants.
          !isOfPage || !OrdinaryUse.mayBe(match.range, in: segment.source.prose),
          seen.insert(match.form).inserted,
          // Nearly all stand there as they are.
          segment.target.prose.firstRange(
            of: segment.source.prose.extracting(match.range), from: 0) == nil
        else { continue }
        found.append((form, match.form, match.range))
      }
      if !found.isEmpty { check(found, segment, &report) }
    }

    private func check(
      _ found: [(form: TermForm, number: Int, range: Range<Int>)],
      _ segment: borrowing Segment, _ report: inout Findings
    ) {
      let ranges = names.ranges(in: segment.target.prose, isStrict: false, and: kept)
      var lost: [(name: String, text: String, range: Range<Int>, other: Range<Int>?)] = []
      for (form, number, range) in found {
        var isKept = false
        for range in ranges[number] ?? [] where !isKept {
          isKept = segment.target[range].string.withoutMarks.hasSameWords(as: form.text)
        }
        if isKept { continue }
        lost.append((segment.source[range].string, form.text, range, ranges[number]?.first))
      }
      if lost.isEmpty { return }
      // A name may have become code; it is there all the same. In an address nobody reads it.
      let read = LiteralText.read(segment.target, segment.targetInlines)
      let parts = SubstringSearch(lost.map(\.name), in: read.span)
      // Where a name stands in another letter case, the finding is there.
      var anyCase = TermCollector()
      let numbers = lost.map { TermForm($0.text.lowercased()).map { anyCase.insert($0) } }
      let others = TermIndex(anyCase).ranges(in: segment.target.prose, isStrict: true)
      for (name, number) in zip(lost, numbers) where !parts.found.contains(name.name) {
        let other = name.other ?? number.flatMap { others[$0]?.first }
        let shown = other.map { segment.target[$0].range } ?? segment.target.trimmed.range
        report(
          shown, TranslatedName.translated, name.name,
          related: Finding.Related(segment.source[name.range].range))
      }
    }

  }
}

extension Span<UInt8> {
  /// Whether the bytes are those of a name, which is words with one space between them, and has no `*`.
  fileprivate func isPlainly(_ name: String) -> Bool {
    elementsEqual(name.utf8Span.span) && firstIndex(of: 0x2A) == nil
  }
}

extension String {
  /// Whether the text is a name, but for white space and what the name's `*` stands for; letter
  /// case counts.
  fileprivate func hasSameWords(as name: String) -> Bool {
    let name = name.filter { $0 != "*" }
    return split { $0.isWhitespace }.joined(separator: " ").hasPrefix(name)
  }

  /// Without what marks bold and italics inside a name.
  fileprivate var withoutMarks: String { filter { $0 != "*" && $0 != "_" } }
}
