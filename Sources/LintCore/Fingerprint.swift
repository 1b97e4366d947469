import LintText

extension String {
  /// The text as a fingerprint holds it: each run of white space as one space, for editors wrap
  /// text anew; cut at the first scalar after so many bytes; and without what changes when a file of
  /// the format is written anew.
  func fingerprinted(longest: Int, _ format: some Format) -> String {
    let bytes = utf8Span.span
    var folded: [UInt8] = []
    folded.reserveCapacity(min(bytes.count, longest + 4))
    var isPending = false
    var index = 0
    while index < bytes.count {
      let length = bytes[index] < 0x80 ? 1 : bytes.scalar(at: index).length
      if bytes.isSpace(at: index) {
        isPending = !folded.isEmpty
      } else {
        if isPending { folded.append(0x20) }
        isPending = false
        if folded.count >= longest { break }
        if length == 1 {
          folded.append(bytes[index])
        } else {
          folded.append(bytes.extracting(index..<index + length))
        }
      }
      index += length
    }
    return String(format.lasting(folded).span)
  }
}

extension Span<UInt8> {
  /// Whether the scalar at an index is white space.
  fileprivate func isSpace(at index: Int) -> Bool {
    switch self[index] {
    case 0..<0x80: self[index] == 0x20 || (0x09...0x0D).contains(self[index])
    // Elsewhere Unicode has no white space, and a look into its tables is slow.
    case 0xC2, 0xE1...0xE3:
      Unicode.Scalar(scalar(at: index).value)?.properties.isWhitespace ?? false
    default: false
    }
  }
}
