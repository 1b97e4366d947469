import LintCore
import LintReporters
import LintWorkspace

extension Subcommand {
  static let man = Subcommand(
    "man", "Write the manual page", usage: "loclint man",
    ["Writes the manual page in roff, as man reads it."],
    operands: .nothing(),
    examples: [("loclint man | man -l -", "Read it.")]
  ) { (call) throws(UsageError) in
    call.streams.print(ManPage.text)
  }
}

/// The manual page, in roff with the macros of man(7), made from what help is made from.
enum ManPage {
  static var text: String {
    let check = Subcommand.check
    var page = ".TH LOCLINT 1 \"\" \"loclint \(roff(Product.version))\" \"User Commands\"\n"
    page += ".SH NAME\n"
    page += "loclint \\- look for faults in localized documentation\n"
    page += ".SH SYNOPSIS\n"
    page += Subcommand.all.flatMap(\.usage).map { synopsis($0) }.joined(separator: ".br\n")
    page += ".SH DESCRIPTION\n"
    page += paragraphs(check.description)
    page += ".SH OPTIONS\n"
    page += list(rows(of: .check))
    page += ".SH REPORTS\n"
    page += list(AllReporters.ofFiles.map { ($0.name, $0.about + ".") })
    page += ".SH COMMANDS\n"
    for subcommand in Subcommand.all where subcommand != .check {
      page += section(of: subcommand)
    }
    page += ".SH EXIT STATUS\n"
    page += list(check.exits)
    page += ".SH ENVIRONMENT\n"
    page += list([
      (
        "NO_COLOR",
        "When it is set and not empty, there are no colors unless --color asks for them."
      ),
      (
        "SOURCE_DATE_EPOCH",
        "Seconds since 1970 that reports bear instead of the time; then they say nothing of "
          + "durations, so that the same files give the same bytes."
      ),
    ])
    page += ".SH EXAMPLES\n"
    return page + examples(check.examples + Help.more).dropFirst(".PP\n".count)
  }

  private static func section(of subcommand: Subcommand) -> String {
    var text = ".SS \(roff(subcommand.name))\n"
    text += subcommand.usage.map { synopsis($0) }.joined(separator: ".br\n")
    text += ".PP\n" + paragraphs(subcommand.description)
    let options = rows(of: subcommand)
    if !options.isEmpty { text += list(options) }
    text += ".PP\nExit status:\n" + list(subcommand.exits)
    return text + examples(subcommand.examples)
  }

  /// The options of a subcommand; those that all have stand once, with the options of `check`.
  private static func rows(of subcommand: Subcommand) -> [(term: String, help: String)] {
    subcommand.allOptions.filter { subcommand == .check || !Option.ofAll.contains($0.name) }
      .map { option in
        (
          Help.term(of: option).split(separator: " ").joined(separator: " "),
          Help.help(of: option)
        )
      }
  }

  private static func synopsis(_ usage: String) -> String {
    let rest = usage.dropFirst("loclint".count)
    return "\\fBloclint\\fR\(roff(String(rest)))\n"
  }

  private static func paragraphs(_ texts: [String]) -> String {
    texts.map { prose($0) }.joined(separator: ".PP\n")
  }

  private static func list(_ rows: [(term: String, help: String)]) -> String {
    rows.map { ".TP\n\\fB\(roff($0.term))\\fR\n\(prose($0.help))" }.joined()
  }

  private static func examples(_ examples: [(command: String, meaning: String)]) -> String {
    examples.map { ".PP\n\(prose($0.meaning)).PP\n.RS 4\n.nf\n\(roff($0.command))\n.fi\n.RE\n" }
      .joined()
  }

  /// Text in lines of a length that can be read in the file too.
  private static func prose(_ text: String) -> String {
    WrappedText.lines(of: text, width: 72).map { roff($0) + "\n" }.joined()
  }

  /// Text that means itself: no escapes, no requests, and hyphens that can be copied.
  private static func roff(_ text: String) -> String {
    var roff = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": roff += "\\e"
      case "-": roff += "\\-"
      case ".", "'": roff += roff.isEmpty ? "\\&\(scalar)" : String(scalar)
      default:
        if scalar.isASCII {
          roff.unicodeScalars.append(scalar)
        } else {
          let digits = String(scalar.value, radix: 16, uppercase: true)
          roff +=
            "\\[u" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + "\(digits)]"
        }
      }
    }
    return roff
  }
}
