import LintText

/// Turns byte ranges into what people and reports need: lines, columns, the words around. This is
/// the last use of a file's bytes.
struct FindingPlacer {
  /// That of each rule's findings, by the rule's index.
  private let severities: [Severity]
  private let needs: PlacementNeeds
  private let lines: LineIndex
  /// By line, from the first; empty unless they are needed.
  private let lineHashes: [String]

  /// Bytes of a line to show on each side of a finding.
  private static let window = 160
  /// Bytes of a half to hand over.
  private static let longestHalf = 1000
  /// Bytes of context to hand over; a page on one line has none.
  private static let longestContext = 8000

  /// - Parameters:
  ///   - severities: That of each rule's findings, by the rule's index.
  ///   - findings: What will be placed. Lines are counted no further than these reach: most files
  ///     have one, near the top.
  init(
    document: borrowing Document, severities: [Severity], needs: PlacementNeeds,
    for findings: [Finding]
  ) {
    self.severities = severities
    self.needs = needs
    let last = findings.reduce(0) { max($0, $1.range.upper, $1.related?.range.upper ?? 0) }
    lines = LineIndex(document.bytes.span, from: document.start, through: last)
    lineHashes = needs.lineHashes?(document.bytes.span) ?? []
  }

  /// Places findings, which are in file order.
  ///
  /// - Parameter seen: How often a rule, a segment key and words have come together before.
  func place(
    _ findings: [Finding], _ document: borrowing Document, seen: inout [String: Int]
  ) -> [PlacedFinding] {
    var starts = PlaceFinder(lines, width: needs.width)
    var ends = PlaceFinder(lines, width: needs.width)
    var related = PlaceFinder(lines, width: needs.width)
    var fixes = PlaceFinder(lines, width: needs.width)
    let identity = FindingIdentity(document)
    var placed: [PlacedFinding] = []
    placed.reserveCapacity(findings.count)
    for finding in findings {
      let segment = document.indexOfRecord(at: finding.range).map { document.records[$0] }
      let start = starts.place(of: finding.range.lower, in: document.bytes.span)
      let end = ends.place(of: finding.range.upper, in: document.bytes.span)
      let words = identity.words(of: finding)
      let excerpt = excerpt(of: segment, around: finding.range, document)
      let number = finding.subject == nil ? excerpt?.number ?? "" : ""
      let ordinal = finding.ordinal ?? seen.next("\(finding.rule)\t\(number)\t\(words)")
      placed.append(
        PlacedFinding(
          rule: finding.rule, severity: severities[finding.rule], message: finding.message,
          arguments: finding.arguments, range: finding.range, start: start, end: end,
          excerpt: window(around: finding.range, in: half(finding.range, of: segment), document),
          segment: excerpt,
          related: place(finding.related, &related, document),
          fix: place(finding.fix, &fixes, document),
          context: needs.context ? context(of: finding.range, document) : nil,
          lineHash: start.line <= lineHashes.count ? lineHashes[start.line - 1] : "",
          number: number, ordinal: ordinal, words: words))
    }
    return placed
  }

  private func excerpt(
    of segment: SegmentRecord?, around range: ByteRange, _ document: borrowing Document
  ) -> PlacedFinding.SegmentExcerpt? {
    guard let segment else { return nil }
    return PlacedFinding.SegmentExcerpt(
      id: document.text(segment.key.range).string,
      number: document.text(segment.key.lasting).string,
      source: document.text(cut(segment.source, document)).string,
      target: document.text(cut(segment.target, document)).string,
      side: segment.target.contains(range)
        ? .target : segment.source.contains(range) ? .source : nil)
  }

