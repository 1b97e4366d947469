import Glibc
import LintCore
import LintReporters
import LintRules
import LintText
import LintWorkspace
import SideBySide
import Synchronization

/// What must hold of every page that is read, linted and mended.
struct PageChecks: Sendable {
  private let format: any Format
  private let linter: Linter
  /// The same, which lists as much as the command does.
  private let listing: Linter
  /// The same, which shows what comments keep back.
  private let showing: Linter

  /// One input in so many is looked at for what takes long.
  private static let rare: UInt64 = 64

  init(_ format: any Format = SideBySideMarkdown()) {
    self.format = format
    let rules = RuleLibrary.builtIn.rules.map { (rule: $0, severity: $0.info.severity) }
    linter = Linter(
      formats: [format], rules: rules,
      needs: PlacementNeeds(
        context: true, lineHashes: LineHasher.hashes, width: DisplayWidth.columns))
    listing = Linter(
      formats: [format], rules: rules, needs: SARIFReporter().needs,
      selection: FindingSelection(most: 100))
    showing = Linter(
      formats: [format], rules: rules, needs: .none, showsWithheld: true
    ) { _ in FileTreatment() }
  }

  func check(_ input: [UInt8]) throws(Violation) {
    let page = PageInput(input)
    let report = linter.lint(page.bytes, of: page.file, as: format)
    try checkPlaces(page.bytes)
    try checkPlaces(report, page.bytes)
    try checkFixes(report, page)
    let lot = input.mixed % Self.rare
    if lot == 0 || lot == 1 { try checkOrder(page) }
    if lot == 2 { try checkGrowth(page) }
  }

  // MARK: - Places

  /// What the reader and the rules give, before it is placed.
  private func checkPlaces(_ bytes: [UInt8]) throws(Violation) {
    let document = format.read(bytes, Page())
    // The same bytes, or what was made of them to be UTF-8.
    let bytes = document.bytes
    func check(_ range: ByteRange, _ what: String) throws(Violation) {
      try Violation.unless(
        range.lower <= range.upper && range.upper <= bytes.count,
        "\(what) lies at \(range) of \(bytes.count) bytes")
      try Violation.unless(
        bytes.isBoundary(range.lower) && bytes.isBoundary(range.upper),
        "\(what) at \(range) cuts a character")
    }
    try Violation.unless(document.prose.count == bytes.count, "prose has another length")
    for record in document.records {
      try check(record.range, "a segment")
      try Violation.unless(
        record.range.contains(document.place(of: record.target))
          // Plural forms share a source.
          && (format.holdsMessages || record.range.contains(record.source)),
        "a half lies outside its segment")
    }
    for inline in document.inlines { try check(document.place(of: inline.range), "an inline") }
    for attribute in document.attributes?.list ?? [] {
      try check(attribute.name, "the name of an attribute")
      try check(attribute.value, "the value of an attribute")
    }
    for comment in document.comments { try check(comment.range, "a comment") }
    for line in document.damage { try check(line, "a damaged line") }
    for finding in linter.check(document) {
      let rule = linter.rules[finding.rule].info.id
      try check(finding.range, "a finding of \(rule)")
      if let related = finding.related { try check(related.range, "what \(rule) relates to") }
      var last = 0
      for edit in finding.fix?.edits ?? [] {
        try check(edit.range, "a fix of \(rule)")
        try Violation.unless(edit.range.lower >= last, "the edits of \(rule) overlap")
        last = edit.range.upper
      }
    }
  }

  private func checkPlaces(_ report: FileReport, _ bytes: [UInt8]) throws(Violation) {
    let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
    func check(_ start: Place, _ end: Place) throws(Violation) {
      try Violation.unless(
        start.line >= 1 && start.column >= 1 && end.line <= lines
          && (start.line, start.column) <= (end.line, end.column),
        "\(start.line):\(start.column) to \(end.line):\(end.column) of \(lines) lines")
    }
    var last = ByteRange.none
    for finding in report.findings {
      try check(finding.start, finding.end)
      if let related = finding.related { try check(related.start, related.end) }
      for place in finding.fix?.places ?? [] { try check(place.start, place.end) }
      try Violation.unless(
        finding.excerpt.marked.upperBound <= finding.excerpt.text.utf8.count,
        "the mark of an excerpt lies outside it")
      try Violation.unless(finding.range >= last, "findings are not in file order")
      last = finding.range
    }
  }

  // MARK: - Fixes

