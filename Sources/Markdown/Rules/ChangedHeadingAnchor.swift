import LintCore
import LintText

/// A heading whose anchor is not the one that links lead to.
struct ChangedHeadingAnchor: DocumentRule {
  private static let translated = Message(
    "translated", "the anchor '{0}' is made from the translation; the source's is '{1}'")
  private static let impossible = Message(
    "impossible", "the anchor '{0}' has characters that no anchor has; the source's is '{1}'")
  private static let changed = Message(
    "changed", "the anchor '{0}' is not quite the source's '{1}'")
  private static let missing = Message("missing", "the heading has no anchor '{0}'")

  private static let similarity = Setting(
    "similarity", 0.7,
    "From which likeness to the heading on an anchor is a damaged one, not the author's own.")

  let info = RuleInfo(
    id: "changed-heading-anchor", family: "links",
    finds: "a heading's `<a name=\"…\">` that was translated, damaged or lost.",
    why: """
      Links to a section name the anchor of the English heading, in every locale. When the anchor is \
      translated or mistyped, they lead to the top of the page instead, from this page and from all \
      others. The anchor is the source heading in lower case, with hyphens for spaces and without \
      punctuation: restore it. `--fix` does so where there is no doubt what the anchor was.
      """,
    severity: .error, issueType: .markup, fixable: .safe,
    messages: [translated, impossible, changed, missing],
    settings: [similarity.declaration],
    fails: [
      Example(
        "Translated.",
        .body(
          "## <a name=\"⟦apri-il-pannello⟧\"></a>{{pair:103|Open the panel|Apri il pannello}}\n")),
      Example(
        "A letter with an accent.",
        .body("## <a name=\"⟦open-the-pánel⟧\"></a>{{pair:103|Open the panel|Apri il pannello}}\n")),
      Example(
        "A letter lost.",
        .body("## <a name=\"⟦open-the-panl⟧\"></a>{{pair:103|Open the panel|Apri il pannello}}\n")),
      Example(
        "No anchor, where other headings have one.",
        .body(
          """
          # <a name="panel"></a>{{pair:103|Panel|Pannello}}

          ⟦##⟧ {{pair:104|Open the panel|Apri il pannello}}

          """)),
    ],
    passes: [
      Example(
        "The source's slug.",
        .body("## <a name=\"open-the-panel\"></a>{{pair:103|Open the panel|Apri il pannello}}\n")),
      Example(
        "The author's own anchor.",
        .body("## <a name=\"BKMK_Panel\"></a>{{pair:103|Open the panel|Apri il pannello}}\n")),
      Example(
        "Both, the author's after the tools'.",
        .body(
          "## <a name=\"open-the-panel\"></a><a name=\"panel\"></a>{{pair:103|Open the panel|Apri il pannello}}\n"
        )),
      Example(
        "A heading with an author's anchor only, before others.",
        .body(
          "# <a href=\"\" id=\"panel\"></a>{{pair:103|Panel|Pannello}}\n\n## <a name=\"open\"></a>{{pair:104|Open|Apri}}\n"
        )),
      Example(
        "Markup leaves its letters.",
        .body(
          "## <a name=\"use-the---code-option\"></a>{{pair:103|Use the `--code` option|Usa l'opzione `--code`}}\n"
        )),
    ])

  /// From this similarity on, an anchor is a damaged slug and not an author's own.
  private let threshold: Double

  init(_ settings: RuleSettings = RuleSettings()) {
    threshold = settings[Self.similarity]
  }

  func check(_ document: borrowing Document, _ report: inout Findings) {
    var bare: [Heading] = []
    var hasAnchors = false
    var index = 0
    while index < document.records.count {
      guard let heading = Heading(document, first: index) else {
        index += 1
        continue
      }
      index = heading.records.upperBound
      // A source that is cut short would make an anchor of its own, and the fix would write it.
      if heading.records.contains(where: { !document.records[$0].isCertain }) { continue }
      guard !heading.anchors.isEmpty else {
        if !heading.hasOtherAnchor { bare.append(heading) }
        continue
      }
      hasAnchors = true
      check(heading, document, &report)
    }
    guard hasAnchors else { return }
    for heading in bare {
      let source = heading.source(in: document)
      guard !source[0].bytes.isEmpty else { continue }
      let anchor = String(decoding: source[0].bytes, as: UTF8.self)
      let tag = Array("<a name=\"\(anchor)\"></a>".utf8)
      report(
        heading.marks, Self.missing, anchor,
        fix: Heading.isCertain(source)
          ? Fix(
            .safe, "Put in the anchor of the source heading.",
            [Fix.Edit(ByteRange(heading.firstPair, heading.firstPair), tag)]) : nil)
    }
  }

