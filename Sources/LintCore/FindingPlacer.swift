import LintText

/// Turns byte ranges into what people and reports need: lines, columns, the words around. This is
/// the last use of a file's bytes.
struct FindingPlacer {
  /// That of each rule's findings, by the rule's index.
  private let severities: [Severity]
  private let needs: PlacementNeeds
  /// Whether findings of each rule are only counted, by the rule's index.
  private let isCounted: [Bool]
  let lines: LineIndex
  /// Those of the source's file, where findings have something to say of it.
  private let sourceLines: LineIndex?
  /// What the lines are known by that findings begin in; empty unless that is needed.
  private let lineHashes: [(line: Int, hash: String)]

  /// Bytes of a line to show on each side of a finding.
  private static let window = 160
  /// Bytes of a half to hand over.
  private static let longestHalf = 1000
  /// Bytes of context to hand over; a page on one line has none.
  private static let longestContext = 8000

  /// - Parameters:
  ///   - severities: That of each rule's findings, by the rule's index.
  ///   - isCounted: Whether these are only counted.
  ///   - findings: What will be placed. Lines are counted no further than these reach: most files
  ///     have one, near the top.
  init(
    document: borrowing Document, severities: [Severity], isCounted: [Bool],
    needs: PlacementNeeds, for findings: [Finding]
  ) {
    self.severities = severities
    self.isCounted = isCounted
    self.needs = needs
    // A file without a source may be so large that its own ranges reach as far as a source's.
    let hasSource = document.source != nil
    let showsRelated = !needs.omissions.contains(.texts)
    var last = 0
    var reachesIntoSource = false
    for finding in findings where !isCounted[finding.rule] || finding.fix != nil {
      last = max(last, finding.range.upper)
      // A fix for each occurrence reaches far behind the first of them.
      if let edit = finding.fix?.edits.last { last = max(last, edit.range.upper) }
      guard let related = finding.related?.range, finding.related?.other == nil,
        showsRelated || hasSource && related.isInSource
      else { continue }
      if related.isInSource { reachesIntoSource = true }
      if !hasSource || !related.isInSource { last = max(last, related.upper) }
    }
    lines = LineIndex(document.bytes.span, from: document.start, through: last)
    sourceLines =
      reachesIntoSource
      ? document.source.map { Self.lines(of: $0.bytes, from: $0.start) } : nil
    lineHashes = Self.hashes(of: findings, lines, document, needs)
  }

  private static func hashes(
    of findings: [Finding], _ lines: LineIndex, _ document: borrowing Document,
    _ needs: PlacementNeeds
  ) -> [(line: Int, hash: String)] {
    guard let lineHashes = needs.lineHashes else { return [] }
    var wanted: [Int] = []
    // What is withheld comes behind all else.
    var isSorted = true
    for finding in findings {
      let line = lines.line(at: max(finding.range.lower, lines.starts[0])) + 1
      if line == wanted.last { continue }
      if let last = wanted.last, line < last { isSorted = false }
      wanted.append(line)
    }
    if !isSorted { wanted = Set(wanted).sorted() }
    return zip(wanted, lineHashes(document.bytes.span, wanted)).map { ($0, $1) }
  }

  /// What a line is known by, which counts from 1; empty where nobody asks for that.
  private func hash(of line: Int) -> String {
    let index = lineHashes.partitionPoint { $0.line < line }
    return index < lineHashes.count && lineHashes[index].line == line ? lineHashes[index].hash : ""
  }

