import LintText

extension String {
  /// The text as a fingerprint holds it: each run of white space as one space, for editors wrap
  /// text anew; span IDs without their prefixes, which change at every rewrite of the file; and cut
  /// at the first scalar after so many bytes.
  func fingerprinted(longest: Int) -> String {
    var folded: [UInt8] = []
    var isPending = false
    for scalar in unicodeScalars {
      // Nearly all is ASCII, and a look into Unicode's tables is slow.
      let isSpace =
        scalar.isASCII
        ? scalar == " " || ("\t"..."\r").contains(scalar) : scalar.properties.isWhitespace
      if isSpace {
        isPending = !folded.isEmpty
      } else {
        if isPending { folded.append(0x20) }
        isPending = false
        if folded.count >= longest { break }
        if scalar.isASCII {
          folded.append(UInt8(scalar.value))
        } else {
          folded += Array(String(scalar).utf8)
        }
      }
    }
    return String(decoding: folded.withoutSpanPrefixes, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Without the five hexadecimal digits before `-103` and `-p103`.
  fileprivate var withoutSpanPrefixes: [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < count {
      if isSpanPrefix(at: index) { index += 5 }
      result.append(self[index])
      index += 1
    }
    return result
  }

  private func isSpanPrefix(at index: Int) -> Bool {
    guard index + 6 < count, self[index + 5] == 0x2D,
      self[index..<index + 5].allSatisfy(\.isLowercaseHex)
    else { return false }
    if index > 0, self[index - 1].isLetterOrDigit { return false }
    let next = self[index + 6] == 0x70 ? index + 7 : index + 6
    return next < count && self[next].isDigit
  }
}
