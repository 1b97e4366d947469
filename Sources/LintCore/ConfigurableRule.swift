/// A rule that a configuration may change.
public protocol ConfigurableRule: Rule {
  /// The rule with other values for some of its settings, each of the type of its standard.
  func configured(_ values: [String: RuleSetting.Value]) -> Self
}