  private func check(
    _ heading: Heading, _ document: borrowing Document, _ report: inout Findings
  ) {
    // Nearly all anchors are the slug of the source as it is written, and need no other slug.
    if heading.anchors.contains(where: { heading.isLikeliest($0, in: document) }) { return }
    let source = heading.source(in: document)
    // Where one of several anchors is the source's, the others are the author's own.
    for anchor in heading.anchors {
      let slug = HeadingSlug(bytes: Array(document.bytes[anchor.range]))
      if source.contains(slug) { return }
    }
    guard let anchor = heading.anchors.first else { return }
    let written = HeadingSlug(bytes: Array(document.bytes[anchor.range]))
    let name = document.text(anchor).string
    let wanted = String(decoding: source[0].bytes, as: UTF8.self)
    let fix =
      heading.anchors.count == 1 && Heading.isCertain(source) && !source[0].bytes.isEmpty
      ? Fix(
        .safe, "Restore the anchor of the source heading.",
        [Fix.Edit(anchor, source[0].bytes)]) : nil
    let isPossible = written.bytes.allSatisfy { byte in
      byte < 0x80 && byte != 0x20 && byte != 0x25
    }
    if !isPossible {
      report(anchor, Self.impossible, name, wanted, fix: fix)
    } else if Heading.slugs(document, heading.records, .target).contains(written) {
      report(anchor, Self.translated, name, wanted, fix: fix)
    } else if (threshold..<1).contains(source.map { $0.similarity(to: written) }.max()!) {
      report(anchor, Self.changed, name, wanted, fix: fix)
    }
  }
}

/// A heading of a page, with its anchors and what they could be.
private struct Heading {
  /// The `#`s.
  let marks: ByteRange
  /// The offset where the first pair begins.
  let firstPair: Int
  /// The ranges of the names of `<a name="…">` before the first pair.
  let anchors: [ByteRange]
  /// Whether the heading has an anchor of another form.
  let hasOtherAnchor: Bool
  /// The indices of the heading's segments.
  let records: Range<Int>
  /// `nil` when the segment is not the first one of a heading.
  init?(_ document: borrowing Document, first: Int) {
    let bytes = document.bytes.span
    let pair = document.records[first].range
    guard let marks = Self.marks(bytes, before: pair.lower) else { return nil }
    self.marks = marks
    firstPair = pair.lower
    let prefix = document.text(ByteRange(marks.upper, pair.lower))
    anchors = Self.names(prefix)
    var last = first
    while last + 1 < document.records.count,
      bytes.extracting(
        document.records[last].range.upper..<document.records[last + 1].range.lower
      ).firstIndex(of: 0x0A) == nil
    {
      last += 1
    }
    records = first..<last + 1
    var end = document.records[last].range.upper
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    let line = bytes.extracting(marks.upper..<end)
    hasOtherAnchor = line.contains("<a ") || line.contains("{#")
  }

  /// Anchors that the tools could have made from the source, the likeliest first.
  func source(in document: borrowing Document) -> [HeadingSlug] {
    Self.slugs(document, records, .source)
  }

  /// Whether an anchor is the slug of the source as it is written, which is found without making
  /// it.
  func isLikeliest(_ anchor: ByteRange, in document: borrowing Document) -> Bool {
    let anchor = document.text(anchor).bytes
    var offset = 0
    for record in records {
      let source = document.text(document.records[record].source).trimmed.bytes
      if offset > 0 {
        guard offset < anchor.count, anchor[offset] == 0x2D else { return false }
        offset += 1
      }
      for index in source.indices {
        guard let byte = HeadingSlug.share(of: source[index]) else { continue }
        guard offset < anchor.count, anchor[offset] == byte else { return false }
        offset += 1
      }
    }
    return offset == anchor.count
  }

