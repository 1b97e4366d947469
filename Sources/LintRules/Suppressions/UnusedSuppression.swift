import LintCore
import LintText

/// A suppression that keeps nothing back, or that nobody understands.
struct UnusedSuppression: Rule, SuppressionCheck {
  private static let unused = Message("unused", "the suppression of '{0}' keeps nothing back")
  private static let unusedWhole = Message("unusedWhole", "'{0}' keeps nothing back")
  private static let endsNothing = Message("endsNothing", "'{0}' ends no block")
  private static let directive = Message("directive", "there is no '{0}'")
  private static let meantDirective = Message(
    "meantDirective", "there is no '{0}'; did you mean '{1}'?")
  private static let rule = Message("rule", "there is no rule '{0}'")
  private static let meantRule = Message(
    "meantRule", "there is no rule '{0}'; did you mean '{1}'?")
  private static let segment = Message("segment", "'{0}' names no segment of this page")
  private static let renamed = Message(
    "renamed", "'{0}' is called '{1}' now; loclint knows the old name until '{2}'")
  // The ID tells the tests not to want an example: it is reported only when an option asks for it.
  private static let reason = Message("configured", "'{0}' gives no reason")

  private let known: KnownRules
  /// Whether every suppression must say why.
  private let requiresReason: Bool

  let info: RuleInfo

  /// - Parameter knowsFormerNames: Whether any rule has a former name.
  private static func info(knowsFormerNames: Bool) -> RuleInfo {
    RuleInfo(
      id: "unused-suppression", family: "suppressions",
      finds: "a suppression that keeps nothing back or is misspelt.",
      why: """
        A comment that tells loclint to leave a rule's findings alone outlives the fault: the next \
        one of its kind is then hidden too, and nobody knows. Take the comment out, or correct the \
        name of the rule or the number of the segment. A rule that did not run in this run is not \
        told of.
        """,
      severity: .warning, profiles: [.messages: .default], issueType: .other,
      fixable: knowsFormerNames ? .safe : nil,
      messages: [
        unused, unusedWhole, endsNothing, directive, meantDirective, rule, meantRule, segment,
      ] + (knowsFormerNames ? [renamed] : []) + [reason],
      fails: [
        Example(
          "The fault is gone, the comment is still there.",
          .body(
            """
            <!-- loclint-disable-next-line ⟦empty-target⟧: the source is a spacer -->
            {{pair:103}}

            """)),
        Example(
          "No rule is named, and no rule found anything.",
          .body(
            """
            <!-- ⟦loclint-disable: old page⟧ -->
            {{pair:103}}
            <!-- loclint-enable -->

            <!-- ⟦loclint-enable empty-target⟧ -->

            """)),
        Example(
          "Misspelt, a rule and a comment.",
          .body(
            """
            <!-- loclint-disable-file ⟦empty-traget⟧, ⟦spelling⟧ -->
            <!-- ⟦loclint-disable-nextline⟧ empty-target -->
            {{pair:103|Open|}}
            <!-- ⟦loclint-wake-up-please⟧ -->
            <!-- loclint-disable-segment 103 empty-target -->

            """)),
        Example(
          "No segment has the number.",
          .body("{{pair:103}}\n\n<!-- loclint-disable-segment ⟦104⟧ empty-target -->\n")),
      ],
      passes: [
        Example(
          "It keeps a finding back.",
          .body(
            """
            <!-- loclint-disable-next-line empty-target: the source is a spacer -->
            {{pair:103|Open|}}

            """)),
        Example(
          "In a table, where a comment on a line of its own would end it.",
          .body(
            """
            | A | B |
            |---|---|
            | {{pair:103|Open|}} | {{pair:104}} |

            <!-- loclint-disable-segment 103 empty-target: the cell is empty on purpose -->

            """)),
      ])
  }

  init(_ known: KnownRules, requiresReason: Bool) {
    self.known = known
    info = Self.info(knowsFormerNames: known.hasFormerNames)
    self.requiresReason = requiresReason
  }

  func check(on kind: PageKind) -> Check? { .suppressions(self) }

  func check(_ suppressions: Suppressions, ran: Set<String>, _ report: inout Findings) {
    let names = known.names(with: info)
    var spelling = Guesses(among: names.all.union(ran))
    for directive in suppressions.directives where !directive.isOfFormat {
      check(directive, ran, names, &spelling, &report)
    }
  }

  private func check(
    _ directive: Suppressions.Directive, _ ran: Set<String>, _ names: KnownRules.Names,
    _ spelling: inout Guesses, _ report: inout Findings
  ) {
    guard let action = directive.action else {
      if let meant = spelling.verb(for: directive.verb.text) {
        report(directive.verb.range, Self.meantDirective, directive.verb.text, meant)
      } else {
        report(directive.verb.range, Self.directive, directive.verb.text)
      }
      return
    }
    for name in directive.rules {
      if let (rule, until) = names.former[name.text] {
        report(
          name.range, Self.renamed, name.text, rule, until,
          fix: Fix(.safe, "Write the present name.", [Fix.Edit(name.range, Array(rule.utf8))]))
      } else if !ran.contains(name.rule), !names.all.contains(name.text) {
        reportUnknown(name, &spelling, &report)
      }
    }
    if action == .end {
      if !directive.isUsed.contains(true) {
        report(directive.range, Self.endsNothing, directive.verb.text)
      }
      return
    }
    if requiresReason, directive.reason.isEmpty {
      report(directive.range, Self.reason, directive.verb.text)
    }
    if let segment = directive.segment, directive.scopes.isEmpty {
      report(segment.range, Self.segment, segment.text.isEmpty ? directive.verb.text : segment.text)
      return
    }
    if directive.rules.isEmpty, !directive.isUsed[0], names.standard.isSubset(of: ran) {
      report(directive.range, Self.unusedWhole, directive.verb.text)
    }
    for (name, isUsed) in zip(directive.rules, directive.isUsed)
    where !isUsed && ran.contains(name.rule) && name.rule != info.id {
      report(name.range, Self.unused, name.text)
    }
  }

  private func reportUnknown(
    _ name: Suppressions.Directive.Name, _ spelling: inout Guesses, _ report: inout Findings
  ) {
    if let meant = spelling.rule(for: name.text) {
      report(name.range, Self.meantRule, name.text, meant)
    } else {
      report(name.range, Self.rule, name.text)
    }
  }

  /// Words of one page for which a correction is looked for: each is compared with all known names.
  /// A page with more unknown words has other faults.
  static let mostSuggestions = 100

  /// What misspelt words of one page were meant to be, each worked out once.
  private struct Guesses {
    private let rules: [String]
    private let verbs = Suppressions.Directive.Action.allCases.map { "loclint-" + $0.rawValue }
    private var known: [String: String?] = [:]

    init(among rules: Set<String>) {
      self.rules = rules.sorted()
    }

    mutating func rule(for name: String) -> String? { guess(name, rules) }

    mutating func verb(for name: String) -> String? { guess(name, verbs) }

    private mutating func guess(_ name: String, _ names: [String]) -> String? {
      if let guess = known[name] { return guess }
      guard known.count < UnusedSuppression.mostSuggestions else { return nil }
      let guess = Spelling.closest(to: name, among: names)
      known[name] = .some(guess)
      return guess
    }
  }
}
