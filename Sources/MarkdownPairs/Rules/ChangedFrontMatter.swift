import LintCore
import LintText
import Markdown

/// Front matter that is broken, or has a key that is not quite its source's.
struct ChangedFrontMatter: PairRule {
  private static let changed = Message("changed", "the key '{0}' of the source became '{1}'")
  private static let value = Message("value", "the key '{0}' has '{1}'; the source has '{2}'")
  private static let unclosed = Message("unclosed", "the front matter has no closing '{0}'")
  private static let lost = Message(
    "lost", "there is no front matter; the source's begins with '{0}'")
  private static let loose = Message(
    "loose", "the key '{0}' stands in the text, for no '---' opens and closes the front matter")

  let info = RuleInfo(
    id: "changed-front-matter", family: "metadata",
    finds:
      "front matter that is lost or never closed, or a key of it that was translated, or a number or name that was changed.",
    why: """
      The site looks for the key as the source has it and finds none: the page has no title in menus, or \
      stands where nobody looks for it. Write the key as the source does; what stands behind the colon is \
      for translating, but for numbers, `true` and `false`, and names that only programs read. `--fix` \
      copies these, and keys in which one letter is wrong or of which letter case alone differs.
      """,
    severity: .error, profile: nil, profiles: [.pair: .default], required: .pair,
    issueType: .markup, fixable: .safe, messages: [changed, value, unclosed, lost, loose],
    fails: [
      Example(
        "A capital.",
        .pair(
          source: "---\ntitle: The lid\n---\n\nOpen.\n",
          target: "---\n⟦Title⟧: Il coperchio\n---\n\nApri.\n")),
      Example(
        "Translated.",
        .pair(
          source: "---\ntitle: The lid\nweight: 3\n---\n\nOpen.\n",
          target: "---\n⟦titolo⟧: Il coperchio\nweight: 3\n---\n\nApri.\n")),
      Example(
        "Another place in the menu.",
        .pair(
          source: "---\ntitle: The lid\nweight: 30\n---\n\nOpen.\n",
          target: "---\ntitle: Il coperchio\nweight: ⟦3⟧\n---\n\nApri.\n")),
      Example(
        "A name that programs know.",
        .pair(
          source: "---\ntitle: The lid\nlayout: single\n---\n\nOpen.\n",
          target: "---\ntitle: Il coperchio\nlayout: ⟦singola⟧\n---\n\nApri.\n")),
      Example(
        "Never closed.",
        .pair(
          source: "---\ntitle: The lid\n---\n\nOpen.\n",
          target: "⟦---⟧\ntitle: Il coperchio\n\nApri.\n")),
      Example(
        "Gone.",
        .pair(source: "---\ntitle: The lid\n---\n\nOpen.\n", target: "⟦Apri.⟧\n")),
      Example(
        "Words of a key that were translated.",
        .pair(
          source: "---\ntitle: The lid\nsidebar_label: Lid\n---\n\nOpen.\n",
          target: "---\ntitle: Il coperchio\n⟦etichetta_barra⟧: Coperchio\n---\n\nApri.\n")),
      Example(
        "A name with signs in it.",
        .pair(
          source: "---\ntitle: The lid\nbody_class: lid-page\n---\n\nOpen.\n",
          target: "---\ntitle: Il coperchio\nbody_class: ⟦pagina-coperchio⟧\n---\n\nApri.\n")),
      Example(
        "A letter too many.",
        .pair(
          source: "---\nlayout: lid\ncontent_type: task\n---\n\nOpen.\n",
          target: "---\nlayout: lid\n⟦content_typee⟧: task\n---\n\nApri.\n")),
      Example(
        "A key of a family of them, with the same value.",
        .pair(
          source: "---\ntitle: The lid\nms.topic: how-to\n---\n\nOpen.\n",
          target: "---\ntitle: Il coperchio\n⟦ms.tema⟧: how-to\n---\n\nApri.\n")),
      Example(
        "A number below a key.",
        .pair(
          source: "---\ntitle: The lid\nsidebar:\n  label: Lid\n  order: 3\n---\n\nOpen.\n",
          target:
            "---\ntitle: Il coperchio\nsidebar:\n  label: Coperchio\n  order: ⟦30⟧\n---\n\nApri.\n")
      ),
      Example(
        "A key below another one, with the same value.",
        .pair(
          source: "---\ntitle: The lid\nsidebar:\n  label: Lid\n  order: 3\n---\n\nOpen.\n",
          target:
            "---\ntitle: Il coperchio\nsidebar:\n  label: Coperchio\n  ⟦ordine⟧: 3\n---\n\nApri.\n")
      ),
      Example(
        "A truth that was translated.",
        .pair(
          source: "---\ntitle: The lid\ndraft: false\n---\n\nOpen.\n",
          target: "---\ntitle: Il coperchio\ndraft: ⟦falso⟧\n---\n\nApri.\n")),
      Example(
        "The address of a page whose folders are its source's.",
        .pair(
          source: "---\ntitle: Lid\nslug: Hive/Lid\npage-type: guide\n---\n\nOpen.\n",
          target: "---\ntitle: Coperchio\nslug: ⟦Arnia/Coperchio⟧\n---\n\nApri.\n")),
      Example(
        "Dashes that are none, where the source has no front matter.",
        .pair(
          source: "Open.\n",
          target: "—\n⟦default_lang_commit⟧: 0a1b2c3d4e5f\n---\n\nApri.\n")),
    ],
    passes: [
      Example(
        "Keys that translations have or lack.",
        .pair(
          source: "---\ntitle: The lid\naliases: [/lid]\n---\n\nOpen.\n",
          target: "---\ntitle: Il coperchio\ndefault_lang_commit: 0a1b2c3d\n---\n\nApri.\n")),
      Example(
        "What is said of the page itself.",
        .pair(
          source: "---\ntitle: The lid\ndraft: false\nlang: en\nauthor: ann\n---\n\nOpen.\n",
          target: "---\ntitle: Il coperchio\ndraft: true\nlang: it\nauthor: anna\n---\n\nApri.\n")),
      Example(
        "The latest source has it so.",
        .pair(
          source: "---\ntitle: The lid\nweight: 3\n---\n\nOpen.\n",
          target: "---\ntitle: Il coperchio\nweight: 4\n---\n\nApri.\n",
          latest: "---\ntitle: The lid\nweight: 4\n---\n\nOpen.\n")),
      Example(
        "A key of the translation's own, where one of the source's is left out.",
        .pair(
          source: "---\ntitle: The lid\nweight: 3\n---\n\nOpen.\n",
          target: "---\ntitle: Il coperchio\nrevisore: Anna\n---\n\nApri.\n")),
      Example(
        "Lists of words and other lines below a key.",
        .pair(
          source:
            "---\ntitle: The lid\nhero:\n  text: Open it\n  actions:\n    - text: Lid\n---\n\nOpen.\n",
          target:
            "---\ntitle: Il coperchio\nhero:\n  text: Aprilo\n  actions:\n    - text: Coperchio\n---\n\nApri.\n"
        )),
      Example(
        "Versions below a key.",
        .pair(
          source: "---\ntitle: The lid\nversions:\n  lid: 2.17.0\n---\n\nOpen.\n",
          target: "---\ntitle: Il coperchio\nversions:\n  lid: 2.28.1\n---\n\nApri.\n")),
      Example(
        "A key of the same family with a value of its own.",
        .pair(
          source: "---\ntitle: The lid\nms.topic: how-to\n---\n\nOpen.\n",
          target: "---\ntitle: Il coperchio\nms.locfileid: \"98\"\n---\n\nApri.\n")),
      Example(
        "A shorter title, which only some translations have.",
        .pair(
          source: "---\ntitle: The lid\noutputs: [html]\n---\n\nOpen.\n",
          target: "---\ntitle: Il coperchio\nlinkTitle: Coperchio\n---\n\nApri.\n")),
    ])