  /// Whether all ways of the tools lead to the same anchor.
  static func isCertain(_ slugs: [HeadingSlug]) -> Bool { slugs.allSatisfy { $0 == slugs[0] } }

  private static func marks(_ bytes: Span<UInt8>, before pair: Int) -> ByteRange? {
    // Marks or an anchor end just before the first pair of a heading; most other pairs go by this.
    guard pair > 0, bytes[pair - 1] != 0x0A,
      bytes.has("</a>", at: pair - 4) || bytes.has("</a> ", at: pair - 5)
        || bytes.has("# ", at: pair - 2) || bytes.has("#", at: pair - 1)
    else { return nil }
    var start = pair
    while start > 0, bytes[start - 1] != 0x0A {
      start -= 1
      // Anchors are short. Without a limit, a page on one line would take the square of its length.
      guard pair - start < 2000 else { return nil }
    }
    while bytes[start] == 0x20 || bytes[start] == 0x3E { start += 1 }
    var end = start
    while end < pair, bytes[end] == 0x23 { end += 1 }
    guard (1...6).contains(end - start) else { return nil }
    // Only anchors and space stand between the marks and the first pair.
    var index = end
    while index < pair {
      if bytes[index].isSpace {
        index += 1
      } else if bytes.has("<a ", at: index) || bytes.has("</a>", at: index) {
        guard let close = bytes.firstIndex(of: 0x3E, from: index), close < pair else { return nil }
        index = close + 1
      } else {
        return nil
      }
    }
    return ByteRange(start, end)
  }

  private static func names(_ prefix: borrowing Text) -> [ByteRange] {
    var names: [ByteRange] = []
    var start = 0
    while let found = prefix.bytes.firstRange(of: "<a name=\"", from: start),
      let end = prefix.bytes.firstIndex(of: 0x22, from: found.upperBound)
    {
      names.append(
        ByteRange(prefix.range.lower + found.upperBound, prefix.range.lower + end))
      start = end
    }
    return names
  }

  /// Anchors that the tools could have made from one side, the likeliest first.
  static func slugs(_ document: borrowing Document, _ records: Range<Int>, _ side: Side)
    -> [HeadingSlug]
  {
    // Versions of the tools differ: they make the slug of the text as it is written (`raw`), of its
    // prose (`cooked`), or of its prose with code and placeholders (`coded`).
    var raw = HeadingSlug(bytes: [])
    var cooked = HeadingSlug(bytes: [])
    var coded = HeadingSlug(bytes: [])
    for index in records {
      let segment = document.segment(index)
      switch side {
      case .source:
        raw.join(HeadingSlug(segment.source, isProse: false))
        cooked.join(HeadingSlug(segment.source, isProse: true))
        coded.join(withCode(segment.source, segment.sourceInlines))
      case .target:
        raw.join(HeadingSlug(segment.target, isProse: false))
        cooked.join(HeadingSlug(segment.target, isProse: true))
        coded.join(withCode(segment.target, segment.targetInlines))
      }
    }
    return [coded, raw, cooked]
  }

  /// What a reader sees: prose with code and placeholders, without addresses and tags.
  private static func withCode(_ text: borrowing Text, _ inlines: Span<Inline>) -> HeadingSlug {
    var slug: [UInt8] = []
    let trimmed = text.trimmed
    var inline = 0
    // The code or placeholder that began last; these don't nest.
    var shown = ByteRange.none
    var index = trimmed.range.lower
    while index < trimmed.range.upper {
      while inline < inlines.count, inlines[inline].range.lower <= index {
        let kind = inlines[inline].kind
        if kind == .code || kind == .placeholder { shown = inlines[inline].content }
        inline += 1
      }
      let isHidden =
        text.prose[index - text.range.lower] == UInt8.blank
        && !(shown.lower <= index && index < shown.upper)
      if !isHidden { HeadingSlug.append(text.bytes[index - text.range.lower], to: &slug) }
      index += 1
    }
    return HeadingSlug(bytes: slug)
  }
}
