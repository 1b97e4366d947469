import LintText

extension Document {
  /// How many words the sources of all segments hold that rules look at: what stands between white space and
  /// has a letter or digit, code and addresses left out.
  var sourceWords: Int {
    var words = 0
    for record in records where record.state.isLookedAt {
      words += text(record.source).prose.tokenCount
    }
    return words
  }
}
