package import LintCore
import LintText

/// A literal, substitution, footnote or address of reStructuredText that is another one than its source's.
package struct ChangedInlineMarkup: MessageRule {
  private static let changed = Message("changed", "'{0}' became '{1}'")
  private static let missing = Message("missing", "the reference '{0}' is missing")
  private static let unlinked = Message("unlinked", "'{0}' is no link without '_' behind it")
  private static let loose = Message("loose", "the backtick of '{0}' has no partner")

  package let info = RuleInfo(
    id: "changed-inline-markup", family: "messages",
    finds:
      "substitutions, footnotes and links of reStructuredText and addresses that are lost or changed, literals and links that lost a backtick or their underscore, such with a space put in or two letters turned, and addresses with a slip of the key.",
    why: """
      `|name|` and `[1]_` stand for what the page defines elsewhere: under another name they stand for nothing, and the \
      build complains. In literals and in addresses of links a space that machine translation put in makes code that \
      does not work and a page that is not there. Where a backtick or the underscore of a link is lost, readers see backticks and \
      no code and no link. Copy it from the source, as `--fix` does. Other addresses, such as those of \
      another language's Wikipedia, translated words in literals and spaces around signs are left alone.
      """,
    precision: "All 6 findings in 18,894 entries of a manual were true.",
    severity: .error, profile: nil, profiles: [.messages: .default],
    issueType: .markup, fixable: .safe, messages: [changed, missing, unlinked, loose],
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
        "A literal without one of its backticks.", fileExtension: "po",
        .file("msgid \"Call ``open()``.\"\nmsgstr \"Chiama ⟦``open()`⟧.\"\n")),
      Example(
        "Single backticks, which make no literal.", fileExtension: "po",
        .file("msgid \"Call ``open()``.\"\nmsgstr \"Chiama ⟦`open()`⟧.\"\n")),
      Example(
        "A letter right before a literal.", fileExtension: "po",
        .file("msgid \"Call ``open()``.\"\nmsgstr \"Chiama⟦``open()``⟧.\"\n")),
      Example(
        "A literal of other words that nothing closes.", fileExtension: "po",
        .file("msgid \"Type ``open the lid``.\"\nmsgstr \"Scrivi ⟦``apri⟧ il coperchio.\"\n")),
      Example(
        "Code that is no literal any more.", fileExtension: "po",
        .file("msgid \"Call ``hive_open``.\"\nmsgstr \"Chiama ⟦hive_open⟧.\"\n")),
      Example(
        "Text of a program that is no literal any more.", fileExtension: "po",
        .file("msgid \"Type ``Hive 2``.\"\nmsgstr \"Scrivi ⟦Hive 2⟧.\"\n")),
      Example(
        "Two letters of a literal changed places.", fileExtension: "po",
        .file("msgid \"Call ``hive.open``.\"\nmsgstr \"Chiama ``⟦hvie.open⟧``.\"\n")),
      Example(
        "A letter of an address is lost.", fileExtension: "po",
        .file(
          "msgid \"See https://hive.example/docs/lid.\"\n"
            + "msgstr \"Vedi ⟦https://hive.example/dos/lid⟧.\"\n")),
      Example(
        "A sign of a link's address is lost.", fileExtension: "po",
        .file(
          "msgid \"See `it <https://hive.example/docs/lid>`_.\"\n"
            + "msgstr \"Vedi `qui <⟦https://hive.exampledocs/lid⟧>`_.\"\n")),
      Example(
        "A letter of a name is lost.", fileExtension: "po",
        .file("msgid \"Call ``hive_opened``.\"\nmsgstr \"Chiama ``⟦hive_opned⟧``.\"\n")),
      Example(
        "A link without its underscore.", fileExtension: "po",
        .file(
          "msgid \"See `it <https://hive.example/lid>`_.\"\n"
            + "msgstr \"Vedi ⟦`qui <https://hive.example/lid>`⟧.\"\n")),
      Example(
        "A substitution was translated.", fileExtension: "po",
        .file("msgid \"Since |version|.\"\nmsgstr \"Da ⟦|versione|⟧.\"\n")),
      Example(
        "A footnote is lost.", fileExtension: "po",
        .file("msgid \"The lid [#lid]_ opens.\"\nmsgstr \"⟦Il coperchio si apre.⟧\"\n")),
      Example(
        "A link that is lost, with its address and without it.", fileExtension: "po",
        .file(
          "msgid \"See `the hive <https://hive.example/>`_.\"\nmsgstr \"⟦Vedi l'arnia.⟧\"\n\n"
            + "msgid \"See `the lid`_ here.\"\nmsgstr \"⟦Vedi qui.⟧\"\n")),
      Example(
        "An address that is lost.", fileExtension: "po",
        .file(
          "msgid \"Read https://hive.example/lid first.\"\nmsgstr \"⟦Leggi prima.⟧\"\n")),
    ],
    passes: [
      Example(
        "Another address in its place, and one that is said once.", fileExtension: "po",
        .file(
          "msgid \"See `it <https://en.hive.example/>`_ now.\"\n"
            + "msgstr \"Vedi `qui <https://it.hive.example/>`_.\"\n\n"
            + "msgid \"See `a <https://hive.example/>`_ or https://hive.example/\"\n"
            + "msgstr \"Vedi https://hive.example/\"\n")),
      Example(
        "The page of another language.", fileExtension: "po",
        .file(
          "msgid \"A `bee <https://en.wiki.example/Bee>`_.\"\n"
            + "msgstr \"Un'`ape <https://it.wiki.example/Ape>`_.\"\n")),
      Example(
        "An address of another language, version or scheme, or with another end.",
        fileExtension: "po",
        .file(
          """
          msgid "http://hive.example/en/1.2 https://hive.example/a/ https://hive.example/bees/"
          msgstr "https://hive.example/en/1.2 https://hive.example/a https://hive.example/bees/"

          msgid "https://hive.example/en/lid https://hive.example/1.2"
          msgstr "https://hive.example/es/lid https://hive.example/1.3"

          """)),
      Example(
        "Words and signs in place of a literal, one of which the literal has.",
        fileExtension: "po",
        .file(
          """
          msgid "The mode ``del``"
          msgstr "Il modo del coperchio"

          msgid "The sign ``-``, which opens it"
          msgstr "Il segno - che apre"

          """)),
      Example(
        "Words in a literal.", fileExtension: "po",
        .file("msgid \"Type ``open the lid``.\"\nmsgstr \"Scrivi ``apri il coperchio``.\"\n")),
      Example(
        "Spaces that only look different.", fileExtension: "po",
        .file(
          "msgid \"Call ``lid(a,b)`` or ``a=3**2``.\"\nmsgstr \"Chiama ``lid(a, b)`` o ``a = 3 ** 2``.\"\n"
        )),
      Example(
        "Code in italics.", fileExtension: "po",
        .file("msgid \"Call ``hive_open``.\"\nmsgstr \"Chiama *hive_open*.\"\n")),
      Example(
        "A word of an example.", fileExtension: "po",
        .file("msgid \"Open ``example.txt``.\"\nmsgstr \"Apri ``exemple.txt``.\"\n")),
      Example(
        "A backtick as an apostrophe.", locale: "uk-UA", fileExtension: "po",
        .file("msgid \"The object ``hive``.\"\nmsgstr \"Об`єкт ``hive``.\"\n")),
      Example(
        "A source that has such backticks, too.", fileExtension: "po",
        .file("msgid \"Open `hive' with ``lid``.\"\nmsgstr \"Apri `hive' con `lid`.\"\n")),
      Example(
        "Another order.", fileExtension: "po",
        .file("msgid \"|lid| of |hive| [1]_\"\nmsgstr \"[1]_ |hive|: |lid|\"\n")),
    ])

  package let needs: SegmentTraits = .always

  package func check(
    _ segment: borrowing Segment, _ detail: any MessageDetail, _ shared: inout SharedWork,
    _ report: inout Findings
  ) {
    guard !detail.keepsMarkup(segment.index), !detail.isMarkdown(segment.index) else { return }
    if segment.source.bytes.contains("://") {
      Self.checkAddresses(segment, &report)
    }
    guard segment.source.bytes.firstIndex(ofAny: 0x60, 0x7C, 0x5D, 0x5D) != nil,
      !detail.dialects(of: segment.index).contains(.icu)
    else { return }
    let difference = MarkupDifference(segment.source.bytes, segment.target.bytes)
    if difference.changed.isEmpty, let loose = difference.loose.first {
      // What is told of a role that lost one is told already.
      let roles = RoleDifference(segment)
      if roles.broken.isEmpty, roles.changed.isEmpty, roles.lost.isEmpty {
        let wrong = segment.target[Self.word(segment.target.bytes, at: loose)]
        report(wrong, Self.loose, wrong.string)
      }
    }
    // All of them, so that `--fix` finds nothing new behind those it has mended.
    for change in difference.changed { Self.report(change, segment, &report) }
    for link in difference.unlinked.prefix(MessageLimits.lost) {
      let wrong = segment.target[link.target]
      let end = wrong.range.upper
      report(
        wrong, Self.unlinked, wrong.string,
        related: Finding.Related(segment.source[link.source].range),
        fix: Fix(
          .safe, "Add the underscore.",
          [Fix.Edit(ByteRange(end, end), [0x5F])]))
    }
    Self.report(missing: difference, segment, &report)
  }

  private static func checkAddresses(_ segment: borrowing Segment, _ report: inout Findings) {
    guard segment.target.bytes.contains("://") else {
      let lost = MarkupDifference(lostAddressesOf: segment.source.bytes)
      Self.report(missing: lost, segment, &report)
      return
    }
    let addresses = MarkupDifference(addressesOf: segment.source.bytes, segment.target.bytes)
    for change in addresses.changed { Self.report(change, segment, &report) }
  }

  private static func report(
    missing difference: MarkupDifference, _ segment: borrowing Segment, _ report: inout Findings
  ) {
    for range in difference.missing.prefix(MessageLimits.lost) {
      let right = segment.source[range]
      report(
        segment.target.trimmed, Self.missing, right.string, related: Finding.Related(right.range))
    }
  }

  private static func report(
    _ change: (source: Range<Int>, target: Range<Int>), _ segment: borrowing Segment,
    _ report: inout Findings
  ) {
    let (right, wrong) = (segment.source[change.source], segment.target[change.target])
    report(
      wrong, changed, right.string, wrong.string, related: Finding.Related(right.range),
      fix: Fix(.safe, "Copy it from the source.", [.copy(right, over: wrong.range)]))
  }

  /// What stands around a backtick up to white space.
  private static func word(_ text: Span<UInt8>, at place: Int) -> Range<Int> {
    var (start, end) = (place, place + 1)
    while start > 0, place - start < MessageLimits.lost, !text[start - 1].isSpace { start -= 1 }
    while end < text.count, end - place < MessageLimits.lost, !text[end].isSpace { end += 1 }
    // No character is cut.
    while start < place, text[start] & 0xC0 == 0x80 { start += 1 }
    while end < text.count, text[end] & 0xC0 == 0x80 { end -= 1 }
    return start..<end
  }
}
