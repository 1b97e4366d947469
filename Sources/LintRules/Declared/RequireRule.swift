import LintCore

/// Kind `require`: reports a target that lacks what its source calls for.
struct RequireRule: Rule {
  let header: DeclaredRule
  let source: Pattern
  let target: Target
  let message: Message

  /// What the target must hold.
  enum Target {
    case pattern(Pattern)
    /// A pattern with `{0}`, `{1}`… where words of the source go.
    case template(String, Pattern.Options)
  }

  var info: RuleInfo { header.info }

  func check(on kind: PageKind) -> Check? {
    header.check(on: kind) { SegmentLook(self) }
  }

  private struct SegmentLook: ~Copyable, DeclaredLook {
    let rule: RequireRule
    let sources: Matches
    /// The steps that searches of targets may still take in the file.
    var steps = Matches.allowance

    init(_ rule: RequireRule) {
      self.rule = rule
      sources = Matches(of: rule.source)
    }

    mutating func look(
      _ segment: borrowing Segment, _ report: inout Findings
    ) throws(Matches.Runaway) {
      let header = rule.header
      var start = 0
      // The words that the target was searched for; equal ones need no second search.
      var held: Set<[String]> = []
      let bytes = header.bytes(of: segment.source)
      while let call = try sources.next(in: bytes, from: start) {
        start = call.upperBound
        // `empty-target` reports this.
        guard !segment.target.trimmed.isEmpty else { return }
        let arguments = sources.arguments(segment.source, groups: rule.source.groups)
        guard held.insert(rule.isTemplate ? arguments : []).inserted,
          try !rule.holds(header.bytes(of: segment.target), arguments, &steps)
        else { continue }
        report(
          segment.target.trimmed.range, rule.message, arguments: arguments,
          related: Finding.Related(segment.source[call].range))
        return
      }
    }
  }

  private var isTemplate: Bool {
    if case .template = target { true } else { false }
  }

  private func holds(
    _ bytes: Span<UInt8>, _ arguments: [String], _ steps: inout Int
  ) throws(Matches.Runaway) -> Bool {
    switch target {
    case .pattern(let pattern):
      return try pattern.isFound(in: bytes, &steps)
    case .template(let template, let options):
      let text = Message("", template).text(arguments.map(Pattern.quoted))
      let pattern: Pattern
      do throws(Pattern.Failure) {
        pattern = try Pattern(text, options, isCompiledToCode: false)
      } catch {
        throw Matches.Runaway(message: "\(error.message), with the words of the source")
      }
      // Each pattern of its own costs a walk over the whole target, however few steps PCRE2 counts.
      steps -= bytes.count
      return try pattern.isFound(in: bytes, &steps)
    }
  }
}
