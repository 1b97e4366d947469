import LintCore
import LintText
import Markdown

/// A page whose source has changed since it was translated.
struct StaleTranslation: DocumentRule {
  private static let stale = Message(
    "stale", "since this version of the source '{0}' of its blocks are new, with '{1}' words")
  private static let counted = Message(
    "counted",
    "since this version of the source '{0}' of its blocks are new, with '{1}' words, in '{2}' commits"
  )
  private static let gone = Message(
    "gone", "the source has given up '{0}' of the blocks of this version")
  private static let hashed = Message("hashed", "the source is another one than '{0}' names")
  private static let lacking = Message(
    "lacking",
    "the source is another one than '{0}' names: it lacks the texts of '{1}' of '{2}' segments, '{3}'"
  )

  let info = RuleInfo(
    id: "stale-translation", family: "metadata",
    finds: "a page that was translated from an older version of its source, once a file.",
    why: """
      The source says something else by now. It is a fact about the page and no fault of it: the \
      numbers tell how much is to be translated. What people read sums such pages up in one line. Once \
      the page is brought up to date, let its key name the version that it was made from.
      """,
    precision: """
      All 48 findings on the side-by-side pages of one tree with a checkout of its source name a hash that the \
      source has with neither kind of line ends. 21 of them name segments: all 81 were looked for, and 30 read \
      beside the source, and none of these texts stands there. That checkout was older than many of the pages: \
      that the two differ is certain, and which of them is behind only its history tells.
      """,
    severity: .note, profile: nil, profiles: [.pair: .default], required: .pair,
    looksAtAllPages: true,
    issueType: .uncategorized, countedAs: "are older than the source",
    messages: [stale, counted, gone, hashed, lacking],
    fails: [
      Example(
        "A paragraph is new.",
        .pair(
          source: "---\ntitle: Lid\n---\n\nOpen.\n",
          target:
            "---\ntitle: Coperchio\ndefault_lang_commit: ⟦0a1b2c3d⟧\n---\n\nApri.\n",
          latest: "---\ntitle: Lid\n---\n\nOpen.\n\nWait for the lamp.\n")),
      Example(
        "A paragraph is there no more.",
        .pair(
          source: "Open.\n\nWait for the lamp.\n",
          target: "---\ni18n_source_sha: ⟦0a1b2c3d⟧\n---\n\nApri.\n\nAspetta la spia.\n",
          latest: "Open.\n")),
      Example(
        "By a commit that git has.",
        .pair(
          source: "Open.\n",
          target:
            "---\ndefault_lang_commit: ⟦3f1c0e5a9b7d2468ace013579bdf02468ace1357⟧\n---\n\nApri.\n",
          latest: "Open.\n\nWait for the lamp.\n")),
      Example(
        "A hash that is another file's, where no git has the old one.",
        .pair(
          source: "Open.\n",
          target:
            "---\nms.openlocfilehash: ⟦3f1c0e5a9b7d2468ace013579bdf02468ace1357⟧\n---\n\nApri.\n")),
      Example(
        "Another key names the version, or none.",
        .pair(
          source: "---\ntitle: Lid\n---\n\nOpen.\n",
          target: "⟦---⟧\ntitle: Coperchio\n---\n\nApri.\n",
          latest: "---\ntitle: Lid\n---\n\nOpen it now.\n")),
      Example(
        "A page that holds its source, which says something else by now.",
        .pair(
          source: "# Lid\n\nOpen the lid of the blue hive.\n",
          target: """
            ---
            ms.openlocfilehash: ⟦3f1c0e5a9b7d2468ace013579bdf02468ace1357⟧
            ---
            <span data-ttu-id="7e0c1-102">Apri il coperchio dell'arnia.</span>\
            <span class="sxs-lookup"><span data-stu-id="7e0c1-102">Open the lid of the hive.</span></span>

            """)),
    ],
    passes: [
      Example(
        "The source has changed in its front matter alone.",
        .pair(
          source: "---\ntitle: Lid\n---\n\nOpen.\n",
          target: "---\ntitle: Coperchio\n---\n\nApri.\n",
          latest: "---\ntitle: Lid\nweight: 3\n---\n\nOpen.\n")),
      Example("The latest version.", .pair(source: "Open.\n", target: "Apri.\n")),
    ])

