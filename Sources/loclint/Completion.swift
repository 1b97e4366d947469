import LintReporters
import LintWorkspace

extension Subcommand {
  static let completion = Subcommand(
    "completion", "Write what completes command lines in a shell",
    usage: "loclint completion SHELL",
    [
      "Writes a script for bash, zsh or fish that completes commands, options, their values and "
        + "the names of rules. `make install` puts all three where shells look for them."
    ],
    operands: .words(Completion.Shell.allCases.map(\.rawValue)),
    examples: [
      ("source <(loclint completion bash)", "Complete in this bash."),
      (
        "loclint completion fish > ~/.config/fish/completions/loclint.fish",
        "Complete in fish from now on."
      ),
    ]
  ) { (call) throws(UsageError) in
    call.streams.print(Completion.script(for: try call.arguments.shell()))
  }
}

/// Scripts that complete command lines in a shell, made from the table of options.
enum Completion {
  enum Shell: String, CaseIterable {
    case bash, zsh, fish
  }

  static func script(for shell: Shell) -> String {
    switch shell {
    case .bash: bash
    case .zsh: zsh
    case .fish: fish
    }
  }

  /// What can stand for a value or an operand.
  private enum Candidates: Equatable {
    case nothing
    case files
    case rules
    case words([String])
  }

  /// What prints the names of all rules and families, one on a line.
  private static let listRules = #"loclint rules 2>/dev/null | sed -n 's/^ *\([^ ][^ ]*\).*/\1/p'"#

  private static func candidates(for option: Option) -> Candidates {
    switch option.value {
    case .none: .nothing
    case .choice(_, let words), .optionalChoice(_, let words, _): .words(words())
    case .word("FORMAT=FILE"): .words(AllReporters.ofFiles.map { $0.name + "=" })
    case .word(let name) where name.hasPrefix("RULE"): .rules
    case .word("FILE"), .word("FOLDER"): .files
    case .word: .nothing
    }
  }

  private static func operands(of subcommand: Subcommand) -> Candidates {
    switch subcommand.operands {
    case .nothing: .nothing
    case .rules: .rules
    case .words(let words): .words(words)
    case .pages, .pagesAfter, .files: .files
    }
  }

  private static let subcommands = Subcommand.all.map(\.name)

  /// A word that a shell takes as it is.
  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: #"'\''"#) + "'"
  }
}

// MARK: - bash

extension Completion {
  private static var bash: String {
    let values = Option.all.map { bashCase(for: $0) }.joined()
    // What takes another value in a subcommand comes before what it takes elsewhere.
    let exceptions = Subcommand.all.flatMap { subcommand in
      subcommand.ownOptions.map { bashCase(for: $0, after: subcommand.name + " ") }
    }.joined()
    var options = ""
    var operands = ""
    for subcommand in Subcommand.all {
      let words = subcommand.allOptions.map { option in
        if case .none = option.value { option.long } else { option.long + "=" }
      }
      options += "      \(subcommand.name)) "
      options += "_loclint_words \(quoted(words.joined(separator: " "))) ;;\n"
      switch self.operands(of: subcommand) {
      case .nothing, .files: continue
      case .rules: operands += "    \(subcommand.name)) _loclint_rules ;;\n"
      case .words(let words):
        operands += "    \(subcommand.name)) "
        operands += "_loclint_words \(quoted(words.joined(separator: " "))) ;;\n"
      }
    }
    let none = Subcommand.all.filter { self.operands(of: $0) == .nothing }
    operands += "    \(none.map(\.name).joined(separator: " | "))) ;;\n"
    return """
      # Completion for bash, written by `loclint completion bash`.

      _loclint_words() {
        mapfile -t COMPREPLY < <(compgen -W "$1" -- "$word")
        if [[ ${COMPREPLY[0]-} == *= ]]; then compopt -o nospace; fi
      }

      _loclint_files() {
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -f -- "$word")
      }

      # The last of names with commas between them.
      _loclint_rules() {
        local before=${word%"${word##*,}"}
        mapfile -t COMPREPLY < <(
          compgen -P "$before" -W "$(\(listRules))" -- "${word##*,}"
        )
      }

      _loclint() {
        local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]-}
        local command='' index
        COMPREPLY=()
        # The sign between an option and its value is a word of its own here.
        if [[ $word == = ]]; then
          word=
        elif [[ $before == = ]]; then
          before=${COMP_WORDS[COMP_CWORD - 2]-}
        fi
        for ((index = 1; index < COMP_CWORD; index++)); do
          case ${COMP_WORDS[index]} in
            \(subcommands.joined(separator: " | ")))
              command=${COMP_WORDS[index]}
              break
              ;;
          esac
        done
        case "$command $before" in
      \(exceptions)  esac
        case $before in
      \(values)  esac
        if [[ $word == -* ]]; then
          case ${command:-check} in
      \(options)    esac
          return
        fi
        case $command in
      \(operands)    *)
            _loclint_files
            if [[ -z $command && $COMP_CWORD -eq 1 ]]; then
              mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(
                compgen -W \(quoted(subcommands.joined(separator: " "))) -- "$word"
              )
            fi
            ;;
        esac
      }

      complete -F _loclint loclint

      """
  }
}

extension Completion {
  /// What completes an option's value; nothing for a flag.
  private static func bashCase(for option: Option, after prefix: String = "") -> String {
    let action: String
    switch candidates(for: option) {
    case .nothing:
      if case .none = option.value { return "" }
      action = ""
    case .files: action = "      _loclint_files\n"
    case .rules: action = "      _loclint_rules\n"
    case .words(let words):
      action = "      _loclint_words \(quoted(words.joined(separator: " ")))\n"
    }
    let spellings = ([option.long] + (option.short.map { ["-\($0)"] } ?? []))
      .map { prefix.isEmpty ? $0 : quoted(prefix + $0) }.joined(separator: " | ")
    return "    \(spellings))\n\(action)      return\n      ;;\n"
  }
}

