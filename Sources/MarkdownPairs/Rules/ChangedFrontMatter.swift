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

  let info = RuleInfo(
    id: "changed-front-matter", family: "metadata",
    finds:
      "front matter that is lost or never closed, or a key of it that was translated, or a number or name that was changed.",
    why: """
      The site looks for the key as the source has it and finds none: the page has no title in menus, or \
      stands where nobody looks for it. Write the key as the source does; what stands behind the colon is \
      for translating, but for numbers, `true` and `false`, and names that only programs read. `--fix` \
      copies these, and keys of which letter case alone differs.
      """,
    severity: .error, profile: nil, profiles: [.pair: .default], required: .pair,
    issueType: .markup, fixable: .safe, messages: [changed, value, unclosed, lost],
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
        "A shorter title, which only some translations have.",
        .pair(
          source: "---\ntitle: The lid\noutputs: [html]\n---\n\nOpen.\n",
          target: "---\ntitle: Il coperchio\nlinkTitle: Coperchio\n---\n\nApri.\n")),
    ])

  /// Keys that every page wants, and no translation leaves out.
  private static let wanted: [StaticString] = ["title", "linkTitle", "description", "weight"]

  func check(_ document: borrowing Document, _ pair: PairDetail, _ report: inout Findings) {
    guard let source = document.source?.bytes, let first = pair.sourceKeys.first else { return }
    let bytes = document.bytes.span
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
    // Of a page that was mended after its source a comment says so: `# patched`.
    if pair.isKnown, !bytes.extracting(frontMatter.range.range).contains("# patched") {
      for change in FrontMatterValues.changed(frontMatter.entries, bytes, pair, source.span) {
        let right = source.span.extracting(change.right.value.range)
        report(
          change.wrong.value, Self.value, String(bytes.extracting(change.wrong.name.range)),
          String(bytes.extracting(change.wrong.value.range)), String(right),
          related: Finding.Related(change.right.value.inSource),
          fix: Fix(
            .safe, "Copy the value from the source.",
            [Fix.Edit(change.wrong.value, [UInt8](right))]))
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
    for key in missing {
      let right = source.span.extracting(key.name.range)
      let sameLetters = own.first {
        bytes.extracting($0.name.range).equalsIgnoringCase(right)
      }
      // A key that all pages have, and one that nobody knows stands between the same others.
      let isWanted = Self.wanted.contains { right.elementsEqual($0) }
      let atItsPlace =
        isWanted
        ? places[Self.neighbours(of: key, pair.sourceKeys, source.span, names)] ?? [] : []
      guard let wrong = sameLetters ?? (atItsPlace.count == 1 ? atItsPlace[0] : nil) else {
        continue
      }
      report(
        wrong.name, Self.changed, String(right), String(bytes.extracting(wrong.name.range)),
        related: Finding.Related(key.name.inSource),
        fix: sameLetters == nil
          ? nil
          : Fix(
            .safe, "Write the key as the source does.", [Fix.Edit(wrong.name, [UInt8](right))]))
    }
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

  /// Whether a key may be a word that was translated, and none that sites and their tools know: these have
  /// signs in them, `ms.date`, `sidebar_label`, `exl-id`, `linkTitle`, or are few.
  private static func isWord(_ key: Span<UInt8>) -> Bool {
    guard
      !key.contains(where: { $0 == 0x2E || $0 == 0x2D || $0 == 0x5F || $0.isDigit }),
      !key.extracting(min(1, key.count)...).contains(where: \.isUppercase)
    else { return false }
    return !known.contains { key.elementsEqual($0) }
  }

  /// Words of English that sites know as keys.
  private static let known: [StaticString] = [
    "aliases", "author", "authors", "banner", "body", "build", "cascade", "categories", "class",
    "content", "cover", "date", "draft", "feature", "headless", "hero", "hide", "icon", "id",
    "image", "images", "keywords", "kind", "lang", "language", "lastmod", "layout", "locale",
    "manager", "markup", "menu", "menus", "name", "next", "outline", "outputs", "params", "parent",
    "permalink", "position", "prev", "product", "published", "redirects", "reviewer", "reviewers",
    "robots", "schema", "series", "sidebar", "sitemap", "slug", "solution", "source", "spelling",
    "status", "stub", "subtitle", "summary", "tagline", "tags", "template", "toc", "topic",
    "translated", "translator", "translators", "type", "unlisted", "updated", "url", "version",
    "video", "videos", "weight",
  ]
}
