package import LintCore
import LintText

/// A role of reStructuredText that its neighbours, or a space, keep from being one.
package struct BrokenRole: MessageRule {
  private static let broken = Message("broken", "'{0}' is no role here")

  package let info = RuleInfo(
    id: "broken-role", family: "messages",
    finds:
      "a role of reStructuredText with a letter right beside it, a space before its backtick, or without one of its colons or backticks.",
    why: """
      Inline markup begins behind white space or punctuation and ends before it, and between a role's name and \
      its backtick nothing may stand. Here readers see colons and backticks, and no link. Close up the role, give it \
      its colons and backticks, and put a space beside it; where the language has none there, write `\\ `, which shows nothing. \
      `--fix` closes up a role that the source has, and `--fix=suggested` puts spaces beside it.
      """,
    severity: .error, profile: nil, profiles: [.messages: .default],
    issueType: .markup, fixable: .suggested, messages: [broken],
    fails: [
      Example(
        "A space before the backtick.", fileExtension: "po",
        .file("msgid \"Use :func:`open`.\"\nmsgstr \"Usa ⟦:func: `open`⟧.\"\n")),
      Example(
        "No space before it.", fileExtension: "po",
        .file("msgid \"a C :c:type:`hive_t`\"\nmsgstr \"un C⟦:c:type:`hive_t`⟧\"\n")),
      Example(
        "A backtick is lost.", fileExtension: "po",
        .file("msgid \"See :ref:`hive-lids`.\"\nmsgstr \"Vedi ⟦:ref:hive-lids`⟧.\"\n")),
      Example(
        "A colon is lost.", fileExtension: "po",
        .file("msgid \"See :ref:`hive-lids`.\"\nmsgstr \"Vedi ⟦ref:`hive-lids`⟧.\"\n")),
      Example(
        "A letter behind it.", locale: "de-DE", fileExtension: "po",
        .file("msgid \"Two :class:`int`\\\\ s\"\nmsgstr \"Zwei ⟦:class:`int`⟧s\"\n")),
      Example(
        "Its domain is lost.", fileExtension: "po",
        .file("msgid \"a C :c:type:`hive_t`\"\nmsgstr \"di C: :⟦:type:`hive_t`⟧\"\n")),
    ],
    passes: [
      Example(
        "Punctuation beside it.", locale: "zh-CN", fileExtension: "po",
        .file("msgid \"Use :func:`open`.\"\nmsgstr \"使用（:func:`open`）。\"\n")),
      Example(
        "A space that shows nothing.", locale: "ja-JP", fileExtension: "po",
        .file("msgid \"Use :func:`open`.\"\nmsgstr \"次の\\\\ :func:`open`\\\\ を使う。\"\n")),
    ])

  package let needs: SegmentTraits = .inlines

  package func check(
    _ segment: borrowing Segment, _ detail: any MessageDetail, _ shared: inout SharedWork,
    _ report: inout Findings
  ) {
    guard !detail.keepsMarkup(segment.index), segment.target.bytes.firstIndex(of: 0x60) != nil,
      !detail.isMarkdown(segment.index)
    else { return }
    let broken = RoleDifference(segment).broken.sorted { $0.lowerBound < $1.lowerBound }
    for range in broken.prefix(MessageLimits.lost) {
      let wrong = segment.target[range]
      report(
        wrong, Self.broken, wrong.string,
        fix: Self.fix(wrong, segment.source.bytes) ?? Self.fix(parting: range, segment))
    }
  }

  /// Takes out the space between a role's name and its backtick, where the source has the role without it.
  private static func fix(_ wrong: borrowing Text, _ source: Span<UInt8>) -> Fix? {
    let text = wrong.bytes
    guard let tick = text.firstIndex(of: 0x60) else { return nil }
    var end = tick
    while end > 0, text[end - 1].isSpace { end -= 1 }
    guard end > 1, end < tick, text[end - 1] == 0x3A else { return nil }
    let right = [UInt8](text.extracting(..<end)) + [UInt8](text.extracting(tick...))
    guard source.contains(right.span) else { return nil }
    let space = ByteRange(wrong.range.lower + end, wrong.range.lower + tick)
    return Fix(.safe, "Close up the role.", [Fix.Edit(space, [])])
  }

  /// Puts a space between a role that the source has and the letters beside it, where words have spaces between them.
  private static func fix(parting range: Range<Int>, _ segment: borrowing Segment) -> Fix? {
    let (text, start) = (segment.target.bytes, segment.target.range.lower)
    guard segment.source.bytes.contains(text.extracting(range)) else { return nil }
    let before = range.lowerBound > 0 ? text.scalar(before: range.lowerBound).value : 0x20
    let behind = range.upperBound < text.count ? text.scalar(at: range.upperBound).value : 0x20
    // Latin, Greek, Cyrillic, Armenian, Hebrew and Arabic letters.
    let places = [(before, range.lowerBound), (behind, range.upperBound)].filter {
      $0.0.isWordScalar && $0.0 < 0x0800
    }
    guard !places.isEmpty else { return nil }
    return Fix(
      .suggested, "Put a space beside the role.",
      places.map { Fix.Edit(ByteRange(start + $0.1, start + $0.1), [0x20]) })
  }
}
