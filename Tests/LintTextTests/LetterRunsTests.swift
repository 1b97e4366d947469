import LintText
import Testing

@Suite struct LetterRunsTests {
  private static func lack(_ text: String, in other: String) -> Bool {
    LetterRuns(other.utf8Span.span).lack(text.utf8Span.span)
  }

  @Test func `A text that stands in another one has all its runs there`() {
    let page = "# Hub\n\nOpen the lid of\nthe **blue** hive, then wait for the lamp (30 seconds).\n"
    for text in ["Open the lid of the", "OPEN  THE LID OF", "then wait for the lamp", "hive", ""] {
      #expect(!Self.lack(text, in: page), "\(text)")
    }
    for text in ["Open the lid of a", "then wait for a lamp", "wait for the lamp 30 seconds"] {
      #expect(Self.lack(text, in: page), "\(text)")
    }
  }

  @Test func `Signs and markup part runs, so that they may differ`() {
    #expect(!Self.lack("Open *the lid of the hive* now", in: "Open the lid of the hive now"))
    #expect(!Self.lack("the lid\u{1A}\u{1A}of", in: "the lid [x](a.md) of"))
    #expect(!Self.lack("too short", in: "something else"))
  }

  @Test func `A run is known whatever stands before it`() {
    let text = "abcdefghijklmnopqrstuvwxyz0123456789"
    for start in 0...text.count - 12 {
      let part = String(text.dropFirst(start).prefix(12))
      #expect(!Self.lack(part, in: text))
      #expect(Self.lack(String(part.reversed()), in: text))
    }
  }
}
