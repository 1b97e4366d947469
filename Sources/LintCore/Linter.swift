public import LintText

/// The way of one file's bytes through the run: read by its format, checked by the rules, its findings
/// sorted, filtered by the file's comments, and placed.
public struct Linter: Sendable {
  public let formats: [any Format]
  public let rules: [Run.ActiveRule]
  /// What holds for a file by its path.
  private let treatment: @Sendable (SourceFile) -> FileTreatment
  public let needs: PlacementNeeds
  public let measurements: Measurements
  private let selection: FindingSelection
  /// Whether reports hold what comments and lists keep back, too.
  private let showsWithheld: Bool

  /// Whether findings of each rule are only counted, by the rule's index.
  private let isCounted: [Bool]
  private let plans: PlanCache
  private let folders = FolderLocales()
  private let ids: [String]
  /// The present name for each former one, of rules that take part.
  private let formerNames: [String: String]
  private let sourceLocale: LocaleTag
  /// What rules report that look across files; `nil` where nobody has judged, and no such rule takes part.
  private var across: CrossFileFindings?
  /// Rules, by their indices, that leave pages alone which hold their sources, and those that leave others
  /// alone.
  private let absent: Set<Int>
  private let absentInPairs: Set<Int>
  /// Those that leave messages of programs alone.
  private let absentInMessages: Set<Int>

  /// - Parameter rules: each with the severity of its findings; indices into this list are what
  ///   findings carry.
  public init(
    formats: [any Format], rules: [(rule: any Rule, severity: Severity)],
    locale: Page.Statement? = nil, needs: PlacementNeeds = .none,
    measurements: Measurements = Measurements(),
    selection: FindingSelection = FindingSelection()
  ) {
    let treatment = FileTreatment(locale: locale)
    self.init(
      formats: formats, rules: rules, needs: needs, measurements: measurements,
      selection: selection
    ) { _ in treatment }
  }

  /// - Parameters:
  ///   - rules: each with the severity of its findings; indices into this list are what findings
  ///     carry.
  ///   - showsWithheld: Whether reports are to hold what comments and lists keep back, too.
  ///   - features: What the run has besides pages.
  ///   - sourceLocale: The locale that sources are written in.
  ///   - absent: Rules, by their indices, that leave pages alone which hold their sources.
  ///   - absentInPairs: Those that leave pages alone whose sources are files of their own.
  ///   - absentInMessages: Those that leave messages of programs alone.
  ///   - treatment: What holds for a file by its path.
  public init(
    formats: [any Format], rules: [(rule: any Rule, severity: Severity)],
    needs: PlacementNeeds, measurements: Measurements = Measurements(),
    selection: FindingSelection = FindingSelection(), showsWithheld: Bool = false,
    features: RuleFeatures = RuleFeatures(),
    sourceLocale: LocaleTag = PageKind.standardSource,
    absent: Set<Int> = [], absentInPairs: Set<Int> = [],
    absentInMessages: Set<Int> = [],
    treatment: @escaping @Sendable (SourceFile) -> FileTreatment
  ) {
    self.formats = formats
    self.rules = rules.map {
      Run.ActiveRule(info: $0.rule.info, severity: $0.severity, features: features)
    }
    formerNames = self.rules.map(\.info).presentNames
    self.treatment = treatment
    self.needs = needs
    isCounted = self.rules.map { needs.omissions.contains(.counted) && needs.isCounted($0) }
    self.measurements = measurements
    self.selection = selection
    self.showsWithheld = showsWithheld
    plans = PlanCache(rules.map(\.rule))
    self.sourceLocale = sourceLocale
    self.absent = absent
    self.absentInPairs = absentInPairs
    self.absentInMessages = absentInMessages
    ids = self.rules.map(\.info.id)
  }

  /// The format that reads a file of this name.
  public func format(of path: String) -> (any Format)? { formats.format(of: path) }

