import LintCore
import LintText

/// A heading whose anchor is not the one that links lead to.
struct ChangedHeadingAnchor: DocumentRule {
  static let translated = Message(
    "translated", "the anchor '{0}' is made from the translation; the source's is '{1}'")
  static let impossible = Message(
    "impossible", "the anchor '{0}' has characters that no anchor has; the source's is '{1}'")
  static let changed = Message(
    "changed", "the anchor '{0}' is not quite the source's '{1}'")
  static let missing = Message("missing", "the heading has no anchor '{0}'")

  private static let similarity = Setting(
    "similarity", 0.7,
    "From which likeness to the heading on an anchor is a damaged one, not the author's own.")

  let info = RuleInfo(
    id: "changed-heading-anchor", family: "links",
    finds: "a heading's `<a name=\"…\">` or `{#…}` that was translated, damaged or lost.",
    why: """
      Links to a section name the anchor of the English heading, in every locale. When the anchor is \
      translated or mistyped, they lead to the top of the page instead, from this page and from all \
      others. The anchor is the source heading in lower case, with hyphens for spaces and without \
      punctuation: restore it. `--fix` does so where there is no doubt what the anchor was.
      """,
    precision: "Of 2 findings on real pages, all that there were, 2 were true.",
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
      Example(
        "A short one, where all others are kept.",
        .body(
          """
          # <a name="panel"></a>{{pair:103|Panel|Pannello}}

          ## <a name="lamp"></a>{{pair:104|Lamp|Spia}}

          ## <a name="⟦optixyz⟧"></a>{{pair:105|Options|Opzioni}}

          """)),
      Example(
        "Made of some words of the translation.",
        .body(
          "## <a name=\"⟦stato-desiderato⟧\"></a>{{pair:103|Wanted versus present|Lo stato desiderato e il presente}}\n"
        )),
      Example(
        "A name in braces.",
        .body("## {{pair:103|Known signals {#known-signals}|Segnali noti {#⟦segnali-noti⟧} }}\n")),
      Example(
        "A hyphen lost between two words.",
        .pair(
          source: "## Open the panel\n\nOpen.\n",
          target: "## Apri il pannello {#⟦openthe-panel⟧}\n\nApri.\n")),
      Example(
        "Underscores for the hyphens that links of the source lead to.",
        .pair(
          source: "## Close the lid\n\nSee [it](#close-the-lid).\n",
          target:
            "## Chiudi il coperchio {#⟦close_the_lid⟧}\n\nVedi [qui](#close-the-lid).\n")),
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
        "An author's own, where all others are kept.",
        .body(
          """
          # <a name="panel"></a>{{pair:103|Panel|Pannello}}

          ## <a name="lamp"></a>{{pair:104|Lamp|Spia}}

          ## <a name="step7"></a>{{pair:105|Options|Opzioni}}

          """)),
      Example(
        "References to characters leave nothing, and two spaces two hyphens.",
        .body(
          "## <a name=\"output--__emptylid__-\"></a>{{pair:103|Output : __empty&lt;Lid&gt;__ =&gt;|Uscita: __vuoto&lt;Lid&gt;__}}\n\n## <a name=\"it-is-open--these-hives\"></a>{{pair:104|It is open.|È aperto.}}  {{pair:105|These hives:|Questi alveari:}}\n"
        )),
      Example(
        "Addresses go, and tags and underscores leave their letters.",
        .body(
          "## <a name=\"output--hive--__emptylid__\"></a>{{pair:103|Output : [Hive](hive.md)[] => __empty<Lid>__|Uscita: [Alveare](hive.md)[] => __vuoto<Lid>__}}\n"
        )),
      Example(
        "Numbers, where several headings are the same.",
        .body(
          """
          ## <a name="lamp"></a>{{pair:103|Lamp|Spia}}

          ## <a name="lid"></a>{{pair:104|Lid|Coperchio}}

          ## <a name="lamp-1"></a>{{pair:105|Lamp|Spia}}

          """)),
      Example(
        "Letters that GitHub keeps, that other sites write otherwise, or that the tools leave out.",
        .body(
          """
          ## <a name="façade-lamp"></a>{{pair:103|Façade lamp|Spia esterna}}

          ## <a name="naive-lid"></a>{{pair:104|Naïve lid|Coperchio semplice}}

          ## <a name="caf"></a>{{pair:105|Café|Bar}}

          """)),
      Example(
        "An author's way of spelling.",
        .body(
          """
          ## <a name="OpenThePanel"></a>{{pair:103|Open the panel|Apri il pannello}}

          ## <a name="close_the_lid"></a>{{pair:104|Close the lid|Chiudi il coperchio}}

          ## <a name="hive-v2.1"></a>{{pair:105|Hive v2.1|Arnia v2.1}}

          """)),
      Example(
        "A page where the tools wrote hardly any.",
        .body(
          "# {{pair:103|Panel|Pannello}}\n\n## {{pair:104|Lamp|Spia}}\n\n## <a name=\"lid\"></a>{{pair:105|Lid|Coperchio}}\n"
        )),
      Example(
        "Markup leaves its letters.",
        .body(
          "## <a name=\"use-the---code-option\"></a>{{pair:103|Use the `--code` option|Usa l'opzione `--code`}}\n"
        )),
      Example(
        "Tabs, which sites name in several ways.",
        .pair(
          source: "## Lid\n\nOpen.\n\n# [Wax](#tab/wax)\n\nSeal.\n",
          target:
            "## <a name=\"lid\"></a>Coperchio\n\nApri.\n\n# <a name=\"cera\"></a>[Cera](#tab/wax)\n\n"
            + "Sigilla.\n")),
      Example(
        "Words that a sign stands between, in an author's way.",
        .pair(
          source: "## The hive-lid and OpenWax\n\nOpen.\n",
          target: "## Coperchio e OpenWax {#the-hivelid-and-open-wax}\n\nApri.\n")),
    ])

  /// From this similarity on, an anchor is a damaged slug and not an author's own.
  private let threshold: Double

  init(_ settings: RuleSettings = RuleSettings()) {
    threshold = settings[Self.similarity]
  }

  func check(_ document: borrowing Document, _ report: inout Findings) {
    guard let markdown = document.markdown else { return }
    if let headings = markdown.headings {
      var anchors = PairedHeadingAnchors(headings, threshold)
      anchors.check(document, &report)
      return
    }
    var bare: [Heading] = []
    var own: [Heading] = []
    // How many headings have the anchor that their source makes.
    var kept = 0
    var anchored = 0
    // Of all headings, the page's only.
    var names: [ByteRange] = []
    var index = 0
    let bytes = document.bytes.span
    while index < document.records.count {
      let record = document.records[index]
      guard Heading.mayBegin(bytes, before: record.range.lower) else {
        index += 1
        continue
      }
      if let anchor = Heading.keptAnchor(bytes, record) {
        anchored += 1
        kept += 1
        names.append(anchor)
        index += 1
        continue
      }
      guard let heading = Heading(document, first: index) else {
        index += 1
        continue
      }
      index = heading.records.upperBound
      // A source that is cut short would make an anchor of its own, and the fix would write it.
      if heading.records.contains(where: { !document.records[$0].isCertain }) { continue }
      checkBraces(heading, document, &report)
      guard !heading.anchors.isEmpty else {
        if !heading.hasOtherAnchor { bare.append(heading) }
        continue
      }
      anchored += 1
      for anchor in heading.anchors { names.append(anchor) }
      switch check(heading, document, &report) {
      case .kept: kept += 1
      case .own: own.append(heading)
      case .spelling, .reported: break
      }
    }
    // Where all others are kept, one that is nearly the source's is no author's own.
    if own.count == 1, kept >= 2 { checkNear(own[0], document, &report) }
    // Where most headings have none, the tools wrote none.
    guard anchored >= bare.count, !bare.isEmpty else { return }
    let taken = Set(names.map { Array(document.bytes[$0.range]) })
    for heading in bare {
      let source = heading.source(in: document)
      guard !source[0].bytes.isEmpty else { continue }
      let anchor = String(decoding: source[0].bytes, as: UTF8.self)
      let tag = Array("<a name=\"\(anchor)\"></a>".utf8)
      report(
        heading.marks, Self.missing, anchor,
        // Where another heading has it, sites number this one, or don't.
        fix: Heading.isCertain(source) && !taken.contains(source[0].bytes)
          && !heading.hasOtherLetters(in: document)
          ? Fix(
            .safe, "Put in the anchor of the source heading.",
            [Fix.Edit(ByteRange(heading.firstPair, heading.firstPair), tag)]) : nil)
    }
  }

  /// What became of a heading's anchor.
  private enum Outcome {
    case kept
    /// It is an author's, as far as it tells by itself.
    case own
    /// It is the source's in the spelling of another site, or of an author.
    case spelling
    case reported
  }

  private func check(
    _ heading: Heading, _ document: borrowing Document, _ report: inout Findings
  ) -> Outcome {
    // Nearly all anchors are the slug of the source as it is written, and need no other slug.
    if heading.anchors.contains(where: { heading.isLikeliest($0, in: document) }) { return .kept }
    let source = heading.source(in: document)
    // Where one of several anchors is the source's, the others are the author's own.
    for anchor in heading.anchors {
      let slug = HeadingSlug(bytes: Array(document.bytes[anchor.range]))
      if source.contains(where: {
        $0 == slug || $0.withoutRepeatedHyphens == slug.withoutRepeatedHyphens
      }) {
        return .kept
      }
    }
    guard let anchor = heading.anchors.first else { return .own }
    let written = HeadingSlug(bytes: Array(document.bytes[anchor.range]))
    let hasOtherLetters = heading.hasOtherLetters(in: document)
    if heading.isSpelling(written, of: source, in: document, hasOtherLetters) { return .spelling }
    let isPossible = written.bytes.allSatisfy { byte in
      byte < 0x80 && byte != 0x20 && byte != 0x25
    }
    if !isPossible {
      self.report(heading, anchor, Self.impossible, source, document, &report)
    } else if Heading.slugs(document, heading.records, .target).contains(written)
      || heading.hasTargetWords(written, in: document)
    {
      self.report(heading, anchor, Self.translated, source, document, &report)
    } else if (threshold..<1).contains(source.map { $0.similarity(to: written) }.max()!) {
      // What becomes of letters beyond ASCII each site decides for itself.
      if hasOtherLetters { return .spelling }
      self.report(heading, anchor, Self.changed, source, document, &report)
    } else {
      return .own
    }
    return .reported
  }

  private func report(
    _ heading: Heading, _ anchor: ByteRange, _ message: Message, _ source: [HeadingSlug],
    _ document: borrowing Document, _ report: inout Findings
  ) {
    let fix =
      heading.anchors.count == 1 && Heading.isCertain(source) && !source[0].bytes.isEmpty
        && !heading.hasOtherLetters(in: document)
      ? Fix(
        .safe, "Restore the anchor of the source heading.",
        [Fix.Edit(anchor, source[0].bytes)]) : nil
    report(
      anchor, message, document.text(anchor).string,
      String(decoding: source[0].bytes, as: UTF8.self), fix: fix)
  }

  /// Reports an anchor that is as long as the source's and ends or begins like it.
  private func checkNear(
    _ heading: Heading, _ document: borrowing Document, _ report: inout Findings
  ) {
    guard heading.anchors.count == 1, let anchor = heading.anchors.first else { return }
    let written = HeadingSlug(bytes: Array(document.bytes[anchor.range]))
    let source = heading.source(in: document)
    guard source.contains(where: { $0.isNear(written) }),
      // What versions of the tools leave out.
      !source.contains(where: { $0.similarity(to: written) == 1 })
    else { return }
    self.report(heading, anchor, Self.changed, source, document, &report)
  }

  /// Reports a name in braces, `{#name}`, that both halves should end with.
  private func checkBraces(
    _ heading: Heading, _ document: borrowing Document, _ report: inout Findings
  ) {
    let record = document.records[heading.records.upperBound - 1]
    guard let right = Heading.braces(document.text(record.source)) else { return }
    let target = document.text(record.target)
    let name = document.text(right)
    guard let wrong = Heading.braces(target) else {
      report(heading.marks, Self.missing, name.string)
      return
    }
    if document.text(wrong) == name { return }
    report(
      wrong, Self.translated, document.text(wrong).string, name.string,
      fix: Fix(.safe, "Restore the anchor of the source heading.", [.copy(name, over: wrong)]))
  }
}

