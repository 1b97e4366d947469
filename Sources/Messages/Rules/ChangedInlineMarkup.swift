package import LintCore
import LintText

/// A literal, substitution, footnote or address of reStructuredText that is another one than its source's.
package struct ChangedInlineMarkup: MessageRule {
  private static let changed = Message("changed", "'{0}' became '{1}'")
  private static let missing = Message("missing", "the reference '{0}' is missing")

  package let info = RuleInfo(
    id: "changed-inline-markup", family: "messages",
    finds:
      "substitutions and footnotes of reStructuredText that are lost or changed, literals and addresses with a space put in.",
    why: """
      `|name|` and `[1]_` stand for what the page defines elsewhere: under another name they stand for nothing, and the \
      build complains. In literals and in addresses of links a space that machine translation put in makes code that \
      does not work and a page that is not there. Copy it from the source, as `--fix` does. Other addresses, such as those of \
      another language's Wikipedia, and translated words in literals are left alone.
      """,
    precision:
      "All 4 findings in 18,894 entries of a manual were true; a lost footnote or substitution is not among them.",
    severity: .error, profile: nil, profiles: [.messages: .default],
    issueType: .markup, fixable: .safe, messages: [changed, missing],
    fails: [
      Example(
        "A space in an address.", fileExtension: "po",
        .file(
          "msgid \"See `it <https://hive.example/the-lid>`_.\"\n"
            + "msgstr \"Vedi `qui <⟦https://hive.example/the- lid⟧>`_.\"\n")),
      Example(
        "A space in a literal.", fileExtension: "po",
        .file("msgid \"Call ``open()``.\"\nmsgstr \"Chiama ``⟦open ()⟧``.\"\n")),
      Example(
        "A substitution was translated.", fileExtension: "po",
        .file("msgid \"Since |version|.\"\nmsgstr \"Da ⟦|versione|⟧.\"\n")),
      Example(
        "A footnote is lost.", fileExtension: "po",
        .file("msgid \"The lid [#lid]_ opens.\"\nmsgstr \"⟦Il coperchio si apre.⟧\"\n")),
    ],
    passes: [
      Example(
        "The page of another language.", fileExtension: "po",
        .file(
          "msgid \"A `bee <https://en.wiki.example/Bee>`_.\"\n"
            + "msgstr \"Un'`ape <https://it.wiki.example/Ape>`_.\"\n")),
      Example(
        "Words in a literal.", fileExtension: "po",
        .file("msgid \"Type ``open the lid``.\"\nmsgstr \"Scrivi ``apri il coperchio``.\"\n")),
      Example(
        "Another order.", fileExtension: "po",
        .file("msgid \"|lid| of |hive| [1]_\"\nmsgstr \"[1]_ |hive|: |lid|\"\n")),
    ])

  package let needs: SegmentTraits = .always

  package func check(
    _ segment: borrowing Segment, _ detail: any MessageDetail, _ shared: inout SharedWork,
    _ report: inout Findings
  ) {
    guard segment.source.bytes.firstIndex(ofAny: 0x60, 0x7C, 0x5D, 0x5D) != nil,
      !detail.dialects(of: segment.index).contains(.icu), !detail.isMarkdown(segment.index)
    else { return }
    let difference = MarkupDifference(segment.source.bytes, segment.target.bytes)
    for change in difference.changed.prefix(MessageLimits.lost) {
      let (right, wrong) = (segment.source[change.source], segment.target[change.target])
      report(
        wrong, Self.changed, right.string, wrong.string, related: Finding.Related(right.range),
        fix: Fix(.safe, "Copy it from the source.", [.copy(right, over: wrong.range)]))
    }
    for range in difference.missing.prefix(MessageLimits.lost) {
      let right = segment.source[range]
      report(
        segment.target.trimmed, Self.missing, right.string, related: Finding.Related(right.range))
    }
  }
}
