import LintCore

extension RelatedFile {
  /// The beginning of what git calls the version, for people: ` at 1a2b3c4d5e6f`; empty for a file of the work tree.
  var atRevision: String { revision.map { " at \($0.prefix(12))" } ?? "" }
}
