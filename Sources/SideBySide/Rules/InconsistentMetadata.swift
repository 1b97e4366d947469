import LintCore
import LintText
internal import Markdown

/// A page with a key that says something else than in most other locales.
struct InconsistentMetadata: CrossFileRule {
  private static let changed = Message(
    "changed", "'{0}' has another value in '{1}' of '{2}' locales")
  private static let missing = Message(
    "missing", "'{0}' is missing, which '{1}' of '{2}' locales have")
  private static let extra = Message("extra", "'{0}' is not there in '{1}' of '{2}' locales")

  /// Keys that are copied from the source. Left out are those that are translated (`title`, `description`,
  /// `keywords`, `titleSuffix`, `TOCTitle`) and those of the localization tools, which tell of each hand-off.
  private static let keys: [StaticString] = [
    "author", "manager", "uid", "audience", "ROBOTS", "api_type", "api_name", "api_location",
    "topic_type", "dev_langs", "f1_keywords", "f1_categories", "helpviewer_keywords",
    "monikerRange", "localization_priority", "no-loc", "zone_pivot_groups",
    "caps.latest.revision", "mtps_version", "ms:assetid", "ms:mtpsurl", "ms:contentKeyID",
    "ms.date", "ms.topic", "ms.author", "ms.custom", "ms.assetid", "ms.service", "ms.subservice",
    "ms.reviewer", "ms.localizationpriority", "ms.prod", "ms.technology", "ms.audience", "ms.suite",
    "ms.tgt_pltfrm", "ms.workload", "ms.devlang", "ms.collection", "ms.search.region",
    "ms.search.form", "ms.search.scope", "ms.search.industry", "ms.search.validFrom",
    "ms.dyn365.ops.version",
  ]

  let info = RuleInfo(
    id: "inconsistent-metadata", family: "metadata",
    finds: "a key that is not translated and has another value than in most locales.",
    why: """
      All pages that name one version of their source have its keys: date, topic, author. A page that says \
      something else was changed by hand, and the next hand-off takes the change back; or its key was \
      damaged, and the site sorts the page wrongly. Write what the other locales have, or change the source. \
      Of three locales at least more than half must agree.
      """,
    precision: "In 108 groups of 925 pages no key differed, and none was reported.",
    severity: .warning, profile: nil, profiles: [.across: .default], required: .across,
    issueType: .inconsistency, messages: [changed, missing, extra],
    fails: [
      Example(
        "Another value, a key that is missing, and one that is too many.",
        .files([
          Example.File(
            "it-IT",
            """
            ⟦---⟧
            title: Pannello
            ⟦ms.date: 01/02/2021⟧
            ⟦ms.prod: hub⟧
            {{keys}}
            ---
            {{pair:102}}

            """),
          Example.File(
            "fr-FR",
            """
            ---
            title: Panneau
            ms.topic: article
            ms.date: 02/01/2021
            {{keys}}
            ---
            {{pair:102}}

            """),
          Example.File(
            "es-ES",
            """
            ---
            title: Panel
            ms.topic: article
            ms.date: 02/01/2021
            {{keys}}
            ---
            {{pair:102}}

            """),
        ]))
    ],
    passes: [
      Example(
        "Titles and the keys of the tools are each locale's own.",
        .files([
          Example.File("it-IT", "---\ntitle: Pannello\nms.topic: a\n{{keys}}\n---\n{{pair:102}}\n"),
          Example.File("fr-FR", "---\ntitle: Panneau\nms.topic: a\n{{keys}}\n---\n{{pair:102}}\n"),
          Example.File("es-ES", "---\ntitle: Panel\nms.topic: a\n{{keys}}\n---\n{{pair:102}}\n"),
        ]))
    ])

  func facts(of document: borrowing Document) -> FactBytes? {
    guard let version = SourceHash.number(document), let attributes = document.attributes,
      attributes.isWhole
    else { return nil }
    var facts = FactBytes()
    facts.append(version)
    facts.append(attributes.place)
    for (index, key) in Self.keys.enumerated() {
      guard let attribute = document.attribute(key) else { continue }
      facts.append(UInt8(index))
      // A key without a value begins where it ends.
      facts.append(
        ByteRange(attribute.name.lower, max(attribute.value.upper, attribute.name.upper)))
      facts.append(Self.hash(of: document.text(attribute.value).bytes))
    }
    return facts
  }

  /// The same for a value in other letter case, for a list in one line or several, and for a date with zeros before
  /// its numbers.
  private static func hash(of value: Span<UInt8>) -> UInt64 {
    var hash = Hash64()
    // Whether an item or a number may begin.
    var (isStart, isBehindDigit) = (true, false)
    for index in value.indices {
      let byte = value[index]
      defer {
        isStart = byte == 0x0A || isStart && byte.isSpace
        isBehindDigit = byte.isDigit
      }
      switch byte {
      case let byte where byte.isSpace: break
      case 0x5B, 0x5D, 0x2C, 0x22, 0x27: break
      case 0x2D where isStart: break
      case 0x30 where !isBehindDigit && index + 1 < value.count && value[index + 1].isDigit: break
      default: hash.add(byte.lowercased)
      }
    }
    return hash.value
  }

  /// What is kept of a page, read back.
  private struct Keys {
    let page: PageNumber
    let place: ByteRange
    private(set) var values: [UInt8: (range: ByteRange, hash: UInt64)] = [:]

    init(_ member: LocaleGroups.Member) {
      page = member.page
      var facts = member.facts
      place = facts.range()
      while !facts.isAtEnd {
        let key = facts.byte()
        let range = facts.range()
        values[key] = (range, facts.number64())
      }
    }
  }

  func judge(_ pages: [PageFacts]) -> [Verdict] {
    LocaleGroups(pages).groups.flatMap { group in
      let pages = group.map { Keys($0) }
      return Self.keys.indices.flatMap { Self.judge(pages, UInt8($0)) }
    }
  }

  private static func judge(_ pages: [Keys], _ key: UInt8) -> [Verdict] {
    let hashes = pages.map { $0.values[key]?.hash }
    guard let usual = LocaleGroups.majority(hashes), let witness = hashes.firstIndex(of: usual)
    else { return [] }
    let count = hashes.count { $0 == usual }
    let other = Verdict.Related(
      pages[witness].page, pages[witness].values[key]?.range ?? pages[witness].place,
      "other locale")
    let causes = pages.indices.filter { hashes[$0] == usual }.map { pages[$0].page.file }
    return pages.indices.filter { hashes[$0] != usual }.map { index in
      let own = pages[index].values[key]
      return Verdict(
        pages[index].page, own?.range ?? pages[index].place,
        own == nil ? missing : usual == nil ? extra : changed, keys[Int(key)].description,
        String(count), String(pages.count), related: other, causes: causes)
    }
  }
}
