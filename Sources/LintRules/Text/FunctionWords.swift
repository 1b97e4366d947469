import LintCore
import LintText
import LintYAML
import Synchronization

/// The words that a sentence of a language can't do without: `Rules/languages/<language>.yml`.
struct FunctionWords: Sendable {
  /// The `lowercasedNumber` of each word of up to eight bytes; longer ones are left out.
  private let words: Set<UInt64>

  /// By language, what its table says.
  private static let lists = Dictionary(
    Languages.tables.map { ($0["language"]?.string ?? "", $0["function-words"]?.string ?? "") },
    uniquingKeysWith: { first, _ in first })
  /// The words of languages that were asked for: nearly all pages of a run are in a few.
  private static let known: Mutex<[String: Set<UInt64>]> = Mutex([:])

  /// The words of a language; none when there is no table for it.
  init(language: String) {
    guard let list = Self.lists[language] else {
      words = []
      return
    }
    words = Self.known.withLock { known in
      if let words = known[language] { return words }
      let words = Set(
        list.utf8.split(separator: 0x20).compactMap { Array($0).span.lowercasedNumber })
      known[language] = words
      return words
    }
  }

  var isEmpty: Bool { words.isEmpty }

  /// Whether a word is one of them, in any letter case.
  func contains(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
    bytes.extracting(word).lowercasedNumber.map { words.contains($0) } ?? false
  }
}
