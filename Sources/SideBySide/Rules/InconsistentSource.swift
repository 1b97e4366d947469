import LintCore
import LintText

/// A page whose source is another one than the same page has in most other locales.
struct InconsistentSource: CrossFileRule {
  private static let changed = Message(
    "changed", "the source of this line is another one in '{0}' of '{1}' locales")
  private static let short = Message(
    "short", "the page ends here, where it goes on in '{0}' of '{1}' locales")

  let info = RuleInfo(
    id: "inconsistent-source", family: "spans",
    finds: "a page whose source, put together from its pairs, differs from that in most locales.",
    why: """
      All pages that name one version of their source have the same source halves, and the same lines \
      outside of pairs. Where one locale alone has another one, its page was damaged after the hand-off: \
      a directive with a stray full stop, a list item whose number is glued to it, text that is gone. \
      Restore the line from the page of another locale. Alternative texts, titles and white space may \
      differ. Of three locales at least more than half must agree.
      """,
    precision: "In 108 groups of 925 pages, 4 pages were reported, and rightly so.",
    severity: .warning, profile: nil, profiles: [.across: .default], required: .across,
    issueType: .inconsistency, messages: [changed, short],
    fails: [
      Example(
        "A directive has got a full stop in one locale.",
        .files([
          Example.File(
            "it-IT",
            """
            ---
            title: Pannello
            {{keys}}
            ---
            {{pair:102|Open the panel.|Apri il pannello.}}

            ⟦:::image source="panel.png" alt-text="Il pannello":::.⟧

            """),
          Example.File(
            "fr-FR",
            """
            ---
            title: Panneau
            {{keys}}
            ---
            {{pair:102|Open the panel.|Ouvrez le panneau.}}

            :::image source="panel.png" alt-text="Le panneau":::

            """),
          Example.File(
            "es-ES",
            """
            ---
            title: Panel
            {{keys}}
            ---
            {{pair:102|Open the panel.|Abra el panel.}}

            :::image source="panel.png" alt-text="El panel":::

            """),
        ])),
      Example(
        "A sentence is gone in one locale.",
        .files([
          Example.File(
            "it-IT", "---\ntitle: Pannello\n{{keys}}\n---\n{{pair:102|Open.⟦⟧|Apri.}}\n"),
          Example.File(
            "fr-FR",
            "---\ntitle: Panneau\n{{keys}}\n---\n{{pair:102|Open.|Ouvrez.}}\n\n"
              + "{{pair:103|Wait.|Attendez.}}\n"),
          Example.File(
            "es-ES",
            "---\ntitle: Panel\n{{keys}}\n---\n{{pair:102|Open.|Abra.}}\n\n"
              + "{{pair:103|Wait.|Espere.}}\n"),
        ])),
      Example(
        "The number of an item is glued to it in one locale.",
        .files([
          Example.File(
            "it-IT",
            "---\ntitle: Pannello\n{{keys}}\n---\n⟦1.{{pair:102|Open.⟧|Apri.}}\n"),
          Example.File(
            "fr-FR",
            "---\ntitle: Panneau\n{{keys}}\n---\n1. {{pair:102|Open.|Ouvrez.}}\n"),
          Example.File(
            "es-ES",
            "---\ntitle: Panel\n{{keys}}\n---\n1. {{pair:102|Open.|Abra.}}\n"),
        ])),
    ],
    passes: [
      Example(
        "Alternative texts and titles are translated.",
        .files([
          Example.File(
            "it-IT",
            "---\ntitle: Pannello\n{{keys}}\n---\n{{pair:102|Open.|Apri.}}\n\n"
              + "![Il [grande] pannello](panel.png \"Pannello\")\n"),
          Example.File(
            "fr-FR",
            "---\ntitle: Panneau\n{{keys}}\n---\n{{pair:102|Open.|Ouvrez.}}\n\n"
              + "![Le panneau](panel.png \"Panneau\")\n"),
          Example.File(
            "es-ES",
            "---\ntitle: Panel\n{{keys}}\n---\n{{pair:102|Open.|Abra.}}\n\n"
              + "![El panel](panel.png \"Panel\")\n"),
        ])),
      Example(
        "Quotes in an alternative text are escaped, and an emoji stands for its name.",
        .files([
          Example.File(
            "it-IT",
            "---\ntitle: Pannello\n{{keys}}\n---\n:smile: {{pair:102|Open.|Apri.}}\n\n"
              + ":::image source=\"panel.png\" alt-text=\"Il \\\"grande\\\" pannello\":::\n"),
          Example.File(
            "fr-FR",
            "---\ntitle: Panneau\n{{keys}}\n---\n\u{1F604} {{pair:102|Open.|Ouvrez.}}\n\n"
              + ":::image source=\"panel.png\" alt-text=\"Le panneau\":::\n"),
          Example.File(
            "es-ES",
            "---\ntitle: Panel\n{{keys}}\n---\n\u{1F604} {{pair:102|Open.|Abra.}}\n\n"
              + ":::image source=\"panel.png\" alt-text=\"El panel\":::\n"),
        ])),
      Example(
        "Of two locales nobody knows which is right.",
        .files([
          Example.File(
            "it-IT", "---\ntitle: Pannello\n{{keys}}\n---\n{{pair:102|Open.|Apri.}}\n"),
          Example.File(
            "fr-FR", "---\ntitle: Panneau\n{{keys}}\n---\n{{pair:102|Close.|Fermez.}}\n"),
        ])),
      Example(
        "Comments, items and links outside of pairs are translated.",
        .files([
          Example.File(
            "it-IT",
            "---\ntitle: Pannello\n{{keys}}\n---\n{{pair:102|Open.|Apri.}}\n\n<!-- nota -->\n\n* Avanti\n\n[Pagina](lid.md)\n"
          ),
          Example.File(
            "fr-FR",
            "---\ntitle: Panneau\n{{keys}}\n---\n{{pair:102|Open.|Ouvrez.}}\n\n- Suivant\n\n[Page](lid.md)\n"
          ),
          Example.File(
            "es-ES",
            "---\ntitle: Panel\n{{keys}}\n---\n{{pair:102|Open.|Abra.}}\n\n- Siguiente\n\n[Otra](lid.md)\n"
          ),
        ])),
    ])