  private static func lines(of bytes: [UInt8], from start: Int) -> LineIndex {
    LineIndex(bytes.span, from: start)
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
    var sources = sourceLines.map { PlaceFinder($0, width: needs.width) }
    let identity = needs.omissions.contains(.identity) ? nil : FindingIdentity(document)
    let showsTexts = !needs.omissions.contains(.texts)
    let showsExcerpts = !needs.omissions.contains(.excerpts)
    let records = document.allRecords
    var placed: [PlacedFinding] = []
    placed.reserveCapacity(findings.count)
    for finding in findings {
      if isCounted[finding.rule], finding.fix == nil {
        placed.append(PlacedFinding(counted: finding, severities[finding.rule]))
        continue
      }
      let segment = showsTexts ? records.index(at: finding.range).map { records[$0] } : nil
      let start = starts.place(of: finding.range.lower, in: document.bytes.span)
      let end = ends.place(of: finding.range.upper, in: document.bytes.span)
      let known = identity.map { recognition(of: finding, by: $0, seen: &seen) }
      placed.append(
        PlacedFinding(
          rule: finding.rule, severity: severities[finding.rule], message: finding.message,
          arguments: finding.arguments, range: finding.range, start: start, end: end,
          excerpt: showsTexts && showsExcerpts
            ? Self.window(
              around: finding.range, in: half(finding.range, of: segment, document), lines,
              document.bytes.span, document.start) : .empty,
          segment: excerpt(of: segment, around: finding.range, document),
          related: showsTexts || sources != nil && finding.related?.range.isInSource ?? false
            ? place(finding.related, &related, &sources, document) : nil,
          fix: place(finding.fix, &fixes, document),
          context: needs.context ? context(of: finding.range, document) : nil,
          lineHash: hash(of: start.line),
          number: known?.number ?? "", ordinal: known?.ordinal ?? 0, page: finding.page,
          words: known?.words ?? "", sourceWords: identity?.source(of: finding) ?? ""))
    }
    return placed
  }

  /// By what a finding is known again: which of those with the same rule, segment key and words.
  private func recognition(
    of finding: Finding, by identity: FindingIdentity, seen: inout [String: Int]
  )
    -> (number: String, ordinal: Int, words: String)
  {
    let words = identity.words(of: finding)
    let number = identity.number(of: finding)
    let ordinal = finding.ordinal ?? seen.next("\(finding.rule)\t\(number)\t\(words)")
    return (number, ordinal, words)
  }

  private func excerpt(
    of segment: SegmentRecord?, around range: ByteRange, _ document: borrowing Document
  ) -> PlacedFinding.SegmentExcerpt? {
    guard let segment else { return nil }
    return PlacedFinding.SegmentExcerpt(
      id: beginning(of: segment.key.range, document),
      number: beginning(of: segment.key.lasting, document),
      source: beginning(of: segment.source, document),
      target: beginning(of: segment.target, document),
      side: document.place(of: segment.target).contains(range)
        ? .target : document.place(of: segment.source).contains(range) ? .source : nil)
  }

  /// What is shown of a half, or of a key, which may be as long.
  private func beginning(of half: ByteRange, _ document: borrowing Document) -> String {
    let text = document.text(half)
    guard text.count > Self.longestHalf else { return text.string }
    return text[0..<text.bytes.scalarBoundary(before: Self.longestHalf)].string
  }

  private func place(
    _ related: Finding.Related?, _ places: inout PlaceFinder, _ sources: inout PlaceFinder?,
    _ document: borrowing Document
  ) -> PlacedFinding.PlacedRelated? {
    guard let related else { return nil }
    if let other = related.other {
      return PlacedFinding.PlacedRelated(
        label: related.label, file: other.file, start: other.start, end: other.end,
        excerpt: needs.omissions.contains(.excerpts) ? .empty : other.excerpt)
    }
    if related.range.isInSource, let source = document.source, sources != nil {
      return place(related, in: source, &sources!, document)
    }
    let records = document.allRecords
    let record = records.index(at: related.range).map { records[$0] }
    let showsExcerpts = !needs.omissions.contains(.excerpts)
    return PlacedFinding.PlacedRelated(
      label: related.label, file: nil,
      start: places.place(of: related.range.lower, in: document.bytes.span),
      end: places.place(of: related.range.upper, in: document.bytes.span),
      excerpt: showsExcerpts
        ? Self.window(
          around: related.range, in: half(related.range, of: record, document), lines,
          document.bytes.span, document.start) : .empty)
  }

  /// The same where it lies in the source's file.
  private func place(
    _ related: Finding.Related, in source: SourceText, _ places: inout PlaceFinder,
    _ document: borrowing Document
  ) -> PlacedFinding.PlacedRelated {
    let bytes = source.bytes
    let range = related.range.moved(by: -AddressSpace.source)
    let half = document.map?.source(around: related.range)
    return PlacedFinding.PlacedRelated(
      label: related.label,
      file: source.file,
      start: places.place(of: range.lower, in: bytes.span),
      end: places.place(of: range.upper, in: bytes.span),
      excerpt: !needs.omissions.isDisjoint(with: [.texts, .excerpts])
        ? .empty
        : Self.window(
          around: range, in: half.map { $0.moved(by: -AddressSpace.source) }, sourceLines!,
          bytes.span, source.start))
  }

