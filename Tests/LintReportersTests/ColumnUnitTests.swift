import LintCore
import TestSupport
import Testing

@testable import LintReporters

@Suite struct ColumnUnitTests {
  @Test(arguments: [
    (TextReporter.ColumnUnit.utf16, "1:3-1:6", "1:7-1:10", "2:1-2:4"),
    (.byte, "1:5-1:8", "1:9-1:12", "2:1-2:4"), (.display, "1:2-1:5", "1:9-1:12", "2:1-2:4"),
  ])
  func units(_ unit: TextReporter.ColumnUnit, _ first: String, _ second: String, _ third: String) {
    let linter = Linter(
      formats: [LineFormat()], rules: [(WordRule("bad-word", finds: "BAD"), .error)],
      needs: TextReporter(columnUnit: unit).needs)
    let file = linter.lint(
      Array("𝄞BAD\tBAD\nBAD\n".utf8), of: SourceFile(path: "a.md"), as: LineFormat())
    let run = Run(version: "1.0.0", rules: linter.rules, gate: .error, started: 0)
    func places(showsRanges: Bool) -> [String] {
      ReportOfLines.text(
        [file], run,
        as: TextReporter(detail: .quiet, columnUnit: unit, showsRanges: showsRanges)
      ).text.split(separator: "\n").map {
        String($0.dropFirst(5).prefix { $0 != " " }.dropLast())
      }
    }
    let expected = [first, second, third]
    #expect(places(showsRanges: true) == expected)
    #expect(places(showsRanges: false) == expected.map { String($0.prefix { $0 != "-" }) })
  }

  @Test(
    arguments: [
      (0x41, 1), (0xE9, 1), (0x6F22, 2), (0x301, 0), (0x1B, 2), (0x7F, 2), (0x9B, 4), (0x1F468, 2),
    ] as [(UInt32, Int)])
  func widths(_ scalar: UInt32, _ columns: Int) {
    #expect(DisplayWidth.columns(of: scalar) == columns)
  }
}
