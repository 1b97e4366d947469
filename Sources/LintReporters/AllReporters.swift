public import LintCore

/// The kinds of reports, by the names that people ask for them by.
public enum AllReporters {
  /// The report for people, which is written where nobody asks for another one.
  public static let standard = ReportFormat(
    "text", "Findings for people, with excerpts", fileExtension: "txt"
  ) { options in
    TextReporter(
      detail: options.detail, hasColor: options.hasColor, hasLinks: options.hasLinks,
      width: options.width ?? 100,
      columnUnit: options.columnUnit, showsRanges: options.showsRanges,
      listsUnreadable: options.listsUnreadable, next: options.next,
      listing: options.listing)
  }

  private static let sarif = ReportFormat(
    "sarif", "SARIF 2.1.0, for code scanning", fileExtension: "sarif", linksToRepository: true,
    showsWithheld: true
  ) { _ in SARIFReporter() }

  private static let junit = ReportFormat(
    "junit", "JUnit, a test for each finding", fileExtension: "xml"
  ) { _ in JUnitReporter() }

  /// What `--fix` would change, or has: only on the command line, and only to a file.
  public static let difference = ReportFormat(
    "diff", "A patch of what can be mended; only to a file", fileExtension: "patch",
    hasFigures: false, isForConfigurations: false
  ) { _ in DifferenceReporter() }

  /// Those for programs, in the order of help.
  private static let forPrograms: [ReportFormat] = [
    ReportFormat(
      "azure", "Logging commands of Azure Pipelines", fileExtension: "txt", variable: "TF_BUILD"
    ) { _ in
      AzureReporter()
    },
    ReportFormat("checkstyle", "Checkstyle's XML", fileExtension: "xml", hasFigures: false) { _ in
      CheckstyleReporter()
    },
    ReportFormat(
      "csv", "A table of findings with segments' keys, sources and targets", fileExtension: "csv",
      hasFigures: false
    ) { _ in
      CSVReporter()
    },
    ReportFormat(
      "csv-pages", "A table of pages with their figures", fileExtension: "csv", hasScores: true
    ) { _ in
      CSVPagesReporter()
    },
    ReportFormat(
      "github", "Annotations of GitHub Actions", fileExtension: "txt", variable: "GITHUB_ACTIONS"
    ) { _ in
      GitHubReporter()
    },
    ReportFormat(
      "gitlab", "A Code Quality report of GitLab", fileExtension: "json", hasFigures: false,
      variable: "GITLAB_CI"
    ) { _ in
      GitLabReporter()
    },
    ReportFormat(
      "html", "A page with charts, and all findings with both halves", fileExtension: "html",
      linksToRepository: true
    ) { _ in
      HTMLReporter()
    },
    ReportFormat(
      "jsonl", "An object of JSON on each line", fileExtension: "jsonl", hasScores: true
    ) { _ in
      JSONLinesReporter()
    },
    junit,
    ReportFormat(
      "junit-extended", "The same with file and line, for GitLab and CircleCI", fileExtension: "xml"
    ) { _ in
      JUnitReporter(isExtended: true)
    },
    ReportFormat("markdown", "A page in Markdown for the summary of a job", fileExtension: "md") {
      _ in
      MarkdownReporter()
    },
    ReportFormat("rdjsonl", "Diagnostics for reviewdog", fileExtension: "jsonl", hasFigures: false)
    { _ in
      RDJSONLinesReporter()
    },
    sarif,
  ]

  /// All that can go to standard output, and that a configuration can ask for, in the order of help.
  public static let all = [standard] + forPrograms
  /// What a file can be written in.
  public static let ofFiles = all + [difference]
  /// What a build mostly wants, for examples.
  public static let usual = [sarif, junit]
  /// Those that can show what comments and the baseline keep back.
  public static var showingWithheld: [ReportFormat] { all.filter(\.showsWithheld) }

  /// The format of a name; `nil` when there is none.
  public static func format(named name: String) -> ReportFormat? {
    ofFiles.first { $0.name == name }
  }

  /// What stands for the format that whoever runs loclint reads.
  public static let automatic = "auto"
  /// Those that a build agent reads, which is known by a variable.
  public static var ofAgents: [ReportFormat] { all.filter { $0.variable != nil } }

  /// The format of a name, or the one that whoever runs loclint reads.
  ///
  /// - Parameter variable: The value of a variable of the environment; empty where it is not set.
  public static func format(
    named name: String, where variable: (String) -> String
  ) -> ReportFormat? {
    guard name == automatic else { return format(named: name) }
    return ofAgents.first { format in
      let value = format.variable.map(variable) ?? ""
      return !value.isEmpty && value.lowercased() != "false"
    } ?? standard
  }

  /// The names of those for programs.
  public static var names: [String] { forPrograms.map(\.name) }

  /// A reporter for programs; `nil` when there is none of this name.
  public static func reporter(named name: String) -> (any Reporter)? {
    forPrograms.first { $0.name == name }?.reporter()
  }
}
