/// What reports and help say about loclint itself; the version is the run's.
public enum Product {
  public static let name = "loclint"
  public static let fullName = "loclint, a linter for localized documentation"
  public static let organization = "loclint"
  /// Ends with a slash.
  public static let url = "https://loclint.example.org/"

  /// The page about a rule.
  public static func url(ofRule id: String) -> String { "\(url)rules/\(id)" }
}
