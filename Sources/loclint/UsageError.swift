/// A mistake in how loclint was called; the run ends with exit status 2.
struct UsageError: Error, Equatable, CustomStringConvertible {
  /// A clause, without a full stop.
  let description: String
  /// Whether the help tells more.
  let isInHelp: Bool

  init(_ description: String, isInHelp: Bool = true) {
    self.description = description
    self.isInHelp = isInHelp
  }

  /// A name that nobody knows, with the one that was probably meant.
  init(unknown kind: String, _ name: String, among known: [String]) {
    let suggestion = Spelling.closest(to: name, among: known).map { "; did you mean '\($0)'?" }
    self.init("unknown \(kind) '\(name)'" + (suggestion ?? ""))
  }
}
