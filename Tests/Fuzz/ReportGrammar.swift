import LintReporters

/// The grammar of each format of reports.
enum ReportGrammar {
  static let names = ["text"] + AllReporters.names

  /// Throws unless a report can be parsed as what it claims to be.
  static func check(_ bytes: [UInt8], as name: String) throws(Violation) {
    switch name {
    case "gitlab", "sarif": try StrictJSON.check(bytes)
    case "jsonl", "rdjsonl": try StrictJSON.check(lines: bytes)
    case "csv", "csv-pages": try CSVGrammar.check(bytes)
    case "checkstyle": try XMLGrammar.check(bytes, root: "checkstyle")
    case "junit", "junit-extended": try XMLGrammar.check(bytes, root: "testsuites")
    case "html": try HTMLGrammar.check(bytes)
    case "markdown": try MarkdownGrammar.check(bytes)
    case "github": try CommandGrammar.checkGitHub(bytes)
    case "azure": try CommandGrammar.checkAzure(bytes)
    default: try TextGrammar.check(bytes)
    }
  }
}
