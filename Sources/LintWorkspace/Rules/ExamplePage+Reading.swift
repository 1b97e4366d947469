package import LintCore
import LintText
import MarkdownPairs
package import SideBySide

extension ExamplePage {
  /// What reads it.
  package func format(among formats: [any Format]) -> (any Format)? {
    source == nil || holdsSource
      ? formats.format(of: path)
      : MarkdownPairs(site: Site(of: bytes.span) ?? .hugo, of: path)
  }

  /// Whether the page holds its source itself: then the source's file is the latest version of that.
  private var holdsSource: Bool { bytes.span.contains("data-ttu-id=") }

  /// The source's file, read by the page's format; `nil` where the page holds its source itself. Its latest
  /// version, if there is another one, counts as one commit later.
  package func sourceText(_ format: any Format) -> SourceText? {
    guard let source, !holdsSource else { return nil }
    let file = SourceFile(
      path: "docs/en/" + path.drop { $0 != "/" }.dropFirst().drop { $0 != "/" }.dropFirst())
    guard let text = format.readSource(source, of: file) else { return nil }
    let pins = SourcePin.read(bytes.span, SourcePin.keys)
    guard let newest = latest.flatMap({ format.readSource($0, of: file) }) else {
      return text.seen(as: text.version(to: pins))
    }
    return text.seen(
      as: .pin, latest: newest, commits: pins.contains { $0.kind == .commit } ? 1 : nil)
  }

  /// What rules find in it.
  ///
  /// - Parameter more: Bytes that stand behind it.
  package func report(by linter: Linter, _ format: any Format, with more: [UInt8] = [])
    -> FileReport
  {
    let (file, bytes) = (SourceFile(path: path), bytes + more)
    guard let others else {
      return linter.lint(
        bytes, of: file, as: format, from: sourceText(format),
        latest: holdsSource
          ? source.flatMap { MarkdownPairs().readSource($0, of: SourceFile(path: path)) } : nil)
    }
    var facts = FactStore()
    let pages = [(path, bytes)] + others
    let files = ListedFiles(pages.map(\.0))
    for page in pages {
      facts.add(
        linter.facts(of: page.1, of: SourceFile(path: page.0), as: format, among: files))
    }
    let found = CrossFileFindings(
      facts, of: pages.map { SourceFile(path: $0.0) }, needs: .none
    ) { file in
      pages.first { $0.0 == file.path }?.1
    }
    return linter.judged(found).lint(bytes, of: file, as: format)
  }
}
