import CLibMD
import LintCore
import LintText

/// Digests of bytes, as lower-case hexadecimal digits.
package enum Digest {
  package static func sha256(_ bytes: Span<UInt8>) -> String { hexadecimal(digest(bytes)[...]) }

  private static func digest(_ bytes: Span<UInt8>) -> [UInt8] {
    var context = SHA2_CTX()
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    unsafe SHA256Init(&context)
    unsafe bytes.withUnsafeBufferPointer {
      unsafe SHA256Update(&context, $0.baseAddress, $0.count)
    }
    unsafe SHA256Final(&digest, &context)
    return digest
  }

  package static func sha1(_ bytes: Span<UInt8>) -> String {
    var context = SHA1_CTX()
    var digest = [UInt8](repeating: 0, count: Int(SHA1_DIGEST_LENGTH))
    unsafe SHA1Init(&context)
    unsafe bytes.withUnsafeBufferPointer {
      unsafe SHA1Update(&context, $0.baseAddress, $0.count)
    }
    unsafe SHA1Final(&digest, &context)
    return hexadecimal(digest[...])
  }

  /// The first half of the SHA-256 of a text, by which a finding is known again: 32 digits.
  static func short(_ text: String) -> String {
    hexadecimal(digest(text.utf8Span.span).prefix(16))
  }

  package static func hexadecimal(_ bytes: ArraySlice<UInt8>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(2 * bytes.count)
    func append(_ digit: UInt8) { text.append(digit < 10 ? 0x30 + digit : 0x57 + digit) }
    for byte in bytes {
      append(byte >> 4)
      append(byte & 0x0F)
    }
    return String(text.span)
  }
}
