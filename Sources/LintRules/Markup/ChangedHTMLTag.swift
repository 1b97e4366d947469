import LintCore
import LintText
import Messages

/// HTML that the translation lost, changed or made up.
struct ChangedHTMLTag: SegmentRule {
  private static let missing = Message("missing", "the tag '{0}' is missing")
  private static let added = Message("added", "the source has no tag '{0}'")
  private static let attribute = Message("attribute", "the attribute '{0}' became '{1}'")
  private static let lostAttribute = Message("lost-attribute", "the attribute '{0}' is missing")
  private static let unpaired = Message("unpaired", "the tag '{0}' has no partner")
  private static let key = Message("key", "the key '{0}' became '{1}'")

  /// Every sentence that it has.
  static let all = [missing, added, attribute, lostAttribute, unpaired, key]

  let info = RuleInfo(
    id: "changed-html-tag", family: "markup",
    finds:
      "tags of HTML that the target lacks or the source does not have, addresses and names in them that were changed, and pairs that came apart.",
    why: """
      A tag that is lost changes how the page looks; one that is made up, as `<name>` from \
      `\\<name\\>`, is invisible to the reader together with the word in it. Copy the tags from the \
      source, and keep backslashes and `&lt;` where the source has them. `href` and `src` are for \
      programs, and so are the names of attributes; `--fix` copies them.
      """,
    precision: "Of 7 findings read on real pages, 7 were true.",
    severity: .warning, profile: .strict, profiles: [.pair: .default], issueType: .markup,
    fixable: .safe, messages: all,
    fails: [
      Example(
        "A line break is lost.",
        .segment(source: "Red<br/>Blue", target: "⟦Rosso Blu⟧")),
      Example(
        "A name became a tag.",
        .segment(source: "Type \\<name\\>.", target: "Scrivi ⟦<name>⟧.")),
      Example(
        "An address was translated.",
        .segment(
          source: "Click <a href=\"lid.html\">here</a>.",
          target: "Fai clic <a ⟦href=\"coperchio.html\"⟧>qui</a>.")),
      Example(
        "The name of an attribute was translated.",
        .segment(
          source: "Open <a href=\"lid.html\">it</a>.",
          target: "Apri<a ⟦rif=\"lid.html\"⟧>lo</a>.")),
      Example(
        "An address is lost.",
        .segment(
          source: "Open <a href=\"lid.html\">it</a>.", target: "Apri⟦<a>⟧lo</a>.")),
      Example(
        "The closing tag became an opening one.",
        .segment(source: "Save <b>it</b> now.", target: "Salva<b>lo⟦<b>⟧ ora.")),
      Example(
        "The closing tag stands before the opening one.",
        .segment(
          source: "Save the <b>comb layout</b> now.", target: "Salva ora⟦</b>⟧ <b>i telai.")),
      Example(
        "Another key.",
        .segment(
          source: "Press <kbd>F5</kbd>.", target: "Premi <kbd>⟦F6⟧</kbd>.")),
    ],
    passes: [
      Example(
        "Bold and raised letters are dropped on purpose, in any letter case.",
        .segment(source: "March 4<sup>th</sup>, <B>now</B>", target: "4 marzo, ora")),
      Example(
        "Words in an attribute were translated.",
        .segment(
          source: "<abbr title=\"a hub\">H</abbr>", target: "<abbr title=\"un hub\">H</abbr>")),
      Example(
        "A word to fill in.",
        .segment(source: "Stop <process ID>.", target: "Arresta <ID processo>.")),
      Example(
        "Keys with names in each language.",
        .segment(
          source: "Press <kbd>Shift</kbd>.", target: "Premi <kbd>Maiusc</kbd>.")),
      Example(
        "An anchor that stands elsewhere.",
        .pair(
          source: "Lift the lid. <a name=\"lid\"></a>\n\nWait.\n",
          target: "Solleva il coperchio.\n\nAspetta. <a id=\"lid\"></a>\n")),
    ])

  let needs: SegmentTraits = .inlines

  /// Whether addresses of sites may be other ones.
  private let isOfMessages: Bool

  init(isOfMessages: Bool = false) {
    self.isOfMessages = isOfMessages
  }

  func check(
    _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
  ) {
    // `empty-source` reports an anchor that only the target has.
    guard !segment.source.isBlank, !segment.target.isBlank else { return }
    let isPair = shared.sourceFile != nil
    let sources = Self.tags(segment.source, segment.sourceInlines, withoutAnchors: isPair)
    let targets = Self.tags(segment.target, segment.targetInlines, withoutAnchors: isPair)
    guard !sources.isEmpty || !targets.isEmpty else { return }
    let isSame = Self.compare(segment, sources, targets, isOfMessages, &report)
    if isSame {
      Self.reportUnpaired(segment, sources, targets, &report)
      Self.compareKeys(segment, sources, targets, &report)
    }
  }

