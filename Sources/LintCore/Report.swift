public import LintText

/// What a run is about to do: all that a reporter may know before the first file.
public struct Run: Sendable {
  /// A rule that takes part, with what it is in this run.
  public struct ActiveRule: Sendable {
    public let info: RuleInfo
    public let severity: Severity
    /// The first profile that holds it in this run; `nil` for one that was asked for.
    public let profile: Profile?

    public init(info: RuleInfo, severity: Severity, features: RuleFeatures = RuleFeatures()) {
      self.info = info
      self.severity = severity
      profile = info.profile(with: features)
    }
  }

  /// Where the files come from, for links back to them.
  public struct Repository: Sendable {
    /// Without credentials; absolute.
    public let url: String
    public let revision: String
    /// `nil` when no branch is checked out.
    public let branch: String?

    public init(url: String, revision: String, branch: String?) {
      self.url = url
      self.revision = revision
      self.branch = branch
    }
  }

  /// The version of loclint, as in Semantic Versioning 2.
  public let version: String
  public let rules: [ActiveRule]
  /// The severity from which a finding fails the run; `nil` when none does.
  public let gate: Severity?
  /// Seconds since 1970 when the run began.
  public let started: Int
  public let repository: Repository?
  /// What findings cost in a locale's score.
  public let penalties: Penalties
  /// The score below which a locale fails the run; `nil` when none does.
  public let minimumScore: Double?
  /// More warnings than this fail the run; `nil` when none do.
  public let maximumWarnings: Int?
  /// Whether reports that have a way to show what is left out do so.
  public let showsWithheld: Bool
  public let hasBaseline: Bool

  public init(
    version: String, rules: [ActiveRule], gate: Severity?, started: Int,
    repository: Repository? = nil, penalties: Penalties = .standard, minimumScore: Double? = nil,
    maximumWarnings: Int? = nil, showsWithheld: Bool = false, hasBaseline: Bool = false
  ) {
    self.version = version
    self.rules = rules
    self.gate = gate
    self.started = started
    self.repository = repository
    self.penalties = penalties
    self.minimumScore = minimumScore
    self.maximumWarnings = maximumWarnings
    self.showsWithheld = showsWithheld
    self.hasBaseline = hasBaseline
  }

  /// Whether a finding of this severity fails the run.
  public func fails(_ severity: Severity) -> Bool {
    gate.map { severity >= $0 } ?? false
  }
}

/// What came of one file.
public struct FileReport: Sendable {
  public enum Outcome: Sendable {
    /// Read, and it holds segments.
    case bilingual
    /// Read, and it holds none.
    case plain
    /// Not read: what stood in the way.
    case unreadable(String)
  }

  /// Relative to the folder that the run was started in.
  public let path: String
  /// Relative to the root of the repository; `path` when there is none.
  public let repositoryPath: String
  public let outcome: Outcome
  /// The tag of the page's locale, as the first of command line, configuration, page and path has
  /// it; empty when none of them says.
  public let locale: String
  /// `ms.translationtype` as written: `MT`, `HT`; empty when there is none.
  public let translationType: String
  public let segments: Int
  public let bytes: Int
  /// Words of all sources; 0 unless they were asked for.
  public let sourceWords: Int
  /// The seconds that each rule took, by its index; empty unless they were asked for.
  public let ruleSeconds: [Double]
  /// In the order of the file: all, or the first of each rule, where a limit was given.
  public private(set) var findings: [PlacedFinding]
  /// How many findings of each rule count and are not in `findings`.
  public internal(set) var unlisted: [UnlistedFindings] = []
  /// The fingerprints of the findings that the baseline lists, or is to list.
  public internal(set) var listed: [String] = []
  /// Rules that gave up on the file.
  public let failures: [PlacedFailure]
  /// Findings that are gone because the file was mended in this run.
  public var fixed = 0
  /// Findings that are left out of `findings`, if the run is to tell of them all the same.
  public var withheld: [WithheldFinding] = []

  public init(
    path: String, repositoryPath: String, outcome: Outcome, locale: String = "",
    translationType: String = "", segments: Int = 0, bytes: Int = 0, sourceWords: Int = 0,
    ruleSeconds: [Double] = [], findings: [PlacedFinding] = [], failures: [PlacedFailure] = []
  ) {
    self.path = path
    self.repositoryPath = repositoryPath
    self.outcome = outcome
    self.locale = locale
    self.translationType = translationType
    self.segments = segments
    self.bytes = bytes
    self.sourceWords = sourceWords
    self.ruleSeconds = ruleSeconds
    self.findings = findings
    self.failures = failures
  }

  public var isMachineTranslated: Bool { translationType == "MT" }
}

