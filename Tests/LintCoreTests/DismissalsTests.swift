import Testing

@testable import LintCore

/// Lists of dismissals as bytes.
@Suite struct DismissalsTests {
  private static let line = "doubled-word\tdocs/a.md\t103\til\ta verse"

  private static func mistake(_ text: String) -> String? {
    do throws(Dismissals.Mistake) {
      _ = try Dismissals(Array(text.utf8))
      return nil
    } catch {
      return "\(error.line):\(error.column): \(error.reason)"
    }
  }

  @Test(arguments: [
    "LINE", "LINE\n", "LINE\r\n", "\u{FEFF}LINE\n", "\u{FEFF}# a\r\n\r\nLINE", "\nLINE\n\n# z\n",
  ])
  func `A list may have been through an editor`(_ text: String) throws {
    let list = try Dismissals(Array(text.replacing("LINE", with: Self.line).utf8))
    #expect(list.lines.map(\.rule) == ["doubled-word"])
    #expect(list.lines.map(\.entry.reason) == ["a verse"])
    #expect(list.entries(of: "docs/a.md")?.keys.first == "doubled-word\t103\til")
    #expect(list.entries(of: "docs/b.md") == nil)
  }

  @Test(arguments: [
    ("", nil), ("# a\n", nil), ("r\tp\t\t\twhy", nil),
    (
      "\n<<<<<<< HEAD\n",
      "2:13: no file: a dismissal has rule, file, number, words and reason, separated by tabs"
    ),
    (
      "r\tp\t103\tw\n",
      "1:10: no reason: a dismissal has rule, file, number, words and reason, separated by tabs"
    ),
    ("r\tp\t103\tw\t", "1:11: the reason is empty"),
    ("r\tp\t103\tw\t \u{A0}", "1:11: the reason is empty"),
    ("r\tp\t103\tw\twhy\tsource", nil), ("r\tp\t103\tw\twhy\t", nil),
    ("r\tp\t103\tw\twhy\tsource\tmore", "1:22: there is more behind the source"),
    ("r\tp\t103\té\t\r\n", "1:11: the reason is empty"),
    ("\tp\t103\tw\twhy", "1:1: the rule is empty"), ("r\t\t103\tw\twhy", "1:3: the file is empty"),
    (
      " \n", "1:2: no file: a dismissal has rule, file, number, words and reason, separated by tabs"
    ),
  ])
  func `What is no dismissal is told with its place`(_ text: String, _ message: String?) {
    #expect(Self.mistake(text) == message)
  }

  @Test func `Bytes that are no UTF-8 are told, and never written back as others`() {
    let error = #expect(throws: Dismissals.Mistake.self) {
      try Dismissals(Array("r\tp\t".utf8) + [0xFF, 0x09] + Array("w\twhy".utf8))
    }
    #expect(error?.line == 1 && error?.column == 5)
    #expect(error?.reason == "the key of the segment is not UTF-8")
  }

  @Test func `A list that is written reads as the same, in order`() throws {
    let reason = "tab\\tline\\nback\\\\slash"
    let text = [
      "b\tp\t\tw\t\(reason)", "a\tq\\tq\t1\tw\twhy", "a\tp\t2\tw\twhy", "a\tp\t2\tw\tanother",
    ].joined(separator: "\n")
    let list = try Dismissals(Array(text.utf8))
    #expect(
      list.text.split(separator: "\n").drop { $0.hasPrefix("#") } == [
        "a\tp\t2\tw\tanother", "a\tq\\tq\t1\tw\twhy", "b\tp\t\tw\t\(reason)",
      ])
    #expect(try Dismissals(Array(list.text.utf8)).text == list.text)
    #expect(list.lines.contains { $0.entry.reason == "tab\tline\nback\\slash" })
  }

  @Test func `A dismissal that tells its source is written as it is read`() throws {
    let text = "r\tp\t1\tw\twhy\tOpen it.\nr\tp\t1\tw\twhy\tClose it.\nr\tp\t1\tw\twhy\n"
    let list = try Dismissals(Array(text.utf8))
    #expect(list.lines.count == 3)
    #expect(
      list.text.hasSuffix(
        "\nr\tp\t1\tw\twhy\tClose it.\nr\tp\t1\tw\twhy\tOpen it.\nr\tp\t1\tw\twhy\n"))
    #expect(try Dismissals(Array(list.text.utf8)).text == list.text)
  }

  @Test func `What combines with a tab parts fields all the same`() throws {
    let list = try Dismissals(Array("r\tp\t\u{301}1\t\u{301}w\twhy".utf8))
    #expect(list.lines.map(\.rule) == ["r"])
    #expect(list.text.hasSuffix("\nr\tp\t\u{301}1\t\u{301}w\twhy\n"))
    #expect(Baseline.origin(of: "r\t\u{301}p\t\u{301}1\tw\t0").path == "\u{301}p")
  }

  @Test func `Former names of rules count as the present ones`() throws {
    let list = try Dismissals(Array(Self.line.utf8), renamed: ["doubled-word": "twice"])
    #expect(list.formerNames == ["doubled-word"])
    #expect(list.lines.map(\.key) == ["twice\t103\til"])
    #expect(list.text.contains("\ntwice\tdocs/a.md\t103\til\ta verse\n"))
  }
}
