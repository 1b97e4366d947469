import CBuild

/// What reports and help say about loclint itself.
public enum Product {
  public static let name = "loclint"
  /// As in Semantic Versioning 2. Reports say the run's, which tests set.
  public static let version = "0.1.0"
  public static let fullName = "loclint, a linter for localized documentation"
  public static let organization = "loclint"
  /// The address of rules' pages that this program was built with (`make build RULE_PAGES=…`); empty where it
  /// was built with none.
  public static var rulePages: String { unsafe String(cString: loclint_rule_pages()) }
}