  /// Lints bytes that stand for a file.
  ///
  /// - Parameters:
  ///   - source: the source, where that is a file of its own.
  ///   - latest: the latest version of the source, where the page says that it was made from another one, which
  ///     it holds itself.
  public func lint(
    _ bytes: consuming [UInt8], of file: SourceFile, as format: any Format,
    from source: SourceText? = nil, latest: SourceText? = nil
  ) -> FileReport {
    if let most = AddressSpace.limit(of: bytes.count, from: source, format.hasEscapes) {
      return file.unreadable("is larger than \(ByteCount.text(most))")
    }
    if let across, across.isStale(bytes, of: file) {
      return file.unreadable("changed while it was checked")
    }
    var treatment = treatment(file)
    let absent =
      format.holdsMessages ? absentInMessages : source == nil ? absent : absentInPairs
    // The same set for all files is known again at a glance, when their plan is looked for.
    if treatment.ignored.isEmpty {
      treatment.ignored = absent
    } else {
      treatment.ignored.formUnion(absent)
    }
    var page = Page(
      treatment.locale,
      inPath: folders.locales(of: file.repositoryPath)
        + format.locales(inPath: file.repositoryPath))
    page.latestSource = latest
    page.messageSyntax = treatment.messageSyntax
    let unit = format.read(bytes, from: source, page)
    let findings: Findings
    var seconds: [Double] = []
    if let now = measurements.clock {
      var clock = SteadyClock(rules: rules.count, now: now)
      findings = self.findings(in: unit, of: file, without: treatment.ignored, &clock)
      seconds = clock.seconds
    } else {
      var clock = NoClock()
      findings = self.findings(in: unit, of: file, without: treatment.ignored, &clock)
    }
    let placed = placed(findings, unit.first, treatment)
    var report = FileReport(
      path: file.path, repositoryPath: file.repositoryPath,
      outcome: unit.isBilingual ? .bilingual : .plain,
      pages: pages(of: unit, findings, treatment), bytes: unit.first.bytes.count,
      ruleSeconds: seconds, findings: placed.findings,
      failures: Self.placed(findings.failures, unit.first))
    report.withheld = placed.withheld
    report.source = source.map { ComparedSource($0.file, $0.version, isUnnamed: $0.isUnnamed) }
    report.listed = findings.filter?.listed ?? []
    report.fittingDismissals = findings.filter?.fitting ?? []
    return report
  }

  /// The same with what rules report that look across files.
  public func judged(_ findings: CrossFileFindings) -> Linter {
    var linter = self
    linter.across = findings
    return linter
  }

  /// What rules that look across files keep of a file.
  ///
  /// - Parameters:
  ///   - source: where its source should lie, if anybody has said.
  ///   - files: those around it.
  public func facts(
    of bytes: consuming [UInt8], of file: SourceFile, as format: any Format,
    source: String? = nil, among files: any FileTree = ListedFiles()
  ) -> FileFacts {
    let digest = CrossFileFindings.digest(of: bytes)
    guard AddressSpace.limit(of: bytes.count, from: nil, format.hasEscapes) == nil else {
      return FileFacts(digest: digest, entries: [])
    }
    let treatment = treatment(file)
    let page = Page(treatment.locale, inPath: folders.locales(of: file.repositoryPath))
    let unit = format.read(bytes, from: nil, page)
    let place = PagePlace(file.repositoryPath, source: source, in: files)
    var entries = facts(of: unit.first, page: 0, place)
    for (index, other) in unit.others.enumerated() {
      entries += facts(of: other.document, page: index + 1, place)
    }
    return FileFacts(digest: digest, entries: entries)
  }

  private func facts(of document: borrowing Document, page: Int, _ place: PagePlace)
    -> [FileFacts.Entry]
  {
    let path = LocaleTag.path(place.path, withoutFoldersOf: document.page.locale)
    return plan(for: document, without: []).facts(
      of: document, page: page, path: Hash64(of: path.span).value, at: place)
  }

  private func pages(
    of unit: borrowing Unit, _ findings: Findings, _ treatment: FileTreatment
  ) -> [PageReport] {
    var pages = [page(unit.first)]
    for other in unit.others { pages.append(page(other.document)) }
    for (more, surplus) in findings.unlisted.sorted(by: { $0.key < $1.key }) {
      pages[more.page].unlisted.append(
        UnlistedFindings(
          rule: more.rule, severity: severity(of: more.rule, treatment), count: surplus.count,
          fixes: surplus.fixes))
    }
    for (more, counts) in findings.keptBack.sorted(by: { $0.key < $1.key }) {
      pages[more.page].keptBack += Standing.allCases.compactMap { standing in
        let count = counts[standing.rawValue]
        return count == 0
          ? nil
          : KeptBackFindings(
            rule: more.rule, severity: severity(of: more.rule, treatment), standing: standing,
            count: count)
      }
    }
    return pages
  }

  /// Whether a page is in the locale of sources, where what is not translated is its source.
  private func isOfSource(_ document: borrowing Document) -> Bool {
    document.page.locale?.isSame(as: sourceLocale) ?? false
  }

  private func page(_ document: borrowing Document) -> PageReport {
    PageReport(
      locale: document.page.locale?.name ?? "", isMachineTranslated: document.isMachineTranslated,
      segments: document.records.count { $0.state.isLookedAt },
      unfinished: document.records.count { $0.state == .unfinished || $0.state == .needsReview },
      completeness: document.format.holdsMessages && !isOfSource(document)
        && !document.records.isEmpty
        ? Completeness(document) : nil,
      sourceWords: measurements.sourceWords ? document.sourceWords : 0)
  }

