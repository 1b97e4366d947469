import Glibc
import LintText

/// The way of one file through the run: read by its format, checked by the rules, its findings
/// sorted, filtered by the file's comments, and placed.
public struct Linter: Sendable {
  public let formats: [any Format]
  public let rules: [Run.ActiveRule]
  /// What holds for a file by its path.
  private let treatment: @Sendable (SourceFile) -> FileTreatment
  public let needs: PlacementNeeds
  public let measurements: Measurements
  private let selection: FindingSelection
  /// Whether reports hold also what comments and the baseline keep back.
  private let showsWithheld: Bool
  private let maximumSize: Int
  /// How many columns a scalar beyond ASCII takes; `nil` when nobody asks for `displayColumn`.
  private let width: (@Sendable (UInt32) -> Int)?

  private let documentRules: [any Rule]
  /// The index of each among the rules of the run.
  private let documentPlaces: [Int]
  private let segmentRules: [any SegmentRule]
  /// What each of them looks for.
  private let segmentTriggers: [SegmentTraits]
  /// The index of each among all rules.
  private let segmentPlaces: [Int]
  private let suppressionRules: [(index: Int, rule: any SuppressionRule)]
  private let ids: [String]

  /// - Parameter rules: each with the severity of its findings; indices into this list are what
  ///   findings carry.
  public init(
    formats: [any Format], rules: [(rule: any Rule, severity: Severity)],
    locale: Page.Statement? = nil, needs: PlacementNeeds = [], measurements: Measurements = [],
    selection: FindingSelection = FindingSelection(), width: (@Sendable (UInt32) -> Int)? = nil
  ) {
    let treatment = FileTreatment(locale: locale)
    self.init(
      formats: formats, rules: rules, needs: needs, measurements: measurements,
      selection: selection, width: width
    ) { _ in treatment }
  }

  /// - Parameters:
  ///   - rules: each with the severity of its findings; indices into this list are what findings
  ///     carry.
  ///   - showsWithheld: Whether reports are to hold also what comments and the baseline keep back.
  ///   - maximumSize: The bytes of the largest file that is read.
  ///   - treatment: What holds for a file by its path.
  public init(
    formats: [any Format], rules: [(rule: any Rule, severity: Severity)],
    needs: PlacementNeeds, measurements: Measurements = [],
    selection: FindingSelection = FindingSelection(), showsWithheld: Bool = false,
    maximumSize: Int = SourceFile.largest,
    width: (@Sendable (UInt32) -> Int)? = nil,
    treatment: @escaping @Sendable (SourceFile) -> FileTreatment
  ) {
    self.formats = formats
    self.rules = rules.map { Run.ActiveRule(info: $0.rule.info, severity: $0.severity) }
    self.treatment = treatment
    self.needs = needs
    self.measurements = measurements
    self.selection = selection
    self.showsWithheld = showsWithheld
    self.maximumSize = maximumSize
    self.width = width
    var documentRules: [any Rule] = []
    var documentPlaces: [Int] = []
    var segmentRules: [any SegmentRule] = []
    var segmentPlaces: [Int] = []
    var suppressionRules: [(Int, any SuppressionRule)] = []
    for (index, entry) in rules.enumerated() {
      switch entry.rule.scope {
      case .document:
        documentRules.append(entry.rule)
        documentPlaces.append(index)
      case .segments(let rule):
        segmentRules.append(rule)
        segmentPlaces.append(index)
      case .suppressions(let rule):
        suppressionRules.append((index, rule))
      }
    }
    self.documentRules = documentRules
    self.documentPlaces = documentPlaces
    self.segmentRules = segmentRules
    segmentTriggers = segmentRules.map(\.triggers)
    self.segmentPlaces = segmentPlaces
    self.suppressionRules = suppressionRules
    ids = self.rules.map(\.info.id)
  }

  /// The format that reads a file of this name.
  public func format(of path: String) -> (any Format)? {
    let bytes = path.utf8
    guard let dot = bytes.lastIndex(of: 0x2E), !bytes[dot...].contains(0x2F) else { return nil }
    let ending = bytes[bytes.index(after: dot)...]
    return formats.first { format in
      format.fileExtensions.contains { $0.utf8.elementsEqual(ending) { $0 == $1.lowercased } }
    }
  }

  /// Reads a file and lints it; what keeps it from being read becomes the report's outcome.
  public func lint(_ file: SourceFile) -> FileReport {
    guard let format = format(of: file.path) else {
      return file.unreadable("no format reads files of this name")
    }
    do throws(FileError) {
      return lint(try read(file), of: file, as: format)
    } catch {
      return file.unreadable(error.description)
    }
  }

  /// All bytes of a file, if it is not too large.
  public func read(_ file: SourceFile) throws(FileError) -> [UInt8] {
    try file.read(atMost: maximumSize)
  }

  /// Lints bytes that stand for a file.
  public func lint(_ bytes: consuming [UInt8], of file: SourceFile, as format: any Format)
    -> FileReport
  {
    let treatment = treatment(file)
    let document = format.read(bytes, Page(path: file.repositoryPath, told: treatment.locale))
    var seconds: [Double] = []
    let findings =
      measurements.contains(.ruleSeconds)
      ? findings(in: document, of: file, without: treatment.ignored) {
        check(document, without: treatment.ignored, timing: &seconds, &$0)
      }
      : findings(in: document, of: file, without: treatment.ignored) {
        check(document, without: treatment.ignored, &$0)
      }
    let placed = placed(findings, document, treatment)
    var report = FileReport(
      path: file.path, repositoryPath: file.repositoryPath,
      outcome: document.isBilingual ? .bilingual : .plain,
      locale: document.page.locale?.description ?? "",
      translationType: document.metadata("ms.translationtype").map {
        document.text($0.value).string
      } ?? "",
      segments: document.records.count, bytes: document.bytes.count,
      sourceWords: measurements.contains(.sourceWords) ? document.sourceWords : 0,
      ruleSeconds: seconds,
      findings: placed.findings,
      failures: Self.placed(findings.failures, document))
    report.withheld = placed.withheld
    report.unlisted = findings.unlisted.sorted { $0.key < $1.key }.map {
      UnlistedFindings(rule: $0.key, severity: severity(of: $0.key, treatment), count: $0.value)
    }
    report.listed = findings.filter?.listed ?? []
    return report
  }

