/// The version of loclint.
enum Version {
  /// As in Semantic Versioning 2.
  static let current = "0.1.0"
}
