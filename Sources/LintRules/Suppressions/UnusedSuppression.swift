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
  // Which example could show what only an option asks for?
  private static let reason = Message("configured", "'{0}' gives no reason")

  /// Whether every suppression must say why.
  let requiresReason: Bool

  let info = RuleInfo(
    id: "unused-suppression", family: "suppressions",
    finds: "a suppression that keeps nothing back or is misspelt.",
    why: """
      A comment that tells loclint to leave a rule's findings alone outlives the fault: the next \
      one of its kind is then hidden too, and nobody knows. Take the comment out, or correct the \
      name of the rule or the number of the segment. A rule that did not run in this run is not \
      told of.
      """,
    severity: .warning, issueType: .other,
    messages: [
      unused, unusedWhole, endsNothing, directive, meantDirective, rule, meantRule, segment, reason,
    ],
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

  init(requiresReason: Bool = false) {
    self.requiresReason = requiresReason
  }

  func check(on kind: PageKind) -> Check? { .suppressions(self) }

  func check(_ suppressions: Suppressions, ran: Set<String>, _ report: inout Findings) {
    var spelling = Guesses(among: Self.allNames.union(ran))
    for directive in suppressions.directives {
      check(directive, ran, &spelling, &report)
    }
  }

  private func check(
    _ directive: Suppressions.Directive, _ ran: Set<String>, _ spelling: inout Guesses,
    _ report: inout Findings
  ) {
    guard let action = directive.action else {
      if let meant = spelling.verb(for: directive.verb.text) {
        report(directive.verb.range, Self.meantDirective, directive.verb.text, meant)
      } else {
        report(directive.verb.range, Self.directive, directive.verb.text)
      }
      return
    }
    for name in directive.rules where !isKnown(name.text, ran) {
      reportUnknown(name, &spelling, &report)
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
    if directive.rules.isEmpty, !directive.isUsed[0], Self.defaultRules.isSubset(of: ran) {
      report(directive.range, Self.unusedWhole, directive.verb.text)
    }
    for (name, isUsed) in zip(directive.rules, directive.isUsed)
    where !isUsed && ran.contains(name.text) && name.text != info.id {
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

  /// Each guess compares with all names; a page with more unknown words than this has other faults.
  static let mostSuggestions = 100

  /// What misspelt words of one page were meant to be.
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

  private func isKnown(_ name: String, _ ran: Set<String>) -> Bool {
    ran.contains(name) || Self.allNames.contains(name)
  }

  /// All that a suppression can name besides a team's own rules.
  private static let allNames = Set(
    AllRules.rules.map(\.info.id) + PackRule.builtIn.map(\.id))

  /// What runs unless it is told otherwise: a run of less says nothing of a comment on all rules.
  private static let defaultRules = Set(
    AllRules.rules.map(\.info).filter {
      $0.profile == .default && !TermRules.wantGlossary.contains($0.id)
    }.map(\.id))
}
