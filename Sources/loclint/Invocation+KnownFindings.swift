import LintCore
import LintReporters
import LintWorkspace

/// What `loclint check --explain-baseline` prints.
extension Invocation {
  func explainLists(renamed: [String: String]) throws(UsageError) -> Int32 {
    if let operand = operands.first {
      throw UsageError("--explain-baseline tells of whole lists, and not of '\(operand)'")
    }
    for other in [Option.Name.writeBaseline, .pruneBaseline, .stdinPath, .fix, .diff]
    where arguments.has(other) {
      throw UsageError("--explain-baseline and --\(other.rawValue) exclude each other")
    }
    guard settings.baseline != nil || settings.dismissed != nil else {
      throw UsageError("--explain-baseline wants --baseline=FILE or --dismissed=FILE")
    }
    var texts: [String] = []
    if let path = settings.baseline {
      texts.append(
        KnownFindings.text(of: try BaselineFile.read(path, renamed: renamed), path: path))
    }
    if let path = settings.dismissed {
      texts.append(
        KnownFindings.text(of: try DismissalFile.read(path, renamed: renamed), path: path))
    }
    return streams.print(texts.joined(separator: "\n"))
  }
}