  /// Keys that translations leave out, or have in another form.
  private static let spared: [StaticString] = [
    "aliases", "outputs", "redirects", "redirect_from", "cSpell", "spelling", "date", "lastmod",
    "author", "authors", "no-loc", "link_check_exclude_path",
  ]

  func check(_ document: borrowing Document, _ pair: PairDetail, _ report: inout Findings) {
    let bytes = document.bytes.span
    guard let source = document.source?.bytes, let first = pair.sourceKeys.first else {
      if document.frontMatter?.isClosed != true, let key = Self.looseKey(document) {
        report(key, Self.loose, String(bytes.extracting(key.range)))
      }
      return
    }
    guard let frontMatter = document.frontMatter else {
      let line = bytes.extracting(document.start..<bytes.count).trimmedRange
      report(
        LeafPartners.firstLine(
          of: ByteRange(document.start + line.lowerBound, document.start + line.upperBound), bytes),
        Self.lost, String(source.span.extracting(first.name.range)),
        related: Finding.Related(first.name.inSource))
      return
    }
    guard frontMatter.isClosed else {
      let marks = ByteRange(frontMatter.range.lower, frontMatter.range.lower + 3)
      report(marks, Self.unclosed, String(bytes.extracting(marks.range)))
      return
    }
    // Of a page that was mended after its source a comment says so: `# patched`. What it was mended to only the
    // latest source tells.
    if pair.isKnown,
      pair.latest != nil || !bytes.extracting(frontMatter.range.range).contains("# patched")
    {
      for change in FrontMatterValues.changed(frontMatter.entries, bytes, pair, source.span) {
        Self.report(change, bytes, source.span, &report)
      }
    }
    let names = Set(frontMatter.entries.map { [UInt8](bytes.extracting($0.name.range)) })
    let missing = pair.sourceKeys.filter {
      !names.contains([UInt8](source.span.extracting($0.name.range)))
    }
    guard !missing.isEmpty, missing.count <= 64 else { return }
    let others = Set(pair.sourceKeys.map { [UInt8](source.span.extracting($0.name.range)) })
    let own = frontMatter.entries.filter {
      !others.contains([UInt8](bytes.extracting($0.name.range)))
    }
    let places = Self.places(frontMatter.entries, bytes, others)
    let hasFamilies = missing.contains { source.span.extracting($0.name.range).contains(".") }
    let familiar = pair.isKnown && hasFamilies ? Self.values(own, bytes) : [:]
    for key in missing {
      let right = source.span.extracting(key.name.range)
      let alike = own.filter {
        Self.isMisspelt(bytes.extracting($0.name.range), of: right)
      }
      let misspelt = alike.count == 1 ? alike[0] : nil
      // One that nobody knows stands between the same others.
      let atItsPlace =
        places[Self.neighbours(of: key, pair.sourceKeys, source.span, names)] ?? []
      let translated =
        atItsPlace.count == 1 && Self.mayBe(key, atItsPlace[0], source.span, bytes)
        ? atItsPlace[0] : nil
      let renamed = familiar[[UInt8](source.span.extracting(key.value.range))].flatMap {
        $0.count == 1 && Self.isOfFamily($0[0], of: key, bytes, source.span) ? $0[0] : nil
      }
      guard let wrong = misspelt ?? translated ?? renamed else { continue }
      report(
        wrong.name, Self.changed, String(right), String(bytes.extracting(wrong.name.range)),
        related: Finding.Related(key.name.inSource),
        fix: misspelt == nil
          ? nil
          : Fix(
            .safe, "Write the key as the source does.", [Fix.Edit(wrong.name, [UInt8](right))]))
    }
  }