/// A heading of a page, with its anchors and what they could be.
struct Heading {
  /// The `#`s.
  let marks: ByteRange
  /// The offset where the first pair begins.
  let firstPair: Int
  /// The ranges of the names of `<a name="…">` before the first pair.
  let anchors: [ByteRange]
  /// Whether the heading has an anchor of another form alone.
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
    hasOtherAnchor = anchors.isEmpty && (line.contains("<a ") || line.contains("{#"))
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
        // Most letters are small and the same in both.
        if offset < anchor.count, anchor[offset] == source[index], source[index].isLowercase {
          offset += 1
          continue
        }
        guard let byte = HeadingSlug.share(of: source[index]) else { continue }
        guard offset < anchor.count, anchor[offset] == byte else { return false }
        offset += 1
      }
    }
    return offset == anchor.count
  }

  /// Whether the source has letters beyond ASCII, which some sites keep, some leave out and some write
  /// with letters of ASCII.
  func hasOtherLetters(in document: borrowing Document) -> Bool {
    records.contains { document.text(document.records[$0].source).bytes.hasOtherLetters }
  }

  /// Whether an anchor is one of the source's slugs with a number, as the second of two headings with the
  /// same text has it; one in which only `-`, `_`, full stops and letter case differ; or GitHub's or
  /// Hugo's, which keep letters beyond ASCII.
  func isSpelling(
    _ anchor: HeadingSlug, of source: [HeadingSlug], in document: borrowing Document,
    _ hasOtherLetters: Bool
  ) -> Bool {
    let unnumbered = anchor.withoutNumber
    let letters = anchor.letters
    let hasSame = source.contains { slug in
      slug.withoutRepeatedHyphens == unnumbered?.withoutRepeatedHyphens
        || !letters.isEmpty && slug.letters == letters
    }
    guard !hasSame, hasOtherLetters else { return hasSame }
    return [SlugStyle.gitHub, .hugo].contains { style in
      let slug = HeadingSlug(bytes: self.slug(style, in: document))
      return slug == anchor || slug == unnumbered
    }
  }

  /// The slug that another site makes of the source's prose.
  private func slug(_ style: SlugStyle, in document: borrowing Document) -> [UInt8] {
    var slug: [UInt8] = []
    for index in records {
      if !slug.isEmpty { slug.append(0x2D) }
      let prose = document.text(document.records[index].source).trimmed.prose
      slug += style.slug(of: prose)
    }
    return slug
  }

  /// The name in braces that a half of a heading ends with, `{#name}` or `{/*name*/}`.
  static func braces(_ half: borrowing Text) -> ByteRange? {
    let bytes = half.bytes
    let end = bytes.trimmedRange.upperBound
    guard bytes.has("}", at: end - 1) else { return nil }
    var open = end - 2
    while open > 0, bytes[open] != 0x7B, !bytes[open].isSpace { open -= 1 }
    guard open >= 0 else { return nil }
    if bytes.has("{/*", at: open), bytes.has("*/}", at: end - 3), open + 6 < end {
      return half[open + 3..<end - 3].range
    }
    guard bytes.has("{#", at: open), open + 2 < end - 1 else { return nil }
    return half[open + 2..<end - 1].range
  }

  /// Whether an anchor is made of words of the translation: two of them stand there, and none of its
  /// words in the source.
  func hasTargetWords(_ anchor: HeadingSlug, in document: borrowing Document) -> Bool {
    // Each word is looked for in both halves; headings are far shorter.
    guard anchor.bytes.count <= 120 else { return false }
    let first = document.records[records.lowerBound]
    let (target, source) = (document.text(first.target), document.text(first.source))
    guard target.count <= 400, source.count <= 400 else { return false }
    var found = 0
    for word in anchor.bytes.split(separator: 0x2D) where word.count >= 4 {
      let word = Array(word)
      if source.bytes.containsIgnoringCase(word.span) { return false }
      if target.bytes.firstWord(word.span) != nil { found += 1 }
    }
    return found >= 2
  }

  /// Whether all ways of the tools lead to the same anchor.
  static func isCertain(_ slugs: [HeadingSlug]) -> Bool { slugs.allSatisfy { $0 == slugs[0] } }

  /// The anchor of a heading as nearly all are, `## <a name="…"></a>` and one segment: that which the source
  /// as it is written makes, with no other anchor and no name in braces.
  static func keptAnchor(_ bytes: Span<UInt8>, _ record: SegmentRecord) -> ByteRange? {
    let (pair, source) = (record.range, record.source)
    guard record.isCertain, source.upper <= bytes.count, source.count > 0,
      bytes.has("\"></a>", at: pair.lower - 6),
      pair.upper == bytes.count || bytes.has("\n", at: pair.upper)
        || bytes.has("\r\n", at: pair.upper)
    else { return nil }
    let (first, last) = (bytes[source.lower], bytes[source.upper - 1])
    guard !first.isSpace, !last.isSpace, last != 0x7D else { return nil }
    // From its end on, as it ends before the pair.
    let end = pair.lower - 6
    var start = end
    var index = source.upper
    while index > source.lower {
      index -= 1
      guard let byte = HeadingSlug.share(of: bytes[index]) else { continue }
      start -= 1
      guard start >= 0, bytes[start] == byte else { return nil }
    }
    guard bytes.has(" <a name=\"", at: start - 10) else { return nil }
    var marks = start - 10
    while marks > 0, start - 10 - marks < 6, bytes[marks - 1] == 0x23 { marks -= 1 }
    guard marks < start - 10, marks == 0 || bytes[marks - 1] == 0x0A else { return nil }
    return ByteRange(start, end)
  }

  /// Whether marks or an anchor end just before a pair, as before the first of a heading.
  @inline(__always)
  static func mayBegin(_ bytes: Span<UInt8>, before pair: Int) -> Bool {
    guard pair > 0 else { return false }
    switch bytes[pair - 1] {
    case 0x23: return true
    case 0x3E: return bytes.has("</a>", at: pair - 4)
    case 0x20: return bytes.has("</a> ", at: pair - 5) || bytes.has("# ", at: pair - 2)
    default: return false
    }
  }

  private static func marks(_ bytes: Span<UInt8>, before pair: Int) -> ByteRange? {
    var start = pair
    while start > 0, unsafe bytes[unchecked: start &- 1] != 0x0A {
      start &-= 1
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
    // Versions of the tools differ: they make the slug of the text as it is written (`raw`), of that
    // without addresses and references to characters (`plain`), of its prose (`cooked`), or of its prose
    // with code and placeholders (`coded`); and they put one hyphen between sentences, or as many as there are spaces.
    let gaps = gaps(document, records)
    var slugs = self.slugs(document, records, side, gaps: nil)
    if gaps.contains(where: { $0 != 1 }) {
      slugs += self.slugs(document, records, side, gaps: gaps).filter { !slugs.contains($0) }
    }
    return slugs
  }

  /// How many spaces stand between the sentences of a heading.
  private static func gaps(_ document: borrowing Document, _ records: Range<Int>) -> [Int] {
    records.dropLast().map { index in
      document.records[index + 1].range.lower - document.records[index].range.upper
    }
  }

  private static func slugs(
    _ document: borrowing Document, _ records: Range<Int>, _ side: Side, gaps: [Int]?
  ) -> [HeadingSlug] {
    var raw = HeadingSlug(bytes: [])
    var plain = HeadingSlug(bytes: [])
    var cooked = HeadingSlug(bytes: [])
    var coded = HeadingSlug(bytes: [])
    for index in records {
      let segment = document.segment(index)
      let gap = index == records.lowerBound ? 1 : gaps?[index - records.lowerBound - 1] ?? 1
      let hyphens = min(max(gap, 1), 8)
      switch side {
      case .source:
        raw.join(HeadingSlug(segment.source, isProse: false), hyphens)
        plain.join(withoutAddresses(segment.source, segment.sourceInlines), hyphens)
        cooked.join(HeadingSlug(segment.source, isProse: true), hyphens)
        coded.join(withCode(segment.source, segment.sourceInlines), hyphens)
      case .target:
        raw.join(HeadingSlug(segment.target, isProse: false), hyphens)
        plain.join(withoutAddresses(segment.target, segment.targetInlines), hyphens)
        cooked.join(HeadingSlug(segment.target, isProse: true), hyphens)
        coded.join(withCode(segment.target, segment.targetInlines), hyphens)
      }
    }
    // Mostly they are all the same, and each is compared letter by letter.
    var slugs = [coded]
    for slug in [raw, cooked, plain] where !slugs.contains(slug) { slugs.append(slug) }
    return slugs
  }

  /// The text as it is written, tags and emphasis too, but without the addresses of links and without
  /// references to characters, `&lt;`, most of which stand for what is left out.
  private static func withoutAddresses(_ text: borrowing Text, _ inlines: Span<Inline>)
    -> HeadingSlug
  {
    var isHidden = Array(repeating: false, count: text.count)
    let start = text.range.lower
    for index in inlines.indices {
      let inline = inlines[index]
      guard inline.isLink || inline.kind == .reference, inline.kind != .autolink else { continue }
      for byte in inline.range.lower..<inline.content.lower { isHidden[byte - start] = true }
      for byte in inline.content.upper..<inline.range.upper { isHidden[byte - start] = true }
    }
    var slug: [UInt8] = []
    let trimmed = text.bytes.trimmedRange
    var index = trimmed.lowerBound
    while index < trimmed.upperBound {
      if let end = endOfReference(text.bytes, at: index) {
        index = end
        continue
      }
      if !isHidden[index] { HeadingSlug.append(text.bytes[index], to: &slug) }
      index += 1
    }
    return HeadingSlug(bytes: slug)
  }

  /// The end of a reference to a character, `&lt;`, that begins at an index.
  private static func endOfReference(_ bytes: Span<UInt8>, at index: Int) -> Int? {
    guard bytes[index] == 0x26 else { return nil }
    var end = index + 1
    let limit = min(bytes.count, index + 10)
    while end < limit, bytes[end].isLetterOrDigit || bytes[end] == 0x23 { end += 1 }
    return end < limit && bytes[end] == 0x3B ? end + 1 : nil
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

extension Span<UInt8> {
  /// Whether a letter beyond ASCII stands there.
  fileprivate var hasOtherLetters: Bool {
    var index = 0
    while index < count {
      let (value, length) = scalar(at: index)
      if value >= 0x80, value.isWordScalar { return true }
      index += length
    }
    return false
  }
}
