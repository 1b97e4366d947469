import LintText
import Testing

@testable import Markdown

@Suite struct LineEndsTests {
  @Test func `Blocks that are kept find what a look at each byte finds`() {
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 1...300)).map { _ in
        UInt8.random(in: 0..<40) == 0 ? UInt8(ascii: "\n") : UInt8(ascii: "a")
      }
      var ends = LineEnds()
      var start = 0
      while start < bytes.count {
        let limit = Int.random(in: start...bytes.count)
        let found = ends.next(bytes.span, from: start, before: limit)
        #expect(found == bytes[start..<limit].firstIndex(of: UInt8(ascii: "\n")) ?? limit)
        start = found + Int.random(in: 0...70)
      }
    }
  }
}
