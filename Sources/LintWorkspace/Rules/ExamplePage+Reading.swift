package import LintCore
import MarkdownPairs
package import SideBySide

extension ExamplePage {
  /// What reads it.
  package func format(among formats: [any Format]) -> (any Format)? {
    source == nil
      ? formats.format(of: path)
      : MarkdownPairs(site: Site(of: bytes.span) ?? .hugo, of: path)
  }

  /// The source's file, read by the page's format; `nil` where the page holds its source itself.
  package func sourceText(_ format: any Format) -> SourceText? {
    guard let source else { return nil }
    let file = SourceFile(
      path: "docs/en/" + path.drop { $0 != "/" }.dropFirst().drop { $0 != "/" }.dropFirst())
    let newest = latest.flatMap { format.readSource($0, of: file) }
    return format.readSource(source, of: file)?.seen(
      as: newest == nil ? .given : .pin, latest: newest)
  }

  /// What rules find in it.
  package func report(by linter: Linter, _ format: any Format) -> FileReport {
    linter.lint(bytes, of: SourceFile(path: path), as: format, from: sourceText(format))
  }
}
