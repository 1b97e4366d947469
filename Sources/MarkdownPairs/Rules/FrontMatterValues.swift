import LintCore
import LintText

/// Values of front matter that no translation changes: numbers, `true` and `false`, and what certain keys name.
enum FrontMatterValues {
  struct Change {
    /// Of the page, and of the source.
    let wrong: Attribute
    let right: Attribute
    /// Whether it is the key that is another, and its value is the same.
    let isRenamed: Bool
  }

  /// No page has more keys.
  private static let most = 500

  /// What publishes pages decides what some keys may say.
  private enum Publisher {
    case adobe, mdn, other

    init(_ keys: [Attribute], _ source: Span<UInt8>) {
      func has(_ name: StaticString) -> Bool {
        keys.contains { source.extracting($0.name.range).elementsEqual(name) }
      }
      self = has("exl-id") ? .adobe : has("page-type") && has("slug") ? .mdn : .other
    }
  }

  /// Those that are not the source's, nor that of its latest version.
  static func changed(
    _ entries: [Attribute], _ bytes: Span<UInt8>, _ pair: PairDetail, _ source: Span<UInt8>
  ) -> [Change] {
    guard entries.count <= most, pair.sourceKeys.count <= most else { return [] }
    let publisher = Publisher(pair.sourceKeys, source)
    var own: [[UInt8]: Attribute?]?
    var changes: [Change] = []
    var latest: [[UInt8]: Attribute?]?
    var next = 0
    for right in pair.sourceKeys {
      // Nearly all keys follow each other as in the source, with the same values or words.
      let (name, value) = (
        source.extracting(right.name.range), source.extracting(right.value.range)
      )
      let place = entries.indices.dropFirst(next).prefix(8).first {
        bytes.extracting(entries[$0].name.range).elementsEqual(name)
      }
      var wrong: Attribute?
      if let place {
        next = place + 1
        wrong = entries[place]
        if value.elementsEqual(bytes.extracting(entries[place].value.range)) { continue }
      } else {
        if own == nil { own = byName(entries, bytes) }
        wrong = own?[[UInt8](name)] ?? nil
      }
      guard let wrong else { continue }
      let found =
        isOnOneLine(value)
        ? [(right, wrong)] : NestedKeys(below: right, source, and: wrong, bytes).pairs
      for (right, wrong) in found {
        let isRenamed = isRenamed(right, source, wrong, bytes)
        guard isRenamed || isChange(of: right, source, to: wrong, bytes, publisher),
          // Below `versions`, each is of the time when the page was made.
          isOnOneLine(value) || !isCode(source.extracting(right.value.range))
        else { continue }
        if own == nil { own = byName(entries, bytes) }
        guard own?[[UInt8](name)] ?? nil != nil else { continue }
        if let text = pair.latest {
          let newest = text.bytes
          if latest == nil { latest = byName(text.keys, newest.span) }
          if let key = latest?[[UInt8](name)] ?? nil,
            has(newest.span.extracting(key.value.range), wrong, bytes, isOnOneLine(value))
          {
            continue
          }
        }
        changes.append(Change(wrong: wrong, right: right, isRenamed: isRenamed))
      }
    }
    return changes
  }

  private static func isOnOneLine(_ value: Span<UInt8>) -> Bool {
    value.firstIndex(of: 0x0A) == nil
  }

  /// Whether a value is a changed one of those that no translation changes.
  private static func isChange(
    of right: Attribute, _ source: Span<UInt8>, to wrong: Attribute, _ bytes: Span<UInt8>,
    _ publisher: Publisher
  ) -> Bool {
    let name = source.extracting(right.name.range)
    let (value, other) = (
      source.extracting(right.value.range), bytes.extracting(wrong.value.range)
    )
    return name.elementsEqual(bytes.extracting(wrong.name.range)) && !other.isEmpty
      && !value.elementsEqual(other) && isFixed(name, value, other, publisher)
  }

  /// Whether a key below another one has another name and the same value.
  private static func isRenamed(
    _ right: Attribute, _ source: Span<UInt8>, _ wrong: Attribute, _ bytes: Span<UInt8>
  ) -> Bool {
    !right.value.isEmpty
      && source.extracting(right.value.range).elementsEqual(bytes.extracting(wrong.value.range))
      && !source.extracting(right.name.range).elementsEqual(bytes.extracting(wrong.name.range))
  }

  /// Whether the latest source has a value, too: as it stands, or on one of its lines.
  private static func has(
    _ latest: Span<UInt8>, _ wrong: Attribute, _ bytes: Span<UInt8>, _ isWhole: Bool
  ) -> Bool {
    isWhole
      ? latest.elementsEqual(bytes.extracting(wrong.value.range))
      : latest.contains(bytes.extracting(wrong.name.lower..<wrong.value.upper))
  }

  /// Keys by their names; `nil` for one that stands there twice.
  private static func byName(_ entries: [Attribute], _ bytes: Span<UInt8>)
    -> [[UInt8]: Attribute?]
  {
    var found: [[UInt8]: Attribute?] = [:]
    for entry in entries {
      let name = [UInt8](bytes.extracting(entry.name.range))
      found[name] = .some(found[name] == nil ? entry : nil)
    }
    return found
  }