  private func placed(
    _ findings: Findings, _ document: borrowing Document, _ treatment: FileTreatment
  ) -> (findings: [PlacedFinding], withheld: [WithheldFinding]) {
    guard !findings.list.isEmpty || !findings.withheld.isEmpty else { return ([], []) }
    let withheld = findings.withheld
    let placer = FindingPlacer(
      document: document, severities: rules.indices.map { severity(of: $0, treatment) },
      needs: needs, width: width, for: findings.list + withheld.map(\.finding))
    var seen: [String: Int] = [:]
    let placed = placer.place(findings.list, document, seen: &seen)
    let placedWithheld = placer.place(withheld.map(\.finding), document, seen: &seen)
    return (
      placed,
      zip(placedWithheld, withheld).map {
        WithheldFinding($0, reason: $1.reason, isInBaseline: $1.isInBaseline)
      }
    )
  }

  private func severity(of rule: Int, _ treatment: FileTreatment) -> Severity {
    treatment.severities[rule] ?? rules[rule].severity
  }

  private static func placed(_ failures: [RuleFailure], _ document: borrowing Document)
    -> [PlacedFailure]
  {
    guard !failures.isEmpty else { return [] }
    let lines = LineIndex(document.bytes.span, from: document.start)
    return failures.map { failure in
      // Few rules fail, and not in the order of the file.
      var places = PlaceFinder(lines)
      return PlacedFailure(
        rule: failure.rule, start: places.place(of: failure.range.lower, in: document.bytes.span),
        reason: failure.reason)
    }
  }

  /// What the rules find in a document and its comments don't keep back, in file order.
  public func check(_ document: borrowing Document) -> [Finding] {
    findings(in: document, of: SourceFile(path: ""), without: []) {
      check(document, without: [], &$0)
    }.list
  }

  /// What counts of all that is found, with what there is to say of the comments, in file order.
  ///
  /// - Parameter check: Lets the other rules report.
  private func findings(
    in document: borrowing Document, of file: SourceFile, without ignored: Set<Int>,
    _ check: (inout Findings) -> Void
  ) -> Findings {
    var findings = Findings(
      FindingFilter(document, ids: ids, of: file, selection, showsWithheld: showsWithheld))
    check(&findings)
    if let suppressions = findings.filter?.suppressions.settled, !suppressions.directives.isEmpty {
      findings.filter?.isAboutSuppressions = true
      for (index, rule) in suppressionRules where !ignored.contains(index) {
        findings.rule = index
        let ran = Set(ids).subtracting(ignored.map { ids[$0] })
        rule.check(suppressions, ran: ran, &findings)
      }
    }
    findings.finish()
    return findings
  }

  private func check(
    _ document: borrowing Document, without ignored: Set<Int>, _ findings: inout Findings
  ) {
    // By place, here and below: a rule that is copied is counted, and workers wait for each other to count.
    for place in documentRules.indices
    where ignored.isEmpty || !ignored.contains(documentPlaces[place]) {
      findings.rule = documentPlaces[place]
      documentRules[place].check(document, &findings)
    }
    guard !segmentRules.isEmpty else { return }
    let wanted = segmentTriggers.reduce(SegmentTraits()) { $0.union($1) }
    for record in document.records.indices
    where !document.traits[record].isDisjoint(with: wanted) && !document.isDamaged(record) {
      let traits = document.traits[record]
      let segment = document.segment(record)
      for place in segmentRules.indices
      where !traits.isDisjoint(with: segmentTriggers[place])
        && (ignored.isEmpty || !ignored.contains(segmentPlaces[place]))
      {
        findings.rule = segmentPlaces[place]
        segmentRules[place].check(segment, &findings)
      }
    }
  }

  /// The same, rule by rule, with what each takes: a clock that is read for each segment would take
  /// longer than the rules.
  private func check(
    _ document: borrowing Document, without ignored: Set<Int>, timing seconds: inout [Double],
    _ findings: inout Findings
  ) {
    seconds = Array(repeating: 0, count: rules.count)
    var last = Self.now
    func note(_ index: Int, _ seconds: inout [Double]) {
      let now = Self.now
      seconds[index] = now - last
      last = now
    }
    for (index, rule) in zip(documentPlaces, documentRules) where !ignored.contains(index) {
      findings.rule = index
      rule.check(document, &findings)
      note(index, &seconds)
    }
    for (index, rule) in zip(segmentPlaces, segmentRules) where !ignored.contains(index) {
      findings.rule = index
      for record in document.records.indices
      where !document.traits[record].isDisjoint(with: rule.triggers) && !document.isDamaged(record)
      {
        rule.check(document.segment(record), &findings)
      }
      note(index, &seconds)
    }
  }

  /// Seconds on a clock that never goes back.
  private static var now: Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// What a configuration says of one file.
public struct FileTreatment: Sendable {
  /// The locale that command line or configuration give it.
  public var locale: Page.Statement?
  /// Rules that do not look at it, by their index in the run.
  public var ignored: Set<Int> = []
  /// Other severities than the run's.
  public var severities: [Int: Severity] = [:]

  public init(locale: Page.Statement? = nil) {
    self.locale = locale
  }
}
