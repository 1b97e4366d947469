import LintCore
import LintReporters
import LintRules
import LintWorkspace
import SideBySide

/// The command line.
@main
struct Loclint {
  let formats: [any Format]
  let library: RuleLibrary
  let streams: Streams
  var temporaries = TemporaryFiles()

  static func main() {
    System.occupyStandardStreams()
    System.ignoreFailingWrites()
    let command = Loclint(
      formats: [SideBySideMarkdown()], library: .builtIn, streams: Streams(),
      temporaries: TemporaryFiles(watchesSignals: true))
    System.end(with: command.run(Array(CommandLine.arguments.dropFirst())))
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
      let given = arguments
      let configuration = try arguments.configuration()
      arguments.adopt(configuration)
      try arguments.checkInputs()
      switch arguments.subcommand ?? .check {
      case .check:
        let options = try CheckOptions(arguments)
        let book = try RuleBook(arguments, library)
        try book.check(configuration)
        let rules = try book.rules(for: options.selection.names, arguments, configuration)
        for remark in book.remarks(on: options.selection.names, configuration) {
          streams.complain(remark)
        }
        return try CheckCommand(
          options: options, configuration: configuration, formats: formats, rules: rules,
          renamed: book.renamed, streams: streams, temporaries: temporaries,
          inputs: arguments.inputs(configuration, rules: book.files)
        ).run()
      case .config:
        let options = try CheckOptions(arguments)
        let book = try RuleBook(arguments, library)
        try book.check(configuration)
        // All that `check` would refuse is refused here, and all that it remarks on is told.
        let rules = try book.rules(for: options.selection.names, arguments, configuration)
        _ = try options.selection.rules(of: rules.rules, with: rules.features)
        for remark in book.remarks(on: options.selection.names, configuration) {
          streams.complain(remark)
        }
        return streams.print(
          ConfigCommand(given: given, inForce: arguments, configuration: configuration).text)
      case .initialize:
        if let operand = arguments.operands.first {
          throw UsageError("'init' takes no '\(operand)'")
        }
        return try InitCommand(formats: formats, streams: streams, temporaries: temporaries).run()
      case .rules:
        if let operand = arguments.operands.first {
          throw UsageError("'rules' takes no '\(operand)'; `loclint explain` does")
        }
        let book = try RuleBook(arguments, library)
        let rules = RulesCommand(catalogue: try book.everything, locale: try arguments.locale())
        return streams.print(rules.text)
      case .explain:
        let book = try RuleBook(arguments, library)
        let explain = ExplainCommand(catalogue: try book.rules(for: arguments.operands))
        return streams.print(try explain.text(of: arguments.operands))
      case .testRules:
        return try TestRulesCommand(arguments, formats: formats, streams: streams).run()
      case .terms:
        return try TermsCommand(arguments, configuration, formats: formats, streams: streams)
          .run()
      case .segments:
        return try SegmentsCommand(
          arguments, configuration, formats: formats, streams: streams
        ).run()
      case .merge:
        return try MergeCommand(arguments, streams: streams, temporaries).run()
      case .completion:
        return streams.print(Completion.script(for: try arguments.shell()))
      case .man:
        if let operand = arguments.operands.first {
          throw UsageError("'man' takes no '\(operand)'")
        }
        return streams.print(ManPage.text)
      }
    } catch {
      for mistake in [error.description] + error.others { streams.complain(mistake) }
      if error.isInHelp { streams.tell("Try 'loclint --help'.\n") }
      return 2
    }
  }
}
