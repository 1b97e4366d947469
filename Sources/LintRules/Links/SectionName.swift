import LintCore
import LintText

/// The name of a section in an address, where nobody knows the page that has it: whether it is made of the
/// source's words and not of a translated heading.
enum SectionName {
  /// - Parameters:
  ///   - name: With `#`, of the target's destination.
  ///   - source: The same of the source's.
  ///   - destination: The target's.
  ///   - text: The text that the link stands in.
  ///   - isKept: Whether such links of the page lead to sections by their names in the source.
  static func isOfSource(
    _ name: Span<UInt8>, _ source: Span<UInt8>, _ destination: borrowing Text,
    in text: borrowing Text, _ locale: LocaleTag?, isKept: Bool
  ) -> Bool {
    guard !name.contains(where: { $0 >= 0x80 || $0 == 0x25 }) else { return false }
    let (before, behind) = around(destination, in: text)
    guard isInOtherScript(before) || isInOtherScript(behind) else {
      return isKept || hasEnglishWord(name, source, locale)
    }
    // Publishers that leave out all other letters keep names in Latin ones.
    return words(of: name).contains { word in
      let word = name.extracting(word)
      return word.count >= 3 && word[0].isLetter && !source.containsIgnoringCase(word)
        && !before.containsIgnoringCase(word) && !behind.containsIgnoringCase(word)
    }
  }

  /// What stands before and behind a destination, with what the link is called by: no more than is read again for
  /// each of many links of a text.
  @_lifetime(copy text)
  static func around(_ destination: borrowing Text, in text: borrowing Text) -> (
    before: Span<UInt8>, behind: Span<UInt8>
  ) {
    let start = destination.range.lower - text.range.lower
    let end = start + destination.count
    return (
      text.bytes.extracting(max(0, start - most)..<start),
      text.bytes.extracting(end..<min(text.count, end + most))
    )
  }

  private static let most = 400

  /// Whether a text has letters of another script than Latin, of which a translated heading has some, too. By their
  /// first bytes: Greek and what follows it to U+0FFF, and from U+3000 on to U+DFFF.
  private static func isInOtherScript(_ text: Span<UInt8>) -> Bool {
    text.contains { 0xCE...0xE0 ~= $0 || 0xE3...0xED ~= $0 }
  }

  /// Whether both have a word that an English sentence can't do without, and that the language of the page
  /// does not have.
  private static func hasEnglishWord(
    _ name: Span<UInt8>, _ source: Span<UInt8>, _ locale: LocaleTag?
  ) -> Bool {
    guard let locale else { return false }
    let shared = words(of: name).filter {
      name.extracting($0).count >= 2 && english.contains(name, $0)
    }
    guard !shared.isEmpty else { return false }
    let theirs = words(of: source)
    let own = FunctionWords(language: String(locale.canonical.language))
    return shared.contains { word in
      !own.contains(name, word)
        && theirs.contains { source.extracting($0).elementsEqual(name.extracting(word)) }
    }
  }

  private static let english = FunctionWords(language: "en")

  private static func words(of name: Span<UInt8>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start = 1
    for index in 1...max(1, name.count)
    where index >= name.count || name[index] == 0x2D || name[index] == 0x5F {
      if index > start { words.append(start..<index) }
      start = index + 1
    }
    return words
  }
}
