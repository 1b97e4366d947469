import LintCore

/// Kind `forbid`: reports each match of a pattern.
struct ForbidRule: Rule {
  /// The part of a page that a rule looks at.
  enum Part: String, CaseIterable {
    case target, source
    case frontMatter = "front matter"
  }

  let header: DeclaredRule
  let part: Part
  let pattern: Pattern
  /// A match of `pattern` that lies inside a match of this one is not reported.
  let exception: Pattern?
  /// A segment whose source matches this is passed over.
  let sourceException: Pattern?
  let message: Message

  var info: RuleInfo { header.info }

  func check(on kind: PageKind) -> Check? {
    if part == .frontMatter {
      return header.locales.takes(kind.locale) ? .document(FrontMatterCheck(rule: self)) : nil
    }
    return header.check(on: kind) { SegmentLook(self) }
  }

  private struct SegmentLook: ~Copyable, DeclaredLook {
    let rule: ForbidRule
    let matches: Matches
    /// The steps that both exceptions may still take in the file.
    var steps = Matches.allowance

    init(_ rule: ForbidRule) {
      self.rule = rule
      matches = Matches(of: rule.pattern)
    }

    mutating func look(
      _ segment: borrowing Segment, _ report: inout Findings
    ) throws(Matches.Runaway) {
      let text = rule.part == .source ? segment.source : segment.target
      guard let first = try matches.next(in: rule.header.bytes(of: text)) else { return }
      if let exception = rule.sourceException,
        try exception.isFound(in: rule.header.bytes(of: segment.source), &steps)
      {
        return
      }
      try rule.checkMatches(text, rule.header.bytes(of: text), first, matches, &steps, &report)
    }
  }

  private struct FrontMatterCheck: DocumentCheck {
    let rule: ForbidRule

    func check(_ document: borrowing Document, _ report: inout Findings) {
      guard let attributes = document.attributes, document.isBilingual else { return }
      let matches = Matches(of: rule.pattern)
      var steps = Matches.allowance
      for attribute in attributes.list {
        let value = document.text(attribute.value)
        do throws(Matches.Runaway) {
          guard let first = try matches.next(in: value.bytes) else { continue }
          try rule.checkMatches(value, value.bytes, first, matches, &steps, &report)
        } catch {
          report.giveUp(at: attribute.value, error.sentence)
          return
        }
      }
    }
  }

  private func checkMatches(
    _ text: borrowing Text, _ bytes: Span<UInt8>, _ first: Range<Int>,
    _ matches: borrowing Matches, _ steps: inout Int, _ report: inout Findings
  ) throws(Matches.Runaway) {
    let excepted = try exceptions(bytes, &steps)
    var exception = 0
    var next: Range<Int>? = first
    while let match = next {
      // Matches and exceptions both come in rising order, and exceptions don't overlap.
      while exception < excepted.count, excepted[exception].upperBound < match.upperBound {
        exception += 1
      }
      if exception == excepted.count || match.lowerBound < excepted[exception].lowerBound {
        report(
          text[match].range, message, arguments: matches.arguments(text, groups: pattern.groups))
      }
      next = try matches.next(in: bytes, from: match.upperBound)
    }
  }

  private func exceptions(_ bytes: Span<UInt8>, _ steps: inout Int) throws(Matches.Runaway)
    -> [Range<Int>]
  {
    guard let exception else { return [] }
    let matches = Matches(of: exception, steps: steps)
    defer { steps = matches.stepsLeft }
    var ranges: [Range<Int>] = []
    while let match = try matches.next(in: bytes, from: ranges.last?.upperBound ?? 0) {
      ranges.append(match)
    }
    return ranges
  }
}