  private static func report(
    _ change: FrontMatterValues.Change, _ bytes: Span<UInt8>, _ source: Span<UInt8>,
    _ report: inout Findings
  ) {
    let (wrong, right) = (change.wrong, change.right)
    let name = source.extracting(right.name.range)
    guard !change.isRenamed else {
      report(
        wrong.name, changed, String(name), String(bytes.extracting(wrong.name.range)),
        related: Finding.Related(right.name.inSource),
        fix: Fix(
          .safe, "Write the key as the source does.", [Fix.Edit(wrong.name, [UInt8](name))]))
      return
    }
    let value = source.extracting(right.value.range)
    report(
      wrong.value, Self.value, String(name), String(bytes.extracting(wrong.value.range)),
      String(value), related: Finding.Related(right.value.inSource),
      fix: Fix(
        .safe, "Copy the value from the source.", [Fix.Edit(wrong.value, [UInt8](value))]))
  }

  /// A key that names a version of the source, in one of the first lines of the text.
  private static func looseKey(_ document: borrowing Document) -> ByteRange? {
    let bytes = document.bytes.span
    var line = document.start
    for _ in 0..<mostLooseLines where line < bytes.count {
      let end = bytes.endOfLine(from: line)
      if let colon = bytes.firstIndex(of: 0x3A, from: line), colon < end,
        colon - line <= longestPinKey,
        SourcePin.keys[String(bytes.extracting(line..<colon))] != nil
      {
        return ByteRange(line, colon)
      }
      line = end
    }
    return nil
  }

