/// Something that is looked for in documents.
///
/// Rules are values, so that one written in Swift and one declared in a file are alike. A rule knows
/// its own settings and what kind of page it is asked about: no severity, no configuration, no file, no
/// other rule.
public protocol Rule: Sendable {
  var info: RuleInfo { get }

  /// How the rule looks at pages of a kind; `nil` where it has nothing to look for: it has no tables of
  /// the language, or no words were given to it.
  ///
  /// It is asked once for each kind of page in a run.
  func check(on kind: PageKind) -> Check?
}
