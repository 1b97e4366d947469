import LintCore
import LintText

/// A link to a page of one fixed locale.
struct LocalizedURL: SegmentRule {
  private static let locale = Message("locale", "the link to '{0}' names the locale '{1}'")

  let info = RuleInfo(
    id: "localized-url", family: "links",
    finds: "a link that names a locale where the source's names none.",
    why: """
      A site shows each reader their own language unless the address says otherwise: `/en-us/` in a \
      translated page sends the reader to English for good. Take the locale out of the address. Where one link alone differs, \
      `--fix=suggested` copies the source's.
      """,
    severity: .warning, profile: .strict, issueType: .localeViolation, fixable: .suggested,
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

  let needs: SegmentTraits = .differentInlines

  func check(
    _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
  ) {
    guard let difference = shared.difference(of: .links, segment) else { return }
    let only = difference.onlyChange(in: segment, .links)
    for target in difference.extra {
      let destination = segment.target[segment.targetInlines[target].destination]
      // `inFolders` leaves out the last part of a path, but an address may end with its locale.
      let path = destination.string + "/-"
      guard let locale = LocaleTag.inFolders(of: path).last else {
        continue
      }
      var fix: Fix?
      if let only {
        let right = segment.source[segment.sourceInlines[only.source].destination]
        fix = Fix(
          .suggested, "Copy the destination from the source.",
          [.copy(right, over: destination.range)])
      }
      report(destination, Self.locale, destination.string, locale.description, fix: fix)
    }
  }
}
