import LintText

/// What `#,` says of an entry.
struct POFlags: Sendable {
  var isFuzzy = false
  /// The longest translation, in characters: `max-length:30`.
  var maxLength: Int?
  /// The words, each where it stands.
  private(set) var list: [ByteRange] = []

  /// Reads the flags of a comment.
  ///
  /// - Parameter range: what follows `#,`.
  mutating func add(_ range: ByteRange, _ bytes: Span<UInt8>) {
    var start = range.lower
    while start <= range.upper {
      let comma = bytes.extracting(start..<range.upper).firstIndex(of: 0x2C).map { start + $0 }
      let part = bytes.extracting(start..<(comma ?? range.upper)).trimmedRange
      if !part.isEmpty {
        add(flag: ByteRange(start + part.lowerBound, start + part.upperBound), bytes)
      }
      start = (comma ?? range.upper) + 1
    }
  }

  private mutating func add(flag: ByteRange, _ bytes: Span<UInt8>) {
    list.append(flag)
    let text = bytes.extracting(flag.range)
    if text.elementsEqual("fuzzy") { isFuzzy = true }
    if text.has("max-length:", at: 0), let number = text.number(from: 11) { maxLength = number }
  }

  /// Whether a flag is there.
  func has(_ name: StaticString, in bytes: Span<UInt8>) -> Bool {
    list.contains { bytes.extracting($0.range).elementsEqual(name) }
  }
}

extension Span<UInt8> {
  /// The number that the bytes from an index on are, of at most nine digits.
  func number(from start: Int) -> Int? {
    guard start < count, count - start <= 9 else { return nil }
    var number = 0
    for index in start..<count {
      guard self[index].isDigit else { return nil }
      number = number * 10 + Int(self[index] - 0x30)
    }
    return number
  }
}