extension FileReport {
  /// The report with the first findings of each rule; the others are counted.
  public func listing(atMost most: Int?) -> FileReport {
    guard let most, findings.count > most else { return self }
    var report = self
    var counts: [Int: Int] = [:]
    var unlisted: [Int: UnlistedFindings] = [:]
    report.findings.removeAll { finding in
      counts[finding.rule, default: 0] += 1
      guard counts[finding.rule]! > most else { return false }
      unlisted[
        finding.rule,
        default: UnlistedFindings(rule: finding.rule, severity: finding.severity, count: 0)
      ].count += 1
      return true
    }
    report.unlisted = unlisted.values.sorted { $0.rule < $1.rule }
    return report
  }
}

/// Findings of one rule in one file that count and are not listed, for there are too many.
public struct UnlistedFindings: Sendable {
  /// An index into `Run.rules`.
  public let rule: Int
  public let severity: Severity
  public internal(set) var count: Int

  public init(rule: Int, severity: Severity, count: Int) {
    self.rule = rule
    self.severity = severity
    self.count = count
  }
}

/// A finding that is not counted.
public struct WithheldFinding: Sendable {
  public let finding: PlacedFinding
  /// What the comment says that keeps it back; `nil` when none does.
  public let reason: String?
  /// Whether the baseline lists it.
  public var isInBaseline: Bool

  public init(_ finding: PlacedFinding, reason: String?, isInBaseline: Bool) {
    self.finding = finding
    self.reason = reason
    self.isInBaseline = isInBaseline
  }
}

/// A rule that gave up on a file.
public struct PlacedFailure: Sendable {
  /// An index into `Run.rules`.
  public let rule: Int
  public let start: Place
  /// A clause that follows the rule's name.
  public let reason: String

  /// What went wrong, and where in the file.
  public func sentence(in run: Run) -> String {
    "rule '\(run.rules[rule].info.id)' gave up at \(start.line):\(start.column): \(reason)"
  }
}

/// A finding with all that a report shows of it; the bytes that it was found in are gone.
public struct PlacedFinding: Sendable {
  /// An index into `Run.rules`.
  public let rule: Int
  public let severity: Severity
  public let message: Message
  /// What the document contributes to the message, as it is written there.
  public let arguments: [String]
  /// In the file as it was linted.
  public let range: ByteRange
  public let start: Place
  /// Just after the last character.
  public let end: Place
  /// The line or the half of a segment that it stands in, cut to a window around it.
  public let excerpt: Excerpt
  /// The segment that it stands in.
  public let segment: SegmentExcerpt?
  public let related: PlacedRelated?
  /// What mends it, where the rule knows.
  public let fix: PlacedFix?
  /// `nil` unless a reporter asked for it.
  public let context: Context?
  /// GitHub's `primaryLocationLineHash` of the first line; empty unless a reporter asked for it.
  public let lineHash: String
  /// The number of the segment that it stands in; empty outside of segments, and for a finding that
  /// stands for ranges in several.
  public let number: String
  /// Which of the findings with the same rule, span number and words in this file, from 0.
  public let ordinal: Int

  /// What it is about, or the text that is reported, with white space folded and without the prefixes
  /// of span IDs; see `fingerprint(rule:path:)`.
  public let words: String

  /// Text with a part of it marked.
  public struct Excerpt: Sendable {
    public let text: String
    /// In UTF-8 bytes of `text`.
    public let marked: Range<Int>
    /// Whether something was cut off before or after.
    public let isCutBefore: Bool
    public let isCutAfter: Bool
  }

  public struct SegmentExcerpt: Sendable {
    /// `28c26-103`, as written in the target half.
    public let id: String
    /// `103` or `p103`; the prefix changes at every rewrite of the file. Empty when the ID is damaged.
    public let number: String
    /// Both halves, each cut to 1,000 bytes.
    public let source: String
    public let target: String
    /// The half that holds the whole finding; `nil` when it lies in the markup around.
    public let side: Side?
  }

  public struct PlacedRelated: Sendable {
    public let label: String
    public let start: Place
    public let end: Place
    public let excerpt: Excerpt
  }

  /// A fix with the places of its edits, in the file as it was linted.
  public struct PlacedFix: Sendable {
    public let fix: Fix
    /// The places at which each edit of `fix` begins and ends, by its index.
    public let places: [(start: Place, end: Place)]

    public var safety: Fix.Safety { fix.safety }
  }

  /// Whole lines around a finding.
  public struct Context: Sendable {
    /// The text of the finding's range, whole.
    public let snippet: String
    /// From 1, both included.
    public let lines: ClosedRange<Int>
    /// Those lines; empty when they are too long.
    public let text: String
  }

  /// Rule, path, span number, words, which one of equals, as a baseline has them.
  public func fingerprint(rule: RuleInfo, path: String) -> String {
    Baseline.entry(
      rule: rule.id, path: path, number: number, words: words, ordinal: ordinal)
  }
}

