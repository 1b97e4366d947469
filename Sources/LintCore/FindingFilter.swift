import LintText

/// Decides which findings of one document count, as they are reported.
///
/// The filters stand in this order, each with its reason: comments first, for they belong to the
/// page and are to count as used whatever else hides the finding; then the list of dismissals, whose
/// findings a baseline that is being made need not hold; then the baseline, which numbers
/// equal findings and so has to see those on lines that nobody has touched; then the lines that were
/// touched; and last the number that is listed of each rule, which only what counts may use up.
struct FindingFilter: Sendable {
  /// What becomes of a finding.
  enum Verdict {
    case counts
    /// A comment keeps it back, which gives this reason, a dismissal, which gives another one, or the
    /// baseline.
    case keptBack(reason: String?, dismissal: String?, isInBaseline: Bool)
    /// It stands on no line that was asked for.
    case isPassedOver
  }

  /// The comments of the document, each with what it has kept back so far.
  private(set) var suppressions: Suppressions
  /// Whether the findings are about the comments themselves.
  var isAboutSuppressions = false
  /// Whether the findings follow from another page that has changed, so that they count on any line.
  var isCausedByChange = false
  let showsWithheld: Bool
  /// The name of each rule, by its index.
  private let ids: [String]
  private let most: Int?
  /// `nil` where all lines were asked for.
  private let lines: LineSelection?
  private let baseline: Baseline.Use?
  /// What the baseline lists of the file; `nil` where there is none, and for one that is being made.
  private var known: BaselineFindings?
  /// The hashes of the sources of all segments.
  private let sourceHashes: Set<String>
  private let path: String
  /// Makes what a baseline knows a finding by.
  private let identity: FindingIdentity
  /// How many findings with the same rule, segment key and words have come, by a hash of these: a
  /// page may have as many different findings as words, and a hash takes 8 bytes.
  private var ordinals: [Int: Int] = [:]
  /// The fingerprints of the findings that the baseline lists, or is to list.
  private(set) var listed: [String] = []
  /// What comments keep back and the baseline may list, where nobody is shown it: it still occurs.
  private var suppressed: [Finding] = []
  /// Such findings that are kept for each line of the baseline: a page may have millions.
  private static let mostForEachLine = 100
  /// What is dismissed in the file; `nil` where nothing is.
  private let dismissals: DismissedFindings?
  /// The sources of all segments, where dismissals or the baseline of the file tell such.
  private let sources: Set<String>?
  /// The keys of the dismissals that have fitted.
  private(set) var fitting: Set<String> = []

  /// - Parameters:
  ///   - ids: the name of each rule, by its index.
  ///   - formerNames: the present name for each former one.
  ///   - path: that of the file, as the baseline has it.
  init(
    _ document: borrowing Document, ids: [String], formerNames: [String: String],
    of file: SourceFile, _ selection: FindingSelection,
    showsWithheld: Bool
  ) {
    suppressions = Suppressions(document, formerNames: formerNames)
    self.ids = ids
    self.showsWithheld = showsWithheld
    most = selection.most
    lines = selection.lines?(file).flatMap { LineSelection($0, in: document) }
    baseline = selection.baseline
    path =
      baseline == nil && selection.dismissals == nil ? "" : Baseline.escaped(file.repositoryPath)
    dismissals = selection.dismissals?.entries(of: path).map { DismissedFindings($0) }
    identity = FindingIdentity(document)
    known = baseline?.findings(of: path)
    let hasHashes = known?.haveSources == true
    sources = dismissals?.haveSources == true || hasHashes ? identity.sources() : nil
    sourceHashes = hasHashes ? Set((sources ?? []).map { Baseline.hash(of: $0) }) : []
  }

  mutating func judge(_ finding: inout Finding) -> Verdict {
    if finding.fix != nil { leaveOutEdits(of: &finding) }
    var reason: String?
    if !suppressions.directives.isEmpty {
      reason = suppressions.reason(
        for: finding.range, rule: ids[finding.rule], isAboutSuppressions: isAboutSuppressions)
    }
    let dismissal = dismissals == nil ? nil : dismissal(of: finding)
    if let reason {
      if !showsWithheld, let known, suppressed.count < known.count * Self.mostForEachLine,
        known.mayList(rule: ids[finding.rule], words: identity.words(of: finding))
      {
        var kept = finding
        kept.fix = nil
        suppressed.append(kept)
      }
      // `Findings.finish` asks the baseline about these, so that they are numbered after all that
      // no comment keeps back.
      return isAskedFor(finding.range)
        ? .keptBack(reason: reason, dismissal: dismissal, isInBaseline: false) : .isPassedOver
    }
    let isListing = baseline?.isListing == true
    let isInBaseline = isListing && dismissal != nil ? false : isInBaseline(&finding)
    guard isAskedFor(finding.range) else { return .isPassedOver }
    return isInBaseline || dismissal != nil
      ? .keptBack(reason: nil, dismissal: dismissal, isInBaseline: isInBaseline) : .counts
  }

  /// Whether findings at a range are asked for, where only changes are.
  private func isAskedFor(_ range: ByteRange) -> Bool {
    isCausedByChange || lines?.touch(range) ?? true
  }

