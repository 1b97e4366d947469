/// Prose cut into lines for a terminal.
package enum WrappedText {
  /// The lines of a text at a width in characters; a longer word has a line of its own.
  package static func lines(of text: String, width: Int) -> [String] {
    // Where each scalar is a character, bytes tell how many there are.
    guard text.utf8Span.span.hasLettersAlone, !text.unicodeScalars.contains("\u{A0}") else {
      return lines(text.split(whereSeparator: \.isWhitespace).map { ($0, $0.count) }, width)
    }
    let words = text.utf8.split(separator: 0x20).map { word in
      (Substring(word), word.count { $0 & 0xC0 != 0x80 })
    }
    return lines(words, width)
  }

  private static func lines(_ words: [(text: Substring, count: Int)], _ width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var length = 0
    for word in words {
      if !line.isEmpty, length + 1 + word.count > width {
        lines.append(line)
        line = ""
        length = 0
      }
      length += line.isEmpty ? word.count : 1 + word.count
      line += line.isEmpty ? word.text : " " + word.text
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}
