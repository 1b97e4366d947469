/// A run of bytes that can be searched; the seeder works on bytes, so that what it does not touch
/// stays as it was.
extension RandomAccessCollection<UInt8> where Index == Int {
  /// The first place of a literal within a range.
  func firstRange(of literal: String, in range: Range<Int>) -> Range<Int>? {
    let wanted = Array(literal.utf8)
    var index = range.lowerBound
    while index + wanted.count <= range.upperBound {
      if self[index] == wanted[0], has(wanted, at: index) { return index..<index + wanted.count }
      index += 1
    }
    return nil
  }

  /// All places of a literal within a range, from left to right.
  func ranges(of literal: String, in range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = range.lowerBound
    while let next = firstRange(of: literal, in: start..<range.upperBound) {
      found.append(next)
      start = next.upperBound
    }
    return found
  }

  func has(_ literal: String, at index: Int) -> Bool {
    has(Array(literal.utf8), at: index)
  }

  private func has(_ wanted: [UInt8], at index: Int) -> Bool {
    guard index >= startIndex, index + wanted.count <= endIndex else { return false }
    for offset in wanted.indices where self[index + offset] != wanted[offset] { return false }
    return true
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: self[range], as: UTF8.self)
  }

  /// The start of the line that holds a place.
  func lineStart(_ place: Int) -> Int {
    var start = place
    while start > startIndex, self[start - 1] != 0x0A { start -= 1 }
    return start
  }

  /// The end of the line that holds a place, before its line feed.
  func lineEnd(_ place: Int) -> Int {
    var end = place
    while end < endIndex, self[end] != 0x0A { end += 1 }
    return end
  }
}
