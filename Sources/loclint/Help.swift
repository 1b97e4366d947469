import LintReporters

/// The help of loclint and of each subcommand, made from the table of options.
enum Help {
  private static let width = 80

  /// - Parameter subcommand: `nil` for loclint as a whole.
  static func text(for subcommand: Subcommand?) -> String {
    let page = subcommand?.page ?? overview
    var text = page.usage.enumerated().map { index, line in
      (index == 0 ? "Usage: " : "       ") + line + "\n"
    }.joined()
    for paragraph in page.description {
      text += "\n" + WrappedText.lines(of: paragraph, width: width).joined(separator: "\n") + "\n"
    }
    if subcommand == nil {
      text += section("Commands", Subcommand.allCases.map { ($0.rawValue, $0.page.summary) })
    }
    let options = Option.all.filter { $0.subcommands.contains(subcommand ?? .check) }
    text += section(
      "Options", options.map { (term(of: $0, in: subcommand), help(of: $0, in: subcommand)) })
    text += section("Exit status", page.exits)
    if !page.examples.isEmpty {
      text += "\nExamples:\n"
      for example in page.examples { text += "  \(example.command)\n      \(example.meaning)\n" }
    }
    return text
  }

  static func term(of option: Option, in subcommand: Subcommand?) -> String {
    let exception = option.exception(in: subcommand)
    let value = exception?.value ?? option.value
    let name = value.isOptional ? "[=\(value.name)]" : value.name.isEmpty ? "" : "=\(value.name)"
    return (option.short.map { "-\($0), " } ?? "    ") + option.long
      + name
  }

  static func help(of option: Option, in subcommand: Subcommand?) -> String {
    if let exception = option.exception(in: subcommand) { return exception.help }
    var help = option.help
    if let choices = option.value.choices {
      help += ": " + choices.joined(separator: ", ")
    }
    if let standard = option.standard { help += " (default: \(standard))" }
    return help + (option.isRepeatable ? " (may be repeated)" : "")
  }

  private static func section(_ title: String, _ rows: [(term: String, help: String)]) -> String {
    let indent = min((rows.map { $0.term.utf8.count }.max() ?? 0) + 4, 28)
    var text = "\n\(title):\n"
    for row in rows {
      let lines = WrappedText.lines(of: row.help, width: width - indent)
      var line = "  " + row.term
      if row.term.count + 4 > indent {
        text += line + "\n"
        line = ""
      }
      for rest in lines {
        text += line + String(repeating: " ", count: indent - line.count) + rest + "\n"
        line = ""
      }
    }
    return text
  }
}

extension Help {
  /// What one page of help says besides its options.
  struct Page {
    let usage: [String]
    /// What it does, in a few words.
    let summary: String
    let description: [String]
    let exits: [(term: String, help: String)]
    let examples: [(command: String, meaning: String)]
  }

  private static let checkExits = [
    ("0", "No finding is as severe as --fail-on says."),
    (
      "1",
      "At least one is, there are more warnings than --max-warnings allows, or a locale scores less than "
        + "--min-score; with --diff, there is something to "
        + "mend."
    ),
    (
      "2",
      "Wrong use, a PATH that does not exist or holds no document, a file that can't be read "
        + "or written, or a rule whose pattern takes too long; all else is still checked and reported. --fail-on=never does not hide this."
    ),
  ]

  fileprivate static let otherExits = [("0", "Done."), ("2", "Wrong use.")]

  fileprivate static let check = Page(
    usage: ["loclint [check] [OPTION…] [PATH…]"],
    summary: "Look for faults in localized documents (the default)",
    description: [
      "Looks for faults in localized documents: Markdown in which each translated sentence stands "
        + "beside its source.",
      "Without a PATH it checks the working folder. Folders are searched for .md files; hidden "
        + "ones, node_modules and symbolic links are passed over. A path given by name is always "
        + "taken.",
    ],
    exits: checkExits,
    examples: [
      ("loclint docs", "Check all documents below docs."),
      (
        "loclint --locale=it-IT --select=+links --fail-on=warning docs/it-it",
        "Check Italian pages, links in any case; warnings fail too."
      ),
      (
        "loclint --glossary=terms.csv --select=+typography/fr docs/fr-fr",
        "Check terms and French typography too."
      ),
      ("loclint --diff docs | git apply", "Mend what is certain; --fix does it without git."),
      (
        "loclint --write-baseline=known.txt docs",
        "List what is there today, for --baseline=known.txt to leave out."
      ),
      (
        "loclint --changed-since=origin/main --changed-lines docs",
        "Report only what a branch brings."
      ),
      (
        "loclint --output=sarif=loclint.sarif --output=junit=loclint.xml docs",
        "Print findings, and write two reports for a build server."
      ),
    ])

  static var overview: Page {
    Page(
      usage: [
        "loclint [check] [OPTION…] [PATH…]", "loclint rules", "loclint explain RULE…",
        "loclint segments [PATH…]", "loclint merge [OPTION…] FILE…",
        "loclint terms suggest [PATH…]", "loclint test-rules FOLDER…",
        "loclint config [OPTION…]", "loclint init",
        "loclint completion SHELL", "loclint man",
      ],
      summary: check.summary, description: check.description, exits: checkExits,
      examples: check.examples + [
        ("loclint explain changed-link-target", "Tell what a rule looks for, and why.")
      ])
  }
}

