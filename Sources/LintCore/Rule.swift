public import LintText

/// Something that is looked for in documents.
///
/// Rules are values, so that one written in Swift and one declared in a file are alike. A rule sees
/// a document and its own settings: no severity, no configuration, no file, no other rule.
public protocol Rule: Sendable {
  var info: RuleInfo { get }
  /// What it looks at; told by the protocols below.
  var scope: RuleScope { get }

  /// Reports every occurrence of the fault in a document.
  func check(_ document: borrowing Document, _ report: inout Findings)
}

/// What a rule looks at, with the rule as that needs it: to ask each for its protocols when the program
/// starts would take as long as all else there.
public enum RuleScope {
  case document
  case segments(any SegmentRule)
  case suppressions(any SuppressionRule)
}

extension Rule {
  public var scope: RuleScope { .document }
}

/// A rule that looks at one segment at a time.
public protocol SegmentRule: Rule {
  /// What a segment has one of if the rule can find anything there; the rule sees no others.
  var triggers: SegmentTraits { get }

  /// Reports every occurrence of the fault in a segment.
  func check(_ segment: borrowing Segment, _ report: inout Findings)
}

/// A rule that works only for languages that it has tables of, and is silent elsewhere.
public protocol LanguageRule: Rule {
  /// Whether it has what it needs for pages of a locale.
  func works(for locale: LocaleTag) -> Bool
}

/// A rule that a configuration may change.
public protocol ConfigurableRule: Rule {
  /// The rule with other values for some of its settings, each of the type of its standard.
  func configured(_ values: [String: RuleSetting.Value]) -> Self
}

/// A rule that looks at the comments that keep findings back, when the others have run.
public protocol SuppressionRule: Rule {
  /// Reports what is wrong with a document's suppressions.
  ///
  /// - Parameter ran: The names of the rules that took part in the run.
  func check(_ suppressions: Suppressions, ran: Set<String>, _ report: inout Findings)
}

extension SuppressionRule {
  /// Does nothing: before the other rules have run there is nothing to say.
  public func check(_ document: borrowing Document, _ report: inout Findings) {}

  public var scope: RuleScope { .suppressions(self) }
}

extension SegmentRule {
  public var scope: RuleScope { .segments(self) }

  public var triggers: SegmentTraits { .always }

  public func check(_ document: borrowing Document, _ report: inout Findings) {
    for index in document.records.indices
    where !document.traits[index].isDisjoint(with: triggers) {
      check(document.segment(index), &report)
    }
  }
}
