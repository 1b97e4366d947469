import LintCore

extension Document {
  /// The locale that the page is for: as the run says, else the page, else its path.
  var locale: LocaleTag? {
    if let configured = expectation.configured { return configured }
    if let entry = metadata("ms.contentlocale"),
      let stated = LocaleTag(text(entry.value).string)
    {
      return stated
    }
    return expectation.inPath.last
  }

  /// The language of the page in lower case: `it`; empty when nothing tells.
  var language: String { locale?.language ?? "" }
}
