package import LintCore
import LintText

/// How often the words of sources stand unchanged in targets.
package struct UnchangedWords: Sendable {
  /// A word that is nearly always kept.
  package struct Suggestion: Sendable {
    package let word: String
    /// Segments whose source has it.
    package let segments: Int
    /// Those of them whose target has it too.
    package let kept: Int
  }

  /// How many segments must have a word, for fewer prove nothing.
  private static let fewest = 20
  /// The percentage of those segments that must keep the word.
  private static let leastShare = 95

  private var counts: [String: (segments: Int, kept: Int)] = [:]

  package init() {}

  /// Counts the words of a page; a segment that was not translated at all says nothing.
  package mutating func add(_ document: borrowing Document) {
    for index in document.records.indices where document.records[index].isCertain {
      let segment = document.segment(index)
      if segment.target.trimmed.isEmpty || segment.source == segment.target { continue }
      let source = Self.words(of: segment.source.prose)
      if source.isEmpty { continue }
      let target = Self.words(of: segment.target.prose)
      for word in source {
        counts[word, default: (0, 0)].segments += 1
        if target.contains(word) { counts[word]!.kept += 1 }
      }
    }
  }

  /// Adds what was counted on other pages.
  package mutating func add(_ other: UnchangedWords) {
    for (word, count) in other.counts {
      counts[word, default: (0, 0)].segments += count.segments
      counts[word]!.kept += count.kept
    }
  }

  /// The words that at least 95 % of 20 segments or more keep, the most frequent first.
  package var suggestions: [Suggestion] {
    counts
      .filter {
        $0.value.segments >= Self.fewest
          && $0.value.kept * 100 >= $0.value.segments * Self.leastShare
      }
      .map { Suggestion(word: $0.key, segments: $0.value.segments, kept: $0.value.kept) }
      .sorted {
        $0.segments != $1.segments
          ? $0.segments > $1.segments : $0.word.utf8.lexicographicallyPrecedes($1.word.utf8)
      }
  }

  /// The words of a text, with what joins the parts of a name: `Hive.Open`, `hub-name`. Numbers and
  /// single letters are none.
  private static func words(of bytes: Span<UInt8>) -> Set<String> {
    var words: Set<String> = []
    var offset = 0
    while offset < bytes.count {
      let start = offset
      var end = offset
      var letters = 0
      while offset < bytes.count {
        let found = bytes.scalar(at: offset)
        let isWord = found.value.isWordScalar && !found.value.isUnspacedScalar
        guard isWord || (offset > start && found.value.isJoinerScalar) else { break }
        offset += found.length
        if isWord { end = offset }
        if isWord, !(found.value < 0x80 && UInt8(found.value).isDigit) { letters += 1 }
      }
      // The word after `&` is the name of an entity.
      let isEntity = start > 0 && bytes[start - 1] == 0x26
      if letters > 1, !isEntity { words.insert(String(bytes.extracting(start..<end))) }
      if offset < bytes.count, offset == start { offset += bytes.scalar(at: start).length }
    }
    return words
  }
}
