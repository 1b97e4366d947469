import LintCore
import LintRules
import LintText
import LintWorkspace
import SideBySide
import TestSupport
import Testing

@Suite struct MutationTests {
  /// Pieces that a reader may stumble over.
  private static let pieces: [[UInt8]] =
    [
      "<span data-ttu-id=\"", "<span data-stu-id=\"", "</span>", "<span class=\"sxs-lookup\">",
      "&quot;", "`", "```", "**", "_", "[", "](", ")", "<", ">", "<!--", "---\n", ": ", "'", "\"",
      "\\", "{{", "}}", "%A%", ":::image ", "\u{FFFD}", "\u{202E}", "\r", "\n", "\u{FEFF}", "#",
      "|",
    ].map { Array($0.utf8) } + [[0], [0xFF], [0xC3], [0xE2, 0x82], [0x80]]

  private static let samples: [[UInt8]] = [
    "it-it/configure.md", "ru-ru/reference/commands-and-api.md", "es-es/index.md",
  ].map { (try? Checkout.bytes(of: "Samples/\($0)")) ?? [] }

  private func mutate(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      guard !bytes.isEmpty else { return }
      let start = Int.random(in: 0..<bytes.count, using: &random)
      let end = min(bytes.count, start + Int.random(in: 0...60, using: &random))
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes.removeSubrange(start..<end)
      case 1: bytes.insert(contentsOf: Self.pieces.randomElement(using: &random)!, at: start)
      case 2:
        bytes.insert(
          contentsOf: bytes[start..<end], at: Int.random(in: 0...bytes.count, using: &random))
      default: bytes[start] = UInt8.random(in: 0...255, using: &random)
      }
    }
  }

  /// What must hold of a document, whatever it was read from.
  private func check(_ document: borrowing Document, _ count: Int) {
    #expect(document.bytes.count == count && document.prose.count == count)
    var end = 0
    for record in document.records {
      #expect(record.range.lower >= end && record.range.upper <= count)
      #expect(record.range.contains(record.target) && record.range.contains(record.source))
      #expect(record.target.upper <= record.source.lower)
      for (inlines, half) in [
        (record.targetInlines, record.target), (record.sourceInlines, record.source),
      ] {
        var start = 0
        for inline in document.inlines[inlines] {
          #expect(half.contains(inline.range) && inline.range.lower >= start)
          #expect(inline.content.isEmpty || inline.range.contains(inline.content))
          #expect(inline.destination.isEmpty || inline.range.contains(inline.destination))
          start = inline.range.lower
        }
      }
      end = record.range.upper
    }
    for found in document.damage { #expect(found.upper <= count) }
  }

  @Test(arguments: 0..<3)
  func `Damaged pages are read and linted all the same`(_ sample: Int) {
    #expect(!Self.samples[sample].isEmpty)
    var random = SplitMix64(state: UInt64(sample))
    let linter = Linter(
      formats: [SideBySideMarkdown()],
      rules: RuleLibrary.builtIn.rules.map { ($0, $0.info.severity) },
      needs: PlacementNeeds(context: true))
    for _ in 0..<150 {
      var bytes = Self.samples[sample]
      mutate(&bytes, &random)
      check(SideBySideMarkdown().read(bytes, Page()), bytes.count)
      let report = linter.lint(
        bytes, of: SourceFile(path: "docs/it-it/page.md"), as: SideBySideMarkdown())
      for finding in report.findings {
        #expect(finding.range.upper <= bytes.count && finding.start.line >= 1)
        #expect(
          (finding.start.line, finding.start.column) <= (finding.end.line, finding.end.column))
      }
    }
  }
}
