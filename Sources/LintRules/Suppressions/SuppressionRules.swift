public import LintCore

/// The rules about suppressions.
public enum SuppressionRules {
  /// The rules of the catalogue, told whether every suppression must give a reason.
  public static func configured(_ rules: [any Rule], requiresReason: Bool) -> [any Rule] {
    guard requiresReason else { return rules }
    return rules.map { $0 is UnusedSuppression ? UnusedSuppression(requiresReason: true) : $0 }
  }
}