  /// The reason that a finding is dismissed for; the dismissal has then been of use.
  private mutating func dismissal(of finding: Finding) -> String? {
    guard
      let key = dismissals?.key(
        rule: ids[finding.rule], escaped: Baseline.escaped(identity.number(of: finding)),
        words: identity.words(of: finding), source: identity.source(of: finding),
        sources: sources)
    else { return nil }
    fitting.insert(key)
    return dismissals?[key]?.reason
  }

  /// Numbers a finding among those with the same rule, segment key and words, where a baseline or a
  /// selection of lines leaves some of them out, so that they can't be counted later.
  ///
  /// - Returns: Whether the baseline lists it; one that is being made lists all.
  mutating func isInBaseline(_ finding: inout Finding) -> Bool {
    guard baseline != nil || lines != nil else { return false }
    let (number, words) = (identity.number(of: finding), identity.words(of: finding))
    let ordinal = nextOrdinal(of: finding.rule, number, words)
    finding.ordinal = ordinal
    guard let baseline else { return false }
    let entry = Baseline.entry(
      rule: ids[finding.rule], path: path, number: number, words: words, ordinal: ordinal)
    let source = Baseline.hash(of: identity.source(of: finding))
    let likeness = Baseline.likeness(rule: ids[finding.rule], source: source, words: words)
    let hashes = sourceHashes
    guard
      let line = baseline.isListing
        ? Baseline.line(entry, source: source)
        : known?.take(entry, source: source, like: likeness, sources: hashes)
    else { return false }
    listed.append(line)
    return true
  }

  /// Looks in the baseline for what comments keep back, after all else was numbered.
  mutating func finish() {
    for var finding in suppressed { _ = isInBaseline(&finding) }
    suppressed = []
  }

  private mutating func nextOrdinal(of rule: Int, _ number: String, _ words: String) -> Int {
    var hasher = Hasher()
    hasher.combine(rule)
    hasher.combine(number)
    hasher.combine(words)
    let hash = hasher.finalize()
    let ordinal = ordinals[hash, default: 0]
    ordinals[hash] = ordinal + 1
    return ordinal
  }

  /// Takes out of a fix what it would do where a comment keeps the rule's findings back, and on lines
  /// that were not asked for. Where edits stand for themselves the others stay, and the finding moves to
  /// the first of them; where they belong together there is no fix.
  private mutating func leaveOutEdits(of finding: inout Finding) {
    guard let fix = finding.fix, !suppressions.directives.isEmpty || lines != nil else { return }
    var kept: [Fix.Edit] = []
    for edit in fix.edits {
      let isSuppressed =
        !suppressions.directives.isEmpty
        && suppressions.reason(
          for: edit.range, rule: ids[finding.rule], isAboutSuppressions: isAboutSuppressions) != nil
      if !isSuppressed, lines?.touch(edit.range) ?? true { kept.append(edit) }
    }
    guard kept.count < fix.edits.count else { return }
    finding.fix =
      fix.isForEachOccurrence && !kept.isEmpty
      ? Fix(forEachOccurrence: fix.safety, fix.description, kept) : nil
    // A finding is reported at the first of its ranges; where that is left alone, at the next one.
    if fix.isForEachOccurrence, let first = kept.first,
      !kept.contains(where: { $0.range.lowerBound == finding.range.lowerBound })
    {
      finding.range = first.range
    }
  }

  /// In file order; with the same range by the rules' names.
  func sorted<Element>(_ elements: [Element], by mark: (borrowing Element) -> FindingMark)
    -> [Element]
  {
    // A finding is large, and to sort moves and compares each several times.
    var keys: [(mark: FindingMark, index: Int)] = []
    keys.reserveCapacity(elements.count)
    let span = elements.span
    for index in span.indices { keys.append((mark(span[index]), index)) }
    // Those of one rule nearly always come in order.
    let isSorted = keys.indices.dropFirst().allSatisfy {
      !precedes(keys[$0].mark, keys[$0 - 1].mark)
    }
    if isSorted { return elements }
    keys.sort { precedes($0.mark, $1.mark) }
    return keys.map { elements[$0.index] }
  }

  private func precedes(_ left: FindingMark, _ right: FindingMark) -> Bool {
    left.range != right.range ? left.range < right.range : ids[left.rule] < ids[right.rule]
  }

  /// Leaves the first findings of each rule.
  ///
  /// - Returns: How many of each rule and page were taken out.
  func removeSurplus<Element>(
    from elements: inout [Element], by mark: (borrowing Element) -> FindingMark
  ) -> [RuleOfPage: Surplus] {
    guard let most, elements.count > most else { return [:] }
    var counts = Array(repeating: 0, count: ids.count)
    var surplus: [RuleOfPage: Surplus] = [:]
    var kept = 0
    for index in elements.indices {
      let mark = mark(elements.span[index])
      counts[mark.rule] += 1
      if counts[mark.rule] > most {
        surplus[RuleOfPage(rule: mark.rule, page: mark.page), default: Surplus()].add(mark.safety)
      } else {
        // What is to go changes places with it, so that nothing is copied.
        if kept < index { elements.swapAt(kept, index) }
        kept += 1
      }
    }
    elements.removeLast(elements.count - kept)
    return surplus
  }
}
