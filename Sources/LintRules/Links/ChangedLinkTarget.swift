import LintCore
import LintText
import Messages

/// A link that leads elsewhere than its source's.
struct ChangedLinkTarget: Rule {
  private static let changed = Message("changed", "the link leads to '{1}' instead of '{0}'")

  let info = RuleInfo(
    id: "changed-link-target", family: "links",
    finds: "a link or image destination that was replaced by another.",
    why: """
      The reader clicks and lands on another page than the source sends them to, or on none. Copy \
      the destination from the source half. The words between the brackets are for translating, \
      what stands between the parentheses is not. Where one link alone differs, `--fix` does so.
      """,
    precision: "Of 2 findings on real pages, all that there were, 2 were true.",
    severity: .error, profiles: [.messages: .default], issueType: .markup, fixable: .safe,
    messages: [changed],
    fails: [
      Example(
        "Another page.",
        .segment(source: "See the [guide](guide.md).", target: "Vedi la [guida](⟦panel.md⟧).")),
      Example(
        "A translated file name, beside an image that is right.",
        .segment(
          source: "![Lamp](lamp.png) See [start](start.md#power).",
          target: "![Spia](lamp.png) Vedi [inizio](⟦inizio.md#power⟧).")),
      Example(
        "A cross reference.",
        .segment(source: "Use <xref:Hub.Open>.", target: "Usa <⟦xref:Hub.Close⟧>.")),
      Example(
        "In a message that is written in Markdown.", fileExtension: "po",
        .file(
          "#, md-text\nmsgid \"See [here](lid.md).\"\nmsgstr \"Vedi [qui](⟦api.md⟧).\"\n")),
      Example(
        "A letter of an address on another site, or the end of a file's name.",
        .pair(
          source:
            "See [the lid](https://bees.example/notes/lids.html#parts).\n\nSee [more](lid.md).\n",
          target:
            "Vedi [il coperchio](⟦https://bees.example/noets/lids.html#parts⟧).\n\nVedi [altro](⟦lid⟧).\n"
        )),
      Example(
        "A folder that was translated, with and without the locale.",
        .pair(
          source: "See [a](/docs/tasks/lids/).\n\nSee [b](/docs/tasks/bees/).\n",
          target: "Vedi [a](⟦/docs/compiti/lids/⟧).\n\nVedi [b](⟦/it/docs/compiti/bees/⟧).\n")),
      Example(
        "A letter of an address or of the locale before it, and another part of the page.",
        .pair(
          source: "See [a](/docs/lids/) and [b](/docs/bees/).\n\n"
            + "See [c](#care) or [d](#wax).\n\nSee [d](#wax).\n\n## Care\n\n## Wax\n",
          target: "Vedi [a](⟦/it/dosc/lids/⟧) e [b](⟦/ir/docs/bees/⟧).\n\n"
            + "Vedi [c](#care) o [d](#wax).\n\nVedi [d](⟦#care⟧).\n\n"
            + "## Cura {#care}\n\n## Cera {#wax}\n")),
      Example(
        "A letter of a host, or of an address whose locale was rightly changed.",
        .pair(
          source: "See [a](https://combs.example/a/).\n\n"
            + "See [b](https://bees.example/en-us/docs/smoker?lang=en).\n",
          target: "Vedi [a](⟦https://cobms.example/a/⟧).\n\n"
            + "Vedi [b](⟦https://bees.example/it-it/docs/smokr?lang=it⟧).\n")),
      Example(
        "A letter of a section's name, or another section that the page leads to.",
        .pair(
          source: "See [a](b.md#wax-moths).\n\nSee [b](b.md#lids) or [c](b.md#bees).\n",
          target: "Vedi [a](⟦b.md#wax-mohts⟧).\n\nVedi [b](⟦b.md#bees⟧) o [c](b.md#bees).\n")),
      Example(
        "The first of two links that were swapped, where the last one is right.",
        .pair(
          source: "Look at [a](a.md), [b](b.md) and [c](c.md).\n",
          target: "Guarda [a](⟦c.md⟧), [b](b.md) e [c](c.md).\n")),
    ],
    passes: [
      Example(
        "The order of words differs.",
        .segment(
          source: "From [here](a.md) to [there](b.md).", target: "Fino a [lì](b.md) da [qui](a.md)."
        )),
      Example(
        "A bare address is no link.",
        .segment(source: "See http://a.example.", target: "Vedi http://a.example .")),
      Example(
        "A title with escaped quotes.",
        .segment(
          source: "![x](a.png \"the \\\"hub\\\"\")", target: "![x](a.png \"lo \\\"hub\\\"\")")),
      Example(
        "A name between angle brackets.",
        .segment(source: "The <xs:element> tag", target: "Il tag <xs:elemento>")),
      Example(
        "The same page in the reader's language.",
        .segment(
          source: "See [bees](https://en.hub.example/bees).",
          target: "Vedi [api](https://it.hub.example/bees).")),
      Example(
        "In a message that is not.", fileExtension: "po",
        .file("msgid \"See [here](lid.md).\"\nmsgstr \"Vedi [qui](api.md).\"\n")),
      Example(
        "From a folder that lies one deeper.",
        .pair(
          source: "See [the lid](../../parts/lid.md).\n",
          target: "Vedi [il coperchio](../../../parts/lid.md).\n")),
      Example(
        "The pages of the locale, in another order.",
        .pair(
          source: "See [a](/docs/lids/) and [b](/docs/bees/).\n",
          target: "Vedi [b](/it/docs/bees/) e [a](/it/docs/lids/).\n")),
      Example(
        "A section of another page, by its translated heading.",
        .pair(
          source: "See [a](b.md#examples) and [b](/docs/b/#the-system).\n",
          target: "Vedi [a](b.md#esempi) e [il sistema](/it/docs/b/#il-sistema).\n")),
      Example(
        "A heading that differs by a letter from its translation.",
        .pair(
          source: "See [the system](b.md#system).\n",
          target: "Vedi [il sistem](b.md#sistem).\n")),
      Example(
        "A file of the reader's locale.",
        .pair(
          source: "![The lid](lid-en.png)\n\nSee [more](more_en.pdf) and [bees](bees.png).\n",
          target:
            "![Il coperchio](lid-it.png)\n\nVedi [altro](more_it.pdf) e [api](bees-it.png).\n")),
      Example(
        "A list that was sorted anew.",
        .pair(
          source: "- [Bee](bee.md)\n- [Hive](hive.md)\n- [Wing](wing.md)\n",
          target: "- [Ala](wing.md)\n- [Ape](bee.md)\n- [Arnia](hive.md)\n")),
    ])

