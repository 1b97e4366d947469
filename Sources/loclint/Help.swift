import LintReporters

/// The help of loclint and of each subcommand, made from the table of options.
enum Help {
  private static let width = 80
  /// Examples of other subcommands, for loclint as a whole.
  static let more = [
    (
      command: "loclint explain changed-link-target",
      meaning: "Tell what a rule looks for, and why."
    )
  ]

  /// - Parameter subcommand: `nil` for loclint as a whole.
  static func text(for subcommand: Subcommand?) -> String {
    let page = subcommand ?? .check
    let usage = subcommand?.usage ?? Subcommand.all.flatMap(\.usage)
    var text = usage.enumerated().map { index, line in
      (index == 0 ? "Usage: " : "       ") + line + "\n"
    }.joined()
    for paragraph in page.description {
      text += "\n" + WrappedText.lines(of: paragraph, width: width).joined(separator: "\n") + "\n"
    }
    if subcommand == nil {
      text += section("Commands", Subcommand.all.map { ($0.name, $0.summary) })
    }
    text += section("Options", page.allOptions.map { (term(of: $0), help(of: $0)) })
    text += section("Exit status", page.exits)
    let examples = page.examples + (subcommand == nil ? more : [])
    if !examples.isEmpty {
      text += "\nExamples:\n"
      for example in examples { text += "  \(example.command)\n      \(example.meaning)\n" }
    }
    return text
  }

  static func term(of option: Option) -> String {
    let value = option.value
    let name = value.isOptional ? "[=\(value.name)]" : value.name.isEmpty ? "" : "=\(value.name)"
    return (option.short.map { "-\($0), " } ?? "    ") + option.long + name
  }

  static func help(of option: Option) -> String {
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
