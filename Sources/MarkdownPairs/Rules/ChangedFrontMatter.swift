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
      Example(
        "A letter of the author's name.",
        .pair(
          source: "---\ntitle: The lid\nauthor: beekeeper\n---\n\nOpen.\n",
          target: "---\ntitle: Il coperchio\nauthor: ⟦bekeeper⟧\n---\n\nApri.\n")),
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
    for change in FrontMatterKeys.changed(frontMatter.entries, bytes, pair, source.span) {
      let (wrong, right) = (change.wrong.name, source.span.extracting(change.right.name.range))
      report(
        wrong, Self.changed, String(right), String(bytes.extracting(wrong.range)),
        related: Finding.Related(change.right.name.inSource),
        fix: change.isMisspelt
          ? Fix(.safe, "Write the key as the source does.", [Fix.Edit(wrong, [UInt8](right))])
          : nil)
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
}
