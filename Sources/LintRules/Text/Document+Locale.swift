import LintCore
import LintText

extension Document {
  /// The locale that the text must be in: what the run or the path says, else the page itself. Where
  /// they differ, the rule for that tells it, and the text is no other fault.
  var locale: LocaleTag? {
    if let expected = expectation.configured ?? expectation.inPath.last { return expected }
    guard let entry = metadata("ms.contentlocale") else { return nil }
    return LocaleTag(text(entry.value).bytes)
  }

  /// The language of the text in lower case: `it`; empty when nothing tells.
  var language: String { locale?.language ?? "" }
}
