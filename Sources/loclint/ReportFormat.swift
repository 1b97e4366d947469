import LintCore
import LintReporters

/// The reports that can be asked for by name.
enum ReportFormat {
  static let names = ["text"]

  /// A reporter, if there is one of that name.
  ///
  /// - Parameter text: The reporter for `text`, which alone has options.
  static func reporter(named name: String, text: TextReporter) -> (any Reporter)? {
    switch name {
    case "text": text
    default: nil
    }
  }

  /// Whether a report links back to the repository, so that git has to be asked.
  static func wantsRepository(_ name: String) -> Bool { name == "sarif" }
}
