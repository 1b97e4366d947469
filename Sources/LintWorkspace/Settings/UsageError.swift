import LintText
package import LintYAML

/// A mistake in how loclint was called or in what it was given, which ends a run before it begins.
public struct UsageError: Error, Equatable, CustomStringConvertible {
  /// A clause, without a full stop.
  public let description: String
  /// Whether the message is to point to the help.
  package let isInHelp: Bool
  /// More mistakes of the same sort.
  public let others: [String]

  package init(_ description: String, isInHelp: Bool = true) {
    self.description = description
    self.isInHelp = isInHelp
    others = []
  }

  /// Several mistakes in files that were given.
  package init(_ description: String, and others: [String]) {
    self.description = description
    isInHelp = false
    self.others = others
  }

  /// A mistake in a file that was given.
  package init(_ error: PlacedError) {
    self.init(error.description, isInHelp: false)
  }

  /// A name that nobody knows, with the one that was probably meant.
  package init(unknown kind: String, _ name: String, among known: [String]) {
    let suggestion = Spelling.closest(to: name, among: known).map { "; did you mean '\($0)'?" }
    self.init("unknown \(kind) '\(name)'" + (suggestion ?? ""))
  }
}
