import LintCore
import LintText

/// Kind `preserve`: reports what occurs more or less often in the target than in the source.
struct PreserveRule: Rule {
  /// What is compared.
  enum Comparison: String, CaseIterable {
    /// The words that matched.
    case words
    /// Only how many matches there are.
    case count
  }

  /// Which difference is a fault.
  enum Fault: String, CaseIterable { case lost, added, both }

  let header: DeclaredRule
  let pattern: Pattern
  let comparison: Comparison
  let fault: Fault
  let ignoresCase: Bool
  let lost: Message
  let added: Message

  var info: RuleInfo { header.info }

  func check(on kind: PageKind) -> Check? {
    header.check(on: kind) { SegmentLook(self) }
  }

  private struct SegmentLook: ~Copyable, DeclaredLook {
    let rule: PreserveRule
    let matches: Matches

    init(_ rule: PreserveRule) {
      self.rule = rule
      matches = Matches(of: rule.pattern)
    }

    mutating func look(
      _ segment: borrowing Segment, _ report: inout Findings
    ) throws(Matches.Runaway) {
      // The matches of the source by key, the first at the end, where `popLast` takes it.
      var open: [[UInt8]: [Range<Int>]] = [:]
      for match in try rule.ranges(rule.header.bytes(of: segment.source), matches).reversed() {
        open[rule.key(segment.source[match]), default: []].append(match)
      }
      var extra: [Range<Int>] = []
      for match in try rule.ranges(rule.header.bytes(of: segment.target), matches)
      where open[rule.key(segment.target[match])]?.popLast() == nil {
        extra.append(match)
      }
      let missing = open.values.joined().sorted { $0.lowerBound < $1.lowerBound }
      guard !missing.isEmpty || !extra.isEmpty, !segment.target.trimmed.isEmpty else { return }
      rule.report(missing, extra, in: segment, &report)
    }
  }

  private func report(
    _ missing: [Range<Int>], _ extra: [Range<Int>], in segment: borrowing Segment,
    _ report: inout Findings
  ) {
    if fault != .added {
      for match in missing {
        report(
          segment.target.trimmed.range, lost, arguments: [segment.source[match].string],
          related: Finding.Related(segment.source[match].range))
      }
    }
    guard fault != .lost else { return }
    for match in extra {
      report(segment.target[match].range, added, arguments: [segment.target[match].string])
    }
  }

  /// Equal for two matches of which one in the target answers for one in the source.
  private func key(_ words: borrowing Text) -> [UInt8] {
    guard comparison == .words else { return [] }
    return ignoresCase ? words.bytes.lowercased : Array(words.bytes)
  }

  private func ranges(_ bytes: Span<UInt8>, _ matches: borrowing Matches)
    throws(Matches.Runaway) -> [Range<Int>]
  {
    var ranges: [Range<Int>] = []
    while let match = try matches.next(in: bytes, from: ranges.last?.upperBound ?? 0) {
      ranges.append(match)
    }
    return ranges
  }
}
