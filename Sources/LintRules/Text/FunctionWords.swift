import LintCore
import LintText
import LintYAML

/// The words that a sentence of a language can't do without: `Rules/languages/<language>.yml`.
struct FunctionWords: Sendable {
  /// The `lowercasedNumber` of each word of up to eight bytes; longer ones are left out.
  private let words: Set<UInt64>

  /// The words of a language; none when there is no table for it.
  init(language: String) {
    let table = Languages.tables.first { $0["language"]?.string == language }
    words = Set(
      (table?["function-words"]?.string ?? "").utf8.split(separator: 0x20).compactMap { word in
        Array(word).span.lowercasedNumber
      })
  }

  var isEmpty: Bool { words.isEmpty }

  /// Whether a word is one of them, in any letter case.
  func contains(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
    bytes.extracting(word).lowercasedNumber.map { words.contains($0) } ?? false
  }
}
