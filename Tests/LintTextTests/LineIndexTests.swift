import LintText
import Testing

@Suite struct LineIndexTests {
  @Test(arguments: [
    ("", [0], [""]), ("a", [0], ["a"]), ("a\n", [0, 2], ["a", ""]),
    ("a\nb\r\nc\rd", [0, 2, 5, 7], ["a", "b", "c", "d"]),
    ("\r\r\n\n", [0, 1, 3, 4], ["", "", "", ""]), ("é\n𝄞", [0, 3], ["é", "𝄞"]),
  ])
  func lines(_ text: String, _ starts: [Int], _ contents: [String]) {
    let bytes = Array(text.utf8)
    let index = LineIndex(bytes.span, from: 0)
    #expect(index.starts == starts)
    #expect(index.end == bytes.count)
    for line in starts.indices {
      let content = index.content(of: line, in: bytes.span)
      #expect(String(decoding: bytes[content.range], as: UTF8.self) == contents[line])
    }
    for offset in bytes.indices {
      #expect(index.line(at: offset) == starts.lastIndex { $0 <= offset })
    }
    #expect(index.line(at: bytes.count) == starts.count - 1)
  }

  /// Columns count UTF-16, whatever order places are asked for in.
  @Test func places() {
    let bytes = Array("\u{FEFF}a𝄞é\r\n漢x\u{301}y".utf8)
    let places: [(offset: Int, line: Int, column: Int, byteColumn: Int)] = [
      (0, 1, 1, 1), (3, 1, 1, 1), (4, 1, 2, 2), (8, 1, 4, 6), (10, 1, 5, 8), (12, 2, 1, 1),
      (15, 2, 2, 4), (16, 2, 3, 5), (18, 2, 4, 7), (19, 2, 5, 8),
    ]
    for order in [places, places.reversed()] {
      var finder = PlaceFinder(LineIndex(bytes.span, from: 3))
      for (offset, line, column, byteColumn) in order {
        #expect(
          finder.place(of: offset, in: bytes.span)
            == Place(line: line, column: column, byteColumn: byteColumn))
      }
    }
  }

  /// Editors, and SARIF's snippets, have one U+FFFD for a character that was cut.
  @Test func bytesThatAreNotUTF8CountAsTheyAreDecoded() {
    let bytes: [UInt8] = [0xFF, 0xC3, 0x61, 0xE6, 0xBC, 0x62, 0xED, 0xA0, 0x80, 0xF0, 0x9F, 0x63]
    for order in [[2, 5, 6, 9, 11, 12], [12, 11, 9, 6, 5, 2]] {
      var finder = PlaceFinder(LineIndex(bytes.span, from: 0))
      for offset in order {
        let before = String(decoding: bytes[..<offset], as: UTF8.self)
        let place = finder.place(of: offset, in: bytes.span)
        #expect(place.column == before.utf16.count + 1 && place.byteColumn == offset + 1)
      }
    }
  }
}
