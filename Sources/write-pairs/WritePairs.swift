import Foundation
import Markdown
import MarkdownPairs

/// Writes how well pages are aligned with their sources.
///
/// Lines of the standard input have a page's path, a tab and its source's. For each it writes what differs,
/// and at the end the sums: `write-pairs DIALECT`, of `hugo`, `microsoft`, `docusaurus`, `github`.
@main
enum WritePairs {
  static func main() {
    let dialects: [String: MarkdownDialect] = [
      "github": .gitHub, "microsoft": .microsoft, "hugo": .hugo, "docusaurus": .docusaurus,
    ]
    let dialect = dialects[CommandLine.arguments.last ?? ""] ?? .frontMatter
    var (pages, equal, headings, leaves, aligned, sources) = (0, 0, 0, 0, 0, 0)
    while let line = readLine() {
      let paths = line.split(separator: "\t").map(String.init)
      guard paths.count == 2, let page = read(paths[0]), let source = read(paths[1]) else {
        print("? \(line)")
        continue
      }
      let outline = PairOutline(page, source, dialect)
      pages += 1
      if outline.isEqual { equal += 1 }
      if outline.hasEqualHeadings { headings += 1 }
      leaves += outline.targets
      sources += outline.sources
      aligned += outline.aligned
      guard !outline.isEqual else { continue }
      print("\(paths[0]) \(outline.targets) \(outline.sources) \(outline.aligned)")
      for place in outline.alone { print("  + \(text(page, place))") }
      for place in outline.missing { print("  - \(text(source, place))") }
    }
    print(
      "\(pages) pages, \(leaves) leaves of \(sources), sequence equal \(equal), headings equal \(headings), aligned \(aligned)"
    )
  }

  private static func read(_ path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path).map { Array($0) }
  }

  private static func text(_ bytes: [UInt8], _ place: Int) -> String {
    let line = bytes[place...].prefix { $0 != 0x0A }.prefix(90)
    return String(decoding: line, as: UTF8.self)
  }
}
