import LintText

/// All checks of a run for pages of one kind, in the shape in which they run fastest: what is looped
/// over for each segment lies in arrays side by side, and no closure is called there.
struct Plan: Sendable {
  private let ruleCount: Int
  private let ignored: Set<Int>

  private var documentChecks: [any DocumentCheck] = []
  private var documentRules: [Int] = []
  private var segmentChecks: [any SegmentCheck] = []
  private var segmentRules: [Int] = []
  private var passes: [@Sendable (borrowing Document) -> (any PagePass)?] = []
  private var passRules: [Int] = []
  private var sums: [@Sendable (borrowing Document) -> (any PageSum)?] = []
  private var sumRules: [Int] = []
  private var fileChecks: [any CrossFileCheck] = []
  /// The rules that look across files, by their indices in the run.
  private(set) var fileRules: [Int] = []
  private var suppressionChecks: [any SuppressionCheck] = []
  private var suppressionRules: [Int] = []
  /// Which of the segment checks, passes and sums, numbered in this order, need each trait.
  private let needs: TraitTable

  /// Asks the rules how they look at pages of a kind.
  ///
  /// - Parameters:
  ///   - rules: those of the run; indices into them are what findings carry.
  ///   - ignored: those that leave the page alone.
  init(_ rules: [any Rule], without ignored: Set<Int>, on kind: PageKind) {
    var needs: (segments: [SegmentTraits], passes: [SegmentTraits], sums: [SegmentTraits]) =
      ([], [], [])
    for (index, rule) in rules.enumerated() where !ignored.contains(index) {
      switch rule.check(on: kind) {
      case .segments(let traits, let check):
        segmentChecks.append(check)
        segmentRules.append(index)
        needs.segments.append(traits)
      case .pass(let traits, let make):
        passes.append(make)
        passRules.append(index)
        needs.passes.append(traits)
      case .sum(let traits, let make):
        sums.append(make)
        sumRules.append(index)
        needs.sums.append(traits)
      case .document(let check):
        documentChecks.append(check)
        documentRules.append(index)
      case .files(let check):
        fileChecks.append(check)
        fileRules.append(index)
      case .suppressions(let check):
        suppressionChecks.append(check)
        suppressionRules.append(index)
      case nil: break
      }
    }
    ruleCount = rules.count
    self.ignored = ignored
    self.needs = TraitTable(needs.segments + needs.passes + needs.sums)
  }

  /// The rules that take part, by their indices in the run.
  var rules: [Int] { (0..<ruleCount).filter { !ignored.contains($0) } }

  /// Runs all checks but those of suppressions.
  func run(
    on document: borrowing Document, _ clock: inout some RuleClock, _ findings: inout Findings
  ) {
    // By index, here and below: a check that is copied out of its array is retained, and two workers
    // contend for the counter.
    for index in documentChecks.indices
    where document.isFirst || documentChecks[index].isForEachPage {
      findings.rule = documentRules[index]
      documentChecks[index].check(document, &findings)
      clock.note(findings.rule)
    }
    checkSegments(of: document, &clock, &findings)
  }

  private func checkSegments(
    of document: borrowing Document, _ clock: inout some RuleClock, _ findings: inout Findings
  ) {
    var isAbsent = Array(repeating: UInt64(0), count: needs.words)
    let (passes, sums) = (
      passes(on: document, &isAbsent, &clock), sums(on: document, &isAbsent, &clock)
    )
    check(document, passes, sums, isAbsent, &clock, &findings)
    for (sum, rule) in zip(sums, sumRules) {
      findings.rule = rule
      sum.finish(document, &findings)
      clock.note(rule)
    }
  }

