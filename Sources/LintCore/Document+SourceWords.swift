import LintText

extension Document {
  /// How many words the sources of all segments hold: what stands between white space and has a
  /// letter or digit, code and addresses left out.
  var sourceWords: Int {
    let prose = prose.span
    var words = 0
    for record in records {
      var isInWord = false
      var index = record.source.lower
      while index < record.source.upper {
        let byte = prose[index]
        if byte.isSpace || byte == UInt8.blank {
          isInWord = false
        } else if !isInWord, prose.isWordByte(at: index) {
          isInWord = true
          words += 1
        }
        index += 1
      }
    }
    return words
  }
}

extension Span<UInt8> {
  /// Whether a letter or digit begins here, or what is not ASCII and no punctuation of Latin-1
  /// (U+0080 to U+00BF) or of the general kind (U+2000 to U+203F).
  fileprivate func isWordByte(at index: Int) -> Bool {
    let byte = self[index]
    guard byte >= 0xC3 else { return byte.isLetter || byte.isDigit }
    return !(byte == 0xE2 && index + 1 < count && self[index + 1] == 0x80)
  }
}
