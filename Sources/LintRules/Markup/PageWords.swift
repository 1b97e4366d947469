import LintCore
import LintText

/// The words of a page, in small letters, of which some of its names are made: `sensor` and `hub` tell that `SensorHub`
/// consists of words of English, and is not what a company of another language calls itself.
struct PageWords {
  /// Hashes of the parts of names that the page has as words.
  private var found: Set<Hash64> = []

  /// - Parameter names: Where the names stand; parts of no other ones are looked for.
  init(of names: [ByteRange], _ document: borrowing Document) {
    var wanted: Set<Hash64> = []
    for range in names {
      let name = document.text(range).bytes
      for part in Self.parts(of: name) { wanted.insert(Self.hash(name.extracting(part))) }
    }
    if wanted.isEmpty { return }
    let bytes = document.bytes.span
    var index = 0
    while index < bytes.count {
      guard bytes[index].isLetter else {
        index += 1
        continue
      }
      let isBegun = index == 0 || !(bytes[index - 1].isLetterOrDigit || bytes[index - 1] == 0x5F)
      var isSmall = isBegun
      var hash = Hash64()
      while index < bytes.count, bytes[index].isLetter {
        if bytes[index].isUppercase { isSmall = false }
        hash.add(bytes[index])
        index += 1
      }
      if isSmall, wanted.contains(hash) { found.insert(hash) }
    }
  }

  /// Whether a name consists of such words, and of others that compounds of English are made of.
  func make(_ name: Span<UInt8>) -> Bool {
    var hasFound = false
    for part in Self.parts(of: name) {
      let word = name.extracting(part)
      if found.contains(Self.hash(word)) {
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

  private static func hash(_ word: Span<UInt8>) -> Hash64 {
    var hash = Hash64()
    for index in word.indices { hash.add(word[index].lowercased) }
    return hash
  }
}
