import LintText

/// Mends a file by the fixes of its findings, and looks at what came of each.
///
/// A fix stays only when its finding is gone after it and no rule has found anything new; so a file
/// never gets worse. It knows no file system: bytes go in, bytes come out.
public struct FixApplier {
  /// What came of a file.
  public struct Result {
    /// The mended file.
    public let bytes: [UInt8]
    /// What the rules say of it.
    public let report: FileReport
    /// Findings of the first report whose fixes were tried and would not have mended the file.
    public let dropped: [PlacedFinding]
  }

  /// How often a file is gone through: a fix that overlaps another waits for the next round.
  public static let mostRounds = 10

  private let takes: (PlacedFinding) -> Bool
  private let lint: ([UInt8]) -> FileReport

  /// - Parameters:
  ///   - takes: Whether the fix of a finding is wanted; it is asked only of findings with one.
  ///   - lint: Reports of the file with other bytes.
  public init(
    takes: @escaping (PlacedFinding) -> Bool, lint: @escaping ([UInt8]) -> FileReport
  ) {
    self.takes = takes
    self.lint = lint
  }

  /// Takes the fixes of findings up to a safety.
  public init(upTo safety: Fix.Safety, lint: @escaping ([UInt8]) -> FileReport) {
    self.init(takes: { $0.fix.map { $0.safety <= safety } ?? false }, lint: lint)
  }

  /// Mends a file.
  ///
  /// - Parameter report: What the rules say of `bytes`.
  public func apply(to bytes: [UInt8], _ report: FileReport) -> Result {
    var (bytes, report) = (bytes, report)
    var dropped: [PlacedFinding] = []
    // What was refused since the file changed last: others that overlap it are then tried without it.
    var refused: Set<Mark> = []
    for _ in 0..<Self.mostRounds {
      let wanted = report.findings.filter {
        $0.fix != nil && takes($0) && !refused.contains(Mark($0))
      }
      guard !wanted.isEmpty else {
        if refused.isEmpty { dropped = [] }
        break
      }
      var round = Round(bytes, report, lint)
      round.settle(Self.withoutOverlaps(wanted)[...])
      dropped = refused.isEmpty ? round.dropped : dropped + round.dropped
      if round.bytes == bytes {
        refused.formUnion(round.dropped.map(Mark.init))
      } else {
        refused = []
        dropped = round.dropped
        (bytes, report) = (round.bytes, round.report)
      }
    }
    return Result(bytes: bytes, report: report, dropped: dropped)
  }

  /// By what a finding is known again in a file that has not changed.
  private struct Mark: Hashable {
    let rule: Int
    let lower: Int
    let upper: Int

    init(_ finding: PlacedFinding) {
      rule = finding.rule
      lower = finding.range.lower
      upper = finding.range.upper
    }
  }

  /// Those of the findings whose fixes leave each other alone; of two that don't, the first.
  private static func withoutOverlaps(_ findings: [PlacedFinding]) -> [PlacedFinding] {
    var taken: [Fix.Edit] = []
    return findings.filter { finding in
      let edits = finding.fix!.fix.edits
      let indices = edits.map { edit in
        taken.partitionPoint { $0.range.lowerBound < edit.range.lowerBound }
      }
      for (edit, index) in zip(edits, indices) {
        if index > 0, taken[index - 1].conflicts(with: edit) { return false }
        if index < taken.count, taken[index].conflicts(with: edit) { return false }
      }
      // From the last on, so that the indices of those before stay right.
      for (edit, index) in zip(edits, indices).reversed() { taken.insert(edit, at: index) }
      return true
    }
  }
}

/// One time through a file: which of the fixes that leave each other alone may stay.
private struct Round {
  let original: [UInt8]
  private let before: FileReport
  private let lint: ([UInt8]) -> FileReport

  /// The file with the fixes that stay, and what the rules say of it.
  private(set) var bytes: [UInt8]
  private(set) var report: FileReport
  private(set) var dropped: [PlacedFinding] = []
  private var kept: [PlacedFinding] = []