  /// Of lines in which such a key is looked for, and of bytes that it has.
  private static let (mostLooseLines, longestPinKey) = (8, 40)

  /// Whether a name is a key in other letter case or with a slip in it, and no plural.
  private static func isMisspelt(_ name: Span<UInt8>, of key: Span<UInt8>) -> Bool {
    if name.equalsIgnoringCase(key) { return true }
    guard key.count >= 5, let slip = Slip(from: key, to: name) else { return false }
    return !slip.isPlural(of: key, name, wordEnd: key.count)
  }

  /// Whether a key at the place of a source's that the page lacks is it, translated.
  private static func mayBe(
    _ key: Attribute, _ other: Attribute, _ source: Span<UInt8>, _ bytes: Span<UInt8>
  ) -> Bool {
    let (right, wrong) = (
      source.extracting(key.value.range), bytes.extracting(other.value.range)
    )
    // No site has keys with letters that are not ASCII's, and the same value proves it.
    let name = bytes.extracting(other.name.range)
    if name.indices.contains(where: { name[$0] >= 0x80 })
      || right.count > 1 && right.elementsEqual(wrong)
    {
      return true
    }
    let known = source.extracting(key.name.range)
    return !spared.contains { known.elementsEqual($0) } && right.isEmpty == wrong.isEmpty
      && right.allSatisfy(\.isDigit) == wrong.allSatisfy(\.isDigit)
  }

  /// Keys by their values.
  private static func values(_ keys: [Attribute], _ bytes: Span<UInt8>) -> [[UInt8]: [Attribute]] {
    var found: [[UInt8]: [Attribute]] = [:]
    for key in keys where !key.value.isEmpty {
      found[[UInt8](bytes.extracting(key.value.range)), default: []].append(key)
    }
    return found
  }

  /// Whether two keys begin with the same letters before a dot: `ms.topic`, `ms.thema`.
  private static func isOfFamily(
    _ other: Attribute, of key: Attribute, _ bytes: Span<UInt8>, _ source: Span<UInt8>
  ) -> Bool {
    let (name, wrong) = (
      source.extracting(key.name.range), bytes.extracting(other.name.range)
    )
    guard let dot = name.firstIndex(of: 0x2E), wrong.count > dot else { return false }
    return name.extracting(...dot).elementsEqual(wrong.extracting(...dot))
  }

