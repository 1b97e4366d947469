import LintText
import LintYAML

/// A name of a rule, family or setting in a file of settings.
package struct Mention: Sendable {
  /// Without the plus that `select` may have.
  package let name: String
  package let place: FilePlace

  init(_ node: YAMLNode, in source: YAMLSource) {
    let name = node.string ?? ""
    self.name = name.hasPrefix("+") ? String(name.dropFirst()) : name
    place = FilePlace(of: node, in: source)
  }

  /// The mistake that nothing has the name, with the one that was probably meant.
  func unknown(_ kind: String, among known: [String]) -> UsageError {
    let meant = Spelling.closest(to: name, among: known)
    return place.mistake(
      "there is no \(kind) '\(name)'" + (meant.map { "; did you mean '\($0)'?" } ?? ""))
  }
}
