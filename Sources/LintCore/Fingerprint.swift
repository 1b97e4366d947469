import LintText

extension String {
  /// The text as a fingerprint holds it: each run of white space as one space, for editors wrap
  /// text anew; cut at the first scalar after so many bytes; and without what changes when a file of
  /// the format is written anew.
  func fingerprinted(longest: Int, _ format: some Format) -> String {
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
    return String(decoding: format.lasting(folded), as: UTF8.self)
  }
}