  func check(on kind: PageKind) -> Check? {
    let look = SegmentLook(locale: kind.locale)
    return kind.holdsMessages
      ? .markdownMessages(.differentInlines, look) : .segments(.differentInlines, look)
  }

  private struct SegmentLook: SegmentCheck {
    let locale: LocaleTag?

    func check(
      _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
    ) {
      ChangedLinkTarget.check(segment, locale, &shared, &report)
    }
  }

  /// Whether a destination that differs is to be reported by the rule.
  private static func isFault(
    _ right: borrowing Text, _ wrong: borrowing Text, in text: borrowing Text,
    _ locale: LocaleTag?, _ shared: borrowing SharedWork
  ) -> Bool {
    guard let file = shared.sourceFile else {
      // `localized-url` is about these.
      return !AddressLocale.isOnlyChange(from: right.bytes, to: wrong.bytes, locale)
    }
    // `changed-external-link` is about those with hosts.
    return AddressChange(from: right, to: wrong, in: text, locale, file, shared.anchors) == .inside
  }

  /// Whether the source's destination is a part of the page under a name that the translated page does not have.
  private static func leadsNowhere(_ right: borrowing Text, _ shared: borrowing SharedWork) -> Bool
  {
    guard shared.sourceFile != nil, right.bytes.has("#", at: 0), let anchors = shared.anchors else {
      return false
    }
    return !anchors.hasAnchor(right.bytes.extracting(1...))
  }

  private static func check(
    _ segment: borrowing Segment, _ locale: LocaleTag?, _ shared: inout SharedWork,
    _ report: inout Findings
  ) {
    guard let difference = shared.difference(of: .links, segment) else { return }
    let only = difference.onlyChange(in: segment, .links)
    for (source, target) in difference.changed {
      let right = segment.source[segment.sourceInlines[source].destination]
      let wrong = segment.target[segment.targetInlines[target].destination]
      guard isFault(right, wrong, in: segment.target, locale, shared) else { continue }
      report(
        wrong, Self.changed, right.string, wrong.string,
        related: Finding.Related(right.range),
        fix: only == nil || Self.leadsNowhere(right, shared)
          ? nil : Self.fix(right, wrong, locale, shared))
    }
  }

  private static func fix(
    _ right: borrowing Text, _ wrong: borrowing Text, _ locale: LocaleTag?,
    _ shared: borrowing SharedWork
  ) -> Fix? {
    // The locale before or behind the letter that is wrong stays.
    if shared.sourceFile != nil,
      let slip = AddressSlip.besideLocale(right.bytes, wrong.bytes, locale)
    {
      return Fix(
        .safe, "Copy the name from the source.",
        [.copy(right[slip.right], over: wrong[slip.wrong].range)])
    }
    guard !AddressLocale.namesAnother(wrong.bytes, than: right.bytes) else { return nil }
    return Fix(.safe, "Copy the destination from the source.", [.copy(right, over: wrong.range)])
  }
}
