import LintCore
import LintText

/// A link to a page or image that its locale does not have.
struct DeadLink: CrossFileRule {
  private static let dead = Message("dead", "'{0}' leads to nothing that this locale has")

  let info = RuleInfo(
    id: "dead-link", family: "links",
    finds: "a relative link to a page or file that neither its locale nor the source has.",
    why: """
      Readers come to an error page. The page that is meant was moved or deleted, and the translation leads \
      where the source led before. Take the address that the source has today. Only a tree that is given \
      whole can answer: nothing is said where another locale or the source has the page, or where not nine \
      of ten links into its folder lead to pages that are there.
      """,
    precision: """
      In a whole tree with 1,610 links nothing was found, and nothing was dead by an independent count; no dead \
      link of real pages is known to it yet.
      """,
    severity: .warning, profile: nil, profiles: [.across: .strict], required: .across,
    issueType: .markup, messages: [dead],
    fails: [
      Example(
        "The page has another name.",
        .files([
          Example.File(
            "it-IT",
            """
            ---
            title: Pannello
            {{keys}}
            ---
            {{pair:102|See [the lid](lid.md).|Vedere [il coperchio](⟦lids.md⟧).}}

            {{pair:103|[a](lid.md) [b](lid.md) [c](lid.md)|[a](lid.md) [b](lid.md) [c](lid.md)}}

            {{pair:104|[a](lid.md) [b](lid.md) [c](lid.md)|[a](lid.md) [b](lid.md) [c](lid.md)}}

            {{pair:105|[a](lid.md) [b](lid.md) [c](lid.md)|[a](lid.md) [b](lid.md) [c](lid.md)}}

            """),
          Example.File(
            "it-IT", named: "lid", "---\ntitle: Coperchio\n{{keys}}\n---\n{{pair:102}}\n"),
        ]))
    ],
    passes: [
      Example(
        "Another locale has the page, so the source has it; and folders that are not there.",
        .files([
          Example.File(
            "it-IT",
            """
            ---
            title: Pannello
            {{keys}}
            ---
            {{pair:102|See [it](lid.md) and [it](../hive/lamp.md).|Vedere [qui](lid.md) e [qui](../hive/lamp.md).}}

            """),
          Example.File(
            "fr-FR", named: "lid", "---\ntitle: Couvercle\n{{keys}}\n---\n{{pair:102}}\n"),
        ])),
      Example(
        "Without an ending, in other letters, and by a former address.",
        .files([
          Example.File(
            "it-IT",
            """
            ---
            title: Pannello
            {{keys}}
            ---
            {{pair:102|[a](Lid.md), [b](lid/), [c](old.md)|[a](Lid.md), [b](lid/?view=1), [c](old.md)}}

            """),
          Example.File(
            "it-IT", named: "lid",
            "---\ntitle: Coperchio\naliases: [/docs/old/]\n{{keys}}\n---\n{{pair:102}}\n"),
        ])),
    ])

  private enum Entry {
    static let found: UInt8 = 0
    static let missing: UInt8 = 1
  }

  func facts(of document: borrowing Document, at place: PagePlace) -> FactBytes? {
    guard document.markdown != nil, document.isFirst else { return nil }
    var facts = FactBytes()
    let locale = document.page.locale
    facts.append(LinkedPath.key(place.path))
    facts.append(Self.key(place.path, without: locale))
    let former = Self.formerNames(document, at: place)
    facts.append(UInt8(former.count))
    for name in former { facts.append(name) }
    guard document.page.textLocale != nil else { return facts }
    let bytes = document.bytes.span
    let blocks = Blocks(bytes, from: document.start, dialect: PageLinks.dialect)
    for range in PageLinks(document, blocks).destinations {
      let destination = document.text(range).bytes
      guard let link = RelativeLink(destination), !link.isInPage else { continue }
      switch LinkedPath(link, from: place) {
      case .unknown: break
      case .file:
        facts.append(Entry.found)
        facts.append(Self.files)
      case .page(let path):
        facts.append(Entry.found)
        facts.append(Self.folder(path))
      case .missing(let path):
        let isPage = LinkedPath.mayBePage(path)
        facts.append(Entry.missing)
        facts.append(isPage ? Self.folder(path) : Self.files)
        facts.append(LinkedPath.key(path))
        facts.append(Self.key(path, without: locale))
        facts.append(FormerNames.hash(path))
        facts.append(document.place(of: range))
        facts.append(destination)
      }
    }
    return facts
  }