extension Subcommand {
  /// What its help says.
  var page: Help.Page {
    switch self {
    case .check: Help.check
    case .rules:
      Help.Page(
        usage: ["loclint rules [OPTION…]"], summary: "List all rules",
        description: [
          "Lists all rules by family or pack: the name, the severity of what it finds, the first "
            + "profile that it belongs to, and what it finds. A rule of a pack belongs to no profile "
            + "(-); it runs when it or its pack is selected: --select=+typography/fr.",
          "Some rules need tables of the words or letters of a language, and are silent where there "
            + "are none; with --locale it says which.",
        ], exits: Help.otherExits,
        examples: [("loclint rules --locale=cy-GB", "Tell also which rules know no Welsh.")])
    case .explain:
      Help.Page(
        usage: ["loclint explain [OPTION…] RULE…"], summary: "Tell what a rule finds, and why",
        description: [
          "Tells what a rule finds, why that matters and how to mend it, with examples. RULE is the "
            + "name in brackets at the end of a finding, or a family of rules."
        ], exits: Help.otherExits,
        examples: [("loclint explain changed-link-target", "Explain one rule.")])
    case .config:
      Help.Page(
        usage: ["loclint config [OPTION…] [PATH…]"],
        summary: "Tell what is in force, and where it comes from",
        description: [
          "Prints each thing that a loclint.yml can say, as it would hold for `check` with the same "
            + "options, and where it comes from: a line of a file, the command line, or the default.",
          "The file is looked for in the working folder and above, up to the root of the repository. "
            + "Options on the command line win over it; lists are joined, but a --select of rules "
            + "replaces its select and ignore.",
        ], exits: Help.otherExits,
        examples: [("loclint config --profile=all", "See what an option changes.")])
    case .initialize:
      Help.Page(
        usage: ["loclint init"], summary: "Write a loclint.yml that fits this folder",
        description: [
          "Writes loclint.yml into the working folder: every key with what it means, and those in "
            + "use that the documents below call for. It does not write over one that is there."
        ], exits: Help.otherExits, examples: [("cd docs && loclint init", "Begin.")])
    case .testRules:
      Help.Page(
        usage: ["loclint test-rules FOLDER…"],
        summary: "Run the examples in a team's own rules",
        description: [
          "Runs the examples in the rule files of a folder and prints what a rule should have found "
            + "and what it found, marked ⟦like this⟧. A rule without an example that fails is "
            + "told of too, for nobody knows whether it finds anything."
        ],
        exits: [
          ("0", "Every rule finds what its examples mark."), ("1", "At least one does not."),
          ("2", "Wrong use, or a file that is no rule."),
        ],
        examples: [("loclint test-rules house-rules", "Test the rules in house-rules.")])
    case .terms:
      Help.Page(
        usage: ["loclint terms suggest [OPTION…] [PATH…]"],
        summary: "Propose words that are not to be translated",
        description: [
          "Lists words of the source that nearly all translations leave as they are: the word, in "
            + "how many segments it stands, in how many the target has it too, and the share; "
            + "separated by tabs, the most frequent first. The first column, looked through by "
            + "somebody who knows the product, is a list for --do-not-translate."
        ],
        exits: [
          ("0", "Done."),
          ("2", "Wrong use, or a PATH that does not exist, holds no document or can't be read."),
        ],
        examples: [
          ("loclint terms suggest docs | cut -f1 | tail -n +2 > names.txt", "Make such a list.")
        ])
    case .segments:
      Help.Page(
        usage: ["loclint segments [OPTION…] [PATH…]"],
        summary: "List the segments of documents as they are read",
        description: [
          "Lists every segment on a line of its own, in the order of the paths: path, span ID, and "
            + "where the target begins and ends and the source begins and ends, in bytes from the "
            + "start of the file; separated by tabs."
        ],
        exits: [
          ("0", "Done."),
          ("2", "Wrong use, or a PATH that does not exist, holds no document or can't be read."),
        ],
        examples: [("loclint segments docs | wc -l", "Count the segments below docs.")])
    case .merge:
      Help.Page(
        usage: ["loclint merge [OPTION…] FILE…"],
        summary: "Make one SARIF report of several",
        description: [
          "Makes one SARIF report of those that several runs of this loclint have written, as one "
            + "run over all their files would have written it: for builds that check the locales "
            + "one by one and upload the result once. What stands in several is taken once."
        ],
        exits: [
          ("0", "Done, whatever the runs have found."),
          ("2", "Wrong use, or a FILE that can't be read, is no such report or can't be written."),
        ],
        examples: [
          (
            "loclint merge --output=all.sarif it.sarif de.sarif",
            "Join the reports of two locales."
          )
        ])
    case .completion:
      Help.Page(
        usage: ["loclint completion SHELL"],
        summary: "Write what completes command lines in a shell",
        description: [
          "Writes a script for bash, zsh or fish that completes commands, options, their values and "
            + "the names of rules. `make install` puts all three where shells look for them."
        ], exits: Help.otherExits,
        examples: [
          ("source <(loclint completion bash)", "Complete in this bash."),
          (
            "loclint completion fish > ~/.config/fish/completions/loclint.fish",
            "Complete in fish from now on."
          ),
        ])
    case .man:
      Help.Page(
        usage: ["loclint man"], summary: "Write the manual page",
        description: ["Writes the manual page in roff, as man reads it."],
        exits: Help.otherExits,
        examples: [("loclint man | man -l -", "Read it.")])
    }
  }
}
