import LintCore
import LintText
import Markdown
import Testing

@testable import MarkdownPairs

@Suite struct MarkdownPairsTests {
  private let format = MarkdownPairs(site: .hugo)

  /// The halves of each segment, the target's and the source's.
  private func segments(_ page: String, _ source: String) -> [[String]] {
    let text = format.readSource(
      Array(source.utf8), of: SourceFile(path: "content/en/hub.md"))
    let unit = format.read(Array(page.utf8), from: text, Page())
    return unit.first.records.indices.map { index in
      [
        unit.first.segment(index).target.string, unit.first.segment(index).source.string,
      ]
    }
  }

  @Test func `Headings, paragraphs, items and cells are segments`() {
    let source = """
      ---
      title: Hub
      ---

      # The hub

      Press the key.

      - One lamp
      - Two lamps

      ```sh
      hive open
      ```

      | Lamp | Means |
      | ---- | ----- |
      | red  | wait  |
      """
    let page = """
      ---
      title: Hub
      default_lang_commit: 0a1b2c3
      ---

      # L'hub

      Premi il tasto.

      - Una spia
      - Due spie

      ```sh
      hive open
      ```

      | Spia  | Significa |
      | ----- | --------- |
      | rossa | aspetta   |
      """
    #expect(
      segments(page, source) == [
        ["L'hub", "The hub"], ["Premi il tasto.", "Press the key."], ["Una spia", "One lamp"],
        ["Due spie", "Two lamps"], ["Spia", "Lamp"], ["Significa", "Means"], ["rossa", "red"],
        ["aspetta", "wait"],
      ])
  }

  @Test func `A paragraph that is missing leaves its neighbours to their partners`() {
    let source = "Open `hive`.\n\nRead [the guide](guide.md).\n\nWait 30 seconds.\n"
    let page = "Apri `hive`.\n\nAspetta 30 secondi.\n"
    #expect(
      segments(page, source) == [
        ["Apri `hive`.", "Open `hive`."], ["Aspetta 30 secondi.", "Wait 30 seconds."],
      ])
  }

  @Test func `Sections that were sorted anew are told by their names`() {
    let source = "# A {#a}\n\nBee\n\n# B {#b}\n\nHive\n\n# C {#c}\n\nLid\n"
    let page = "# Coperchio {#c}\n\nC\n\n# Ape {#a}\n\nA\n\n# Arnia {#b}\n\nB\n"
    #expect(
      segments(page, source).map { $0[1].prefix(4) }
        == ["C {#", "Lid", "A {#", "Bee", "B {#", "Hive"])
  }

  @Test func `A page without a source has no segments`() {
    let unit = format.read(Array("# L'hub\n".utf8), from: nil, Page())
    let (isEmpty, isBilingual) = (unit.first.records.isEmpty, unit.first.isBilingual)
    #expect(isEmpty && !isBilingual)
  }

  @Test func `A heading is never taken for a paragraph`() {
    #expect(segments("Uno\n\nDue\n", "# One\n\n# Two\n").isEmpty)
  }
}