  init(_ bytes: [UInt8], _ report: FileReport, _ lint: @escaping ([UInt8]) -> FileReport) {
    original = bytes
    before = report
    self.lint = lint
    self.bytes = bytes
    self.report = report
  }

  /// Tries fixes together; when that does not go well, one half after the other, so that a few bad
  /// ones among many are soon found.
  mutating func settle(_ findings: ArraySlice<PlacedFinding>) {
    guard let first = findings.first else { return }
    let edits = (kept + findings).flatMap { $0.fix!.fix.edits }.sorted { $0.range < $1.range }
    // A fix that touches a line end is dropped: reports and diffs count lines.
    if findings.allSatisfy({ keepsLines($0.fix!.fix) }) {
      let mended = edits.applied(to: original)
      let report = lint(mended)
      if isBetter(report, by: edits, without: kept + findings) {
        bytes = mended
        self.report = report
        kept += findings
        return
      }
    }
    guard findings.count > 1 else {
      dropped.append(first)
      return
    }
    let middle = findings.startIndex + findings.count / 2
    settle(findings[..<middle])
    settle(findings[middle...])
  }

  private func keepsLines(_ fix: Fix) -> Bool {
    fix.edits.allSatisfy { edit in
      !(Array(original[edit.range.range]) + edit.replacement).contains { $0 == 0x0A || $0 == 0x0D }
    }
  }

  /// Whether a report says nothing but what was said before of other findings than these.
  private func isBetter(
    _ report: FileReport, by edits: [Fix.Edit], without mended: [PlacedFinding]
  ) -> Bool {
    guard report.failures.count <= before.failures.count else { return false }
    let move = Move(edits)
    var expected: [Fault: Int] = [:]
    for finding in before.findings {
      expected[Fault(rule: finding.rule, offset: move(finding.range.lower)), default: 0] += 1
    }
    for finding in mended {
      expected[Fault(rule: finding.rule, offset: move(finding.range.lower)), default: 0] -= 1
    }
    for finding in report.findings {
      let fault = Fault(rule: finding.rule, offset: move.start(of: finding.range.lower))
      guard let count = expected[fault], count > 0 else { return false }
      expected[fault] = count - 1
    }
    return true
  }

  /// By what a finding is known again; its words may change with the words around.
  private struct Fault: Hashable {
    let rule: Int
    /// Where it begins in the mended file.
    let offset: Int
  }

  /// Turns offsets in a file into offsets in the file with edits made.
  private struct Move {
    private let edits: [Fix.Edit]
    /// By how many bytes what follows each edit has moved.
    private let shifts: [Int]
    /// The range of each edit's replacement in the mended file.
    private let replacements: [Range<Int>]

    init(_ edits: [Fix.Edit]) {
      self.edits = edits
      var shift = 0
      var replacements: [Range<Int>] = []
      shifts = edits.map { edit in
        let start = edit.range.lower + shift
        replacements.append(start..<start + edit.replacement.count)
        shift += edit.replacement.count - edit.range.count
        return shift
      }
      self.replacements = replacements
    }

    /// Where an offset in the file as it was comes to lie. One within an edit comes to lie where
    /// the edit begins; so does one at which something is put in.
    func callAsFunction(_ offset: Int) -> Int {
      let index = edits.partitionPoint { $0.range.lower < offset }
      guard index > 0 else { return offset }
      let before = index > 1 ? shifts[index - 2] : 0
      let edit = edits[index - 1]
      return offset < edit.range.upper
        ? edit.range.lower + before : offset + shifts[index - 1]
    }

    /// The same for an offset in the mended file: where the replacement begins that it lies in,
    /// else itself.
    func start(of offset: Int) -> Int {
      let index = replacements.partitionPoint { $0.upperBound <= offset }
      guard index < replacements.count, replacements[index].contains(offset) else { return offset }
      return replacements[index].lowerBound
    }
  }
}
