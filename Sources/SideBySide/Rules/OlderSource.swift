import LintCore
import LintText

/// A page made from an older version of its source than the same page in another locale.
struct OlderSource: CrossFileRule {
  private static let older = Message(
    "older",
    "the page of locale '{0}' was made from a later version of the source, handed off on '{1}'")

  let info = RuleInfo(
    id: "older-source", family: "metadata",
    finds: "a page made from an older version of its source than the same page of another locale.",
    why: """
      The source has changed since the page was translated: all pages of another version were handed off to \
      translators later than any of this one. It is a fact about the page and no fault of it; what people \
      read sums such pages up in one line. Where the source is at hand, `--source` tells it exactly, by \
      `stale-translation`, and nothing is said here.
      """,
    precision: """
      Of 68 pages of one tree whose English pages are at hand, these prove 4 to be older: what is at hand may \
      itself be older than the later hand-offs.
      """,
    severity: .note, profile: nil, profiles: [.across: .all], required: .across,
    issueType: .uncategorized, countedAs: "are older than those of other locales",
    messages: [older],
    fails: [
      Example(
        "Another locale has got a later version.",
        .files([
          Example.File(
            "it-IT",
            """
            ---
            title: Pannello
            ms.openlocfilehash: ⟦2b6f0cc904d137be2e1730235f5664094b831186⟧
            ms.contentlocale: it-IT
            ms.lasthandoff: 04/23/2020
            ---
            {{pair:102|Open the panel.|Apri il pannello.}}

            """),
          Example.File(
            "fr-FR",
            """
            ---
            title: Panneau
            ms.openlocfilehash: 3f1c0e5a9b7d2468ace013579bdf02468ace1357
            ms.contentlocale: fr-FR
            ms.lasthandoff: 01/02/2021
            ---
            {{pair:102|Open the lid.|Ouvrez le couvercle.}}

            """),
        ]))
    ],
    passes: [
      Example(
        "A later hand-off of the same version.",
        .files([
          Example.File("it-IT", "---\ntitle: Pannello\n{{keys}}\n---\n{{pair:102}}\n"),
          Example.File(
            "fr-FR",
            """
            ---
            title: Panneau
            ms.openlocfilehash: 2b6f0cc904d137be2e1730235f5664094b831186
            ms.contentlocale: fr-FR
            ms.lasthandoff: 01/02/2022
            ---
            {{pair:102|Open the panel.|Ouvrez le panneau.}}

            """),
        ])),
      Example(
        "Two versions that were handed off on one day.",
        .files([
          Example.File("it-IT", "---\ntitle: Pannello\n{{keys}}\n---\n{{pair:102}}\n"),
          Example.File(
            "fr-FR",
            """
            ---
            title: Panneau
            ms.openlocfilehash: 3f1c0e5a9b7d2468ace013579bdf02468ace1357
            ms.contentlocale: fr-FR
            ms.lasthandoff: 04/23/2021
            ---
            {{pair:102|Open the lid.|Ouvrez le couvercle.}}

            """),
        ])),
    ])

  func facts(of document: borrowing Document, at place: PagePlace) -> FactBytes? {
    // What the source itself tells no other locale need tell.
    if let source = place.source, place.files.hasFile(source) { return nil }
    guard let version = SourceHash.number(document),
      let hash = document.attribute(SourceHash.key),
      let written = document.attribute("ms.lasthandoff"),
      let date = Self.date(document.text(written.value).bytes)
    else { return nil }
    var facts = FactBytes(capacity: 20)
    facts.append(version)
    facts.append(date)
    facts.append(document.place(of: hash.value))
    return facts
  }

  /// A date as it is written there, `04/23/2021`, as the number 20210423.
  private static func date(_ text: Span<UInt8>) -> UInt32? {
    guard text.count == 10, text[2] == 0x2F, text[5] == 0x2F else { return nil }
    var digits: UInt32 = 0
    for index in [6, 7, 8, 9, 0, 1, 3, 4] {
      guard text[index].isDigit else { return nil }
      digits = 10 * digits + UInt32(text[index] - 0x30)
    }
    return digits
  }

  /// A page and the version that it names.
  private struct Member {
    let page: PageFacts
    let version: UInt64
    let date: UInt32
    let range: ByteRange

    init(_ page: PageFacts) {
      self.page = page
      var facts = page.facts
      version = facts.number64()
      date = facts.number32()
      range = facts.range()
    }
  }

  func judge(_ pages: [PageFacts]) -> [Verdict] {
    var groups: [UInt64: [Member]] = [:]
    for page in pages where !page.locale.isEmpty {
      groups[page.path, default: []].append(Member(page))
    }
    return groups.values.flatMap(Self.judge).sorted { $0.page < $1.page }
  }

  private static func judge(_ pages: [Member]) -> [Verdict] {
    /// Of each version the days of the first and the last hand-off.
    var first: [UInt64: UInt32] = [:]
    var last: [UInt64: UInt32] = [:]
    for page in pages {
      first[page.version] = min(first[page.version] ?? .max, page.date)
      last[page.version] = max(last[page.version] ?? 0, page.date)
    }
    // The latest version of all; of two with one first day neither is known to be it.
    guard first.count > 1, let day = first.values.max(),
      first.values.count(where: { $0 == day }) == 1,
      let witness = pages.first(where: { first[$0.version] == day })
    else { return [] }
    return pages.compactMap { page in
      guard page.version != witness.version, last[page.version, default: 0] < day,
        page.page.locale != witness.page.locale
      else { return nil }
      return Verdict(
        page.page.page, page.range, older, witness.page.locale, text(witness.date),
        related: Verdict.Related(witness.page.page, witness.range, "other locale"),
        causes: [witness.page.page.file])
    }
  }

  private static func text(_ date: UInt32) -> String {
    func two(_ number: UInt32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(date / 10000)-\(two(date / 100 % 100))-\(two(date % 100))"
  }
}
