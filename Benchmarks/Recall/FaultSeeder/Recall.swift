public import LintCore
import LintText

/// Damages pages one fault at a time and looks whether the rules find it.
public struct Recall: Sendable {
  /// What came of one fault.
  public struct Trial: Sendable {
    public let path: String
    /// The lines on which the fault lies, in the damaged page.
    public let lines: [ClosedRange<Int>]
    public let isFound: Bool
    /// Findings that the clean page did not have, of other rules or on other lines: `line: message
    /// [rule]`.
    public let elsewhere: [String]
    /// What came of the fixes of the kind's rule.
    public let mending: Mending
    /// The damaged lines before and after.
    public let before: String
    public let after: String
  }

  /// How near a page that was mended comes to the clean one.
  public enum Mending: Sendable {
    /// There is no fix, or it would not have mended the page.
    case none
    case restored
    /// The clean page but for spaces.
    case restoredButSpaces
    /// Something else; the text there now.
    case different(String)
  }

  /// What came of all faults of a kind.
  public struct Result: Sendable {
    public let kind: FaultKind
    /// Whether the run has the kind's rule.
    public let isBuilt: Bool
    /// Whether that rule has fixes.
    public let isFixable: Bool
    public let trials: [Trial]

    public var found: Int { trials.count { $0.isFound } }
    public var elsewhere: Int { trials.reduce(0) { $0 + $1.elsewhere.count } }
  }

  /// How often all pages are gone through for a kind that has found too few victims.
  private static let rounds = 4

  private let linter: Linter
  private let format: any Format
  private let rules: [String]
  private let isCounted: [Bool]
  private let isFixable: [Bool]

  /// The sources of pages, where those are files of their own.
  private let source: @Sendable (SourceFile) -> SourceText?

  /// - Parameter source: reads the source of a page, where that is a file of its own.
  public init(
    rules: [any Rule], format: any Format,
    source: @escaping @Sendable (SourceFile) -> SourceText? = { _ in nil }
  ) {
    self.source = source
    linter = Linter(formats: [format], rules: rules.map { ($0, $0.info.severity) })
    self.format = format
    self.rules = rules.map(\.info.id)
    isCounted = rules.map(\.info.isCounted)
    isFixable = rules.map { $0.info.fixable != nil }
  }

  /// Runs kinds on files.
  ///
  /// - Parameters:
  ///   - count: The faults of each kind, or as many as there are victims for.
  ///   - seed: Equal seeds give equal faults.
  public func run(
    _ kinds: [FaultKind], on files: [(file: SourceFile, bytes: [UInt8])], count: Int, seed: UInt64,
    workers: Int
  ) async -> [Result] {
    let corpus = Corpus(
      files.map { page($0.file, $0.bytes) }.filter {
        !$0.pairs.isEmpty || $0.source != nil || format.holdsMessages
      })
    return await withTaskGroup(of: (Int, Result).self) { group in
      var next = 0
      var results: [Int: Result] = [:]
      func start() {
        guard next < kinds.count else { return }
        let index = next
        next += 1
        group.addTask { (index, run(kinds[index], on: corpus, count: count, seed: seed)) }
      }
      for _ in 0..<workers { start() }
      for await (index, result) in group {
        results[index] = result
        start()
      }
      return kinds.indices.map { results[$0]! }
    }
  }

  /// Damages each page in one place, so that the rule of the fault finds it.
  ///
  /// - Returns: The pages that have a victim.
  public func damage(
    _ kinds: [FaultKind], on files: [(file: SourceFile, bytes: [UInt8])], seed: UInt64
  ) -> [(file: SourceFile, kind: FaultKind, bytes: [UInt8])] {
    let kinds = kinds.filter { rules.contains($0.rule) }
    let corpus = Corpus(
      files.map { page($0.file, $0.bytes) }.filter { !$0.pairs.isEmpty || $0.source != nil })
    return corpus.pages.compactMap { page in
      var random = Random(seed: seed, label: page.file.path)
      for kind in random.shuffled(kinds) {
        guard !page.findings.contains(where: { $0.rule == kind.rule }),
          let fault = kind.seed(page, corpus, &random), isClean(page, at: fault, for: kind)
        else { continue }
        let damaged = fault.bytes(of: page.bytes)
        if damaged != page.bytes, trial(kind, page, fault, damaged, corpus).isFound {
          return (page.file, kind, damaged)
        }
      }
      return nil
    }
  }

  private func page(_ file: SourceFile, _ bytes: [UInt8]) -> Page {
    let source = source(file)
    let findings = linter.lint(bytes, of: file, as: format, from: source).findings
    return Page(
      file, bytes, from: source, findings: findings.map { (rules[$0.rule], $0.range.range) })
  }

