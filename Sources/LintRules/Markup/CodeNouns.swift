import LintText

/// What a name of code is called beside it: "the Hive class", "method Open".
enum CodeNouns {
  private static let nouns: Set<[UInt8]> = Set(
    """
    attribute attributes class classes cmdlet cmdlets constant constants constructor delegate enum
    enumeration exception exceptions field fields function functions interface interfaces keyword macro
    method methods namespace object objects operator parameter parameters policy properties property struct
    type types variable variables
    """.utf8.split { $0 == 0x20 || $0 == 0x0A }.map { Array($0) })

  /// Whether one stands just before or behind a name; markup between them counts as space.
  static func stand(beside name: Range<Int>, in source: Span<UInt8>) -> Bool {
    var start = name.upperBound
    while start < source.count, isGap(source[start]) { start += 1 }
    var end = start
    while end < source.count, source[end].isLetterOrDigit { end += 1 }
    if start > name.upperBound, isNoun(source.extracting(start..<end)) { return true }
    end = name.lowerBound
    while end > 0, isGap(source[end - 1]) { end -= 1 }
    start = end
    while start > 0, source[start - 1].isLetterOrDigit { start -= 1 }
    return end < name.lowerBound && isNoun(source.extracting(start..<end))
  }

  /// Whether a part of a name is one: that of `EntityException`.
  static func has(_ part: Span<UInt8>) -> Bool { isNoun(part) }

  private static func isGap(_ byte: UInt8) -> Bool { byte == 0x20 || byte == UInt8.blank }

  private static func isNoun(_ word: Span<UInt8>) -> Bool {
    word.count >= 4 && word.count <= 12 && nouns.contains(word.lowercased)
  }
}