// MARK: - zsh

extension Completion {
  private static var zsh: String {
    var cases = ""
    for subcommand in Subcommand.all {
      cases += "    \(subcommand.name))\n      _arguments -s -S"
      for option in subcommand.allOptions {
        cases += " \\\n        " + zshArgument(for: option)
      }
      if subcommand != .check { cases += " \\\n        '1:command:(\(subcommand.name))'" }
      switch operands(of: subcommand) {
      case .nothing: break
      case .files:
        cases += " \\\n        '*:path:\(subcommand == .check ? "_loclint_paths" : "_files")'"
      case .rules: cases += " \\\n        '*:rule:_loclint_rule'"
      case .words(let words): cases += " \\\n        '2:word:(\(words.joined(separator: " ")))'"
      }
      cases += "\n      ;;\n"
    }
    let commands = Subcommand.all.map { subcommand in
      "    "
        + quoted(subcommand.name + ":" + subcommand.summary.replacing(":", with: "\\:"))
    }
    return """
      #compdef loclint
      # Completion for zsh, written by `loclint completion zsh`.

      _loclint_rule() {
        local -a names
        names=(${(f)"$(\(listRules))"})
        compadd "$@" -a names
      }

      # Several, with commas between them.
      _loclint_rules() {
        _sequence _loclint_rule
      }

      _loclint_paths() {
        local -a commands
        commands=(
      \(commands.joined(separator: "\n"))
        )
        if ((CURRENT == 2)); then _describe command commands; fi
        _files
      }

      _loclint() {
        local command=check word
        for word in ${words[2,CURRENT-1]}; do
          case $word in
            \(subcommands.joined(separator: "|")))
              command=$word
              break
              ;;
          esac
        done
        case $command in
      \(cases)  esac
      }

      if [[ $funcstack[1] == _loclint ]]; then
        _loclint "$@"
      else
        compdef _loclint loclint
      fi

      """
  }

  private static func zshArgument(for option: Option) -> String {
    var about = option.help
    for sign in ["\\", "[", "]", ":"] { about = about.replacing(sign, with: "\\" + sign) }
    var value = ""
    switch candidates(for: option) {
    case .nothing: if case .word(let name) = option.value { value = ":\(name):" }
    case .files: value = ":\(option.valueName):_files"
    case .rules: value = ":\(option.valueName):_loclint_rules"
    case .words(let words):
      value = ":\(option.valueName.replacing("=", with: " ")):(\(words.joined(separator: " ")))"
    }
    let takesValue = if case .none = option.value { false } else { true }
    let long = option.long + (takesValue ? "=" : "")
    let rest = quoted("[\(about)]\(value)")
    guard let short = option.short.map({ "-\($0)" }) else {
      return quoted(option.isRepeatable ? "*" : "") + long + rest
    }
    let exclusion = option.isRepeatable ? "*" : "(\(short) \(option.long))"
    return quoted(exclusion) + "{\(short)\(takesValue ? "+" : ""),\(long)}" + rest
  }
}

// MARK: - fish

extension Completion {
  private static var fish: String {
    var lines: [String] = []
    for subcommand in Subcommand.all {
      lines.append(
        "complete -c loclint -n __fish_use_subcommand -a \(subcommand.name) -d "
          + fishQuoted(subcommand.summary))
    }
    for subcommand in Subcommand.all {
      let condition = "-n '__loclint_does \(subcommand.name)'"
      for option in subcommand.allOptions {
        var line = "complete -c loclint \(condition)"
        if let short = option.short { line += " -s \(short)" }
        line += " -l \(option.name.rawValue)"
        switch candidates(for: option) {
        case .nothing: if case .word = option.value { line += " -x" }
        case .files: line += " -r -F"
        case .rules: line += " -x -a '(__loclint_rules)'"
        case .words(let words): line += " -x -a '\(words.joined(separator: " "))'"
        }
        lines.append(line + " -d " + fishQuoted(option.help))
      }
      switch operands(of: subcommand) {
      case .nothing: lines.append("complete -c loclint \(condition) -f")
      case .files: break
      case .rules: lines.append("complete -c loclint \(condition) -f -a '(__loclint_rules)'")
      case .words(let words):
        lines.append("complete -c loclint \(condition) -f -a '\(words.joined(separator: " "))'")
      }
    }
    return """
      # Completion for fish, written by `loclint completion fish`.

      # Whether a command is the one on the line; `check` is when there is none.
      function __loclint_does -a wanted
          for word in (commandline -opc)[2..]
              if contains -- $word \(subcommands.joined(separator: " "))
                  test $word = $wanted
                  return
              end
          end
          test $wanted = check
      end

      function __loclint_rules
          \(listRules)
      end

      \(lines.joined(separator: "\n"))

      """
  }

  private static func fishQuoted(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}

extension Arguments {
  /// The shell that a completion is for.
  func shell() throws(UsageError) -> Completion.Shell {
    let names = Completion.Shell.allCases.map(\.rawValue)
    guard let name = operands.first else {
      throw UsageError("which shell? There are \(names.joined(separator: ", "))")
    }
    guard let shell = Completion.Shell(rawValue: name) else {
      throw UsageError(unknown: "shell", name, among: names)
    }
    guard operands.count == 1 else { throw UsageError("one shell at a time") }
    return shell
  }
}
