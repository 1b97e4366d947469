/// Paths as relative references and `file` URIs of RFC 3986.
enum URIReference {
  /// A path below a base, percent-encoded; bytes are neither normalized nor folded.
  static func relative(_ path: String) -> String {
    var path = path[...]
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    return encoded(path)
  }

  /// A path from the root of the file system.
  static func file(_ path: String) -> String {
    "file://" + encoded(path[...])
  }

  /// A colon is encoded too: `a:b` would be read as a scheme and what follows it.
  private static func encoded(_ path: Substring) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(path.utf8.count)
    for byte in path.utf8 {
      if isLiteral(byte) {
        bytes.append(byte)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        bytes.append(UInt8(ascii: "%"))
        if byte < 0x10 { bytes.append(UInt8(ascii: "0")) }
        bytes.append(contentsOf: digits.utf8)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isLiteral(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._~!$&'()*+,;=@/".utf8.contains(byte)
    }
  }
}