  private func place(
    _ related: Finding.Related?, _ places: inout PlaceFinder, _ document: borrowing Document
  ) -> PlacedFinding.PlacedRelated? {
    guard let related else { return nil }
    let record = document.indexOfRecord(at: related.range).map { document.records[$0] }
    return PlacedFinding.PlacedRelated(
      label: related.label, start: places.place(of: related.range.lower, in: document.bytes.span),
      end: places.place(of: related.range.upper, in: document.bytes.span),
      excerpt: window(around: related.range, in: half(related.range, of: record), document))
  }

  private func place(
    _ fix: Fix?, _ places: inout PlaceFinder, _ document: borrowing Document
  ) -> PlacedFinding.PlacedFix? {
    guard let fix else { return nil }
    return PlacedFinding.PlacedFix(
      fix: fix,
      places: fix.edits.map { edit in
        let start = places.place(of: edit.range.lower, in: document.bytes.span)
        return (start, places.place(of: edit.range.upper, in: document.bytes.span))
      })
  }

  private func cut(_ range: ByteRange, _ document: borrowing Document) -> ByteRange {
    guard range.count > Self.longestHalf else { return range }
    return ByteRange(
      range.lower, document.scalarBoundary(before: range.lower + Self.longestHalf))
  }

  /// The half of a segment that holds a range, for the markup around the halves only hides it.
  private func half(_ range: ByteRange, of segment: SegmentRecord?) -> ByteRange? {
    guard let segment else { return nil }
    if segment.target.contains(range) { return segment.target }
    return segment.source.contains(range) ? segment.source : nil
  }

  /// What to show of the half or line around a range: only its first line when it has several.
  private func window(
    around range: ByteRange, in half: ByteRange?, _ document: borrowing Document
  ) -> PlacedFinding.Excerpt {
    let line = lines.content(
      of: lines.line(at: max(range.lower, document.start)), in: document.bytes.span)
    var lower = max(line.lower, half?.lower ?? 0)
    var upper = min(max(line.upper, lower), half?.upper ?? .max)
    let marked = min(max(range.lower, lower), upper)
    let markedEnd = max(min(range.upper, upper), marked)
    let isCutBefore = marked - lower > Self.window
    if isCutBefore { lower = document.scalarBoundary(before: marked - Self.window) }
    let limit = max(marked + Self.window, min(markedEnd, marked + 2 * Self.window))
    let isCutAfter = upper > limit + Self.window
    if isCutAfter { upper = document.scalarBoundary(before: limit + Self.window) }
    // A byte that is not UTF-8 becomes three of U+FFFD, so the mark is measured in what is shown.
    let before = document.text(ByteRange(lower, marked)).string
    let inside = document.text(ByteRange(marked, min(markedEnd, upper))).string
    let after = document.text(ByteRange(min(markedEnd, upper), upper)).string
    return PlacedFinding.Excerpt(
      text: before + inside + after,
      marked: before.utf8.count..<before.utf8.count + inside.utf8.count,
      isCutBefore: isCutBefore, isCutAfter: isCutAfter)
  }

  private func context(of range: ByteRange, _ document: borrowing Document)
    -> PlacedFinding.Context?
  {
    let first = max(lines.line(at: max(range.lower, document.start)) - 1, 0)
    let last = min(lines.line(at: range.upper) + 1, lines.starts.count - 1)
    let around = ByteRange(
      lines.starts[first], lines.content(of: last, in: document.bytes.span).upper)
    guard range.count <= Self.longestContext else { return nil }
    let isShort = around.count <= Self.longestContext && around.contains(range)
    return PlacedFinding.Context(
      snippet: document.text(range).string, lines: first + 1...last + 1,
      text: isShort ? document.text(around).string : "")
  }
}

extension Document {
  /// The nearest start of a scalar at or before an offset.
  fileprivate func scalarBoundary(before offset: Int) -> Int {
    max(bytes.span.scalarBoundary(before: offset), min(offset, start))
  }
}

extension [String: Int] {
  /// How often a key has come before.
  fileprivate mutating func next(_ key: String) -> Int {
    let count = self[key, default: 0]
    self[key] = count + 1
    return count
  }
}
