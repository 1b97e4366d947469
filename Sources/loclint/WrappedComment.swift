import LintReporters

/// Comments of a YAML file.
enum WrappedComment {
  /// A text as comment lines.
  static func lines(_ text: String) -> String {
    WrappedText.lines(of: text, width: 98).map { "# \($0)\n" }.joined()
  }

  /// YAML that is to be uncommented by whoever wants it.
  static func commented(_ yaml: String) -> String {
    yaml.split(separator: "\n").map { "# \($0)\n" }.joined()
  }
}
