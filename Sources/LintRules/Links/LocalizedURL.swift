import LintCore
import LintText

/// A link to a page of one fixed locale.
struct LocalizedURL: Rule {
  private static let locale = Message("locale", "the link to '{0}' names the locale '{1}'")

  let info = RuleInfo(
    id: "localized-url", family: "links",
    finds: "a link that names a locale where the source's names none, or another.",
    why: """
      A site shows each reader their own language unless the address says otherwise: `/en-us/` in a \
      translated page sends the reader to English for good. Take the locale out of the address. Where one link alone differs, \
      `--fix=suggested` copies the source's.
      """,
    severity: .warning, profile: .strict, profiles: [.pair: .all], issueType: .localeViolation,
    fixable: .suggested,
    messages: [locale],
    fails: [
      Example(
        "English for good.",
        .segment(
          source: "See [guide](https://hub.example/docs/guide).",
          target: "Vedi [guida](⟦https://hub.example/en-us/docs/guide⟧).")),
      Example(
        "At the end of the address.",
        .segment(
          source: "See [the hub](https://hub.example/).",
          target: "Vedi [l'hub](⟦https://hub.example/en-us/⟧).")),
      Example(
        "The reader's own.",
        .segment(
          source: "See [guide](/docs/guide).", target: "Vedi [guida](⟦/it/docs/guide⟧).")),
      Example(
        "In the name of a host.",
        .segment(
          source: "See [bees](https://en.hub.example/bees).",
          target: "Vedi [api](⟦https://it.hub.example/bees⟧).")),
    ],
    passes: [
      Example(
        "The source's own.",
        .segment(
          source: "See [law](https://law.example/en-us/a).",
          target: "Vedi [legge](https://law.example/en-us/a).")),
      Example(
        "A folder that only looks like a locale.",
        .segment(source: "See [x](how-to/a.md).", target: "Vedi [x](how-to/a.md).")),
    ])

  func check(on kind: PageKind) -> Check? {
    .segments(.differentInlines, SegmentLook(locale: kind.locale))
  }

  private struct SegmentLook: SegmentCheck {
    let locale: LocaleTag?

    func check(
      _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
    ) {
      LocalizedURL.check(segment, locale, &shared, &report)
    }
  }

  private static func check(
    _ segment: borrowing Segment, _ own: LocaleTag?, _ shared: inout SharedWork,
    _ report: inout Findings
  ) {
    guard let difference = shared.difference(of: .links, segment) else { return }
    let only = difference.onlyChange(in: segment, .links)
    let changed = Dictionary(
      difference.changed.map { ($0.target, $0.source) }, uniquingKeysWith: { first, _ in first })
    for target in difference.extra {
      let destination = segment.target[segment.targetInlines[target].destination]
      if let source = changed[target],
        let locale = AddressLocale.change(
          from: segment.source[segment.sourceInlines[source].destination].bytes,
          to: destination.bytes, own)
      {
        let right = segment.source[segment.sourceInlines[source].destination]
        report(
          destination, Self.locale, destination.string, locale,
          fix: only == nil ? nil : Self.fix(right, destination))
        continue
      }
      // `inFolders` leaves out the last part of a path, but an address may end with its locale.
      let path = destination.string + "/-"
      guard let locale = LocaleTag.inFolders(of: path).last else {
        continue
      }
      var fix: Fix?
      if let only {
        fix = Self.fix(
          segment.source[segment.sourceInlines[only.source].destination], destination)
      }
      report(destination, Self.locale, destination.string, locale.description, fix: fix)
    }
  }

  private static func fix(_ right: borrowing Text, _ wrong: borrowing Text) -> Fix {
    Fix(
      .suggested, "Copy the destination from the source.", [.copy(right, over: wrong.range)])
  }
}
