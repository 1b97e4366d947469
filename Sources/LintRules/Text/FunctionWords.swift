import LintCore
import LintText
import LintYAML

/// The words that a sentence of a language can't do without: `Rules/languages/<language>.yml`.
struct FunctionWords: Sendable {
  /// Each word in lower case as one number, its bytes from the lowest on; words are short.
  private let words: Set<UInt64>

  private static let longest = 8

  /// The words of a language; none when there is no table for it.
  init(language: String) {
    let table = Languages.tables.first { $0["language"]?.string == language }
    words = Set(
      (table?["function-words"]?.string ?? "").utf8.split(separator: 0x20).compactMap { word in
        Self.key(Array(word).span, 0..<word.count)
      })
  }

  var isEmpty: Bool { words.isEmpty }

  /// Whether a word is one of them, in any letter case.
  func contains(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
    Self.key(bytes, word).map { words.contains($0) } ?? false
  }

  private static func key(_ bytes: Span<UInt8>, _ word: Range<Int>) -> UInt64? {
    guard word.count <= longest else { return nil }
    var key: UInt64 = 0
    for index in word { key = key << 8 | UInt64(bytes[index].lowercased) }
    return key
  }
}
