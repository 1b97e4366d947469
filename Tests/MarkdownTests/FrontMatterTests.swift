import LintCore
import LintText
import SideBySide
import TestSupport
import Testing

@testable import Markdown

private func dump(_ text: String) -> String {
  let document = SideBySideMarkdown().read(Array(text.utf8), Page())
  guard let frontMatter = document.frontMatter else { return "none" }
  var lines = frontMatter.entries.map { entry in
    "\(document.text(entry.name).string) = «\(document.text(entry.value).string)»"
  }
  if !frontMatter.isClosed { lines.append("never closed") }
  if let problem = frontMatter.problem {
    lines.append("\(problem.message) at «\(document.text(problem.range).string)»")
  }
  return lines.joined(separator: "\n")
}

@Suite struct FrontMatterTests {
  @Test(arguments: [
    ReaderCase("none", "Text.\n", "none"),
    ReaderCase("a rule, then text", "---\nSome words here: none.\n", "none"),
    ReaderCase(
      "a colon in a value",
      "---\ntitle: Caffè: no\n---\n",
      "title = «Caffè»\nmapping values are not allowed in this context at «: no»"),
    ReaderCase(
      "places after wide characters",
      "---\ntitle: 'Caffè 𝄞 l''altro'\nms:assetid: 東\nempty:\nb: \"x\"\n---\n",
      "title = «Caffè 𝄞 l''altro»\nms:assetid = «東»\nempty = «»\nb = «x»"),
    ReaderCase(
      "lists and folded text", "---\na:\n- b\n- c\nd: >\n  e\n  f\ng: h\n---\n",
      "a = «- b\n- c»\nd = «>\n  e\n  f»\ng = «h»"),
    ReaderCase("after a BOM, with CR LF", "\u{FEFF}---\r\na: b\r\n---\r\n", "a = «b»"),
    ReaderCase("never closed", "---\na: b\nc: d\n\nText.\n", "never closed"),
    ReaderCase(
      "never closed, an alert below",
      "---\na: b\n> [!NOTE]\n> <span data-ttu-id=\"7e0c1-101\">A\n---\n",
      "never closed"),
    ReaderCase("empty", "---\n---\n", ""),
    ReaderCase(
      "no list of keys", "---\n- a\n---\n", "is not a list of keys at «- a»"),
    ReaderCase(
      "a tab", "---\na:\n\tb: c\n---\n", "found character that cannot start any token at «b: c»"),
  ])
  func `Front matter is read with its places`(_ test: ReaderCase) {
    #expect(dump(test.text) == test.expected)
  }

  /// Lines that mean the same wherever they stand, and lines that don't.
  private static let lines = [
    "title: Guida", "description: Come si apre", "ms.date: 04/23/2021", "locale: it-IT", "empty:",
    "number: 1", "2: b", "colon:b", "open: 'x", "closes'", "quoted: \"q\"", "cut: \"q",
    "literal: |",
    "folded: >-", "  testo", "  altro: testo", "list:", "- e", "- f: g", "nested: - h", " odd: i",
    "\ttab: j", "flow: {k: l}", "begun: [m,", "ended]: n", "anchor: &o p", "alias: *o",
    "tag: !!str q", "comment: r # s", "# remark", "  # remark", "", "  ", "--- t", "? u", ": v",
    "word", "two: keys: w", "spaced : x", "é: y", "return: z\raa: bb",
    "separator: cc\u{2028}dd: ee",
    "nul: \u{0}", "caffè 𝄞: 𝄞", "crlf: x\r", "ff: " + String(repeating: "g", count: 400),
    String(repeating: "h", count: 1100) + ": i",
  ]

  /// What a value may be made of, and what a parser may stumble over.
  private static let pieces: [[UInt8]] =
    [
      "a", "Caffè", "東", "𝄞", "1", " ", " ", "'", "\"", ":", ": ", "#", " #", "-", "_", ".", ",",
      "[",
      "]", "{", "}", "(", "&", "*", "!", "|", ">", "%", "@", "`", "\\", "?", "~", "=", "<", "/",
      "\t",
      "\r", "\u{7F}", "\u{85}", "\u{9F}", "\u{A0}", "\u{2027}", "\u{2028}", "\u{2029}", "\u{FEFF}",
      "\u{FFFD}", "\u{FFFE}", "\u{E000}", "\u{1}", "---", "...",
    ].map { Array($0.utf8) } + [
      [0x80], [0xC3], [0xC2], [0xE2, 0x80], [0xEF], [0xF4, 0x90, 0x80, 0x80],
    ]

  @Test(arguments: [1, 2])
  func `Entries are those that libyaml finds`(_ seed: UInt64) {
    var random = SplitMix64(state: seed)
    func some(_ count: ClosedRange<Int>) -> [UInt8] {
      (0..<Int.random(in: count, using: &random)).flatMap { _ in
        Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
      }
    }
    var faultless = 0
    for _ in 0..<20_000 {
      // Mostly lines that are whole, so that many a block is.
      let lines = (0..<Int.random(in: 1...6, using: &random)).flatMap { _ -> [UInt8] in
        switch Int.random(in: 0..<10, using: &random) {
        case 0: return Array("k".utf8) + some(0...2) + Array(": ".utf8) + some(0...3) + [0x0A]
        case 1: return Array("key: v".utf8) + some(0...4) + [0x0A]
        case 2: return Array("key: \"".utf8) + some(0...3) + Array("\"\n".utf8)
        case 3, 4:
          // A list; its items mostly have the same space before them.
          let space = Int.random(in: 0...2, using: &random)
          var list = Array("list:".utf8) + (Bool.random(using: &random) ? [0x20, 0x0A] : [0x0A])
          for _ in 0..<Int.random(in: 1...3, using: &random) {
            let odd = Int.random(in: 0..<20, using: &random) == 0 ? 1 : 0
            let quote: [UInt8] = Int.random(in: 0..<5, using: &random) == 0 ? [0x22] : []
            list += Array(repeating: 0x20, count: space + odd) + Array("- ".utf8) + quote
            list += Array("item".utf8) + some(0...1) + quote
            list += Int.random(in: 0..<5, using: &random) == 0 ? [0x0D, 0x0A] : [0x0A]
          }
          return list
        case let kind:
          let line = Int.random(in: 0..<(kind < 6 ? 8 : Self.lines.count), using: &random)
          return Array((Self.lines[line] + "\n").utf8)
        }
      }
      let bytes = Array("---\n".utf8) + lines + Array("---\n".utf8)
      guard let read = FrontMatterReader.read(bytes.span, from: 0), read.isClosed else { continue }
      let (entries, problem) = FrontMatterReader.entries(bytes.span, in: read.content)
      if problem == nil { faultless += 1 }
      #expect(
        read.entries.map(Self.description) == entries.map(Self.description)
          && read.problem?.message == problem?.message
          && read.problem?.range == problem?.range,
        "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
    #expect(faultless > 4000)
  }

  private static func description(_ entry: Attribute) -> String {
    "\(entry.name.range) \(entry.value.range)"
  }
}
