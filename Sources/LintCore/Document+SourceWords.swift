import LintText

extension Document {
  /// How many words the sources of all segments hold that rules look at: what stands between white space and
  /// has a letter or digit, code and addresses left out.
  var sourceWords: Int {
    var words = 0
    for record in records where record.state.isLookedAt {
      let prose = text(record.source).prose
      var isInWord = false
      var index = 0
      while index < prose.count {
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
