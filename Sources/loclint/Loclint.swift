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
      let operands = arguments.operands
      let configuration = try arguments.configuration()
      var settings = arguments.inForce(try arguments.settings(), configuration)
      arguments.adopt(paths: settings.paths)
      try arguments.checkInputs(settings)
      switch arguments.subcommand ?? .check {
      case .check:
        let options = try CheckOptions(arguments, settings)
        let book = try RuleBook(library, settings.rules)
        let workspace = try Workspace(settings, configuration, formats: formats, book)
        for remark in workspace.remarks { streams.complain(remark) }
        return try CheckCommand(
          options: options, workspace: workspace, renamed: book.renamed, streams: streams,
          temporaries: temporaries,
          inputs: settings.inputs(configuration, arguments, rules: book.files)
        ).run()
      case .config:
        // All that `check` would refuse is refused here, and all that it remarks on is told.
        _ = try CheckOptions(arguments, settings)
        let book = try RuleBook(library, settings.rules)
        let workspace = try Workspace(settings, configuration, formats: formats, book)
        for remark in workspace.remarks { streams.complain(remark) }
        settings.adopt(.outputs, of: configuration.settings)
        return streams.print(ConfigCommand(settings: settings, paths: operands).text)
      case .initialize:
        if let operand = arguments.operands.first {
          throw UsageError("'init' takes no '\(operand)'")
        }
        return try InitCommand(formats: formats, streams: streams, temporaries: temporaries).run()
      case .rules:
        if let operand = arguments.operands.first {
          throw UsageError("'rules' takes no '\(operand)'; `loclint explain` does")
        }
        let book = try RuleBook(library, settings.rules)
        let rules = RulesCommand(catalogue: try book.everything, locale: settings.locale?.value)
        return streams.print(rules.text)
      case .explain:
        let book = try RuleBook(library, settings.rules)
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

extension Settings {
  /// The files that a run reads besides pages.
  ///
  /// - Parameter rules: The files of a team's rules.
  fileprivate func inputs(_ configuration: Configuration, _ arguments: Arguments, rules: [String])
    -> InputFiles
  {
    var inputs = InputFiles()
    inputs.add(configuration.files, as: "a configuration")
    inputs.add(rules, as: "a rule")
    inputs.add(glossaries, as: "a glossary")
    inputs.add(doNotTranslate, as: "a list of names")
    inputs.add(arguments.values(.filesFrom), as: "a list of paths")
    return inputs
  }
}
