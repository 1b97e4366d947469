import LintCore
import LintReporters
import LintRules
import LintWorkspace

/// The command line.
@main
struct Loclint {
  let formats: [any Format]
  /// Makes the rules, of which words that ask for help or the version need none.
  let library: @Sendable () -> RuleLibrary
  let streams: Streams
  /// The variables that stand for options, `NAME=value`.
  var environment: [String] = []
  var temporaries = TemporaryFiles()

  static func main() {
    System.occupyStandardStreams()
    System.ignoreFailingWrites()
    let command = Loclint(
      formats: AllFormats.all, library: { .builtIn }, streams: Streams(),
      environment: System.variables,
      temporaries: TemporaryFiles(watchesSignals: true))
    let words = CommandLine.arguments
    // Swift reads them from /proc, and without words all that there is would be checked.
    guard !words.isEmpty else {
      command.streams.complain("what it was called with can't be read: is /proc mounted?")
      System.end(with: 2)
    }
    System.end(with: command.run(Array(words.dropFirst())))
  }

  /// Does what it is told.
  ///
  /// - Returns: The exit status.
  func run(_ words: [String]) -> Int32 {
    do throws(UsageError) {
      var arguments = try Arguments(words)
      if arguments.has(.help) {
        return streams.print(Help.text(for: arguments.subcommand))
      }
      if arguments.has(.version) { return streams.print("loclint \(Product.version)\n") }
      for remark in try arguments.adopt(environment) { streams.complain(remark) }
      let subcommand = arguments.effective
      let operands = arguments.operands
      var tree = try arguments.configurations()
      let given = try arguments.settings()
      tree.exclude(given.exclude)
      let settings = arguments.inForce(given, tree.rootConfiguration)
      arguments.adopt(paths: tree.here.settings.paths)
      try arguments.checkInputs(settings)
      if case .nothing(let hint) = subcommand.operands, let operand = operands.first {
        throw UsageError("'\(subcommand.name)' takes no '\(operand)'\(hint)")
      }
      return try subcommand.run(
        Invocation(
          arguments: arguments, operands: operands, tree: tree, given: given,
          settings: settings, formats: formats, makeLibrary: library, streams: streams,
          temporaries: temporaries))
    } catch {
      for mistake in [error.description] + error.others { streams.complain(mistake) }
      if error.isInHelp { streams.tell("Try 'loclint --help'.\n") }
      return 2
    }
  }
}
