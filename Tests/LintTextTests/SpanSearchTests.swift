import CScan
import LintText
import Testing

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

  @Test func `A byte is counted in every block`() {
    for length in [0, 1, 63, 64, 65, 128, 200] {
      let bytes = (0..<length).map { UInt8($0 % 3 == 0 ? 0x5C : 0x61) }
      #expect(bytes.span.count(of: 0x5C) == bytes.count { $0 == 0x5C })
    }
  }

  @Test func `All matches of a byte, from any place on`() {
    for length in [0, 1, 63, 64, 65, 127, 128, 129, 300] {
      let bytes = (0..<length).map { _ in [0x3C, 0x61, 0x00, 0xBC].randomElement()! as UInt8 }
      let matches = ByteMatches(of: 0x3C, in: bytes.span)
      #expect(matches.count == bytes.count { $0 == 0x3C })
      for start in 0...length + 70 {
        #expect(
          matches.next(from: start) == bytes.indices.first { $0 >= start && bytes[$0] == 0x3C })
      }
    }
  }

  @Test func `An address ends where it may`() {
    let ends: [UInt8] = [0x00, 0x0A, 0x20, 0x28, 0x29, 0x5C]
    for place in 0..<40 {
      for byte in UInt8.min...UInt8.max {
        var bytes = Array(repeating: UInt8(0x61), count: 40)
        bytes[place] = byte
        let isEnd = byte <= 0x20 || ends.contains(byte)
        #expect(bytes.span.endOfAddress(in: 0..<40) == (isEnd ? place : 40))
        #expect(bytes.span.endOfAddress(in: place + 1..<40) == 40)
        #expect(bytes.span.endOfAddress(in: 0..<place) == place)
      }
    }
  }

  @Test func `A control character is found, and nothing behind the end`() {
    for length in [0, 1, 5, 63, 64, 65, 130] {
      var bytes = Array(repeating: UInt8(0x61), count: length)
      #expect(bytes.span.firstIndex(in: 0x00...0x1F) == nil)
      for place in 0..<length {
        bytes[place] = UInt8(place % 0x20)
        #expect(bytes.span.firstIndex(in: 0x00...0x1F) == place)
        bytes[place] = 0x61
      }
    }
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
    for _ in 0..<1000 {
      let bytes: [UInt8] = (0..<Int.random(in: 0..<70)).map { _ in
        // Mostly what is none of them.
        Int.random(in: 0..<40) == 0
          ? UInt8.random(in: 0...255) : [0x20, 0x21, 0x24, 0x7E].randomElement()!
      }
      let start = Int.random(in: 0...bytes.count)
      let special = bytes.indices.dropFirst(start).first {
        !(0x20..<0x7F).contains(bytes[$0]) || [0x22, 0x23, 0x5C].contains(bytes[$0])
      }
      #expect(bytes.span.firstSpecial(0x22, 0x23, 0x5C, from: start) == special ?? bytes.count)
    }
    let long = Array("x</span><span class=\"sxs-lookup\"><span data-stu-id=\"".utf8)
    let whole = long.span.has("</span><span class=\"sxs-lookup\"><span data-stu-id=\"", at: 1)
    let almost = long.span.has("</span><span class=\"sxs-lookup\"><span data-stu-ie=\"", at: 1)
    let other = long.span.has("</span><span class=\"sxs-lookup\"><span data-stu-id='", at: 1)
    #expect(whole && !almost && !other)
  }

  /// What the kernels tell of a text, told in the plainest way.
  private struct Plain {
    let hasJoint: Bool
    let hasDecimal: Bool
    let mayDouble: Bool
    let letters: Int
    let pieces: UInt32
    let markup: [Int]

    init(_ bytes: [UInt8]) {
      func at(_ index: Int) -> UInt8 { bytes.indices.contains(index) ? bytes[index] : 0 }
      func isWord(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit }
      func isSmall(_ byte: UInt8) -> Bool { byte.isLetter && !byte.isUppercase }
      hasJoint = bytes.indices.contains { index in
        let (before, here, after) = (at(index - 1), at(index), at(index + 1))
        if here == 0x2E { return isWord(before) && after > 0x20 }
        if here.isUppercase, isSmall(before) || (isWord(before) && isSmall(after)) { return true }
        return here.isLetter && before.isDigit
      }
      hasDecimal = bytes.indices.contains {
        bytes[$0] == 0x2E && at($0 - 1).isDigit && at($0 + 1).isDigit
      }
      mayDouble = Self.doubles(bytes)
      letters = bytes.count {
        $0 & 0xC0 != 0x80 && !$0.isSpace && $0 != UInt8.blank
      }
      func flag(_ value: Int, _ wanted: [UInt8]) -> UInt32 {
        bytes.contains(where: wanted.contains) ? UInt32(value) : 0
      }
      let hasDoubledMarks = bytes.indices.contains { index in
        let before = index == 0 ? 0x20 : bytes[index - 1]
        if bytes[index] == 0x2C, before == 0x20 { return true }
        if bytes[index] == 0x2E, before == 0x20, at(index - 2) == 0x2E { return true }
        // A folder.
        if bytes[index] == 0x2E, at(index + 1) == 0x2F { return false }
        return [0x2C, 0x2E].contains(bytes[index]) && [0x2C, 0x2E].contains(before)
      }
      pieces =
        flag(SCAN_HAS_MARKUP, [0x3C, 0x7B, 0x26, 0x3D]) | flag(SCAN_HAS_CLOSING, [0x5D])
        | flag(SCAN_HAS_NUMBER_SIGN, [0x23])
        | flag(SCAN_HAS_BRACKETS, [0x28, 0x29, 0x5B, 0x5D, 0xEF])
        | (hasDoubledMarks ? UInt32(SCAN_HAS_DOUBLED_MARKS) : 0)
      markup = bytes.indices.filter { "\\`*_[]<{%$:".utf8.contains(bytes[$0]) }
    }

    /// Whether a run of two characters or more that are no white space stands again behind white
    /// space, with markup and the punctuation before it left out, in lower case if it had a capital; and where
    /// both are letters alone, no other letter of ASCII behind it.
    private static func doubles(_ bytes: [UInt8]) -> Bool {
      let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
      func isGap(_ scalar: Unicode.Scalar) -> Bool { " \n\u{A0}".unicodeScalars.contains(scalar) }
      func lowered(_ scalar: Unicode.Scalar) -> String { scalar.properties.lowercaseMapping }
      return scalars.indices.contains { gap in
        guard isGap(scalars[gap]), gap > 0, !isGap(scalars[gap - 1]) else { return false }
        var start = gap
        // A word begins behind markup.
        while start > 0, !isGap(scalars[start - 1]), scalars[start - 1].value != UInt8.blank {
          start -= 1
        }
        while start < gap,
          scalars[start].isASCII, UInt8(scalars[start].value).isPunctuation
        {
          start += 1
        }
        guard let next = scalars[gap...].firstIndex(where: { !isGap($0) }),
          next + (gap - start) <= scalars.count, start + 1 < gap
        else { return false }
        let (word, other) = (scalars[start..<gap], scalars[next..<next + (gap - start)])
        func isLetter(_ scalar: Unicode.Scalar) -> Bool {
          !scalar.isASCII || UInt8(scalar.value).isLetter
        }
        if next + word.count < scalars.count {
          let behind = scalars[next + word.count]
          if behind.isASCII, other.allSatisfy(isLetter), isLetter(behind) { return false }
        }
        return word.dropFirst().elementsEqual(other.dropFirst())
          && lowered(word.first!) == lowered(other.first!)
      }
    }
  }

  @Test func `What rules look for by vectors is there byte by byte`() {
    let pieces = [
      "a", "la", "la ", " ", "A", "B", "b", "1", "2", ".", ". ", "é", "и", "日", "(", "\"", "\u{1A}",
      "`", "*", "_", "[", "]", "<", "{", "%", "$", ":", "\\", ";", "=", "#", "）", "\n", "\u{A0}",
      "La",
      "Ил", "ил ",
      ",", "/",
    ]
    for _ in 0..<20000 {
      var text = ""
      let length = Int.random(in: 1..<100)
      while text.utf8.count < length { text += pieces.randomElement()! }
      let bytes = Array(text.utf8)
      let plain = Plain(bytes)
      let words = unsafe bytes.withUnsafeBufferPointer {
        unsafe scan_words($0.baseAddress!, $0.count)
      }
      let found = unsafe bytes.withUnsafeBufferPointer {
        unsafe scan_pieces($0.baseAddress!, $0.count)
      }
      // Vectors may say yes more often, never less.
      let isJoint = words & UInt32(SCAN_HAS_JOINT) != 0 || !plain.hasJoint
      let isDecimal = words & UInt32(SCAN_HAS_DECIMAL) != 0 || !plain.hasDecimal
      let isDouble = bytes.span.mayHaveDoubledWord || !plain.mayDouble
      var markup: [Int] = []
      for block in stride(from: 0, to: bytes.count, by: 64) {
        let mask = unsafe bytes.withUnsafeBufferPointer {
          unsafe scan_markup($0.baseAddress! + block, $0.count - block)
        }
        markup += (0..<64).filter { mask >> UInt64($0) & 1 == 1 }.map { block + $0 }
      }
      var all = [UInt64](repeating: .max, count: (bytes.count + 63) / 64)
      unsafe scan_all_markup(bytes, bytes.count, &all)
      let allMarkup = (0..<64 * all.count).filter { all[$0 / 64] >> UInt64($0 % 64) & 1 == 1 }
      if !isJoint || !isDecimal || !isDouble || markup != plain.markup
        || allMarkup != plain.markup || found != plain.pieces
        || bytes.span.countOfLetters != plain.letters
      {
        Issue.record("\(text.debugDescription)")
      }
    }
  }

  @Test func `Line ends by vectors are those byte by byte`() {
    for count in 0..<200 {
      var bytes = [UInt8](repeating: 0x61, count: count)
      for _ in 0..<3 {
        let found = unsafe bytes.withUnsafeBufferPointer {
          unsafe scan_line_end($0.baseAddress ?? UnsafePointer(bitPattern: 1)!, $0.count)
        }
        #expect(found == bytes.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? count)
        if count > 0 {
          bytes[Int.random(in: 0..<count)] = [0x0A, 0x0D, 0x0B, 0x8A].randomElement()!
        }
      }
    }
  }

  @Test func `Letters by vectors are those byte by byte`() {
    let pieces = Array("abzAZ@[`{'0 éИ".utf8)
    for count in 1..<2000 {
      let bytes = (0..<count % 40 + 1).map { _ in
        Bool.random() ? UInt8.random(in: 0x61...0x7A) : pieces.randomElement()!
      }
      let start = Int.random(in: bytes.indices)
      let letters = unsafe bytes.withUnsafeBufferPointer {
        unsafe scan_ascii_letters($0.baseAddress! + start, $0.count - start)
      }
      let run = bytes[start...].prefix(16).prefix { ($0 | 0x20) &- 0x61 < 26 }
      #expect(letters.count == run.count)
      var both: (first: UInt64, second: UInt64, capitals: UInt32) = (0, 0, 0)
      for (index, byte) in run.enumerated() {
        let small = UInt64(byte | 0x20)
        if index < 8 { both.first |= small << (index * 8) }
        if index >= 8 { both.second |= small << (index * 8 - 64) }
        if byte & 0x20 == 0 { both.capitals |= 1 << index }
      }
      #expect(letters.first == both.first && letters.second == both.second)
      #expect(letters.capitals == both.capitals)
    }
  }
}
