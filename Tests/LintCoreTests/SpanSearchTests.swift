import CScan
import Testing

@testable import LintCore

/// Searches by vectors, held to plain ones.
@Suite struct SpanSearchTests {
  @Test func `UTF-8 by vectors is UTF-8 byte by byte`() {
    let seconds: [UInt8] = [0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xE2, 0xFF]
    for lead in UInt8(0x7E)...0xFF {
      for second in seconds {
        for third in seconds {
          for last in [0x41, 0x80, 0xBF] as [UInt8] {
            // At every place around the ends of vectors.
            for before in [0, 29, 30, 31] {
              let bytes =
                Array(repeating: UInt8(0x61), count: before) + [lead, second, third, last]
              check(bytes)
              check(bytes + Array(repeating: 0x62, count: 40))
            }
          }
        }
      }
    }
    var random = SystemRandomNumberGenerator()
    let text = Array("Apri il pannello: перейти 𝄞 日本語 é — ".utf8)
    for _ in 0..<2000 {
      var bytes = Array((0..<4).flatMap { _ in text }.dropFirst(Int.random(in: 0..<text.count)))
      for _ in 0..<Int.random(in: 0..<3, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = .random(in: 0...255, using: &random)
      }
      check(bytes)
    }
    check([])
  }

  private func check(_ bytes: [UInt8]) {
    let expected = (try? UTF8Span(validating: bytes.span)) != nil
    let scalar = unsafe bytes.withUnsafeBufferPointer {
      unsafe scan_is_utf8_scalar($0.baseAddress ?? UnsafePointer(bitPattern: 1)!, $0.count)
    }
    // An expectation takes longer than what it looks at.
    if bytes.span.isUTF8 != expected || (scalar != 0) != expected { Issue.record("\(bytes)") }
  }

  @Test func `Literals are found where they stand`() {
    for _ in 0..<3000 {
      let bytes = (0..<Int.random(in: 0..<70)).map { _ in
        [0x61, 0x62, 0x63].randomElement()! as UInt8
      }
      for literal in ["ab", "aba", "cabcb", "a"] as [StaticString] {
        let wanted = Array(literal.description.utf8)
        let places = bytes.indices.filter { bytes[$0...].starts(with: wanted) }
        let first = bytes.span.firstRange(of: literal)?.lowerBound
        #expect(first == places.first)
        for index in -1...bytes.count {
          let isThere = bytes.span.has(literal, at: index)
          #expect(isThere == places.contains(index))
        }
      }
      let any = bytes.span.firstIndex(ofAny: 0x62, 0x7B, 0x26, 0x3D)
      #expect(any == bytes.firstIndex(of: 0x62))
    }
    let long = Array("x</span><span class=\"sxs-lookup\"><span data-stu-id=\"".utf8)
    let whole = long.span.has("</span><span class=\"sxs-lookup\"><span data-stu-id=\"", at: 1)
    let almost = long.span.has("</span><span class=\"sxs-lookup\"><span data-stu-ie=\"", at: 1)
    let other = long.span.has("</span><span class=\"sxs-lookup\"><span data-stu-id='", at: 1)
    #expect(whole && !almost && !other)
  }

  @Test func `Suspects by vectors hold those byte by byte`() {
    let pieces: [String] = [
      "a", "b ", "é", "и", "λ", "日", "\u{0}", "\t", "\n", "\u{7F}", "\u{85}", "\u{AD}", "\u{200B}",
      "\u{202E}", "\u{2066}", "\u{E000}", "\u{F0000}", "\u{FEFF}", "\u{FFFD}", "Ã©", "<", "<<<",
      ">>>>",
      ":::", "::", "aи", "иa",
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

  @Test func `Strings are ordered by their bytes`() {
    let words = ["", "a", "ab", "b", "B", "é", "e\u{301}", "я", "𝄞", "a/b", "a-b"]
    for left in words {
      for right in words {
        #expect(left.precedes(right) == left.utf8.lexicographicallyPrecedes(right.utf8))
      }
    }
  }
}
