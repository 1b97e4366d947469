/// A table of `languages/`.
public struct LanguageTable: Sendable {
  /// A BCP 47 tag: `it`, `zh-Hans`.
  public let tag: String
  /// In English.
  public let name: String
  /// Letters of a translation for each hundred of its source; `nil` where it was not measured.
  public let length: Int?
  /// The names of its scripts, with a space between them.
  public let scripts: String
  /// In lower case, with a space between them.
  public let functionWords: String
  /// How many those are.
  public let wordCount: Int

  public init(
    tag: String, name: String, length: Int?, scripts: String, functionWords: String, wordCount: Int
  ) {
    self.tag = tag
    self.name = name
    self.length = length
    self.scripts = scripts
    self.functionWords = functionWords
    self.wordCount = wordCount
  }
}
