import LintCore
import LintWorkspace

/// What a subcommand is called with.
struct Invocation: Sendable {
  let arguments: Arguments
  /// What the command line names, without what a configuration adds.
  let operands: [String]
  /// The configurations that are known before pages are looked for.
  let tree: ConfigurationTree
  /// What the command line says.
  let given: Settings
  /// Those in force, as the root file has them.
  let settings: Settings
  let formats: [any Format]
  let makeLibrary: @Sendable () -> RuleLibrary
  let streams: Streams
  let temporaries: TemporaryFiles

  /// Whether a command about rules is to write for programs.
  var wantsJSON: Bool {
    arguments.value(.format).flatMap(RuleListing.Format.init) == .json
  }

  /// The rules that loclint is built with, made by the first who asks.
  var library: RuleLibrary { makeLibrary() }

  /// The rules that can be named.
  var book: RuleBook {
    get throws(UsageError) { try RuleBook(library, settings.rules) }
  }

  /// The root's.
  var configuration: Configuration { tree.rootConfiguration }

  /// The pages below paths that are read and not linted, and what reads them.
  func pages(below paths: [String]) throws(UsageError) -> (
    entries: [Paths.Entry], sources: RunSources
  ) {
    var tree = tree
    let entries = try tree.pages(below: paths, settings, for: formats).entries
    let sources = RunSources(tree, below: paths, for: formats) {
      arguments.inForce(given, onPagesOf: $0)
    }
    sources.expect(entries)
    return (entries, sources)
  }

  /// The working folder with the settings in force.
  func workspace(_ book: RuleBook) throws(UsageError) -> Workspace {
    try Workspace(settings, configuration, formats: formats, book)
  }

  /// The same with all configurations that were found on the way; tells what people should know of them.
  func workspace(_ workspace: Workspace, with tree: ConfigurationTree) throws(UsageError)
    -> Workspace
  {
    let workspace = try workspace.joined(by: tree) { (configuration) throws(UsageError) in
      let settings = arguments.inForce(given, onPagesOf: configuration)
      try arguments.checkInputs(settings)
      return settings
    }
    for remark in workspace.remarks { streams.complain(remark) }
    return workspace
  }
}