  private static func isFixed(
    _ name: Span<UInt8>, _ value: Span<UInt8>, _ other: Span<UInt8>, _ publisher: Publisher
  ) -> Bool {
    guard value.count <= longest, other.count <= longest,
      !other.contains(where: { $0 == 0x0A || $0 == 0x0D })
    else { return false }
    if names.contains(where: { name.elementsEqual($0) }) {
      return isName(value) && !value.elementsEqual("null")
    }
    // Who translated a page may be its author; no one is called so but for a letter.
    if name.elementsEqual("author") {
      return isName(value) && value.count >= shortestName && Slip(from: value, to: other) != nil
    }
    if publisher == .mdn, ofMDN.contains(where: { name.elementsEqual($0) }) { return isName(value) }
    if publisher == .adobe, ofAdobe.contains(where: { name.elementsEqual($0) }) {
      return !value.isEmpty
    }
    let letters = name.lowercased
    if isCode(value), isCode(other) {
      return !ofTranslations.contains { letters.span.contains($0) }
        && !ofReaders.contains { letters.span.contains($0) }
    }
    // A translated `false` is true to every template.
    if isTruth(value), name.elementsEqual("draft") {
      return other.allSatisfy { $0.isLetter || $0 >= 0x80 } && !isTruthInYAML(other)
    }
    // Any word may stand for `true`, and in these keys for a number; elsewhere a number may be a title.
    if isTruth(value) || isNumber(value) && isNumber(other) {
      return !ofTranslations.contains { letters.span.contains($0) }
    }
    return isNumber(value) && orders.contains { letters.span.elementsEqual($0) }
  }

  /// In bytes; nothing that only programs read is longer.
  private static let longest = 200

  /// Shorter names may differ by a letter.
  private static let shortestName = 5

  /// Keys that put pages in an order.
  private static let orders: [StaticString] = [
    "weight", "order", "position", "sidebar_position", "nav_order", "toc_max_heading_level",
    "toc_min_heading_level",
  ]

  /// Keys whose values are names that only programs read.
  private static let names: [StaticString] = [
    "type", "layout", "template", "kind", "exl-id", "TQID", "content_type", "ms.topic",
    "ms.author", "ms.reviewer", "ms.prod", "ms.service", "ms.subservice", "ms.technology",
    "ms.assetid", "ms.collection", "ms.date", "id", "manager", "f1_keywords", "body_class",
    "css", "sidebar_root_for", "zone_pivot_groups",
  ]

  /// Keys whose values MDN's publisher knows: a page's address is its source's but for the locale.
  private static let ofMDN: [StaticString] = ["slug", "page-type", "browser-compat"]

  /// Keys whose values Adobe's publisher knows, in English.
  private static let ofAdobe: [StaticString] = [
    "solution", "feature", "feature-set", "sub-product", "role", "level", "product", "topic",
  ]

  /// Parts of the names of keys whose values readers see, or are led by.
  private static let ofReaders: [StaticString] = [
    "title", "label", "name", "text", "descr", "summary", "caption", "heading", "tag", "keyword",
    "categor", "alias", "redirect", "slug", "url", "link", "permalink", "path", "image", "img",
    "icon", "cover", "banner", "thumb", "video", "author", "review", "editor", "cspell", "spell",
    "search", "output", "next", "prev", "parent", "term", "word", "audience", "source",
    "phone", "tel", "price",
  ]

  /// Parts of the names of keys that say something of the page and not of its source.
  private static let ofTranslations: [StaticString] = [
    "trans", "lang", "locale", "l10n", "i18n", "draft", "drift", "review", "machine", "auto",
    "date", "time", "updat", "modif", "lastmod", "creat", "canonical", "publish", "outdated",
    "stale", "complete", "version",
    "word", "reading", "progress", "hash", "commit", "revision", "sync",
  ]

  /// Whether a value is none that is translated: it has no space, but a digit or an underscore. Words with
  /// hyphens are groups and topics, which have names in the reader's language.
  private static func isCode(_ value: Span<UInt8>) -> Bool {
    guard isName(value), value.count >= 3, value[0].isTextLetterOrDigit else { return false }
    return value.contains { $0.isDigit || $0 == 0x5F } && value.firstIndex(of: 0x2F) == nil
  }

  private static func isName(_ value: Span<UInt8>) -> Bool {
    !value.isEmpty && !value.contains { $0 <= 0x20 || $0 >= 0x7F }
  }

  private static func isNumber(_ value: Span<UInt8>) -> Bool {
    guard !value.isEmpty, value.count <= 12 else { return false }
    return value.indices.allSatisfy { value[$0].isDigit || $0 == 0 && value[0] == 0x2D }
  }

  /// Whether a word is a truth value in any letter case (YAML 1.1, bool).
  private static func isTruthInYAML(_ value: Span<UInt8>) -> Bool {
    (["true", "false", "yes", "no", "on", "off", "y", "n"] as [StaticString]).contains {
      value.lowercased.span.elementsEqual($0)
    }
  }

  private static func isTruth(_ value: Span<UInt8>) -> Bool {
    value.elementsEqual("true") || value.elementsEqual("false")
  }
}
