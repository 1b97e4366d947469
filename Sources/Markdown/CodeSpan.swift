import LintText

/// The backticks around code in a line of text: CommonMark 0.31.2 § 6.1.
package enum CodeSpan {
  /// The end of a run of backticks.
  @inline(__always)
  package static func endOfRun(_ bytes: Span<UInt8>, at start: Int, before end: Int) -> Int {
    var index = start
    while index < end, bytes[index] == 0x60 { index += 1 }
    return index
  }

  /// The next run of as many backticks as opened the span.
  ///
  /// Where no such run is sought twice, time is linear: who reads a whole half or paragraph knows the
  /// last run of each length before asking.
  ///
  /// - Parameters:
  ///   - start: Just behind the backticks that open.
  ///   - isOnLine: Whether a line feed ends the search. Code may go on in the next line; but a tool that
  ///     takes pages apart line by line has none that does, and a lone backtick there must not swallow the
  ///     pair of spans that follows.
  @inline(__always)
  package static func close(
    _ bytes: Span<UInt8>, from start: Int, length: Int, before end: Int, isOnLine: Bool = false
  ) -> Range<Int>? {
    var index = start
    while index < end {
      guard bytes[index] == 0x60 else {
        if isOnLine, bytes[index] == 0x0A { return nil }
        index += 1
        continue
      }
      let next = endOfRun(bytes, at: index, before: end)
      if next - index == length { return index..<next }
      index = next
    }
    return nil
  }
}
