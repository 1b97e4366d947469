import LintText

/// The line that opens or closes fenced code: CommonMark 0.31.2 § 4.5.
package struct CodeFence {
  /// The backticks or tildes.
  package let marks: Range<Int>
  /// What follows them on the line, without spaces at its ends.
  package let info: Range<Int>
  /// A backtick or a tilde.
  package let mark: UInt8

  /// - Parameters:
  ///   - start: Where the line's text begins: behind indentation and the marks of containers.
  ///   - end: Where the line ends.
  @inline(__always)
  package init?(_ bytes: Span<UInt8>, at start: Int, before end: Int) {
    guard start + 3 <= end, bytes[start] == 0x60 || bytes[start] == 0x7E else { return nil }
    mark = bytes[start]
    var index = start + 1
    while index < end, bytes[index] == mark { index += 1 }
    guard index - start >= 3 else { return nil }
    let rest = bytes.extracting(index..<end)
    // Backticks with another one on their line are a code span.
    if mark == 0x60, rest.firstIndex(of: 0x60) != nil { return nil }
    marks = start..<index
    let trimmed = rest.trimmedRange
    info = index + trimmed.lowerBound..<index + trimmed.upperBound
  }

  /// Whether this line ends what another one opened.
  package func closes(_ open: CodeFence) -> Bool {
    mark == open.mark && marks.count >= open.marks.count && info.isEmpty
  }
}
