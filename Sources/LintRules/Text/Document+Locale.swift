import LintCore

extension Document {
  /// The language of the text in lower case: `it`; empty when nothing tells.
  var language: String { page.language }
}