  private static func key(_ path: String, without locale: LocaleTag?) -> UInt64 {
    LinkedPath.key(String(decoding: LocaleTag.path(path, withoutFoldersOf: locale), as: UTF8.self))
  }

  private static func folder(_ path: String) -> UInt32 {
    let folder = path.lowercased().utf8.reversed().drop { $0 != 0x2F }
    return UInt32(truncatingIfNeeded: Hash64(of: Array(folder).span).value)
  }

  /// Under what else a page may be asked for: by what looks like an address in its front matter (`aliases`,
  /// `redirect_from`, `slug` and whatever else publishers call it), and without the number that its name begins with.
  private static func formerNames(
    _ document: borrowing Document, at place: PagePlace
  ) -> [UInt32] {
    var names: [UInt32] = []
    if let unnumbered = LinkedPath.withoutNumber(place.path) {
      names.append(FormerNames.hash(unnumbered))
    }
    let bytes = document.bytes.span
    guard let range = document.frontMatter?.content.range ?? tomlFrontMatter(bytes) else {
      return names
    }
    return names
      + FormerNames(bytes.extracting(range), atMost: mostFormerNames, areKeyed: true).pages
  }

  /// What stands between two lines of plus signs.
  private static func tomlFrontMatter(_ bytes: Span<UInt8>) -> Range<Int>? {
    guard bytes.has("+++", at: 0), let end = bytes.firstRange(of: "\n+++", from: 3) else {
      return nil
    }
    return 3..<end.lowerBound
  }

  /// What stands for the folders of all files that are no pages: a tree has them, or it doesn't.
  private static let files: UInt32 = 1

  private static let mostFormerNames = 100
  /// To as many links that lead to pages of a folder one may lead nowhere.
  private static let certainty = 9

  /// A link that leads nowhere.
  private struct Missing {
    let page: PageNumber
    let folder: UInt32
    let key: UInt64
    let neutral: UInt64
    let name: UInt32
    let range: ByteRange
    let text: String
  }

  func judge(_ pages: [PageFacts]) -> [Verdict] {
    var keys: Set<UInt64> = []
    var neutral: Set<UInt64> = []
    var former: Set<UInt32> = []
    var missing: [Missing] = []
    // By folders, how many links lead to pages in them that are there.
    var found: [UInt32: Int] = [:]
    for page in pages {
      var facts = page.facts
      keys.insert(facts.number64())
      neutral.insert(facts.number64())
      for _ in 0..<facts.byte() { former.insert(facts.number32()) }
      while !facts.isAtEnd {
        let kind = facts.byte()
        let folder = facts.number32()
        if kind == Entry.found {
          found[folder, default: 0] += 1
          continue
        }
        missing.append(
          Missing(
            page: page.page, folder: folder, key: facts.number64(), neutral: facts.number64(),
            name: facts.number32(), range: facts.range(),
            text: facts.text()))
      }
    }
    missing.removeAll {
      keys.contains($0.key) || neutral.contains($0.neutral) || former.contains($0.name)
    }
    var lost: [UInt32: Int] = [:]
    for link in missing { lost[link.folder, default: 0] += 1 }
    return missing.compactMap { link in
      // Of a folder that is not there as a whole most links would lead nowhere.
      guard lost[link.folder, default: 0] * Self.certainty <= found[link.folder, default: 0] else {
        return nil
      }
      return Verdict(link.page, link.range, Self.dead, link.text, absent: link.key)
    }
  }
}
