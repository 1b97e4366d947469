import Glibc
import LintCore
import LintFormats
import LintRules

/// The command line.
@main
struct Loclint {
  let formats: [any Format]
  let catalogue: [any Rule]
  let streams: Streams

  static func main() async {
    Terminal.occupyStandardStreams()
    signal(SIGPIPE, SIG_IGN)
    // Display widths come from the C library, which knows none in its default locale.
    unsafe setlocale(LC_CTYPE, "C.UTF-8")
    let command = Loclint(
      formats: [SideBySideMarkdown()], catalogue: AllRules.rules, streams: Streams())
    exit(await command.run(Array(CommandLine.arguments.dropFirst())))
  }

  /// Does what it is told.
  ///
  /// - Returns: The exit status.
  func run(_ words: [String]) async -> Int32 {
    do throws(UsageError) {
      let arguments = try Arguments(words)
      if arguments.has(.help) {
        return streams.print(Help.text(for: arguments.subcommand))
      }
      if arguments.has(.version) { return streams.print("loclint \(Version.current)\n") }
      switch arguments.subcommand ?? .check {
      case .check:
        let options = try CheckOptions(arguments)
        return try await CheckCommand(
          options: options, formats: formats, catalogue: catalogue, streams: streams
        ).run()
      case .rules:
        if let operand = arguments.operands.first {
          throw UsageError("'rules' takes no '\(operand)'; `loclint explain` does")
        }
        return streams.print(RulesCommand(catalogue: catalogue).text)
      case .explain:
        let explain = ExplainCommand(catalogue: catalogue)
        return streams.print(try explain.text(of: arguments.operands))
      case .segments:
        return try await SegmentsCommand(arguments, formats: formats, streams: streams).run()
      case .merge:
        return try MergeCommand(arguments, streams: streams).run()
      }
    } catch {
      streams.complain(error.description)
      if error.isInHelp { streams.tell("Try 'loclint --help'.\n") }
      return 2
    }
  }
}
