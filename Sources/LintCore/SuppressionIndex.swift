import LintText

/// Which comments keep back what is found at an offset, and which of them ever did.
///
/// A page may have as many comments as findings, and each comment may speak of all findings; so
/// neither is gone through for each of the other. The page is cut into parts once, at each start
/// and end of a scope, each part with the first comment that speaks of it. The offsets of findings
/// are remembered, and looked for in each comment's scopes at the end.
struct SuppressionIndex: Sendable {
  /// The comments on all rules; `nil` when they don't count.
  private var general: Cover?
  private var byRule: [String: Cover] = [:]

  /// - Parameter isAboutSuppressions: Whether only comments that name the rule count.
  init(_ directives: [Suppressions.Directive], isAboutSuppressions: Bool) {
    var unnamed: [Cover.Entry] = []
    var named: [String: [Cover.Entry]] = [:]
    for (index, directive) in directives.enumerated() where !directive.scopes.isEmpty {
      if directive.rules.isEmpty { unnamed.append(Cover.Entry(directive: index, name: 0)) }
      for (name, rule) in directive.rules.enumerated()
      where named[rule.rule]?.last?.directive != index {
        named[rule.rule, default: []].append(Cover.Entry(directive: index, name: name))
      }
    }
    general = isAboutSuppressions ? nil : Cover(unnamed, directives)
    byRule = named.mapValues { Cover($0, directives) }
  }

  /// The index of the first comment that keeps back what a rule found at an offset. All that do so
  /// count as used.
  mutating func directive(at offset: Int, _ rule: String) -> Int? {
    let general = general?.look(at: offset)
    let named = byRule[rule]?.look(at: offset)
    guard let general, let named else { return general ?? named }
    return min(general, named)
  }

  /// The comments that have kept something back, each with the index of the name that did, or 0.
  func used(of directives: [Suppressions.Directive]) -> [(directive: Int, name: Int)] {
    (general?.used(of: directives) ?? []) + byRule.values.flatMap { $0.used(of: directives) }
  }
}

/// The parts of a page with the comments that speak of one rule, or of all.
private struct Cover: Sendable {
  struct Entry: Sendable {
    /// The index of the comment.
    let directive: Int
    /// The index of the rule's name among those of the comment.
    let name: Int
  }

  private let entries: [Entry]
  /// The offsets at which the parts begin, in order.
  private var starts: [Int] = []
  /// The first comment that speaks of each part; `nil` for none.
  private var tops: [Int?] = []
  /// The offsets of findings that a comment keeps back.
  private var offsets: [Int] = []

  init(_ entries: [Entry], _ directives: [Suppressions.Directive]) {
    self.entries = entries
    let scopes = Self.scopes(entries, directives)
    starts = Set(scopes.flatMap { [$0.range.lower, $0.range.upper] }).sorted()
    tops = Array(repeating: nil, count: starts.count)
    // For each part, itself while it has no comment, else a later one at which to look on: where
    // one scope covers many others, no part is passed again and again.
    var free = Array(0...starts.count)
    for (directive, range) in scopes {
      let end = starts.partitionPoint { $0 < range.upper }
      var part = Self.next(starts.partitionPoint { $0 < range.lower }, &free)
      while part < end {
        tops[part] = directive
        free[part] = part + 1
        part = Self.next(part, &free)
      }
    }
  }

  /// What the comments speak of, each scope once: many may name the same segments.
  private static func scopes(
    _ entries: [Entry], _ directives: [Suppressions.Directive]
  ) -> [(directive: Int, range: ByteRange)] {
    var segments: Set<String> = []
    return entries.flatMap { entry -> [(directive: Int, range: ByteRange)] in
      let directive = directives[entry.directive]
      if let segment = directive.segment, !segments.insert(segment.text).inserted { return [] }
      return directive.scopes.map { (entry.directive, $0) }
    }
  }

  /// The first part without a comment, at or after one; all that were passed lead there directly
  /// from now on.
  private static func next(_ part: Int, _ free: inout [Int]) -> Int {
    var last = part
    while free[last] != last { last = free[last] }
    var step = part
    while free[step] != last {
      let following = free[step]
      free[step] = last
      step = following
    }
    return last
  }

  mutating func look(at offset: Int) -> Int? {
    let part = starts.partitionPoint { $0 <= offset } - 1
    guard part >= 0, let top = tops[part] else { return nil }
    offsets.append(offset)
    return top
  }

  func used(of directives: [Suppressions.Directive]) -> [(directive: Int, name: Int)] {
    guard !offsets.isEmpty else { return [] }
    let offsets = offsets.sorted()
    var segments: [String: Bool] = [:]
    return entries.compactMap { entry in
      let directive = directives[entry.directive]
      let isUsed =
        directive.segment.flatMap { segments[$0.text] }
        ?? directive.scopes.contains { scope in
          let next = offsets.partitionPoint { $0 < scope.lower }
          return next < offsets.count && offsets[next] < scope.upper
        }
      if let segment = directive.segment { segments[segment.text] = isUsed }
      return isUsed ? (entry.directive, entry.name) : nil
    }
  }
}
