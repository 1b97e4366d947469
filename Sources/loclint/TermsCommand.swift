import LintCore
import LintReporters
import LintRules
import LintWorkspace
import Synchronization

extension Subcommand {
  static let terms = Subcommand(
    "terms", "Propose words that are not to be translated",
    usage: "loclint terms suggest [OPTION…] [PATH…]",
    [
      "Lists words of the source that nearly all translations leave as they are: the word, in "
        + "how many segments it stands, in how many the target has it too, and the share; "
        + "separated by tabs, the most frequent first. The first column, looked through by "
        + "somebody who knows the product, is a list for --do-not-translate."
    ],
    options: Option.ofConfigurations + Option.ofSources + [.exclude, .jobs],
    operands: .pagesAfter("suggest"),
    exits: exitsOfReading,
    examples: [
      ("loclint terms suggest docs | cut -f1 | tail -n +2 > names.txt", "Make such a list.")
    ]
  ) { (call) throws(UsageError) in
    try TermsCommand(
      call
    ).run()
  }
}

/// `loclint terms suggest`: proposes words that are not to be translated.
struct TermsCommand {
  private let paths: [String]
  private let jobs: Int
  private let call: Invocation
  private let streams: Streams

  init(_ call: Invocation) throws(UsageError) {
    let arguments = call.arguments
    guard let action = arguments.operands.first else {
      throw UsageError("'terms' wants to be told what to do: loclint terms suggest")
    }
    guard action == "suggest" else {
      throw UsageError(unknown: "action of 'terms'", action, among: ["suggest"])
    }
    let all = try arguments.paths()
    paths = all.count > 1 ? Array(all.dropFirst()) : ["."]
    jobs = try arguments.jobs()
    self.call = call
    streams = call.streams
  }

  /// Runs it.
  ///
  /// - Returns: The exit status.
  func run() throws(UsageError) -> Int32 {
    let state = Mutex((words: UnchangedWords(), hasProblem: false))
    let streams = streams
    let (entries, sources) = try call.pages(below: paths)
    ParallelMap(workers: jobs).run(entries) {
      entry -> (path: String, words: UnchangedWords, problem: String?) in
      var words = UnchangedWords()
      var problem = entry.problem
      if problem == nil {
        do throws(FileError) {
          if let page = try sources.page(entry.file) { words.add(page.unit.first) }
        } catch {
          problem = error.description
        }
      }
      return (entry.file.path, words, problem)
    } consume: { result in
      state.withLock { state in
        state.words.add(result.words)
        guard let problem = result.problem else { return }
        state.hasProblem = true
        streams.complain(of: result.path, problem)
      }
    }
    return state.withLock { state in
      var text = "word\tsegments\tkept\tshare\n"
      for word in state.words.suggestions {
        let share = word.kept * 1000 / word.segments
        text +=
          "\(TextReporter.safe(word.word))\t\(word.segments)\t\(word.kept)\t"
          + "\(share / 10).\(share % 10) %\n"
      }
      let status = streams.print(text)
      return status != 0 ? status : state.hasProblem ? 2 : 0
    }
  }
}
