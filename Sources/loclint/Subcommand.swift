import LintWorkspace

/// Something that loclint can be asked to do: help, manual page, completions and what is run come from
/// these values.
struct Subcommand: Sendable, Equatable {
  /// What stands behind the options.
  enum Operands: Sendable, Equatable {
    /// Nothing; the hint goes behind the mistake that something does.
    case nothing(hint: String = "")
    /// Pages or their folders; where none is named, those of the configuration.
    case pages
    /// A word that says what to do, then pages.
    case pagesAfter(String)
    case files
    case rules
    case words([String])
  }

  let name: String
  /// What it does, in a few words.
  let summary: String
  let usage: [String]
  /// What it does, in paragraphs; made when somebody asks, as the next two are, for a run needs none of
  /// them.
  var description: [String] { makeDescription() }
  /// The names of the options that it takes; all take those for help and version.
  let options: [Option.Name]
  /// Options that mean something else in it.
  let ownOptions: [Option]
  let operands: Operands
  var exits: [(term: String, help: String)] { makeExits() }
  var examples: [(command: String, meaning: String)] { makeExamples() }
  /// Does it, and returns the exit status.
  let run: @Sendable (Invocation) throws(UsageError) -> Int32

  private let makeDescription: @Sendable () -> [String]
  private let makeExits: @Sendable () -> [(term: String, help: String)]
  private let makeExamples: @Sendable () -> [(command: String, meaning: String)]

  init(
    _ name: String, _ summary: String, usage: String,
    _ description: @autoclosure @escaping @Sendable () -> [String],
    options: [Option.Name] = [], own: [Option] = [], operands: Operands,
    exits: @autoclosure @escaping @Sendable () -> [(term: String, help: String)] = standardExits,
    examples: @autoclosure @escaping @Sendable () -> [(command: String, meaning: String)],
    run: @escaping @Sendable (Invocation) throws(UsageError) -> Int32
  ) {
    self.name = name
    self.summary = summary
    self.usage = [usage]
    makeDescription = description
    self.options = options
    ownOptions = own
    self.operands = operands
    makeExits = exits
    makeExamples = examples
    self.run = run
  }

  static let standardExits = [(term: "0", help: "Done."), (term: "2", help: "Wrong use.")]
  /// Where pages are read.
  static let exitsOfReading = [
    (term: "0", help: "Done."),
    (
      term: "2",
      help: "Wrong use, or a PATH that does not exist, holds no document or can't be read."
    ),
  ]

  static func == (left: Subcommand, right: Subcommand) -> Bool { left.name == right.name }

  /// Whether it takes an option.
  func takes(_ name: Option.Name) -> Bool {
    options.contains(name) || Option.ofAll.contains(name)
  }

  /// The options that it takes, as they are in it, in the order of help.
  var allOptions: [Option] {
    Option.all.filter { takes($0.name) }.map { option in
      ownOptions.first { $0.name == option.name } ?? option
    }
  }
}

extension Subcommand {
  /// All of them, in the order of help; the first is meant where none is named.
  static let all = [
    check, judge, status, dismiss, rules, explain, segments, merge, terms, config, initialize, hook,
    testRules,
    completion, man,
  ]

  /// The one of a name; `nil` when there is none.
  static func named(_ name: String) -> Subcommand? { all.first { $0.name == name } }
}
