import LintText
import Testing

/// What is told of strings and of tokens by vectors, held to loops byte by byte.
@Suite struct StringMarksTests {
  /// Bytes that mean something, at any place around the ends of vectors, among those that don't.
  private static func texts() -> [[UInt8]] {
    let wanted =
      Array("$%<`{|]:\"\\\n\r \t\u{1A}aZ09,}[;=/".utf8) + [0xC2, 0xC3, 0xE2, 0x80, 0xA0, 0xFF, 0]
    var random = SplitMix64(seed: 7, series: 1)
    return (0..<3000).map { round in
      let fill: [UInt8] = round % 2 == 0 ? [0x61] : [0x20, 0x62, 0x2C]
      return (0..<Int(random.next() % 200)).map { index in
        random.next() % 12 == 0 || round % 7 == 0
          ? wanted[Int(random.next() % UInt64(wanted.count))] : fill[index % fill.count]
      }
    }
  }

  @Test func `Strings end where they end byte by byte, with the marks before that`() {
    let marks: [UInt8: StringMarks] = [
      0x24: .dollar, 0x25: .percent, 0x3C: .less, 0x60: .backtick, 0x7B: .brace, 0x7C: .bar,
      0x5D: .bracket, 0x3A: .colon,
    ]
    for text in Self.texts() {
      for start in [0, 1, 31, 40] where start <= text.count {
        let end = text[start...].firstIndex { [0x22, 0x5C, 0x0A, 0x0D].contains($0) }
        var found: StringMarks = []
        let wanted = text[start..<(end ?? text.count)].reduce(into: StringMarks()) {
          $0.formUnion(marks[$1] ?? [])
        }
        let place = text.span.endOfString(from: start, &found)
        if place != end || found != wanted { Issue.record("\(text) from \(start)") }
      }
    }
  }

  @Test func `Tokens are counted as byte by byte`() {
    for text in Self.texts() {
      var (count, isCounted) = (0, false)
      for index in text.indices {
        if text[index].isGap {
          isCounted = false
        } else if !isCounted, text.span.hasWordByte(at: index) {
          isCounted = true
          count += 1
        }
      }
      if text.span.tokenCount != count { Issue.record("\(text)") }
    }
  }
}