  /// Keys that may be translated words, by the keys around them that the other side has, too.
  private static func places(
    _ keys: [Attribute], _ bytes: Span<UInt8>, _ others: Set<[UInt8]>
  ) -> [[[UInt8]]: [Attribute]] {
    let names = keys.map { [UInt8](bytes.extracting($0.name.range)) }
    var next = [[UInt8]](repeating: [], count: keys.count)
    var last: [UInt8] = []
    for index in keys.indices.reversed() {
      next[index] = last
      if others.contains(names[index]) { last = names[index] }
    }
    var places: [[[UInt8]]: [Attribute]] = [:]
    last = []
    for index in keys.indices {
      if others.contains(names[index]) {
        last = names[index]
      } else if isWord(bytes.extracting(keys[index].name.range)) {
        places[[last, next[index]], default: []].append(keys[index])
      }
    }
    return places
  }

  /// The keys before and behind another one that the other side has, too; empty at the ends.
  private static func neighbours(
    of key: Attribute, _ keys: [Attribute], _ bytes: Span<UInt8>, _ others: Set<[UInt8]>
  ) -> [[UInt8]] {
    guard let index = keys.firstIndex(where: { $0.name == key.name }) else { return [] }
    let names = keys.map { [UInt8](bytes.extracting($0.name.range)) }
    return [
      names[..<index].last { others.contains($0) } ?? [],
      names[(index + 1)...].first { others.contains($0) } ?? [],
    ]
  }

  /// Whether a key may be words that were translated, and none that sites and their tools know: these have
  /// English words in them, `sidebar_label`, `exl-id`, or signs, `ms.date`.
  private static func isWord(_ key: Span<UInt8>) -> Bool {
    guard !key.contains(where: { $0 == 0x2E || $0 == 0x3A || $0.isDigit }) else { return false }
    var start = 0
    while start < key.count {
      var end = start + 1
      while end < key.count, key[end] != 0x2D, key[end] != 0x5F, key[end] != 0x20,
        !(key[end].isUppercase && key[end - 1].isLowercase)
      {
        end += 1
      }
      let part = key.extracting(start..<end)
      if known.contains(part.lowercased) { return false }
      start = end
      while start < key.count, key[start] == 0x2D || key[start] == 0x5F || key[start] == 0x20 {
        start += 1
      }
    }
    return true
  }

  /// Words of English that the keys of sites are made of.
  private static let known = Set(
    [
      "aliases", "algorithm", "audience", "author", "authors", "auto", "badge", "banner", "blob",
      "body", "build", "canonical", "cascade", "categories", "category", "class", "code",
      "comments", "commit", "content", "contributors", "copyright", "cover", "css", "custom",
      "date", "default", "degree", "description", "docs", "draft", "drifted", "edit", "editor",
      "exl", "experience", "feature", "feedback", "file", "footer", "format", "from", "full", "git",
      "hash", "head", "header", "headless", "heading", "hero", "hide", "ht", "html", "icon", "id",
      "identifier", "image", "images", "index", "is", "key", "keywords", "kind", "l10n", "label",
      "lang", "language", "last", "lastmod", "layout", "level", "link", "list", "locale", "machine",
      "manager", "markup", "math", "mathjax", "menu", "menus", "meta", "modified", "name", "nav",
      "next", "no", "noindex", "of", "order", "original", "outline", "outputs", "page",
      "pagination", "params", "parent", "path", "permalink", "position", "prev", "product",
      "publish", "published", "redirect", "redirects", "review", "reviewed", "reviewer",
      "reviewers", "robots", "role", "schema", "search", "sect", "section", "series", "show",
      "sidebar", "site", "sitemap", "slug", "social", "solution", "source", "spell", "spelling",
      "status", "stub", "styles", "subtitle", "summary", "sync", "tag", "tagline", "tags",
      "template", "text", "thumbnail", "time", "title", "to", "toc", "topic", "translated",
      "translation", "translations", "translator", "translators", "type", "unlisted", "update",
      "updated", "url", "user", "version", "video", "videos", "weight", "wordcount", "workflow",
    ].map { Array($0.utf8) })
}
