import LintCore
import LintReporters
import LintText
import LintWorkspace

/// What an editor shows of a finding: lines and columns from 0, columns in UTF-16 code units, as the
/// language server protocol counts them.
struct Diagnostic: Equatable {
  struct Position: Equatable {
    let line: Int
    let character: Int

    init(_ place: Place) {
      line = place.line - 1
      character = place.column - 1
    }
  }

  struct Edit: Equatable {
    let start: Position
    let end: Position
    let text: String
  }

  let start: Position
  let end: Position
  let severity: String
  let rule: String
  let message: String
  /// What mends it; empty where nobody knows for certain.
  let edits: [Edit]

  init(_ finding: PlacedFinding, of rule: RuleInfo) {
    start = Position(finding.start)
    end = Position(finding.end)
    severity = finding.severity.rawValue
    self.rule = rule.id
    message = finding.sentence
    guard let fix = finding.fix, fix.safety == .safe else {
      edits = []
      return
    }
    edits = zip(fix.fix.edits, fix.places).map { edit, place in
      Edit(
        start: Position(place.start), end: Position(place.end),
        text: String(decoding: edit.replacement, as: UTF8.self))
    }
  }
}

/// Lints a text that nobody has saved as `loclint check` would lint the file.
///
/// - Parameter path: The file that it stands for, from the workspace's folder on or absolute.
func diagnostics(of text: String, at path: String, in workspace: Workspace) -> [Diagnostic] {
  guard !workspace.excludes(path), let report = workspace.lint(Array(text.utf8), of: path) else {
    // The configuration leaves it out, or it is no kind of file that loclint reads.
    return []
  }
  return report.findings.map { Diagnostic($0, of: workspace.activeRules[$0.rule].info) }
}

@main
struct LintBuffer {
  /// Lints standard input as if it were a file: lint-buffer FOLDER PATH
  static func main() throws {
    let words = CommandLine.arguments.dropFirst()
    guard words.count == 2, let folder = words.first, let path = words.last else { return }
    var text = ""
    while let line = readLine(strippingNewline: false) { text += line }
    // Once for many texts; again when loclint.yml has changed.
    let workspace = try Workspace(at: folder)
    for found in diagnostics(of: text, at: path, in: workspace) {
      print("\(path):\(found.start.line + 1): \(found.severity): \(found.message) [\(found.rule)]")
    }
  }
}
