package import LintCore

/// How a page is read and linted, whatever bytes stand for it: its source is read once.
package struct PageReading: Sendable {
  package let format: any Format
  private let linter: Linter
  private let file: SourceFile
  private let source: SourceText?
  private let isStale: Bool

  /// - Parameter isStale: Whether the page says that it was made from another version of its source than the
  ///   latest.
  init(
    _ linter: Linter, _ file: SourceFile, _ format: any Format, _ source: SourceText?,
    isStale: Bool = false
  ) {
    self.linter = linter
    self.file = file
    self.format = format
    self.source = source
    self.isStale = isStale
  }

  package func lint(_ bytes: [UInt8]) -> FileReport {
    linter.lint(bytes, of: file, as: format, from: source, isStale: isStale)
  }
}
