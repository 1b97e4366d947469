package import LintCore

/// The linters of a run, of which each page has the one that its configuration says.
package struct PageLinters: Sendable {
  /// A linter, and how much it takes.
  package struct Part: Sendable {
    package let linter: Linter
    /// The size of the largest file that is read, in bytes.
    package let mostBytes: Int
    /// How many findings of each rule a report lists of a file; `nil` for all.
    package let most: Int?
  }

  private let parts: [Part]
  private let index: @Sendable (SourceFile) -> Int
  /// The rules of all of them: indices in this list are what findings carry, whichever linter made them.
  package let rules: [Run.ActiveRule]

  init(_ parts: [Part], rules: [Run.ActiveRule], index: @escaping @Sendable (SourceFile) -> Int) {
    self.parts = parts
    self.rules = rules
    self.index = index
  }

  /// What a page has.
  package subscript(_ file: SourceFile) -> Part {
    parts.count == 1 ? parts[0] : parts[index(file)]
  }

  /// Lints a file; what keeps it from being read becomes the report's outcome.
  package func lint(_ file: SourceFile) -> FileReport {
    let part = self[file]
    return part.linter.lint(file, atMost: part.mostBytes)
  }
}