  /// Shows each segment to the checks that need what it has. Passes are handed in, for what a function makes itself
  /// is retained for each call of it.
  private func check(
    _ document: borrowing Document, _ passes: [any PagePass], _ sums: [any PageSum],
    _ isAbsent: [UInt64], _ clock: inout some RuleClock, _ findings: inout Findings
  ) {
    let firstPass = segmentChecks.count
    let firstSum = firstPass + passes.count
    var shared = SharedWork()
    if let file = document.source {
      shared.sourceFile = file
      shared.anchors = document.detail as? any PageAnchors
    }
    for index in document.records.indices
    where !document.traits[index].isDisjoint(with: needs.all)
      && document.records[index].isComparable
    {
      let traits = document.traits[index]
      let segment = document.segment(index)
      shared.traits = traits
      for word in 0..<needs.words {
        var open = needs.checks(word, for: traits) & ~isAbsent[word]
        while open != 0 {
          let check = word * 64 + open.trailingZeroBitCount
          open &= open &- 1
          if check < firstPass {
            findings.rule = segmentRules[check]
            segmentChecks[check].check(segment, &shared, &findings)
          } else if check < firstSum {
            findings.rule = passRules[check - firstPass]
            passes[check - firstPass].check(segment, &shared, &findings)
          } else {
            findings.rule = sumRules[check - firstSum]
            sums[check - firstSum].check(segment, &shared, &findings)
          }
          clock.note(findings.rule)
        }
      }
      shared.clear()
    }
  }

  /// The passes of a page; those that have nothing to do there are noted in `isAbsent`, a bit for each check.
  private func passes(
    on document: borrowing Document, _ isAbsent: inout [UInt64], _ clock: inout some RuleClock
  ) -> [any PagePass] {
    var made: [any PagePass] = []
    made.reserveCapacity(passes.count)
    for index in passes.indices {
      if let pass = passes[index](document) {
        made.append(pass)
      } else {
        isAbsent.insert(segmentChecks.count + index)
        made.append(NoPass())
      }
      clock.note(passRules[index])
    }
    return made
  }

  private func sums(
    on document: borrowing Document, _ isAbsent: inout [UInt64], _ clock: inout some RuleClock
  ) -> [any PageSum] {
    var made: [any PageSum] = []
    made.reserveCapacity(sums.count)
    for index in sums.indices {
      if let sum = sums[index](document) {
        made.append(sum)
      } else {
        isAbsent.insert(segmentChecks.count + passes.count + index)
        made.append(NoPass())
      }
      clock.note(sumRules[index])
    }
    return made
  }

  /// What rules that look across files keep of a page.
  ///
  /// - Parameter page: its index among those of its file.
  func facts(of document: borrowing Document, page: Int, path: UInt64, at place: PagePlace)
    -> [FileFacts.Entry]
  {
    let locale = document.page.locale?.name ?? ""
    var entries: [FileFacts.Entry] = []
    for index in fileChecks.indices {
      guard let facts = fileChecks[index].facts(of: document, at: place) else { continue }
      entries.append(
        FileFacts.Entry(
          rule: fileRules[index], page: page, locale: locale, path: path, bytes: facts.bytes,
          check: fileChecks[index]))
    }
    return entries
  }

  /// Runs the checks of suppressions, which are complete when all others have run.
  ///
  /// - Parameter ran: the names of the rules that took part.
  func run(
    on suppressions: Suppressions, ran: Set<String>, _ clock: inout some RuleClock,
    _ findings: inout Findings
  ) {
    for index in suppressionChecks.indices {
      findings.rule = suppressionRules[index]
      suppressionChecks[index].check(suppressions, ran: ran, &findings)
      clock.note(findings.rule)
    }
  }
}

/// What stands in the place of a pass that has nothing to do on a page.
private struct NoPass: PageSum {
  func check(
    _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
  ) {}

  func finish(_ document: borrowing Document, _ report: inout Findings) {}
}

extension [UInt64] {
  /// Sets a bit, of 64 in each element.
  fileprivate mutating func insert(_ bit: Int) { self[bit / 64] |= 1 << UInt64(bit % 64) }
}
