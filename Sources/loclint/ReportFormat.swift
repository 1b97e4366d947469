import LintCore
import LintReporters

/// The reports that can be asked for by name.
enum ReportFormat {
  /// In the order of help.
  static let names = ["text"] + AllReporters.names

  /// What a file can be written in: also a patch, which no configuration asks for.
  static let ofFiles = names + [difference]
  /// What `--fix` would change, or has.
  static let difference = "diff"

  /// A reporter, if there is one of that name.
  ///
  /// - Parameter text: The reporter for `text`, which alone has options.
  static func reporter(named name: String, text: TextReporter) -> (any Reporter)? {
    switch name {
    case "text": text
    case difference: DifferenceReporter()
    default: AllReporters.reporter(named: name)
    }
  }

  /// Whether a report links back to the repository, so that git has to be asked.
  static func wantsRepository(_ name: String) -> Bool { ["html", "sarif"].contains(name) }
}
