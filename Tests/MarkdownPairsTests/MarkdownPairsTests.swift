import LintCore
import LintText
import Markdown
import Testing

@testable import MarkdownPairs

@Suite struct MarkdownPairsTests {
  private let format = MarkdownPairs(site: .hugo)

  /// The halves of each segment, the target's and the source's.
  private func segments(
    _ page: String, _ source: String, _ format: MarkdownPairs = MarkdownPairs(site: .hugo)
  ) -> [[String]] {
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

  @Test func `What is missing does not make translations look short`() {
    // They take 1.22 bytes for one of their sources; with the third of these missing it looks like 0.9.
    func text(_ letter: Character, _ count: Int) -> String {
      String(String(repeating: "\(letter)\(letter) ", count: count / 3).dropLast())
    }
    let source = [("a", 400), ("b", 137), ("c", 223), ("d", 90)].map { text($0.0, $0.1) }
    let page = [("p", 488), ("q", 167), ("r", 110)].map { text($0.0, $0.1) }
    #expect(
      segments(page.joined(separator: "\n\n"), source.joined(separator: "\n\n"))
        == [[page[0], source[0]], [page[1], source[1]], [page[2], source[3]]])
  }

  @Test func `Sections that were sorted anew are told by their names`() {
    let source = "# A {#a}\n\nBee\n\n# B {#b}\n\nHive\n\n# C {#c}\n\nLid\n"
    let page = "# Coperchio {#c}\n\nC\n\n# Ape {#a}\n\nA\n\n# Arnia {#b}\n\nB\n"
    #expect(
      segments(page, source).map { $0[1].prefix(4) }
        == ["C", "Lid", "A", "Bee", "B", "Hive"])
  }

  @Test func `Lines that show another file are segments where the file differs`() {
    #expect(
      segments(
        "[!INCLUDE [Coperchio](../b.md)]\n\n[!INCLUDE [Spia](c.md)]\n",
        "[!INCLUDE [Lid](../a.md)]\n\n[!INCLUDE [Lamp](c.md)]\n",
        MarkdownPairs(site: .microsoft))
        == [["../b.md", "../a.md"]])
  }

  @Test func `A page without a source has no segments`() {
    let unit = format.read(Array("# L'hub\n".utf8), from: nil, Page())
    let (isEmpty, isBilingual) = (unit.first.records.isEmpty, unit.first.isBilingual)
    #expect(isEmpty && !isBilingual)
  }

  /// The keys of segments, and whether each is compared.
  private func keys(
    _ page: String, _ source: String, as version: SourceVersion
  ) -> [String] {
    let text = format.readSource(
      Array(source.utf8), of: SourceFile(path: "content/en/hub.md"))
    let unit = format.read(Array(page.utf8), from: text?.seen(as: version), Page())
    return unit.first.records.indices.map { index in
      let record = unit.first.records[index]
      return unit.first.text(record.key.lasting).string + (record.isCertain ? "" : " ?")
    }
  }

  @Test func `Keys name the heading of the source and a number`() {
    let source = "Zero\n\n# One {#uno}\n\nA\n\n- B\n\n```\nc\n```\n\nD\n\n## Two words\n\nE\n"
    let page = "Zero\n\n# Uno\n\nA\n\n- B\n\n```\nc\n```\n\nD\n\n## Due parole\n\nE\n"
    #expect(
      keys(page, source, as: .pin) == [
        "1", "uno", "uno/1", "uno/2", "uno/4", "two-words", "two-words/1",
      ])
  }

  @Test func `Of a version that is not known, only sections that look the same are compared`() {
    let source = "# One {#one}\n\nA\n\n# Two {#two}\n\nB\n\nNew\n"
    let page = "# Uno {#one}\n\nA\n\n# Due {#two}\n\nB\n"
    #expect(keys(page, source, as: .pin) == ["one", "one/1", "two", "two/1"])
    #expect(keys(page, source, as: .today) == ["one", "one/1", "two ?", "two/1 ?"])
    #expect(keys(page, page, as: .today) == ["one", "one/1", "two", "two/1"])
  }

  @Test func `A destination is known as seen from its page and from the root`() throws {
    let deep = String(repeating: "/a", count: 200)
    let text = format.readSource(
      Array("[a](../hive/lid/) [b](/docs/hive/lamp) [c](\(deep)/b/c.md)\n".utf8),
      of: SourceFile(path: "content/en/hub.md"))
    let words = try #require(text?.words)
    for known in ["/docs/hive/lid", "../../hive/lamp/", "../hive/lid/", "../b/c.md"] {
      let isKnown = words.hasDestination(known.utf8Span.span)
      #expect(isKnown, "\(known)")
    }
    for other in ["/docs/lid", "/docs/hive/lids", "../lamp", "https://hub.example/hive/lid/"] {
      let isKnown = words.hasDestination(other.utf8Span.span)
      #expect(!isKnown, "\(other)")
    }
  }

  @Test func `What a source holds is known`() throws {
    let source = Array("# One {#uno}\n\n[a](b.md) ![c](d.png) <https://e.example> 1,024\n".utf8)
    let words = try #require(
      format.readSource(source, of: SourceFile(path: "a.md"))?.words)
    let destinations = ["b.md", "d.png", "https://e.example", "b"].map {
      words.hasDestination($0.utf8Span.span)
    }
    #expect(destinations == [true, true, true, false])
    let anchors = ["uno", "one"].map { words.hasAnchor($0.utf8Span.span) }
    #expect(anchors == [true, false])
    let numbers = ["024", "02"].map { words.hasNumber($0.utf8Span.span) }
    #expect(numbers == [true, false])
  }

  @Test func `A heading is never taken for a paragraph`() {
    #expect(segments("Uno\n\nDue\n", "# One\n\n# Two\n").isEmpty)
  }

  @Test func `A paragraph is not taken for an item that is missing`() {
    #expect(
      segments(
        "Solo chi possiede invita.\n\nIl vecchio paragrafo sta ancora qui.\n\n- Apri\n",
        "Only owners invite.\n\n- Open\n- Close\n")
        == [["Solo chi possiede invita.", "Only owners invite."], ["Apri", "Open"]])
  }
}
