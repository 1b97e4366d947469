import LintCore

extension Document {
  /// The locale that the text must be in: what the page says, else what the run or the path does.
  var locale: LocaleTag? {
    if let entry = metadata("ms.contentlocale"), let tag = LocaleTag(text(entry.value).string) {
      return tag
    }
    return expectation.configured ?? expectation.inPath.last
  }
}
