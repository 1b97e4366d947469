public import LintCore

/// The catalogue: every rule, in the order of its families.
public enum AllRules {
  public static let rules: [any Rule] = []
}