  private func place(
    _ fix: Fix?, _ places: inout PlaceFinder, _ document: borrowing Document
  ) -> PlacedFinding.PlacedFix? {
    guard let fix else { return nil }
    let isShown = needs.omissions.isDisjoint(with: [.texts, .changes])
    let changes = isShown ? changes(of: fix, document) : ([], 0)
    return PlacedFinding.PlacedFix(
      fix: fix,
      places: fix.edits.map { edit in
        let start = places.place(of: edit.range.lower, in: document.bytes.span)
        return (start, places.place(of: edit.range.upper, in: document.bytes.span))
      }, changes: changes.0, otherChanges: changes.1)
  }

  /// The half of a segment that holds a range, for the markup around the halves only hides it.
  func half(
    _ range: ByteRange, of segment: SegmentRecord?, _ document: borrowing Document
  ) -> ByteRange? {
    guard let segment else { return nil }
    let (target, source) = (document.place(of: segment.target), document.place(of: segment.source))
    if target.contains(range) { return target }
    return source.contains(range) ? source : nil
  }

  /// What to show of the half or line around a range: only its first line when it has several.
  ///
  /// - Parameters:
  ///   - bytes: those of the file that the range is one of.
  ///   - start: where its text begins.
  static func window(
    around range: ByteRange, in half: ByteRange?, _ lines: LineIndex, _ bytes: Span<UInt8>,
    _ start: Int
  ) -> PlacedFinding.Excerpt {
    func boundary(before offset: Int) -> Int {
      max(bytes.scalarBoundary(before: offset), min(offset, start))
    }
    let line = lines.content(of: lines.line(at: max(range.lower, start)), in: bytes)
    var lower = max(line.lower, half?.lower ?? 0)
    var upper = min(max(line.upper, lower), half?.upper ?? .max)
    let marked = min(max(range.lower, lower), upper)
    let markedEnd = max(min(range.upper, upper), marked)
    let isCutBefore = marked - lower > Self.window
    if isCutBefore { lower = boundary(before: marked - Self.window) }
    let limit = max(marked + Self.window, min(markedEnd, marked + 2 * Self.window))
    let isCutAfter = upper > limit + Self.window
    if isCutAfter { upper = boundary(before: limit + Self.window) }
    if let text = Self.text(bytes, lower, marked, min(markedEnd, upper), upper) {
      return PlacedFinding.Excerpt(
        text: text, marked: marked - lower..<min(markedEnd, upper) - lower,
        isCutBefore: isCutBefore, isCutAfter: isCutAfter)
    }
    // A byte that is not UTF-8 becomes three of U+FFFD, so the mark is measured in what is shown.
    let before = String(bytes.extracting(lower..<marked))
    let inside = String(bytes.extracting(marked..<min(markedEnd, upper)))
    let after = String(bytes.extracting(min(markedEnd, upper)..<upper))
    return PlacedFinding.Excerpt(
      text: before + inside + after,
      marked: before.utf8.count..<before.utf8.count + inside.utf8.count,
      isCutBefore: isCutBefore, isCutAfter: isCutAfter)
  }

  /// A run of bytes that is UTF-8, also where it is cut at a mark; `nil` for any other.
  private static func text(
    _ bytes: Span<UInt8>, _ lower: Int, _ marked: Int, _ markedEnd: Int, _ upper: Int
  ) -> String? {
    for cut in [marked, markedEnd] where cut < upper && bytes[cut] & 0xC0 == 0x80 { return nil }
    return unsafe bytes.extracting(lower..<upper).withUnsafeBufferPointer {
      unsafe String(validating: $0, as: UTF8.self)
    }
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

extension [String: Int] {
  /// How often a key has come before.
  fileprivate mutating func next(_ key: String) -> Int {
    func take(_ count: inout Int) -> Int {
      defer { count += 1 }
      return count
    }
    return take(&self[key, default: 0])
  }
}