  /// - Parameter withoutAnchors: Whether `<a name="lid"></a>` is left out: on a page whose source is a file of
  ///   its own it may stand in another block, before a heading or in it.
  private static func tags(
    _ text: borrowing Text, _ inlines: Span<Inline>, withoutAnchors: Bool
  ) -> [HTMLTag] {
    var tags: [HTMLTag] = []
    var isInAnchor = false
    for index in inlines.indices where inlines[index].kind == .tag {
      let bytes = text[inlines[index].range].bytes
      guard let tag = HTMLTag(index, bytes) else { continue }
      if withoutAnchors, bytes.extracting(tag.name).equalsIgnoringCase("a") {
        if isInAnchor, bytes.has("</", at: 0) {
          isInAnchor = false
          continue
        }
        isInAnchor = !bytes.has("</", at: 0) && !bytes.contains("href")
        if isInAnchor { continue }
      }
      tags.append(tag)
    }
    return tags
  }

  /// Compares the tags, those that a translation may drop or add for style aside; returns whether both
  /// halves have the same.
  private static func compare(
    _ segment: borrowing Segment, _ sources: [HTMLTag], _ targets: [HTMLTag],
    _ isOfMessages: Bool, _ report: inout Findings
  ) -> Bool {
    // The source's tags by key, the first at the end, where `popLast` takes it.
    var open: [[UInt8]: [HTMLTag]] = [:]
    // Words to fill in; a translation has others.
    var words = 0
    for tag in sources.reversed() {
      let bytes = segment.source[segment.sourceInlines[tag.index].range].bytes
      guard !isFree(bytes.extracting(tag.name)) else { continue }
      if !HTMLElements.isElement(bytes.extracting(tag.name)) { words += 1 }
      open[key(tag, bytes), default: []].append(tag)
    }
    var isSame = true
    var added: [HTMLTag] = []
    for tag in targets {
      let bytes = segment.target[segment.targetInlines[tag.index].range].bytes
      guard !isFree(bytes.extracting(tag.name)) else { continue }
      guard let source = open[key(tag, bytes)]?.popLast() else {
        added.append(tag)
        continue
      }
      compareAttributes(segment, source, tag, isOfMessages, &report)
    }
    for tag in open.values.joined().sorted(by: { $0.index < $1.index }) {
      let range = segment.sourceInlines[tag.index].range
      let text = segment.source[range]
      guard HTMLElements.isElement(text.bytes.extracting(tag.name)) else { continue }
      isSame = false
      report(
        segment.target.trimmed, missing, text.string, related: Finding.Related(range))
    }
    for tag in added {
      let text = segment.target[segment.targetInlines[tag.index].range]
      if words > 0, !HTMLElements.isElement(text.bytes.extracting(tag.name)) {
        words -= 1
        continue
      }
      isSame = false
      report(text, Self.added, text.string)
    }
    return isSame
  }

  /// Compares the addresses and the names of attributes of two tags that open the same element.
  private static func compareAttributes(
    _ segment: borrowing Segment, _ one: HTMLTag, _ other: HTMLTag, _ isOfMessages: Bool,
    _ report: inout Findings
  ) {
    let source = segment.source[segment.sourceInlines[one.index].range]
    let target = segment.target[segment.targetInlines[other.index].range]
    guard HTMLElements.isElement(source.bytes.extracting(one.name)), !(source == target) else {
      return
    }
    let (rights, wrongs) = (one.attributes(source.bytes), other.attributes(target.bytes))
    guard rights.count <= 16, wrongs.count <= 16 else { return }
    for right in rights {
      let name = source.bytes.extracting(right.name)
      // `<a rel="…" …>` says that there are others.
      if isOfMessages, !name[0].isLetter { continue }
      let isAddress = name.equalsIgnoringCase("href") || name.equalsIgnoringCase("src")
      if let wrong = wrongs.first(where: {
        target.bytes.extracting($0.name).equalsIgnoringCase(name)
      }) {
        guard isAddress,
          !target.bytes.extracting(wrong.value).elementsEqual(source.bytes.extracting(right.value))
        else { continue }
        // A program's links may lead to pages in the language.
        if isOfMessages, isSite(source.bytes.extracting(right.value)),
          isSite(target.bytes.extracting(wrong.value)),
          !source.bytes.extracting(right.value).isAddressMisspelt(
            as: target.bytes.extracting(wrong.value))
        {
          continue
        }
        if isOfMessages,
          AddressLocale.isOfOther(
            source.bytes.extracting(right.value), target.bytes.extracting(wrong.value))
        {
          continue
        }
        reportAttribute(source[right.range], target[wrong.range], &report)
      } else if rights.count == wrongs.count,
        let wrong = wrongs.first(where: { wrong in
          !rights.contains {
            source.bytes.extracting($0.name)
              .equalsIgnoringCase(target.bytes.extracting(wrong.name))
          }
        })
      {
        reportAttribute(source[right.range], target[wrong.range], &report)
      } else if isAddress {
        report(
          target, lostAttribute, source[right.range].string,
          related: Finding.Related(source[right.range].range))
      }
    }
  }

