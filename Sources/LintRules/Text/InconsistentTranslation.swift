import LintCore
import LintText

/// A source that one locale translates in several ways.
struct InconsistentTranslation: CrossFileRule {
  private static let other = Message(
    "other", "this source is translated in another way in '{0}' of '{1}' places")

  /// Of one word, grammar decides the form.
  private static let fewestWords = 2

  let info = RuleInfo(
    id: "inconsistent-translation", family: "text",
    finds: "a source of two or more words that its locale translates in several ways.",
    why: """
      Readers look for the words that they have met elsewhere: a heading, a menu or a warning that has two \
      names seems to be two things. Where both are right, take the one that is met more often; the second \
      place shows it. What is written alike may mean two things, so a team has to want this rule.
      """,
    precision: """
      Of 60 findings read, of 305 on 2,068 pages, all were one source in two wordings; most are headings and \
      phrases that a style guide would settle.
      """,
    severity: .warning, profile: nil, profiles: [.across: .strict], required: .across,
    issueType: .inconsistency, messages: [other],
    fails: [
      Example(
        "One source, two translations in a page.",
        .files([
          Example.File(
            "it-IT",
            """
            ---
            title: Pannello
            {{keys}}
            ---
            {{pair:102|Open the panel.|Apri il pannello.}}

            {{pair:103|Open the panel.|Apri il pannello.}}

            {{pair:104|Open the panel.|⟦Aprire il quadro.⟧}}

            """)
        ]))
    ],
    passes: [
      Example(
        "White space may differ, and a single word.",
        .files([
          Example.File(
            "it-IT",
            """
            ---
            title: Pannello
            {{keys}}
            ---
            {{pair:102|Open the panel.|Apri il pannello.}}

            {{pair:103|Open the panel.|Apri  il pannello. }}

            {{pair:104|Open|Apri}}

            {{pair:105|Open|Aperto}}

            """)
        ])),
      Example(
        "Each locale has its own words.",
        .files([
          Example.File(
            "it-IT",
            "---\ntitle: Pannello\n{{keys}}\n---\n{{pair:102|Open the lid.|Apri il coperchio.}}\n"),
          Example.File(
            "fr-FR",
            "---\ntitle: Panneau\n{{keys}}\n---\n{{pair:102|Open the lid.|Ouvrez le couvercle.}}\n"),
        ])),
    ])

  func facts(of document: borrowing Document) -> FactBytes? {
    // A page that says another language than its path may be in either.
    guard document.page.textLocale != nil else { return nil }
    var facts = FactBytes(capacity: 20 * document.records.count)
    for index in document.records.indices where document.records[index].isComparable {
      let segment = document.segment(index)
      let (source, target) = (segment.source.trimmed, segment.target.trimmed)
      // Whether it should have been translated another rule says.
      guard !target.isEmpty, Self.hasWords(source.bytes), !(source == target) else { continue }
      facts.append(Self.hash(of: source.bytes).value)
      facts.append(UInt32(truncatingIfNeeded: Self.hash(of: target.bytes).value))
      facts.append(document.place(of: target.range))
    }
    return facts.bytes.isEmpty ? nil : facts
  }

  /// Whether a text has as many words as are wanted.
  private static func hasWords(_ text: Span<UInt8>) -> Bool {
    var words = 0
    var isInWord = false
    for index in text.indices {
      let isLetter = text[index].isLetter || text[index] >= 0x80
      if isLetter, !isInWord {
        words += 1
        if words == fewestWords { return true }
      }
      // Anything that is no space belongs to the word: `a.b` is one.
      if isLetter || text[index].isSpace { isInWord = isLetter }
    }
    return false
  }

  private static func hash(of text: Span<UInt8>) -> Hash64 {
    var hash = Hash64()
    for index in text.indices where !text[index].isSpace { hash.add(text[index]) }
    return hash
  }

  /// A segment; of some millions each byte counts.
  private struct Use {
    /// The hash of the source, mixed with that of the locale.
    let source: UInt64
    let target: UInt32
    /// An index into the pages.
    let page: UInt32
    let range: ByteRange
  }

  /// How many segments are sorted at once, about; all that there are would take more room than their facts.
  private static let mostUses = 1 << 18

  func judge(_ pages: [PageFacts]) -> [Verdict] {
    let count = pages.reduce(0) { $0 + $1.facts.count / 20 }
    // By how many of the highest bits of their sources segments are taken apart.
    var bits: UInt64 = 0
    while bits < 8, count >> Int(bits) > Self.mostUses { bits += 1 }
    var verdicts: [Verdict] = []
    var uses: [Use] = []
    uses.reserveCapacity(count >> Int(bits))
    for part in 0..<(1 << bits) as Range<UInt64> {
      uses.removeAll(keepingCapacity: true)
      for (index, page) in pages.enumerated() where !page.locale.isEmpty {
        let locale = Hash64(of: page.locale.utf8Span.span).value
        var facts = page.facts
        while !facts.isAtEnd {
          let source = facts.number64() ^ locale
          guard bits == 0 || source >> (64 - bits) == part else {
            facts.skip(12)
            continue
          }
          let target = facts.number32()
          uses.append(
            Use(source: source, target: target, page: UInt32(index), range: facts.range()))
        }
      }
      Self.judge(&uses, pages, &verdicts)
    }
    return verdicts
  }

  private static func judge(
    _ uses: inout [Use], _ pages: [PageFacts], _ verdicts: inout [Verdict]
  ) {
    uses.sort { left, right in
      (left.source, left.page, left.range) < (right.source, right.page, right.range)
    }
    var start = 0
    while start < uses.count {
      var end = start + 1
      while end < uses.count, uses[end].source == uses[start].source { end += 1 }
      if uses[start..<end].contains(where: { $0.target != uses[start].target }) {
        verdicts += judge(uses[start..<end], pages)
      }
      start = end
    }
  }

  private static func judge(_ uses: ArraySlice<Use>, _ pages: [PageFacts]) -> [Verdict] {
    var counts: [UInt32: Int] = [:]
    for use in uses { counts[use.target, default: 0] += 1 }
    let most = counts.values.max() ?? 0
    // Of several that are met as often, the first.
    guard let usual = uses.first(where: { counts[$0.target] == most }) else { return [] }
    let causes = Set(
      uses.filter { $0.target == usual.target }.map { pages[Int($0.page)].page.file }
    ).sorted()
    let related = Verdict.Related(
      pages[Int(usual.page)].page, usual.range, "other translation")
    return uses.filter { $0.target != usual.target }.map { use in
      Verdict(
        pages[Int(use.page)].page, use.range, other, String(most), String(uses.count),
        related: related, causes: causes)
    }
  }
}
