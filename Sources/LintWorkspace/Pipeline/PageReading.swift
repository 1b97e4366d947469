package import LintCore

/// How a page is read and linted, whatever bytes stand for it: its source is read once.
package struct PageReading: Sendable {
  package let format: any Format
  private let linter: Linter
  private let file: SourceFile
  private let source: SourceText?
  private let latest: SourceText?

  /// - Parameter latest: The latest version of the source, where the page holds the text of another one.
  init(
    _ linter: Linter, _ file: SourceFile, _ format: any Format, _ source: SourceText?,
    latest: SourceText? = nil
  ) {
    self.linter = linter
    self.file = file
    self.format = format
    self.source = source
    self.latest = latest
  }

  package func lint(_ bytes: [UInt8]) -> FileReport {
    linter.lint(bytes, of: file, as: format, from: source, latest: latest)
  }
}
