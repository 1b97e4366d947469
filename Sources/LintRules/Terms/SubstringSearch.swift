import LintCore

/// Which of several words stand anywhere in a text, also inside other words.
struct SubstringSearch {
  private(set) var found: Set<String> = []

  /// Goes through the text once for each length that words have, of which there are few, with a
  /// hash that drops one byte and takes one more at each step (Rabin-Karp).
  init(_ words: [String], in text: Span<UInt8>) {
    var lengths: [Int: [UInt64: [String]]] = [:]
    for word in words {
      let bytes = word.utf8Span.span
      lengths[bytes.count, default: [:]][Self.hash(bytes, bytes.count), default: []].append(word)
    }
    for (length, words) in lengths where length > 0 && length <= text.count {
      var oldest: UInt64 = 1
      for _ in 1..<length { oldest &*= Self.factor }
      var hash = Self.hash(text, length)
      var start = 0
      while true {
        if let candidates = words[hash] {
          take(candidates, text.extracting(start..<start + length))
        }
        guard start + length < text.count else { break }
        hash = (hash &- oldest &* UInt64(text[start])) &* Self.factor
        hash = hash &+ UInt64(text[start + length])
        start += 1
      }
    }
  }

  private static let factor: UInt64 = 0x0000_0100_0000_01B3

  private static func hash(_ bytes: Span<UInt8>, _ count: Int) -> UInt64 {
    var hash: UInt64 = 0
    for index in 0..<count { hash = hash &* factor &+ UInt64(bytes[index]) }
    return hash
  }

  private mutating func take(_ words: [String], _ text: Span<UInt8>) {
    for word in words where !found.contains(word) && text.isEqual(to: word) { found.insert(word) }
  }
}

extension Span<UInt8> {
  /// Whether these are the bytes of a word of the same length.
  fileprivate func isEqual(to word: String) -> Bool {
    let other = word.utf8Span.span
    for index in indices where self[index] != other[index] { return false }
    return true
  }
}
