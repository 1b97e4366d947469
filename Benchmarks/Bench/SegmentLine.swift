/// A line of `loclint segments`.
struct SegmentLine: Equatable {
  let path: String
  let id: String
  /// Byte offsets into the page.
  let target: Range<Int>
  let source: Range<Int>

  /// - Returns: `nil` for a line of another form.
  init?(_ line: some StringProtocol) {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard fields.count == 6, let targetStart = Int(fields[2]), let targetEnd = Int(fields[3]),
      let sourceStart = Int(fields[4]), let sourceEnd = Int(fields[5]), 0 <= targetStart,
      targetStart <= targetEnd, 0 <= sourceStart, sourceStart <= sourceEnd
    else { return nil }
    path = String(fields[0])
    id = String(fields[1])
    target = targetStart..<targetEnd
    source = sourceStart..<sourceEnd
  }
}
