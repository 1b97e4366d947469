import LintCore
import LintText
import Markdown

/// A shortcode that is broken, changed or lost.
struct ChangedShortcode: PairRule {
  private static let broken = Message("broken", "the shortcode '{0}' is broken")
  private static let changed = Message("changed", "the shortcode '{0}' became '{1}'")
  private static let missing = Message("missing", "the shortcode '{0}' is missing after this")

  let info = RuleInfo(
    id: "changed-shortcode", family: "markup",
    finds: "`{{< name >}}` or `{{% name %}}` that is broken, lost, or has other arguments.",
    why: """
      The site does not build, or the reader sees the braces, or lacks what stands there in all other \
      languages. Write delimiters, name and arguments as the source does; titles and other words among \
      the arguments are for translating. `--fix` copies one that is broken.
      """,
    severity: .error, profile: nil, profiles: [.pair: .default], required: .pair,
    issueType: .markup, fixable: .safe, messages: [broken, changed, missing],
    fails: [
      Example(
        "A space in a delimiter.",
        .pair(
          source: "Open.\n\n{{< lamp 3 >}}\n", target: "Apri.\n\n⟦{{ < lamp 3 >}}⟧\n")),
      Example(
        "A delimiter without its sign.",
        .pair(source: "Open.\n\n{{< lamp 3 >}}\n", target: "Apri.\n\n⟦{{ lamp 3 >}}⟧\n")),
      Example(
        "The other closing delimiter.",
        .pair(source: "{{% lamp 3 %}}\n", target: "⟦{{% lamp 3 >}}⟧\n")),
      Example(
        "The name was translated.",
        .pair(source: "{{< lamp 3 >}}\n", target: "⟦{{< spia 3 >}}⟧\n")),
      Example(
        "An argument.",
        .pair(
          source: "{{< include file=\"lid.md\" >}}\n",
          target: "{{< include file=\"coperchio.md\" >}}\n".marked)),
      Example(
        "It is gone.",
        .pair(
          source: "Open.\n\n{{< lamp 3 >}}\n\nWait.\n", target: "⟦Apri.⟧\n\nAspetta.\n")),
      Example(
        "A key of the site's texts.",
        .pair(
          source: "## {{% heading \"lids\" %}}\n", target: "## ⟦{{% heading \"coperchi\" %}}⟧\n")),
    ],
    passes: [
      Example(
        "A title is for translating.",
        .pair(
          source: "{{% alert title=\"Note\" color=info %}}\nOpen.\n{{% /alert %}}\n",
          target: "{{% alert title=\"Nota\" color=info %}}\nApri.\n{{% /alert %}}\n")),
      Example(
        "An alert in Markdown.",
        .pair(
          source: "{{% alert title=\"Note\" %}}\nOpen.\n{{% /alert %}}\n",
          target: "> [!NOTE]\n>\n> Apri.\n")),
      Example(
        "Lines are wrapped in another way.",
        .pair(
          source: "{{% alert %}} Open the lid. {{% /alert %}}\n",
          target: "{{% alert %}}\nApri il coperchio.\n{{% /alert %}}\n")),
      Example(
        "The latest source has it so.",
        .pair(
          source: "{{< lamp 3 >}}\n", target: "{{< lamp 4 >}}\n", latest: "{{< lamp 4 >}}\n")),
      Example(
        "White space, another order, and words that the source leaves to the site.",
        .pair(
          source: "{{<tip>}}\n\n{{< lid text=\"Lid\" id=\"l\" >}}\n\n{{< lid id=\"m\" >}}\n",
          target:
            "{{< tip >}}\n\n{{< lid id=\"l\" text=\"Coperchio\" >}}\n\n{{< lid text=\"Un coperchio\" id=\"m\" >}}\n"
        )),
      Example(
        "What a tab is called, and the locale of an address.",
        .pair(
          source: "{{% tab name=\"With a lid\" %}}\n\n{{< button href=\"/docs/lid\" >}}\n",
          target: "{{% tab name=\"Con coperchio\" %}}\n\n{{< button href=\"/it/docs/lid\" >}}\n")),
    ])

