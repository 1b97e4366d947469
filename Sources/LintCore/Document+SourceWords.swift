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
        if byte.isGap {
          isInWord = false
        } else if !isInWord, prose.hasWordByte(at: index) {
          isInWord = true
          words += 1
        }
        index += 1
      }
    }
    return words
  }
}
