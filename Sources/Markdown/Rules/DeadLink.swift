import LintCore
import LintText

/// A link to a page or image that its locale does not have.
struct DeadLink: CrossFileRule {
  private static let dead = Message("dead", "'{0}' leads to nothing that this locale has")

  let info = RuleInfo(
    id: "dead-link", family: "links",
    finds: """
      a link to a page or file that neither its locale nor the source has: a relative one, or one from the root \
      of the site, in Markdown or HTML.
      """,
    why: """
      Readers come to an error page. The page that is meant was moved or deleted, and the translation leads \
      where the source led before. Take the address that the source has today. Only a tree that is given \
      whole can answer: nothing is said where another locale or the source has the page, or where not nine \
      of ten links into its folder, or from its root, lead to pages that are there.
      """,
    precision: """
      In four whole trees with some 30,000 links two were found, and both lead nowhere. Of 66 that were made to \
      lead nowhere in these, in 30 ways of writing them, 54 are found.
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
          Example.File(
            "fr-FR", named: "lid", "---\ntitle: Couvercle\n{{keys}}\n---\n{{pair:102}}\n"),
        ])),
      Example(
        "In a tag.",
        .files([
          Example.File(
            "it-IT",
            """
            ---
            title: Pannello
            {{keys}}
            ---
            {{pair:102|See <a href="lid.md">the lid</a>.|Vedere <a href="⟦lids.md⟧">il coperchio</a>.}}

            {{pair:103|[a](lid.md) [b](lid.md) [c](lid.md)|[a](lid.md) [b](lid.md) [c](lid.md)}}

            {{pair:104|[a](lid.md) [b](lid.md) [c](lid.md)|[a](lid.md) [b](lid.md) [c](lid.md)}}

            {{pair:105|[a](lid.md) [b](lid.md) [c](lid.md)|[a](lid.md) [b](lid.md) [c](lid.md)}}

            """),
          Example.File(
            "it-IT", named: "lid", "---\ntitle: Coperchio\n{{keys}}\n---\n{{pair:102}}\n"),
          Example.File(
            "fr-FR", named: "lid", "---\ntitle: Couvercle\n{{keys}}\n---\n{{pair:102}}\n"),
        ])),
    ],
    passes: [
      Example(
        "Of one locale alone: what it lacks the source may have.",
        .files([
          Example.File(
            "it-IT",
            """
            ---
            title: Pannello
            {{keys}}
            ---
            {{pair:102|See [the lid](lid.md).|Vedere [il coperchio](lids.md).}}

            {{pair:103|[a](lid.md) [b](lid.md) [c](lid.md)|[a](lid.md) [b](lid.md) [c](lid.md)}}

            {{pair:104|[a](lid.md) [b](lid.md) [c](lid.md)|[a](lid.md) [b](lid.md) [c](lid.md)}}

            {{pair:105|[a](lid.md) [b](lid.md) [c](lid.md)|[a](lid.md) [b](lid.md) [c](lid.md)}}

            """),
          Example.File(
            "it-IT", named: "lid", "---\ntitle: Coperchio\n{{keys}}\n---\n{{pair:102}}\n"),
        ])),
      Example(
        "From the root of a site whose layout is not known.",
        .files([
          Example.File(
            "it-IT",
            """
            ---
            title: Pannello
            {{keys}}
            ---
            {{pair:102|[a](/hive/lid), [b](/hive/lamp/)|[a](/hive/lid), [b](/hive/lamp/)}}

            """)
        ])),
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

  /// What is kept of where a page's source lies.
  private enum Sources {
    static let known: UInt8 = 0
    /// Nobody says where.
    static let unknown: UInt8 = 1
    /// The same for a page that holds its source, whose other pages may lie elsewhere.
    static let inside: UInt8 = 2
  }

  /// What is kept of a link.
  private enum Entry {
    /// It leads to what is there, and what folder that is in.
    static let found: UInt8 = 0
    /// The same for one that says whether links of its kind are seen from the page's folder, or its address.
    static let foundInFolder: UInt8 = 1
    static let foundByAddress: UInt8 = 2
    /// The same for one from a root, and which.
    static let foundFromRoot: UInt8 = 3
    /// One from a root into a folder that is not there.
    static let lostFromRoot: UInt8 = 4
    /// It leads nowhere, as seen from the folder of its page.
    static let missing: UInt8 = 5
    /// The same for one that may be seen from the page's address.
    static let missingInFolder: UInt8 = 6
    static let missingByAddress: UInt8 = 7
    static let missingFromRoot: UInt8 = 8
  }

  func facts(of document: borrowing Document, at place: PagePlace) -> FactBytes? {
    guard let markdown = document.markdown, document.isFirst else { return nil }
    var facts = FactBytes()
    let locale = document.page.locale
    facts.append(LinkedPath.key(place.path))
    facts.append(Self.key(place.path, without: locale))
    facts.append(
      place.source != nil
        ? Sources.known : document.records.isEmpty ? Sources.unknown : Sources.inside)
    let former = Self.formerNames(document, at: place)
    facts.append(UInt8(former.count))
    for name in former { facts.append(name) }
    var found: [Landing: UInt32] = [:]
    for link in markdown.linkedPage(document, at: place).links {
      func root(_ path: String) -> UInt32 { Self.root(path, link.link, without: locale) }
      func add(_ way: LinkedPath.Way, _ folder: Folder) {
        var landing = Landing(kind: Entry.found, folder: folder)
        switch way {
        case .root(let path):
          landing.kind = Entry.foundFromRoot
          landing.root = root(path)
        case .address: landing.kind = Entry.foundByAddress
        case .folder: landing.kind = Entry.foundInFolder
        case .page: break
        }
        found[landing, default: 0] += 1
      }
      switch link.path {
      case .unknown: break
      case .lost(let way):
        guard case .root(let path) = way else { break }
        found[Landing(kind: Entry.lostFromRoot, root: root(path)), default: 0] += 1
      case .file(let path, let way): add(way, Folder(ofFile: path))
      case .page(let path, let way), .fallback(let path, let way): add(way, Folder(of: path))
      case .missing(let paths):
        for (path, way) in paths {
          switch way {
          case .page: facts.append(Entry.missing)
          case .folder: facts.append(Entry.missingInFolder)
          case .address: facts.append(Entry.missingByAddress)
          case .root(let path):
            facts.append(Entry.missingFromRoot)
            facts.append(root(path))
          }
          let folder = LinkedPath.mayBePage(path) ? Folder(of: path) : Folder(ofFile: path)
          folder.append(to: &facts)
          facts.append(LinkedPath.key(path))
          facts.append(Self.key(path, without: locale))
          facts.append(FormerNames.hash(path))
          facts.append(document.place(of: link.range))
          facts.append(document.text(link.range).bytes)
        }
      }
    }
    for (landing, count) in found.sorted(by: { $0.key < $1.key }) {
      facts.append(landing.kind)
      facts.append(count)
      if landing.kind >= Entry.foundFromRoot { facts.append(landing.root) }
      if landing.kind != Entry.lostFromRoot { landing.folder.append(to: &facts) }
    }
    return facts
  }

  /// A folder that links lead into, and the one above it, by their hashes.
  private struct Folder: Hashable {
    let own: UInt32
    let above: UInt32

    /// What stands above the folders of all files that are no pages: a tree has them, or it doesn't.
    static let files: UInt32 = 1

    init(own: UInt32, above: UInt32) {
      self.own = own
      self.above = above
    }

    /// That of a page.
    init(of path: String) {
      let folder = path.lowercased().utf8.reversed().drop { $0 != 0x2F }.dropFirst()
      own = Self.hash(folder)
      above = Self.hash(folder.drop { $0 != 0x2F }.dropFirst())
    }

    /// That of a file that is no page.
    init(ofFile path: String) { self.init(own: ~Folder(of: path).own, above: Self.files) }

    init(_ facts: inout FactReader) { self.init(own: facts.number32(), above: facts.number32()) }

    private static func hash(_ path: some Sequence<UInt8>) -> UInt32 {
      UInt32(truncatingIfNeeded: Hash64(of: Array(path).span).value)
    }

    func append(to facts: inout FactBytes) {
      facts.append(own)
      facts.append(above)
    }
  }

  /// Where links of a page lead, which are counted.
  private struct Landing: Hashable, Comparable {
    var kind: UInt8
    var folder = Folder(own: 0, above: 0)
    var root: UInt32 = 0

    static func < (left: Landing, right: Landing) -> Bool {
      (left.kind, left.root, left.folder.own) < (right.kind, right.root, right.folder.own)
    }
  }

  /// What tells roots apart: the same one in all locales, for links that begin alike.
  private static func root(
    _ path: String, _ link: RelativeLink, without locale: LocaleTag?
  ) -> UInt32 {
    var hash = Hash64(of: LocaleTag.path("\(path.lowercased())/", withoutFoldersOf: locale).span)
    hash.add(UInt8(link.start == .site ? 1 : 0))
    return UInt32(truncatingIfNeeded: hash.value)
  }

  private static func key(_ path: String, without locale: LocaleTag?) -> UInt64 {
    LinkedPath.key(String(decoding: LocaleTag.path(path, withoutFoldersOf: locale), as: UTF8.self))
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
    return names + FormerNames(ofPage: document.bytes.span, from: document.start).pages
  }

  /// To as many links that lead to pages of a folder one may lead nowhere.
  private static let certainty = 9

  /// A link that leads nowhere.
  private struct Missing {
    let kind: UInt8
    let root: UInt32
    /// Whether somebody says where the page's source lies.
    let hasSource: Bool
    let page: PageNumber
    let folder: Folder
    let key: UInt64
    let neutral: UInt64
    let name: UInt32
    let range: ByteRange
    let text: String
  }

  /// Where links lead.
  private struct Counts {
    /// By folders, how many links lead to what is in them.
    var folders: [UInt32: Int] = [:]
    /// The same with the folders in them.
    var wider: [UInt32: Int] = [:]
    /// By roots.
    var roots: [UInt32: Int] = [:]

    mutating func add(_ folder: Folder, _ count: Int = 1) {
      folders[folder.own, default: 0] += count
      wider[folder.own, default: 0] += count
      if folder.above != folder.own { wider[folder.above, default: 0] += count }
    }
  }

  func judge(_ pages: [PageFacts]) -> [Verdict] {
    var keys: Set<UInt64> = []
    var neutral: Set<UInt64> = []
    var former: Set<UInt32> = []
    var missing: [Missing] = []
    var found = Counts()
    // By roots, how many links lead into folders that are not there.
    var lost: [UInt32: Int] = [:]
    // How links without the ending of a file are seen.
    var (inFolder, byAddress) = (0, 0)
    // The locales of pages that hold their sources.
    var locales: Set<String> = []
    for page in pages {
      var facts = page.facts
      keys.insert(facts.number64())
      neutral.insert(facts.number64())
      let sources = facts.byte()
      // What is shown in other pages may name no locale.
      if sources == Sources.inside, !page.locale.isEmpty { locales.insert(page.locale) }
      for _ in 0..<facts.byte() { former.insert(facts.number32()) }
      while !facts.isAtEnd {
        let kind = facts.byte()
        guard kind <= Entry.lostFromRoot else {
          missing.append(
            Missing(
              kind: kind, root: kind == Entry.missingFromRoot ? facts.number32() : 0,
              hasSource: sources == Sources.known, page: page.page, folder: Folder(&facts),
              key: facts.number64(),
              neutral: facts.number64(), name: facts.number32(), range: facts.range(),
              text: facts.text()))
          continue
        }
        let count = Int(facts.number32())
        let root = kind >= Entry.foundFromRoot ? facts.number32() : 0
        guard kind != Entry.lostFromRoot else {
          lost[root, default: 0] += count
          continue
        }
        found.add(Folder(&facts), count)
        switch kind {
        case Entry.foundInFolder: inFolder += count
        case Entry.foundByAddress: byAddress += count
        case Entry.foundFromRoot: found.roots[root, default: 0] += count
        default: break
        }
      }
    }
    // What one locale lacks the source may have, and readers get that: only another locale tells.
    if locales.count == 1 { missing.removeAll { !$0.hasSource } }
    let areByAddress = byAddress > 0 && Self.areFew(inFolder, beside: byAddress)
    missing.removeAll {
      $0.kind == (areByAddress ? Entry.missingInFolder : Entry.missingByAddress)
        || keys.contains($0.key) || neutral.contains($0.neutral) || former.contains($0.name)
    }
    var dead = Counts()
    for link in missing {
      dead.add(link.folder)
      if link.kind == Entry.missingFromRoot { dead.roots[link.root, default: 0] += 1 }
    }
    return missing.compactMap { link in
      func counts(_ table: (Counts) -> [UInt32: Int], _ key: UInt32) -> (dead: Int, found: Int) {
        (table(dead)[key] ?? 0, table(found)[key] ?? 0)
      }
      let own = counts(\.folders, link.folder.own)
      // Of files that are no pages a tree has most or none, and in a folder there may be few.
      let isFile = link.folder.above == Folder.files
      if link.kind == Entry.missingFromRoot {
        let root = counts(\.roots, link.root)
        // Where most lead nowhere, the site has another root than the tree.
        guard Self.areFew(root.dead, beside: root.found), lost[link.root] ?? 0 <= root.found,
          own.dead <= own.found || isFile
        else { return nil }
      } else if !Self.areFew(own.dead, beside: own.found) {
        // Of a folder that is not there as a whole most links would lead nowhere. Into a small one few lead.
        let wider = counts(\.wider, link.folder.above)
        guard own.dead <= own.found || isFile,
          Self.areFew(wider.dead, beside: wider.found)
        else { return nil }
      }
      return Verdict(
        link.page, link.range, Self.dead, link.text, absent: [link.key, UInt64(link.name)])
    }
  }

  private static func areFew(_ dead: Int, beside found: Int) -> Bool {
    dead <= found / certainty
  }
}
