import LintCore

/// A term as it may stand in a text: in any letter case unless it has capitals of its own, with any
/// white space between its words, and with any ending where it has a `*`.
struct TermForm: Sendable {
  /// As the glossary has it.
  let text: String
  /// Whether letter case counts: `API`, `HiveLantern`.
  let isCaseSensitive: Bool
  /// Folded, with one space for any white space and `wildcard` for a `*`.
  private let scalars: [UInt32]

  private static let wildcard = UInt32.max
  private static let space: UInt32 = 0x20

  /// `nil` for a text without a letter or digit.
  init?(_ text: String) {
    let words = text.split { $0.isWhitespace }.map(String.init)
    self.text = words.joined(separator: " ")
    let isCaseSensitive = words.contains(where: Self.hasCapitalsOfItsOwn)
    self.isCaseSensitive = isCaseSensitive
    let all = Array(self.text.unicodeScalars)
    scalars = all.indices.map { index in
      let value = all[index].value
      let isAtEndOfWord =
        index > 0 && Letters.isWord(all[index - 1].value)
        && (index + 1 == all.count || !Letters.isWord(all[index + 1].value))
      if value == 0x2A, isAtEndOfWord { return Self.wildcard }
      return isCaseSensitive ? value : Letters.folded(value)
    }
    guard scalars.contains(where: { $0 != Self.wildcard && Letters.isWord($0) }) else {
      return nil
    }
  }

  /// A capital after the first letter, in a word of any script that has capitals.
  private static func hasCapitalsOfItsOwn(_ word: String) -> Bool {
    let letters = word.unicodeScalars.filter { $0.properties.isAlphabetic }
    return letters.dropFirst().contains { $0.properties.isUppercase }
  }

  var count: Int { scalars.count }

  /// What an index of terms knows the form by: its first word, or what stands of it before a `*`.
  var key: (hash: UInt64, length: Int, isStem: Bool, offset: Int) {
    var start = 0
    var offset = 0
    while !Letters.isWord(scalars[start]) || scalars[start] == Self.wildcard {
      offset += Unicode.Scalar(scalars[start]).map { UTF8.width($0) } ?? 0
      start += 1
    }
    var hash = WordHash()
    var end = start
    while end < scalars.count, scalars[end] != Self.wildcard, Letters.isWord(scalars[end]) {
      hash.add(Letters.folded(scalars[end]))
      end += 1
      if Letters.isUnspaced(scalars[end - 1]) { break }
      if end < scalars.count, Letters.isUnspaced(scalars[end]) { break }
    }
    return (hash.value, end - start, end < scalars.count && scalars[end] == Self.wildcard, offset)
  }

  /// Where the form ends if it stands at `start`.
  ///
  /// - Parameter isStrict: Whether hyphens, dots and underscores make one word of two, and markup
  ///   stands between words. Strict to find a fault, not so to find that there is none.
  func end(in bytes: Span<UInt8>, at start: Int, isStrict: Bool) -> Int? {
    guard Self.isBoundary(bytes, at: start, beside: scalars[0], isStrict) else { return nil }
    var position = start
    var index = 0
    while index < scalars.count {
      let wanted = scalars[index]
      if wanted == Self.wildcard {
        position = Self.endOfWord(bytes, position)
        index += 1
        continue
      }
      if !isStrict, index > 0 {
        while position < bytes.count, bytes[position] == Text.blank { position += 1 }
      }
      guard position < bytes.count else { return nil }
      if wanted == Self.space {
        let next = Self.endOfSpace(bytes, position, isStrict)
        guard next > position else { return nil }
        position = next
      } else {
        let found = bytes.scalar(at: position)
        guard found.value == wanted || (!isCaseSensitive && Letters.folded(found.value) == wanted)
        else { return nil }
        position += found.length
      }
      index += 1
    }
    // What a `*` stands for ends with its word, but a hyphen may go on with the name.
    let last = scalars[scalars.count - 1] == Self.wildcard ? 0x61 : scalars[scalars.count - 1]
    guard Self.isBoundary(bytes, before: position, last, isStrict) else { return nil }
    return position
  }

  /// The first place of the form in a text.
  func firstRange(in bytes: Span<UInt8>, from start: Int = 0, isStrict: Bool) -> Range<Int>? {
    var position = start
    while position < bytes.count {
      let found = bytes.scalar(at: position)
      if found.value == scalars[0]
        || (!isCaseSensitive && Letters.folded(found.value) == scalars[0]),
        let end = end(in: bytes, at: position, isStrict: isStrict)
      {
        return position..<end
      }
      position += found.length
    }
    return nil
  }

  private static func endOfWord(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var position = start
    while position < bytes.count {
      let found = bytes.scalar(at: position)
      guard Letters.isWord(found.value) else { break }
      position += found.length
    }
    return position
  }

  private static func endOfSpace(_ bytes: Span<UInt8>, _ start: Int, _ isStrict: Bool) -> Int {
    var position = start
    while position < bytes.count {
      let found = bytes.scalar(at: position)
      guard
        found.value == 0x20 || Letters.isSpace(found.value)
          || (!isStrict && position > start && bytes[position] == Text.blank)
      else { break }
      position += found.length
    }
    return position
  }

  /// Whether a word that begins with `first` may begin here.
  private static func isBoundary(
    _ bytes: Span<UInt8>, at start: Int, beside first: UInt32, _ isStrict: Bool
  ) -> Bool {
    guard start > 0, !Letters.isUnspaced(first) else { return true }
    let before = bytes.scalar(before: start)
    if Letters.isWord(before.value) { return Letters.isUnspaced(before.value) }
    guard isStrict, Letters.isJoiner(before.value), start > before.length else { return true }
    return !Letters.isWord(bytes.scalar(before: start - before.length).value)
  }

  /// Whether a word that ends with `last` may end here.
  private static func isBoundary(
    _ bytes: Span<UInt8>, before end: Int, _ last: UInt32, _ isStrict: Bool
  ) -> Bool {
    guard end < bytes.count, Letters.isWord(last), !Letters.isUnspaced(last) else { return true }
    let after = bytes.scalar(at: end)
    if Letters.isWord(after.value) { return Letters.isUnspaced(after.value) }
    guard isStrict, Letters.isJoiner(after.value), end + after.length < bytes.count else {
      return true
    }
    return !Letters.isWord(bytes.scalar(at: end + after.length).value)
  }
}
