import LintCore
import LintText
import LintYAML

/// What a rule file says besides texts: patterns, and messages with fields.
extension StrictMapping {
  func pattern(_ key: String, _ options: Pattern.Options) throws(PlacedError) -> Pattern? {
    guard let text = try string(key) else { return nil }
    return try compiled(text, options, at: key)
  }

  func requiredPattern(_ key: String, _ options: Pattern.Options) throws(PlacedError) -> Pattern {
    guard let pattern = try pattern(key, options) else { throw lacks(key) }
    return pattern
  }

  func compiled(_ text: String, _ options: Pattern.Options, at key: String) throws(PlacedError)
    -> Pattern
  {
    do throws(Pattern.Failure) {
      return try Pattern(text, options)
    } catch {
      let offset = node(key).map { source.offset(of: error.offset, in: $0) } ?? 0
      throw source.mistake("not a pattern: \(error.message)", at: offset)
    }
  }

  /// Throws an error about a message whose fields stand for nothing or are not in quotes.
  ///
  /// - Parameter groups: The highest number that a field may have.
  func checkFields(_ key: String, groups: Int) throws(PlacedError) {
    guard let message = try string(key) else { return }
    guard !message.trimmed.hasSuffix(".") else {
      throw mistake("a message ends without a full stop", at: key)
    }
    guard message.contains("'{") else {
      throw mistake("a message says '{0}' in quotes, where the words concerned go", at: key)
    }
    for piece in message.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
      guard let end = piece.firstIndex(of: "}"), let number = Int(piece[..<end]),
        (0...groups).contains(number), piece[end...].hasPrefix("}'")
      else {
        throw mistake(
          "a message has no '{\(piece.prefix { $0 != "}" })}', but "
            + (groups == 0 ? "'{0}'" : "'{0}' to '{\(groups)}'") + " in quotes", at: key)
      }
    }
  }
}