  func check(_ document: borrowing Document, _ pair: PairDetail, _ report: inout Findings) {
    guard pair.site == .hugo, let original = document.source?.bytes else { return }
    let (bytes, source) = (document.bytes.span, original.span)
    let ours = ShortcodeList(bytes, from: document.start)
    let theirs = ShortcodeList(source, from: document.source?.start ?? 0)
    let match = ShortcodeMatch(ours, bytes, theirs, source)
    for (item, other) in match.changed {
      let (wrong, right) = (
        bytes.extracting(item.range.range), source.extracting(other.range.range)
      )
      if item.form == other.form, Shortcode.saySame(right, wrong) { continue }
      if pair.latest?.hasShortcode(wrong) == true { continue }
      if item.form != other.form, let latest = pair.latest,
        latest.hasShortcode(named: bytes.extracting(item.name.range), form: item.form)
      {
        continue
      }
      report(
        item.range, Self.changed, String(right), String(wrong),
        related: Finding.Related(other.range.inSource))
    }
    // Where the source has such pieces itself, they are no shortcodes.
    let broken =
      (theirs.broken.isEmpty ? ours.broken : [])
      + (theirs.halved.isEmpty && ours.halved.count <= match.missing.count ? ours.halved : [])
    for range in broken {
      let text = bytes.extracting(range.range)
      report(
        range, Self.broken, String(text.extracting(text.trimmedRange)),
        fix: broken.count == 1 && match.missing.count == 1
          ? Self.fix(range, match.missing[0], source) : nil)
    }
    guard pair.isKnown, match.missing.count > broken.count else { return }
    reportMissing(match.missing, document, pair, &report)
  }

  private func reportMissing(
    _ missing: [ShortcodeList.Item], _ document: borrowing Document, _ pair: PairDetail,
    _ report: inout Findings
  ) {
    let source = document.source?.bytes ?? []
    let bytes = document.bytes.span
    var places = LostPlaces(document, pair, LeafPartners(pair))
    let alerts = AlertCount(pair)
    let unbalanced = Self.unbalanced(
      ShortcodeList(source.span, from: document.source?.start ?? 0), source.span)
    for item in missing.sorted(by: { $0.range.lower < $1.range.lower }) {
      let name = source.span.extracting(item.name.range)
      if alerts.areMore, name.has("alert", at: 0) || name.has("/alert", at: 0) { continue }
      // Of those that are opened twice and closed once, the translator may have mended one.
      if unbalanced.contains([UInt8](Self.bareName(item, source.span))) { continue }
      let text = source.span.extracting(item.range.range)
      if let latest = pair.latest, !latest.hasShortcode(text) { continue }
      let place = places.place(of: item.range.lower, source.span, bytes)
      report(
        place, Self.missing, String(text), related: Finding.Related(item.range.inSource))
    }
  }

  /// The names of those that are closed another number of times than they are opened.
  private static func unbalanced(_ list: ShortcodeList, _ bytes: Span<UInt8>) -> Set<[UInt8]> {
    var opened: [[UInt8]: Int] = [:]
    var closed: [[UInt8]: Int] = [:]
    for item in list.list {
      let name = [UInt8](bareName(item, bytes))
      if bytes.has("/", at: item.name.lower) {
        closed[name, default: 0] += 1
      } else {
        opened[name, default: 0] += 1
      }
    }
    return Set(closed.filter { opened[$0.key] != $0.value }.keys)
  }

  @_lifetime(copy bytes)
  private static func bareName(_ item: ShortcodeList.Item, _ bytes: Span<UInt8>) -> Span<UInt8> {
    let isClosing = bytes.has("/", at: item.name.lower)
    return bytes.extracting(item.name.lower + (isClosing ? 1 : 0)..<item.name.upper)
  }

  /// Copies a shortcode of the source over what is left of it, unless it holds words.
  private static func fix(_ range: ByteRange, _ right: ShortcodeList.Item, _ source: Span<UInt8>)
    -> Fix?
  {
    let text = source.extracting(right.range.range)
    guard !text.contains("\""), range.count <= 2 * text.count else { return nil }
    return Fix(
      .safe, "Copy the shortcode from the source.", [Fix.Edit(range, [UInt8](text))])
  }
}

/// Whether the page has alerts in Markdown where its source has shortcodes.
private struct AlertCount {
  let areMore: Bool

  init(_ pair: PairDetail) {
    areMore =
      pair.target.blocks.list.count { $0.kind == .alert }
      > pair.source.blocks.list.count { $0.kind == .alert }
  }
}

extension String {
  /// All but the line end as what is reported.
  fileprivate var marked: String { "⟦\(dropLast())⟧\n" }
}