  func check(_ document: borrowing Document, _ report: inout Findings) {
    if let pair = document.markdown?.own as? PairDetail {
      check(document, pair, &report)
    } else if let latest = document.page.latestSource, let hash = Self.pin(document, .hash) {
      check(document, hash, latest, &report)
    }
  }

  /// In bytes; no source of people's is longer, and of a longer one only the hash is compared.
  private static let longestSource = 1 << 20
  /// Of so many segments the names are told.
  private static let mostNames = 4

  /// Tells which texts of a page that holds its source stand no longer in the latest one.
  private func check(
    _ document: borrowing Document, _ hash: ByteRange, _ latest: SourceText,
    _ report: inout Findings
  ) {
    let name = String(document.text(hash).bytes.extracting(..<min(hash.count, 12)))
    let bytes = latest.bytes
    guard bytes.count <= Self.longestSource else {
      report(hash, Self.hashed, name)
      return
    }
    let runs = LetterRuns(bytes.span)
    let segments = document.records.filter { $0.source != .none }
    let lost = segments.filter { runs.lack(document.text($0.source).prose) }
    guard let first = lost.first else {
      report(hash, Self.hashed, name)
      return
    }
    let names = lost.prefix(Self.mostNames).map { document.text($0.key.range).string }
    let more = lost.count - names.count
    report(
      hash, Self.lacking, name, String(lost.count), String(segments.count),
      names.joined(separator: ", ") + (more > 0 ? " and \(more) more" : ""),
      related: Finding.Related(first.source))
  }

  private func check(_ document: borrowing Document, _ pair: PairDetail, _ report: inout Findings) {
    guard let source = document.source else { return }
    if pair.version == .today, let hash = Self.pin(document, .hash) {
      report(
        hash, Self.hashed, String(document.text(hash).bytes.extracting(..<min(hash.count, 12))))
      return
    }
    guard pair.version == .pin, let latest = pair.latest else { return }
    let change = SourceChange(from: pair.original, to: latest)
    let place = Self.place(document, pair)
    let (blocks, words) = (String(change.blocks), String(change.words))
    if change.blocks == 0 {
      if change.gone > 0 { report(place, Self.gone, String(change.gone)) }
    } else if let commits = source.commits, commits > 0 {
      report(place, Self.counted, blocks, words, String(commits))
    } else {
      report(place, Self.stale, blocks, words)
    }
  }

  /// What names the version; where it is not found, the page's first line.
  private static func place(_ document: borrowing Document, _ pair: PairDetail) -> ByteRange {
    if let pin = pin(document) { return pin }
    let bytes = document.bytes.span
    if let frontMatter = document.frontMatter {
      // A key in a mapping, or one of a team's own.
      if let revision = document.source?.revision {
        let name = Array(revision.utf8)
        let range = bytes.extracting(frontMatter.range.range).firstRange(of: name.span, from: 0)
        if let range {
          return ByteRange(
            frontMatter.range.lower + range.lowerBound, frontMatter.range.lower + range.upperBound)
        }
      }
      return ByteRange(frontMatter.range.lower, frontMatter.range.lower + 3)
    }
    guard let first = pair.target.list.first else {
      return ByteRange(document.start, document.start)
    }
    return LeafPartners.firstLine(of: first.range, bytes)
  }

  /// Where the page names the version; `nil` where it does not.
  ///
  /// - Parameter kind: What the key must name; `nil`: anything.
  private static func pin(
    _ document: borrowing Document, _ kind: SourcePin.Kind? = nil
  ) -> ByteRange? {
    let bytes = document.bytes.span
    for entry in document.frontMatter?.entries ?? [] {
      guard let named = SourcePin.keys[String(bytes.extracting(entry.name.range))],
        kind == nil || named == kind
      else { continue }
      var end = entry.value.lower
      while end < entry.value.upper, !bytes[end].isSpace { end += 1 }
      return ByteRange(entry.value.lower, end)
    }
    return nil
  }
}