  func facts(of document: borrowing Document) -> FactBytes? {
    guard let version = SourceHash.number(document), let lines = SourceLines(document)?.lines else {
      return nil
    }
    var facts = FactBytes(capacity: 8 + 12 * lines.count)
    facts.append(version)
    for line in lines {
      facts.append(line.range)
      facts.append(line.hash)
    }
    return facts
  }

  func judge(_ pages: [PageFacts]) -> [Verdict] {
    LocaleGroups(pages).groups.flatMap(Self.judge)
  }

  private static func judge(_ group: [LocaleGroups.Member]) -> [Verdict] {
    let hashes = group.map { hash(of: $0.facts) }
    guard let usual = LocaleGroups.majority(hashes),
      let witness = hashes.firstIndex(of: usual)
    else { return [] }
    let count = hashes.count { $0 == usual }
    let causes = group.indices.filter { hashes[$0] == usual }.map { group[$0].page.file }
    return group.indices.filter { hashes[$0] != usual }.map { index in
      var (own, theirs) = (group[index].facts, group[witness].facts)
      var (range, other) = (ByteRange.none, ByteRange.none)
      while true {
        let isShort = own.isAtEnd
        if isShort {
          range = ByteRange(range.upper, range.upper)
        } else {
          range = own.range()
        }
        let isAtEnd = theirs.isAtEnd
        other = isAtEnd ? ByteRange(other.upper, other.upper) : theirs.range()
        if isShort || isAtEnd || own.number32() != theirs.number32() {
          return Verdict(
            group[index].page, range, isShort ? short : changed, String(count),
            String(group.count),
            related: Verdict.Related(group[witness].page, other, "other locale"), causes: causes)
        }
      }
    }
  }

  private static func hash(of facts: FactReader) -> UInt64 {
    var facts = facts
    var hash = Hash64()
    while !facts.isAtEnd {
      _ = facts.range()
      hash.add(facts.number32())
    }
    return hash.value
  }
}
