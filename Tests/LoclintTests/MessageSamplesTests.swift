import Foundation
import TestSupport
import Testing

@Suite struct MessageSamplesTests {
  @Test func `The samples of messages have the faults of their table, and no others`() throws {
    let table = try Checkout.text(of: "Samples.messages/README.md").split(separator: "\n")
      .compactMap { line -> String? in
        let cells = line.split(separator: "|").map {
          $0.filter { !" `".contains($0) }
        }
        return cells.count == 4 && cells[0].hasSuffix(".po")
          ? "Samples.messages/\(cells[0]):\(cells[1]) \(cells[2])" : nil
      }
    let outcome = try Executable.run(["--no-config", "Samples.messages"], in: Checkout.root)
    let found = outcome.output.matches(of: /(?m)^(Samples[^:\n]*):(\d+):.*\[([a-z-]+)\]$/).map {
      "\($0.1):\($0.2) \($0.3)"
    }
    #expect(found.sorted() == table.sorted())
  }

  @Test func `The page on messages shows what loclint says of them`() throws {
    let page = try Checkout.text(of: "docs/messages.md")
    let start = try #require(page.range(of: "$ loclint Samples.messages\n")).upperBound
    let end = try #require(page[start...].range(of: "```")).lowerBound
    let outcome = try Executable.run(["--no-config", "Samples.messages"], in: Checkout.root)
    #expect(outcome.output.contains(page[start..<end]))
  }
}
