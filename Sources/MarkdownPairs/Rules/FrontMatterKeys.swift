import LintCore
import LintText

/// Keys of front matter that a page has in place of its source's: misspelt, or translated.
enum FrontMatterKeys {
  struct Change {
    /// Of the page, and of the source.
    let wrong: Attribute
    let right: Attribute
    /// Whether one letter is wrong, or the letter case.
    let isMisspelt: Bool
  }

  /// Of a page that lacks more of them nobody knows what became of each.
  private static let mostMissing = 64

  /// Keys that translations leave out, or have in another form.
  private static let spared: [StaticString] = [
    "aliases", "outputs", "redirects", "redirect_from", "cSpell", "spelling", "date", "lastmod",
    "author", "authors", "no-loc", "link_check_exclude_path",
  ]

  static func changed(
    _ entries: [Attribute], _ bytes: Span<UInt8>, _ pair: PairDetail, _ source: Span<UInt8>
  ) -> [Change] {
    let names = Set(entries.map { [UInt8](bytes.extracting($0.name.range)) })
    let missing = pair.sourceKeys.filter {
      !names.contains([UInt8](source.extracting($0.name.range)))
    }
    guard !missing.isEmpty, missing.count <= mostMissing else { return [] }
    let others = Set(pair.sourceKeys.map { [UInt8](source.extracting($0.name.range)) })
    let own = entries.filter { !others.contains([UInt8](bytes.extracting($0.name.range))) }
    let places = places(entries, bytes, others)
    let hasFamilies = missing.contains { source.extracting($0.name.range).contains(".") }
    let familiar = pair.isKnown && hasFamilies ? values(own, bytes) : [:]
    var changes: [Change] = []
    for key in missing {
      let right = source.extracting(key.name.range)
      let alike = own.filter { isMisspelt(bytes.extracting($0.name.range), of: right) }
      let misspelt = alike.count == 1 ? alike[0] : nil
      // One that nobody knows stands between the same others.
      let atItsPlace = places[neighbours(of: key, pair.sourceKeys, source, names)] ?? []
      let translated =
        atItsPlace.count == 1 && mayBe(key, atItsPlace[0], source, bytes) ? atItsPlace[0] : nil
      let renamed = familiar[[UInt8](source.extracting(key.value.range))].flatMap {
        $0.count == 1 && isOfFamily($0[0], of: key, bytes, source) ? $0[0] : nil
      }
      if let wrong = misspelt ?? translated ?? renamed {
        changes.append(Change(wrong: wrong, right: key, isMisspelt: misspelt != nil))
      }
    }
    return changes
  }

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
