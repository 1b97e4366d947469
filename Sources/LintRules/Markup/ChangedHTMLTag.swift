import LintCore
import LintText

/// HTML that the translation lost or made up.
struct ChangedHTMLTag: SegmentRule {
  private static let missing = Message("missing", "the tag '{0}' is missing")
  private static let added = Message("added", "the source has no tag '{0}'")

  let info = RuleInfo(
    id: "changed-html-tag", family: "markup",
    finds: "tags of HTML that the target lacks or the source does not have.",
    why: """
      A tag that is lost changes how the page looks; one that is made up, as `<name>` from \
      `\\<name\\>`, is invisible to the reader together with the word in it. Copy the tags from the \
      source, and keep backslashes and `&lt;` where the source has them.
      """,
    severity: .warning, profile: .strict, issueType: .markup, messages: [missing, added],
    fails: [
      Example(
        "A line break is lost.",
        .segment(source: "Red<br/>Blue", target: "⟦Rosso Blu⟧")),
      Example(
        "A name became a tag.",
        .segment(source: "Type \\<name\\>.", target: "Scrivi ⟦<name>⟧.")),
    ],
    passes: [
      Example(
        "Bold and raised letters are dropped on purpose.",
        .segment(source: "March 4<sup>th</sup>", target: "4 marzo")),
      Example(
        "An attribute was translated.",
        .segment(
          source: "<abbr title=\"a hub\">H</abbr>", target: "<abbr title=\"un hub\">H</abbr>")),
    ])

  let needs: SegmentTraits = .differentInlines

  func check(
    _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
  ) {
    // `empty-source` reports an anchor that only the target has.
    guard !segment.source.isBlank else { return }
    // The indices of the source's tags by key, the first at the end, where `popLast` takes it.
    var open: [[UInt8]: [Int]] = [:]
    for index in Self.tags(segment.source, segment.sourceInlines).reversed() {
      open[Self.key(segment.source[segment.sourceInlines[index].range].bytes), default: []]
        .append(index)
    }
    var added: [Int] = []
    for index in Self.tags(segment.target, segment.targetInlines) {
      let key = Self.key(segment.target[segment.targetInlines[index].range].bytes)
      if open[key]?.popLast() == nil { added.append(index) }
    }
    let missing = open.values.joined().sorted()
    for index in missing where !segment.target.isBlank {
      let tag = segment.sourceInlines[index]
      report(
        segment.target.trimmed, Self.missing, segment.source[tag.range].string,
        related: Finding.Related(tag.range))
    }
    for index in added {
      let tag = segment.target[segment.targetInlines[index].range]
      report(tag, Self.added, tag.string)
    }
  }

  /// The indices of tags, without those that a translation may drop or add for style.
  private static func tags(_ text: borrowing Text, _ inlines: Span<Inline>) -> [Int] {
    var tags: [Int] = []
    var index = -1
    while index + 1 < inlines.count {
      index += 1
      guard inlines[index].kind == .tag else { continue }
      let tag = text[inlines[index].range]
      let name = name(tag.bytes)
      if !isFree(tag.bytes.extracting(name)) { tags.append(index) }
    }
    return tags
  }

  private static func isFree(_ name: Span<UInt8>) -> Bool {
    for free in ["strong", "sup", "b", "em", "i", "sub", "wbr"] as [StaticString]
    where name.elementsEqual(free) {
      return true
    }
    return false
  }

  /// Equal for two tags that open, or that close, the same element; attributes don't count.
  private static func key(_ tag: Span<UInt8>) -> [UInt8] {
    (tag.has("</", at: 0) ? [0x2F] : []) + tag.extracting(name(tag)).lowercased
  }

  private static func name(_ tag: Span<UInt8>) -> Range<Int> {
    let start = tag.has("</", at: 0) ? 2 : 1
    var end = start
    while end < tag.count, tag[end].isLetterOrDigit { end += 1 }
    return min(start, end)..<end
  }
}
