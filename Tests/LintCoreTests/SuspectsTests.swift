import Testing

@testable import LintCore

@Suite struct SuspectsTests {
  @Test func `Suspects by vectors hold those byte by byte`() {
    let pieces: [String] = [
      "a", "b ", "é", "и", "λ", "日", "\u{0}", "\t", "\n", "\u{7F}", "\u{85}", "\u{AD}", "\u{200B}",
      "\u{202E}", "\u{2066}", "\u{E000}", "\u{F0000}", "\u{FEFF}", "\u{FFFD}", "Ã©", "<", "<<<",
      ">>>>",
      ":::", "::", "aи", "иa", "\r", "\r\n",
    ]
    for _ in 0..<5000 {
      var text = ""
      while text.utf8.count < 55 { text += pieces.randomElement()! }
      let short = Array(text.utf8.prefix(60))
      // What is followed by enough goes through vectors.
      let long = short + Array(repeating: 0x20, count: 70)
      let slow = Suspects.find(in: short.span, from: 0).filter { $0 < short.count - 2 }
      let fast = Suspects.find(in: long.span, from: 0).filter { $0 < short.count - 2 }
      // Vectors may say yes more often, never less.
      #expect(Set(slow).isSubset(of: fast), "\(text)")
    }
  }
}
