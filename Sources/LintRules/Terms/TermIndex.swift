import LintCore

/// Many terms, all looked for in one pass over a text: a table knows them by their first words.
struct TermIndex: Sendable {
  /// A term that stands in a text.
  struct Match {
    /// Its index among the forms.
    let form: Int
    let range: Range<Int>
  }

  private let forms: [TermForm]
  private let offsets: [Int]
  private var words: [UInt64: [Int]] = [:]
  /// Forms whose first word has any ending, by what is before that.
  private var stems: [UInt64: [Int]] = [:]
  /// A bit for each length of a stem.
  private var stemLengths: UInt64 = 0

  init(_ forms: [TermForm]) {
    self.forms = forms
    let keys = forms.map(\.key)
    offsets = keys.map(\.offset)
    for (index, key) in keys.enumerated() {
      if key.isStem {
        stems[key.hash, default: []].append(index)
        stemLengths |= 1 << UInt64(min(key.length, 63))
      } else {
        words[key.hash, default: []].append(index)
      }
    }
  }

  var isEmpty: Bool { forms.isEmpty }

  /// The terms of a text in order; of several at one place the longest, and none inside another.
  func matches(in bytes: Span<UInt8>) -> [Match] {
    var matches: [Match] = []
    var position = 0
    while position < bytes.count {
      let first = bytes.scalar(at: position)
      guard Letters.isWord(first.value) else {
        position += first.length
        continue
      }
      let (end, longest) = longestMatch(bytes, position, matches.last?.range.upperBound ?? 0)
      if let longest {
        matches.append(longest)
        position = max(longest.range.upperBound, position + first.length)
      } else {
        position = end
      }
    }
    return matches
  }

  /// The longest term whose first word begins at `start`, and where that word ends.
  private func longestMatch(_ bytes: Span<UInt8>, _ start: Int, _ limit: Int) -> (Int, Match?) {
    var hash = WordHash()
    var length: UInt64 = 0
    var position = start
    var best: Match?
    while position < bytes.count {
      let found = bytes.scalar(at: position)
      guard Letters.isWord(found.value) else { break }
      let isUnspaced = Letters.isUnspaced(found.value)
      if isUnspaced, position > start { break }
      hash.add(Letters.folded(found.value))
      length += 1
      position += found.length
      if stemLengths >> min(length, 63) & 1 == 1, let candidates = stems[hash.value] {
        consider(candidates, bytes, start, limit, &best)
      }
      if isUnspaced { break }
    }
    if let candidates = words[hash.value] { consider(candidates, bytes, start, limit, &best) }
    return (position, best)
  }

  private func consider(
    _ candidates: [Int], _ bytes: Span<UInt8>, _ start: Int, _ limit: Int, _ best: inout Match?
  ) {
    for index in candidates {
      let lower = start - offsets[index]
      guard lower >= limit, let end = forms[index].end(in: bytes, at: lower, isStrict: true),
        end - lower > best?.range.count ?? 0
      else { continue }
      best = Match(form: index, range: lower..<end)
    }
  }
}