  private func run(_ kind: FaultKind, on corpus: Corpus, count: Int, seed: UInt64) -> Result {
    var random = Random(seed: seed, label: kind.name)
    var trials: [Trial] = []
    var seen: Set<[UInt8]> = []
    let isBuilt = rules.contains(kind.rule)
    for _ in 0..<Self.rounds {
      for index in random.shuffled(Array(corpus.pages.indices)) where trials.count < count {
        let page = corpus.pages[index]
        guard !page.findings.contains(where: { $0.rule == kind.rule }),
          let fault = kind.seed(page, corpus, &random),
          isClean(page, at: fault, for: kind)
        else { continue }
        let damaged = fault.bytes(of: page.bytes)
        guard damaged != page.bytes, seen.insert(damaged).inserted else { continue }
        trials.append(trial(kind, page, fault, damaged, corpus))
      }
    }
    let isFixable = rules.firstIndex(of: kind.rule).map { self.isFixable[$0] } ?? false
    return Result(kind: kind, isBuilt: isBuilt, isFixable: isFixable, trials: trials)
  }

  /// Whether nothing is reported yet in what is changed and where the fault is put; what is only counted does not matter.
  private func isClean(_ page: Page, at fault: Fault, for kind: FaultKind) -> Bool {
    let damaged = fault.bytes(of: page.bytes)
    let lines = LineIndex(damaged.span, from: 0)
    let places = Self.lines(of: fault, lines)
    return !page.findings.contains { finding in
      let line = lines.line(at: fault.moved(finding.range.lowerBound, isStart: true)) + 1
      return !isCounted[rules.firstIndex(of: finding.rule)!]
        && (places.contains { $0.contains(line) } || fault.changes(finding.range))
    }
  }

  private func trial(
    _ kind: FaultKind, _ page: Page, _ fault: Fault, _ damaged: [UInt8], _ corpus: Corpus
  ) -> Trial {
    let index = LineIndex(damaged.span, from: 0)
    let lines = Self.lines(of: fault, index)
    // What was there before, by rule and line.
    var old: [String: Int] = [:]
    for finding in page.findings {
      let line = index.line(at: fault.moved(finding.range.lowerBound, isStart: false)) + 1
      old["\(finding.rule) \(line)", default: 0] += 1
    }
    var isFound = false
    var elsewhere: [String] = []
    var source = page.source
    if kind.isStale {
      let newest = corpus.pages.first {
        $0.file.path != page.file.path && $0.source?.bytes.count ?? 0 > 2000
      }?.source
      source = source?.seen(as: .pin, latest: newest)
    }
    let report = linter.lint(damaged, of: page.file, as: format, from: source)
    for finding in report.findings {
      let rule = rules[finding.rule]
      let key = "\(rule) \(finding.start.line)"
      if let count = old[key], count > 0 {
        old[key] = count - 1
        continue
      }
      let isHere = lines.contains { $0.contains(finding.start.line) }
      if isHere, rule == kind.rule {
        isFound = true
      } else if !(isHere && kind.companions.contains(rule)) {
        elsewhere.append(
          "\(finding.start.line): \(finding.message.text(finding.arguments)) [\(rule)]")
      }
    }
    return Trial(
      path: page.file.path, lines: lines, isFound: isFound, elsewhere: elsewhere,
      mending: mend(kind, page, damaged, report),
      before: excerpt(page.bytes, fault.firstChange), after: excerpt(damaged, fault.firstChange))
  }

  /// Mends a damaged page, which has no other finding of the kind's rule, by all of its fixes.
  private func mend(_ kind: FaultKind, _ page: Page, _ damaged: [UInt8], _ report: FileReport)
    -> Mending
  {
    let applier = FixApplier(takes: { rules[$0.rule] == kind.rule }) {
      linter.lint($0, of: page.file, as: format, from: page.source)
    }
    let mended = applier.apply(to: damaged, report).bytes
    if mended == damaged { return .none }
    if mended == page.bytes { return .restored }
    let difference = zip(mended, page.bytes).enumerated().first { $0.element.0 != $0.element.1 }
    return mended.filter { !$0.isSpace } == page.bytes.filter { !$0.isSpace }
      ? .restoredButSpaces : .different(excerpt(mended, difference?.offset ?? 0))
  }

  /// The lines of a damaged page, from 1, on which its fault lies.
  private static func lines(of fault: Fault, _ index: LineIndex) -> [ClosedRange<Int>] {
    fault.damagedPlaces.map { place in
      let first = index.line(at: place.lowerBound) + 1
      return first...max(first, index.line(at: max(place.lowerBound, place.upperBound - 1)) + 1)
    }
  }

  /// The text around a place.
  private func excerpt(_ bytes: [UInt8], _ place: Int) -> String {
    bytes.text(max(0, place - 60)..<min(bytes.count, place + 100))
  }
}
