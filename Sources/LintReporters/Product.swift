/// What reports and help say about loclint itself.
public enum Product {
  public static let name = "loclint"
  /// As in Semantic Versioning 2. Reports say the run's, which tests set.
  public static let version = "0.1.0"
  public static let fullName = "loclint, a linter for localized documentation"
  public static let organization = "loclint"
  /// Ends with a slash.
  public static let url = "https://loclint.example.org/"

  /// The page about a rule.
  public static func url(ofRule id: String) -> String { "\(url)rules/\(id)" }
}
