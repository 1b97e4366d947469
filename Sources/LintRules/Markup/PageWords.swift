import LintCore
import LintText

/// Whether a page uses the parts of a name as words, in small letters: `sensor` and `hub` tell that `SensorHub`
/// consists of words of English, and is not what a company of another language calls itself.
enum PageWords {
  /// Whether a name consists of such words, and of others that compounds of English are made of.
  static func make(_ name: Span<UInt8>, _ page: Span<UInt8>) -> Bool {
    var hasFound = false
    for part in parts(of: name) {
      let word = name.extracting(part)
      if has(word, page) {
        hasFound = true
      } else if !EnglishWords.isOrdinary(word) {
        return false
      }
    }
    return hasFound
  }

  /// The parts of three letters or more, without the `I` of an interface.
  private static func parts(of name: Span<UInt8>) -> [Range<Int>] {
    EnglishWords.humps(of: name).compactMap { hump in
      let isInterface =
        hump.lowerBound == 0 && hump.count > 2 && name[0] == 0x49 && name[1].isUppercase
      let part = hump.lowerBound + (isInterface ? 1 : 0)..<hump.upperBound
      return part.count >= 3 ? part : nil
    }
  }

  private static func has(_ word: Span<UInt8>, _ page: Span<UInt8>) -> Bool {
    let small = word.lowercased
    var start = 0
    while let found = page.firstRange(of: small.span, from: start) {
      start = found.upperBound
      let before = found.lowerBound > 0 ? page[found.lowerBound - 1] : 0x20
      if page.isWhole(found), before != 0x5F { return true }
    }
    return false
  }
}
