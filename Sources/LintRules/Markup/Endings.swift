import LintText

/// The endings that a language joins to a name without a sign between, as in Hungarian `Get-Lidet`.
struct Endings {
  /// How many bytes an ending has at most.
  private let longest: Int
  private let isGenitive: Bool

  static let none = Endings(longest: 0, isGenitive: false)

  /// Whether the language has any that it joins to names.
  var areThere: Bool { longest > 0 || isGenitive }

  private init(longest: Int, isGenitive: Bool) {
    self.longest = longest
    self.isGenitive = isGenitive
  }

  init(language: String) {
    isGenitive = Self.genitive.contains(language)
    longest = Self.inflecting.contains(language) ? 10 : isGenitive ? 2 : 0
  }

  /// Whether an ending stands at an index of a text in small letters, and the word ends behind it.
  func has(in text: Span<UInt8>, at start: Int) -> Bool {
    guard let end = end(in: text, at: start) else { return false }
    return end == text.count || !(text[end].isWordByte || text[end] == 0x2D)
  }

  /// Just after the letters of Latin that stand at an index, where they may be an ending.
  func end(in text: Span<UInt8>, at start: Int) -> Int? {
    guard longest > 0 else { return nil }
    var end = start
    while end < text.count, end - start <= longest {
      if text[end].isLetter {
        end += 1
      } else if text.isAccented(end), end + 1 < text.count {
        end += 2
      } else {
        break
      }
    }
    guard end > start, end - start <= longest else { return nil }
    return !isGenitive || text.extracting(start..<end).elementsEqual("s") ? end : nil
  }

  /// Languages that decline names by letters behind them.
  private static let inflecting: Set<String> = [
    "az", "bs", "cs", "dsb", "et", "eu", "fi", "hr", "hsb", "hu", "id", "jv", "kk", "la", "lt",
    "lv",
    "ms", "pl", "ro", "se", "sk", "sl", "sq", "sr", "su", "tk", "tr", "tt", "uz",
  ]
  /// Those that set an `s` behind the owner's name.
  private static let genitive: Set<String> = ["da", "de", "nb", "nn", "no", "sv"]
}