  /// A mended page has no finding more than before, is what it was reported as, and is done.
  private func checkFixes(_ before: FileReport, _ page: PageInput) throws(Violation) {
    guard before.findings.contains(where: { $0.fix != nil }) else { return }
    let applier = FixApplier(upTo: .suggested) { linter.lint($0, of: page.file, as: format) }
    let mended = applier.apply(to: page.bytes, before)
    let again = linter.lint(mended.bytes, of: page.file, as: format)
    try Violation.unless(
      lines(again) == lines(mended.report), "a mended page is not what was reported of it")
    func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
    try Violation.unless(
      page.bytes.count(where: isLineEnd) == mended.bytes.count(where: isLineEnd),
      "a fix makes or joins lines")
    guard mended.bytes != page.bytes else { return }
    var counts: [Int: Int] = [:]
    for finding in before.findings { counts[finding.rule, default: 0] += 1 }
    for finding in again.findings { counts[finding.rule, default: 0] -= 1 }
    if let more = counts.first(where: { $0.value < 0 }) {
      throw Violation("fixes bring a finding of \(linter.rules[more.key].info.id)")
    }
    try Violation.unless(counts.contains { $0.value > 0 }, "fixes mend nothing")
    let twice = applier.apply(to: mended.bytes, again)
    try Violation.unless(twice.bytes == mended.bytes, "a mended page can be mended again")
  }

  // MARK: - Order

  /// Findings are the same whatever is linted before, and by however many workers.
  private func checkOrder(_ page: PageInput) throws(Violation) {
    let others = Seeds.few
    let files = (0..<36).map { index in
      index % 3 == 0
        ? (SourceFile(path: "docs/\(index)/it-it/a.md"), page.bytes)
        : (SourceFile(path: "docs/\(index)/it-it/b.md"), others[index % others.count])
    }
    let alone = files.map { lines(linter.lint($1, of: $0, as: format)) }
    for (workers, isReversed) in [(1, true), (3, false), (3, true)] {
      let found = Mutex<[[UInt8]]>([])
      ParallelMap(workers: workers).run(isReversed ? files.reversed() : files) { file, bytes in
        lines(linter.lint(bytes, of: file, as: format))
      } consume: { report in
        found.withLock { $0.append(report) }
      }
      let list = found.withLock { $0 }
      try Violation.unless(
        (isReversed ? list.reversed() : list) == alone,
        "findings differ with \(workers) workers\(isReversed ? ", from the last file on" : "")")
    }
  }

  /// A report as text, by which two are compared.
  private func lines(_ report: FileReport) -> [UInt8] {
    let run = Run(version: "1.0.0", rules: linter.rules, gate: nil, started: 0)
    var output = Output()
    var reporter = JSONLinesReporter()
    reporter.begin(run, to: &output)
    reporter.add(report, in: run, to: &output)
    return output.bytes
  }

  // MARK: - Growth

  /// Below this a clock says nothing, in nanoseconds.
  private static let leastTime = 20_000_000
  private static let steepest = 2.6

  /// Twice the page takes no more than little over twice the time; a suspicion is looked at again,
  /// for other programs disturb a clock.
  private func checkGrowth(_ page: PageInput) throws(Violation) {
    guard !page.bytes.isEmpty, page.bytes.count <= 1 << 16, Environment.wantsGrowth else { return }
    let copies = (1 << 17) / page.bytes.count
    let once = Array(repeatElement(page.bytes, count: copies).joined())
    let twice = once + once
    for _ in 0..<4 {
      let times = (time(once, page.file), time(twice, page.file))
      guard times.1 > Self.leastTime, Double(times.1) > Self.steepest * Double(times.0) else {
        return
      }
    }
    throw Violation("twice the page takes more than \(Self.steepest) times the time")
  }

  /// Nanoseconds that this thread works for a page.
  private func time(_ bytes: [UInt8], _ file: SourceFile) -> Int {
    let start = Self.now
    _ = listing.lint(bytes, of: file, as: format)
    return Self.now - start
  }

  private static var now: Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  // MARK: - Parts of a page

  func check(frontMatter: [UInt8]) throws(Violation) {
    let page = Array("---\n".utf8) + frontMatter + Array("\n---\n".utf8) + Seeds.pair
    try checkPlaces(page)
    let report = linter.lint(page, of: SourceFile(path: PageInput.standardPath), as: format)
    try checkPlaces(report, page)
    try checkFixes(report, PageInput(page: page))
  }

  /// Comments hide findings, and neither make nor lose any.
  func check(suppressions input: [UInt8]) throws(Violation) {
    let page = PageInput(input)
    let report = showing.lint(page.bytes, of: page.file, as: format)
    try checkPlaces(report, page.bytes)
    let without = showing.lint(Self.muted(page.bytes), of: page.file, as: format)
    func places(_ findings: [PlacedFinding]) -> [[Int]] {
      findings.filter { showing.rules[$0.rule].info.family != "suppressions" }
        .map { [$0.range.lower, $0.range.upper, $0.rule] }
        .sorted { $0.lexicographicallyPrecedes($1) }
    }
    let all = places(report.findings + report.withheld.map(\.finding))
    try Violation.unless(
      all == places(without.findings + without.withheld.map(\.finding)),
      "with comments \(all.count) findings are made, and without them \(without.findings.count)")
  }

  /// The page with all marks of comments spoilt.
  private static func muted(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    var start = 0
    while let found = bytes.span.firstRange(of: "loclint-", from: start) {
      bytes[found.upperBound - 2] = UInt8(ascii: "x")
      start = found.upperBound
    }
    return bytes
  }
}
