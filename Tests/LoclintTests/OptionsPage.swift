@testable import loclint

/// `docs/options.md`: what the command line takes, from what help is made from.
enum OptionsPage {
  static var text: String {
    let check = Subcommand.check
    var page = """
      # Options

      <!-- `make golden` writes this page from the lists in the program; changes made here are lost. -->

      All that the command line takes. `loclint --help` prints the same, and `loclint COMMAND --help` what a command
      takes.

      ## Commands

      | Command | Does |
      |---|---|

      """
    for subcommand in Subcommand.all {
      page += "| `loclint \(subcommand.name)` | \(cell(subcommand.summary)) |\n"
    }
    page += """

      ## Options of check

      `loclint` without a command is `loclint check`. Each may stand in the environment, too: `LOCLINT_` and the option's name in
      capitals, with `_` for hyphens, as in `LOCLINT_FAIL_ON=warning`; of one that may be repeated, a value on each line.
      Flags are set by `1`. The command line wins over the environment, and the environment over `loclint.yml`.

      \(table(check.allOptions))
      """
    for subcommand in Subcommand.all where subcommand != check {
      page += """

        ## loclint \(subcommand.name)

        `\(subcommand.usage.joined(separator: "`, `"))`

        \(subcommand.description.joined(separator: "\n\n"))


        """
      let shared = subcommand.allOptions.filter { option in
        check.takes(option.name) && !subcommand.ownOptions.contains { $0.name == option.name }
      }
      let own = subcommand.allOptions.filter { option in
        !shared.contains { $0.name == option.name }
      }
      if !own.isEmpty { page += table(own) + "\n" }
      let names = shared.filter { !Option.ofAll.contains($0.name) }.map { "`\($0.long)`" }
      if !names.isEmpty { page += "As in `check`: \(names.joined(separator: ", ")).\n" }
    }
    page += "\n## Exit status of check\n\n| Status | Means |\n|--:|---|\n"
    for exit in check.exits { page += "| \(exit.term) | \(cell(exit.help)) |\n" }
    return page.replacing("\n\n\n", with: "\n\n")
  }

  private static func table(_ options: [Option]) -> String {
    "| Option | Does |\n|---|---|\n"
      + options.map { option in
        let term = Help.term(of: option).drop { $0 == " " }.split(separator: ", ")
        let spellings =
          term.map(String.init)
          + option.otherNames.map { "--\($0)=\(option.value.name)" }
        let names = spellings.map { "`\(cell($0))`" }.joined(separator: ", ")
        return "| \(names) | \(cell(Help.help(of: option))) |\n"
      }.joined()
  }

  /// What a table takes for the end of a cell, or for a tag, is kept from it.
  private static func cell(_ text: String) -> String {
    text.replacing("|", with: "\\|").replacing("<", with: "&lt;")
  }
}