/// What a reporter wants to know of findings and what takes time to work out.
public struct PlacementNeeds: OptionSet, Sendable {
  public let rawValue: Int

  public init(rawValue: Int) { self.rawValue = rawValue }

  /// `PlacedFinding.context`.
  public static let context = PlacementNeeds(rawValue: 1)
  /// `PlacedFinding.lineHash`.
  public static let lineHash = PlacementNeeds(rawValue: 2)
}

/// What is measured of a file besides its findings, at some cost.
public struct Measurements: OptionSet, Sendable {
  public let rawValue: Int

  public init(rawValue: Int) { self.rawValue = rawValue }

  /// `FileReport.sourceWords`.
  public static let sourceWords = Measurements(rawValue: 1)
  /// `FileReport.ruleSeconds`.
  public static let ruleSeconds = Measurements(rawValue: 2)
}

/// Sums over all files of a run.
public struct Summary: Sendable {
  public internal(set) var bilingualFiles = 0
  public internal(set) var plainFiles = 0
  public internal(set) var unreadableFiles = 0
  public internal(set) var segments = 0
  public internal(set) var bytes = 0
  /// Findings by the index of their rule in `Run.rules`.
  public internal(set) var findings: [Int]
  /// The same by severity, which may differ from file to file.
  private var counts: [Severity: [Int]] = [:]
  public internal(set) var filesWithFindings = 0
  /// Wall-clock seconds.
  public var seconds = 0.0
  /// Findings that fail the run.
  public internal(set) var failures = 0
  /// Sums over the documents of each locale, by its tag; empty where a document names none.
  public internal(set) var locales: [String: LocaleSummary] = [:]
  /// The seconds that each rule took in all files, by its index; empty unless they were asked for.
  public internal(set) var ruleSeconds: [Double] = []
  /// How often a rule gave up on a file.
  public internal(set) var ruleFailures = 0
  /// Findings that were mended, which are counted nowhere else, and the files that they were in.
  public internal(set) var fixed = 0
  public internal(set) var fixedFiles = 0

  public init(rules: Int) {
    findings = Array(repeating: 0, count: rules)
  }

  public var files: Int { bilingualFiles + plainFiles + unreadableFiles }

  public func count(of severity: Severity) -> Int {
    counts[severity]?.reduce(0, +) ?? 0
  }

  /// How many findings of a rule have a severity.
  public func count(of severity: Severity, by rule: Int) -> Int {
    counts[severity]?[rule] ?? 0
  }

  /// Adds a file.
  public mutating func add(_ file: FileReport, in run: Run) {
    switch file.outcome {
    case .bilingual: bilingualFiles += 1
    case .plain: plainFiles += 1
    case .unreadable: unreadableFiles += 1
    }
    segments += file.segments
    bytes += file.bytes
    if !file.findings.isEmpty { filesWithFindings += 1 }
    ruleFailures += file.failures.count
    fixed += file.fixed
    if file.fixed > 0 { fixedFiles += 1 }
    for finding in file.findings { add(1, of: finding.rule, finding.severity, in: run) }
    for more in file.unlisted { add(more.count, of: more.rule, more.severity, in: run) }
    if ruleSeconds.isEmpty {
      ruleSeconds = file.ruleSeconds
    } else {
      for (index, seconds) in file.ruleSeconds.enumerated() { ruleSeconds[index] += seconds }
    }
    guard case .bilingual = file.outcome else { return }
    locales[file.locale, default: LocaleSummary(rules: findings.count)].add(file)
  }

  private mutating func add(_ count: Int, of rule: Int, _ severity: Severity, in run: Run) {
    findings[rule] += count
    counts[severity, default: Array(repeating: 0, count: findings.count)][rule] += count
    if run.fails(severity) { failures += count }
  }

  /// The locales whose score is too low, in order.
  public func localesBelowMinimum(in run: Run) -> [(locale: String, score: Double)] {
    guard let minimum = run.minimumScore else { return [] }
    return locales.keys.sorted().compactMap { locale in
      locales[locale]?.score(in: run).flatMap { $0 < minimum ? (locale, $0) : nil }
    }
  }

  /// How many warnings more than allowed there are; `nil` if none.
  public func warningsBeyond(_ run: Run) -> Int? {
    guard let most = run.maximumWarnings else { return nil }
    let warnings = count(of: .warning)
    return warnings > most ? warnings - most : nil
  }

  /// 2 when something could not be read or checked, 1 when findings or scores fail the run, else 0.
  public func exitStatus(in run: Run) -> Int {
    if unreadableFiles > 0 || ruleFailures > 0 { return 2 }
    let fails =
      failures > 0 || warningsBeyond(run) != nil || !localesBelowMinimum(in: run).isEmpty
    return fails ? 1 : 0
  }
}
