import LintCore
import LintReporters
import LintWorkspace

extension Subcommand {
  static let judge = Subcommand(
    "judge", "Check the pages of several runs as one", usage: "loclint judge [OPTION…] FILE…",
    [
      "Compares the pages whose facts are in files that runs with --facts-out have written, each over some of them, and "
        + "reports what one run with --across over all of them would. The pages have to lie where they lay; one that "
        + "has changed since is told of. Version and rules must be those of the runs."
    ],
    options: check.options.filter { !withoutJudging.contains($0) },
    operands: .files, exits: check.exits,
    examples: [
      (
        "loclint --facts-out=it.facts docs/it-it",
        "Read the pages of a locale, on one machine of several."
      ),
      ("loclint judge it.facts de.facts", "Compare those of two locales."),
    ]
  ) { (call) throws(UsageError) in
    guard !call.arguments.operands.isEmpty else { throw UsageError("which files of facts?") }
    let book = try call.book
    let options = try CheckOptions(call.arguments, call.settings)
    var inputs = InputFiles()
    inputs.add(options.paths, as: "a file of facts")
    return try CheckCommand(
      options: options, call: call, root: try call.workspace(book),
      renamed: options.baseline == nil && call.settings.dismissed == nil ? [:] : book.renamed,
      inputs: inputs, runFiles: options.paths
    ).run()
  }

  /// What is said of paths, or changes pages.
  private static let withoutJudging: Set<Option.Name> = [
    .across, .factsOut, .fix, .diff, .stdinPath, .filesFrom, .changedSince, .changedLines, .exclude,
    .explainBaseline, .failOnEmpty,
  ]
}
