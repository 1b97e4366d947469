public import LintCore

/// The reporters by the names that people ask for them by.
public enum AllReporters {
  private static let table: [(name: String, make: @Sendable () -> any Reporter)] = [
    ("azure", { AzureReporter() }),
    ("checkstyle", { CheckstyleReporter() }),
    ("github", { GitHubReporter() }),
    ("gitlab", { GitLabReporter() }),
    ("jsonl", { JSONLinesReporter() }),
    ("junit", { JUnitReporter() }),
    ("junit-extended", { JUnitReporter(isExtended: true) }),
    ("markdown", { MarkdownReporter() }),
    ("rdjsonl", { RDJSONLinesReporter() }),
    ("sarif", { SARIFReporter() }),
  ]

  /// In the order of help.
  public static var names: [String] { table.map(\.name) }

  /// A reporter for one run; `nil` when there is none of this name.
  public static func reporter(named name: String) -> (any Reporter)? {
    table.first { $0.name == name }?.make()
  }
}