  private func placed(
    _ findings: Findings, _ document: borrowing Document, _ treatment: FileTreatment
  ) -> (findings: [PlacedFinding], withheld: [WithheldFinding]) {
    guard !findings.list.isEmpty || !findings.withheld.isEmpty else { return ([], []) }
    let withheld = findings.withheld
    let placer = FindingPlacer(
      document: document, severities: rules.indices.map { severity(of: $0, treatment) },
      isCounted: isCounted, needs: needs,
      for: withheld.isEmpty ? findings.list : findings.list + withheld.map(\.finding))
    var seen: [String: Int] = [:]
    let placed = placer.place(findings.list, document, seen: &seen)
    guard !withheld.isEmpty else { return (placed, []) }
    let placedWithheld = placer.place(withheld.map(\.finding), document, seen: &seen)
    return (
      placed,
      zip(placedWithheld, withheld).map {
        WithheldFinding(
          $0, reason: $1.reason, dismissal: $1.dismissal, isInBaseline: $1.isInBaseline)
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
      // A finder is quick in the order of the file; rules fail in another one, and seldom.
      var places = PlaceFinder(lines)
      return PlacedFailure(
        rule: failure.rule, start: places.place(of: failure.range.lower, in: document.bytes.span),
        reason: failure.reason)
    }
  }

  /// What the rules find in a document and its comments don't keep back, in file order.
  public func check(_ document: borrowing Document) -> [Finding] {
    var clock = NoClock()
    var findings = Findings(filter(document, of: SourceFile(path: "")), document.map)
    let plan = plan(for: document, without: [])
    plan.run(on: document, &clock, &findings)
    finish(&findings, plan, &clock)
    return findings.list
  }

  private func plan(for document: borrowing Document, without ignored: Set<Int>) -> Plan {
    plans.plan(
      for: PageKind(
        format: document.format.name, locale: document.page.textLocale, sourceLocale: sourceLocale,
        holdsMessages: document.format.holdsMessages),
      without: ignored)
  }

  private func filter(_ document: borrowing Document, of file: SourceFile) -> FindingFilter {
    FindingFilter(
      document, ids: ids, formerNames: formerNames, of: file, selection,
      showsWithheld: showsWithheld)
  }

  private func findings(
    in unit: borrowing Unit, of file: SourceFile, without ignored: Set<Int>,
    _ clock: inout some RuleClock
  ) -> Findings {
    var findings = Findings(filter(unit.first, of: file), unit.first.map)
    let plan = plan(for: unit.first, without: ignored)
    if !unit.others.isEmpty { findings.locale = unit.first.page.locale?.name ?? "" }
    plan.run(on: unit.first, &clock, &findings)
    for (index, other) in unit.others.enumerated() {
      findings.page = index + 1
      findings.map = other.document.map
      findings.locale = other.document.page.locale?.name ?? ""
      self.plan(for: other.document, without: ignored).run(on: other.document, &clock, &findings)
    }
    if let across { add(across.entries(of: file), to: &findings, of: unit, without: ignored) }
    findings.page = 0
    findings.locale = ""
    findings.map = unit.first.map
    finish(&findings, plan, &clock)
    return findings
  }

  /// Adds what rules report that look across files.
  private func add(
    _ entries: [CrossFileFindings.Entry], to findings: inout Findings, of unit: borrowing Unit,
    without ignored: Set<Int>
  ) {
    for entry in entries
    where !ignored.contains(entry.rule) && entry.range.upper <= unit.first.bytes.count {
      findings.page = entry.page
      if entry.page == 0 {
        findings.map = unit.first.map
        findings.locale = unit.others.isEmpty ? "" : unit.first.page.locale?.name ?? ""
      } else if entry.page <= unit.others.count {
        let index = entry.page - 1
        findings.map = unit.others[index].document.map
        findings.locale = unit.others[index].document.page.locale?.name ?? ""
      } else {
        continue
      }
      findings.add(entry)
    }
  }

  /// Asks the rules about comments, which are complete when all others have run, and puts all in order.
  private func finish(_ findings: inout Findings, _ plan: Plan, _ clock: inout some RuleClock) {
    if let suppressions = findings.filter?.suppressions.settled, !suppressions.directives.isEmpty {
      findings.filter?.isAboutSuppressions = true
      // Whether a comment keeps back what was not looked for, or not everywhere, nobody knows.
      let idle = across?.isComplete == true ? [] : plan.fileRules
      let ran = plan.rules.filter { !idle.contains($0) }.map { ids[$0] }
      plan.run(on: suppressions, ran: Set(ran), &clock, &findings)
    }
    findings.finish()
  }
}
