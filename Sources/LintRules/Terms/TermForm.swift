import LintCore
import LintText

/// A term as it may stand in a text: in any letter case unless it has capitals of its own, with any
/// white space between its words, and with any ending where it has a `*`.
struct TermForm: Sendable {
  /// As the glossary has it.
  let text: String
  /// Whether letter case counts: `API`, `HiveLantern`.
  let isCaseSensitive: Bool
  /// What is compared: `text` in lower case unless letter case counts, with one space for any white
  /// space and `anyEnding` for a `*`. It is a string, which needs no memory of its own when it is
  /// short or equal to `text`: a glossary has many.
  private let pattern: String

  /// The most bytes of a term. What follows one offset of a page is compared with terms of that
  /// length at most.
  static let longest = 500
  /// A noncharacter, which no text holds: stands for any ending of a word.
  static let anyEnding: UInt32 = 0xFFFF
  private static let space: UInt32 = 0x20

  /// `nil` for a text without a letter or digit, or longer than any term.
  init?(_ text: String) {
    guard text.utf8.count <= Self.longest else { return nil }
    if let form = Self(lowerCase: text) {
      self = form
      return
    }
    let words = text.split { $0.isWhitespace }.map(String.init)
    self.text = words.joined(separator: " ")
    let isCaseSensitive = words.contains(where: Self.hasCapitalsOfItsOwn)
    self.isCaseSensitive = isCaseSensitive
    let all = Array(self.text.unicodeScalars)
    var pattern = String.UnicodeScalarView()
    var hasLetter = false
    for (index, scalar) in all.enumerated() {
      let value = scalar.value
      let isAtEndOfWord =
        index > 0 && all[index - 1].value.isWordScalar
        && (index + 1 == all.count || !all[index + 1].value.isWordScalar)
      if value.isWordScalar { hasLetter = true }
      let wanted =
        value == 0x2A && isAtEndOfWord
        ? Self.anyEnding : isCaseSensitive ? value : value.foldedScalar
      pattern.append(Unicode.Scalar(wanted) ?? scalar)
    }
    guard hasLetter else { return nil }
    self.pattern = String(pattern) == self.text ? self.text : String(pattern)
  }

  /// The form of a text that is its own pattern, as most are: words of ASCII in lower case.
  private init?(lowerCase text: String) {
    var last: UInt8 = 0x20
    var hasLetter = false
    for byte in text.utf8 {
      if byte.isDigit || byte.isLowercase {
        hasLetter = true
      } else if byte == 0x20 ? last == 0x20 : byte != 0x2D {
        return nil
      }
      last = byte
    }
    guard hasLetter, last != 0x20 else { return nil }
    (self.text, pattern, isCaseSensitive) = (text, text, false)
  }

  /// What is wrong with a text that can't be a term.
  static func fault(of text: String, called kind: String? = "the term") -> String? {
    if TermForm(text) != nil { return nil }
    let name = kind.map { "\($0) " } ?? ""
    guard text.utf8.count > longest else { return "\(name)'\(text)' holds no letter" }
    return "\(name)'\(text.prefix(20))…' is longer than \(longest) bytes"
  }

  /// A capital after the first letter, in a word of any script that has capitals.
  private static func hasCapitalsOfItsOwn(_ word: String) -> Bool {
    let letters = word.unicodeScalars.filter { $0.properties.isAlphabetic }
    return letters.dropFirst().contains { $0.properties.isUppercase }
  }

  /// Whether both match the same words.
  func isSame(as other: TermForm) -> Bool {
    isCaseSensitive == other.isCaseSensitive && pattern.utf8.elementsEqual(other.pattern.utf8)
  }

  /// How many letters the first word has before a `*`; `nil` when it has none.
  var stem: Int? {
    var letters = 0
    for scalar in pattern.unicodeScalars {
      if scalar.value == Self.anyEnding { return letters }
      if scalar.value.isWordScalar {
        letters += 1
      } else if letters > 0 {
        return nil
      }
    }
    return nil
  }

  /// The scalars of the pattern.
  var scalars: String.UnicodeScalarView { pattern.unicodeScalars }

  /// Where the form ends if it stands at `start`.
  ///
  /// - Parameter isStrict: Whether a term must not be part of a name with hyphens, dots or
  ///   underscores, nor have markup inside it. It is `true` where a match is a fault, and `false`
  ///   where the lack of one is, so that both err on the side of no finding.
  func end(in bytes: Span<UInt8>, at start: Int, isStrict: Bool) -> Int? {
    let pattern = pattern.utf8Span.span
    guard Self.isBoundary(bytes, at: start, beside: pattern.scalar(at: 0).value, isStrict) else {
      return nil
    }
    var offset = start
    var index = 0
    var last: UInt32 = 0
    while index < pattern.count {
      let wanted = pattern.scalar(at: index)
      last = wanted.value
      defer { index += wanted.length }
      if last == Self.anyEnding {
        offset = Self.endOfWord(bytes, offset)
        continue
      }
      if !isStrict, index > 0 {
        while offset < bytes.count, bytes[offset] == UInt8.blank { offset += 1 }
      }
      guard offset < bytes.count else { return nil }
      if last == Self.space {
        let next = Self.endOfSpace(bytes, offset, isStrict)
        guard next > offset else { return nil }
        offset = next
      } else {
        let found = bytes.scalar(at: offset)
        guard found.value == last || (!isCaseSensitive && found.value.foldedScalar == last)
        else { return nil }
        offset += found.length
      }
    }
    // What a `*` stands for ends with its word, but a hyphen may go on with the name.
    guard Self.isBoundary(bytes, before: offset, last == Self.anyEnding ? 0x61 : last, isStrict)
    else { return nil }
    return offset
  }

  static func endOfWord(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var offset = start
    while offset < bytes.count {
      let found = bytes.scalar(at: offset)
      guard found.value.isWordScalar else { break }
      offset += found.length
    }
    return offset
  }

  static func endOfSpace(_ bytes: Span<UInt8>, _ start: Int, _ isStrict: Bool) -> Int {
    var offset = start
    while offset < bytes.count {
      let found = bytes.scalar(at: offset)
      guard
        found.value.isSpaceScalar
          || (!isStrict && offset > start && bytes[offset] == UInt8.blank)
      else { break }
      offset += found.length
    }
    return offset
  }

  /// Whether a word that begins with `first` may begin here.
  static func isBoundary(
    _ bytes: Span<UInt8>, at start: Int, beside first: UInt32, _ isStrict: Bool
  ) -> Bool {
    guard start > 0, !first.isUnspacedScalar else { return true }
    let before = bytes.scalar(before: start)
    if before.value.isWordScalar { return before.value.isUnspacedScalar }
    guard isStrict, before.value.isJoinerScalar, start > before.length else { return true }
    return !bytes.scalar(before: start - before.length).value.isWordScalar
  }

  /// Whether a word that ends with `last` may end here.
  private static func isBoundary(
    _ bytes: Span<UInt8>, before end: Int, _ last: UInt32, _ isStrict: Bool
  ) -> Bool {
    guard end < bytes.count, last.isWordScalar, !last.isUnspacedScalar else { return true }
    let after = bytes.scalar(at: end)
    if after.value.isWordScalar { return after.value.isUnspacedScalar }
    guard isStrict, after.value.isJoinerScalar, end + after.length < bytes.count else {
      return true
    }
    return !bytes.scalar(at: end + after.length).value.isWordScalar
  }
}
