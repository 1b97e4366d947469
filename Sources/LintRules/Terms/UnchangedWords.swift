public import LintCore
import LintText

/// How often the words of sources stand unchanged in targets.
public struct UnchangedWords: Sendable {
  /// A word that is nearly always kept.
  public struct Suggestion: Sendable {
    public let word: String
    /// Segments whose source has it.
    public let segments: Int
    /// Those of them whose target has it too.
    public let kept: Int
  }

  /// Fewer segments prove nothing.
  private static let fewest = 20
  /// In percent: what is less is translated as often as not.
  private static let leastShare = 95

  private var counts: [String: (segments: Int, kept: Int)] = [:]

  public init() {}

  /// Counts the words of a page; a segment that was not translated at all says nothing.
  public mutating func add(_ document: borrowing Document) {
    for index in document.records.indices {
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

  public mutating func add(_ other: UnchangedWords) {
    for (word, count) in other.counts {
      counts[word, default: (0, 0)].segments += count.segments
      counts[word]!.kept += count.kept
    }
  }

  /// The most frequent first.
  public var suggestions: [Suggestion] {
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
    var position = 0
    while position < bytes.count {
      let start = position
      var end = position
      var letters = 0
      while position < bytes.count {
        let found = bytes.scalar(at: position)
        let isWord = found.value.isWordScalar && !found.value.isUnspacedScalar
        guard isWord || (position > start && found.value.isJoinerScalar) else { break }
        position += found.length
        if isWord { end = position }
        if isWord, !(found.value < 0x80 && UInt8(found.value).isDigit) { letters += 1 }
      }
      // What stands between `&` and `;` is an entity.
      let isEntity = start > 0 && bytes[start - 1] == 0x26
      if letters > 1, !isEntity { words.insert(String(bytes.extracting(start..<end))) }
      if position < bytes.count, position == start { position += bytes.scalar(at: start).length }
    }
    return words
  }
}
