import LintCore
import LintWorkspace

/// What a subcommand is called with.
struct Invocation: Sendable {
  let arguments: Arguments
  /// What the command line names, without what a configuration adds.
  let operands: [String]
  let configuration: Configuration
  /// Those in force.
  let settings: Settings
  let formats: [any Format]
  let library: RuleLibrary
  let streams: Streams
  let temporaries: TemporaryFiles

  /// Whether a command about rules is to write for programs.
  var wantsJSON: Bool {
    arguments.value(.format).flatMap(RuleListing.Format.init) == .json
  }

  /// The rules that can be named.
  var book: RuleBook {
    get throws(UsageError) { try RuleBook(library, settings.rules) }
  }

  /// The working folder with the settings in force; tells what people should know of them.
  func workspace(_ book: RuleBook) throws(UsageError) -> Workspace {
    let workspace = try Workspace(settings, configuration, formats: formats, book)
    for remark in workspace.remarks { streams.complain(remark) }
    return workspace
  }
}
