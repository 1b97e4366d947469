import LintText

extension Span<UInt8> {
  /// What stands before the first white space.
  var firstWord: Range<Int> {
    var end = 0
    while end < count, !self[end].isSpace { end += 1 }
    return 0..<end
  }

  /// What stands behind the last white space.
  var lastWord: Range<Int> {
    var start = count
    while start > 0, !self[start - 1].isSpace { start -= 1 }
    return start..<count
  }
}