  /// Whether it is the address of a site, whole and with nothing beside it.
  private static func isSite(_ value: Span<UInt8>) -> Bool {
    value.has("http", at: 0) && value.contains("://")
      && value.firstIndex(ofAny: 0x5C, 0x22, 0x20, 0x20) == nil
  }

  private static func reportAttribute(
    _ right: borrowing Text, _ wrong: borrowing Text, _ report: inout Findings
  ) {
    report(
      wrong, attribute, right.string, wrong.string, related: Finding.Related(right.range),
      fix: Fix(.safe, "Copy the attribute from the source.", [.copy(right, over: wrong.range)]))
  }

  /// Reports the first tag without a partner where all of the source's have theirs.
  private static func reportUnpaired(
    _ segment: borrowing Segment, _ sources: [HTMLTag], _ targets: [HTMLTag],
    _ report: inout Findings
  ) {
    guard !sources.isEmpty, !targets.isEmpty,
      firstUnpaired(segment.source, segment.sourceInlines, sources) == nil,
      let wrong = firstUnpaired(segment.target, segment.targetInlines, targets)
    else { return }
    let tag = segment.target[segment.targetInlines[wrong].range]
    report(tag, unpaired, tag.string)
  }

  /// The index of the first tag that closes nothing or is never closed.
  private static func firstUnpaired(
    _ text: borrowing Text, _ inlines: Span<Inline>, _ tags: [HTMLTag]
  ) -> Int? {
    var open: [HTMLTag] = []
    for tag in tags {
      let bytes = text[inlines[tag.index].range].bytes
      let name = bytes.extracting(tag.name)
      if tag.isSelfClosing || HTMLElements.isVoid(name) || !HTMLElements.isElement(name) {
        continue
      }
      guard tag.isClosing else {
        open.append(tag)
        continue
      }
      guard let last = open.popLast(),
        text[inlines[last.index].range].bytes.extracting(last.name).equalsIgnoringCase(name)
      else { return tag.index }
    }
    return open.last?.index
  }

  /// Compares keys that have the same name in all languages: Win, function keys, single letters.
  private static func compareKeys(
    _ segment: borrowing Segment, _ sources: [HTMLTag], _ targets: [HTMLTag],
    _ report: inout Findings
  ) {
    let (rights, wrongs) = (
      keys(segment.source, segment.sourceInlines, sources),
      keys(segment.target, segment.targetInlines, targets)
    )
    guard !rights.isEmpty, rights.count == wrongs.count, rights.count <= 64 else { return }
    for (right, wrong) in zip(rights, wrongs) {
      let (one, other) = (segment.source[right], segment.target[wrong])
      guard isFixed(one.bytes), !one.bytes.equalsIgnoringCase(other.bytes),
        // In another order.
        !wrongs.contains(where: { segment.target[$0].bytes.equalsIgnoringCase(one.bytes) })
      else { continue }
      report(
        other, key, one.string, other.string, related: Finding.Related(one.range))
    }
  }

  /// What stands between `<kbd>` and the next tag.
  private static func keys(_ text: borrowing Text, _ inlines: Span<Inline>, _ tags: [HTMLTag])
    -> [Range<Int>]
  {
    var keys: [Range<Int>] = []
    for (tag, next) in zip(tags, tags.dropFirst()) where !tag.isClosing && next.isClosing {
      let range = inlines[tag.index].range
      guard text[range].bytes.extracting(tag.name).equalsIgnoringCase("kbd") else { continue }
      keys.append(
        range.upper - text.range.lower..<inlines[next.index].range.lower - text.range.lower)
    }
    return keys
  }

  private static func isFixed(_ key: Span<UInt8>) -> Bool {
    if key.equalsIgnoringCase("win") || (key.count == 1 && key[0].isLetterOrDigit) { return true }
    guard (2...3).contains(key.count), key[0] == 0x46 else { return false }
    return key.extracting(1..<key.count).allDigits
  }

  private static func isFree(_ name: Span<UInt8>) -> Bool {
    for free in ["strong", "sup", "b", "em", "i", "sub", "wbr"] as [StaticString]
    where name.equalsIgnoringCase(free) {
      return true
    }
    return false
  }

  /// Equal for two tags that open, or that close, the same element; attributes don't count.
  private static func key(_ tag: HTMLTag, _ bytes: Span<UInt8>) -> [UInt8] {
    (tag.isClosing ? [0x2F] : []) + bytes.extracting(tag.name).lowercased
  }
}

extension Span<UInt8> {
  fileprivate var allDigits: Bool { !contains { !$0.isDigit } }
}
