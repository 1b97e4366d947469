import Foundation
import LintText
import Markdown

/// Writes the blocks of pages, for `make check-blocks` to compare them with those of `cmark-gfm`.
///
/// The paths come from the standard input, one a line. For each page it writes a line with `=` and the
/// path, then a line for each block: how deep it lies, its kind, its level, and the places of its first
/// byte and of its last one, by lines and bytes from 1 on; below tables, their rows and cells.
/// `write-blocks DIALECT` reads what that dialect has besides; without it, front matter alone.
///
/// `write-blocks --repeat N DIALECT` reads the blocks of each page N times and writes how many there
/// were: what N + 1 times costs more than N times is what reading blocks costs.
@main
enum WriteBlocks {
  static func main() {
    let words = CommandLine.arguments
    let dialect = words.count > 1 ? dialects[words[words.count - 1]] ?? .frontMatter : .frontMatter
    var paths: [String] = []
    while let path = readLine() { paths.append(path) }
    if words.count == 4, words[1] == "--repeat", let times = Int(words[2]) {
      return measure(paths, times, dialect)
    }
    for path in paths {
      let bytes = read(path)
      print("= \(path)")
      var text = ""
      write(bytes.span, dialect, to: &text)
      print(text, terminator: "")
    }
  }

  private static let dialects: [String: MarkdownDialect] = [
    "github": .gitHub, "microsoft": .microsoft, "hugo": .hugo, "jekyll": .jekyll,
    "docusaurus": .docusaurus,
    "all": MarkdownDialect.microsoft.union(.hugo).union(.jekyll).union(.docusaurus),
  ]

  private static func read(_ path: String) -> [UInt8] {
    FileManager.default.contents(atPath: path).map { Array($0) } ?? []
  }

  private static func start(of bytes: Span<UInt8>) -> Int {
    bytes.has("\u{FEFF}", at: 0) ? 3 : 0
  }

  private static func measure(
    _ paths: [String], _ times: Int, _ dialect: MarkdownDialect
  ) {
    var (size, count) = (0, 0)
    for path in paths {
      let bytes = read(path)
      size += bytes.count
      for _ in 0..<times {
        count += Blocks(bytes.span, from: start(of: bytes.span), dialect: dialect).list.count
      }
    }
    print("\(paths.count) pages, \(size) bytes, \(count) blocks in \(times) rounds")
  }

  private static func write(
    _ bytes: Span<UInt8>, _ dialect: MarkdownDialect, to text: inout String
  ) {
    let index = LineIndex(bytes, from: start(of: bytes))
    let blocks = Blocks(bytes, from: start(of: bytes), dialect: dialect)
    func place(_ offset: Int) -> String {
      let line = index.line(at: offset)
      return "\(line + 1):\(offset - index.starts[line] + 1)"
    }
    func places(_ range: ByteRange) -> String {
      "\(place(range.lower))-\(place(max(range.lower, range.upper - 1)))"
    }
    var depths: [Int] = []
    for block in blocks.list {
      let depth = block.parent.map { depths[$0] + 1 } ?? 0
      depths.append(depth)
      text += "\(depth) \(block.kind) \(block.level) \(places(block.range))\n"
      guard block.kind == .table else { continue }
      let lines = blocks.lines(of: block)
      var columns = Int.max
      for (number, line) in lines.enumerated() where number != 1 {
        text += "\(depth + 1) row 0 \(places(line))\n"
        var row = TableRow(bytes, in: line)
        var count = 0
        while count < columns, let cell = row.next(bytes) {
          text += "\(depth + 2) cell 0 \(places(cell))\n"
          count += 1
        }
        // Cells beyond those of the head are not shown.
        if number == 0 { columns = count }
      }
    }
  }
}
