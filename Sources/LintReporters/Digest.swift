import CLibMD
import LintCore
import LintText

/// Digests of bytes, as lower-case hexadecimal digits.
package enum Digest {
  package static func sha256(_ bytes: Span<UInt8>) -> String {
    var context = SHA2_CTX()
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    unsafe SHA256Init(&context)
    unsafe bytes.withUnsafeBufferPointer {
      unsafe SHA256Update(&context, $0.baseAddress, $0.count)
    }
    unsafe SHA256Final(&digest, &context)
    return hexadecimal(digest)
  }

  package static func sha1(_ bytes: Span<UInt8>) -> String {
    var context = SHA1_CTX()
    var digest = [UInt8](repeating: 0, count: Int(SHA1_DIGEST_LENGTH))
    unsafe SHA1Init(&context)
    unsafe bytes.withUnsafeBufferPointer {
      unsafe SHA1Update(&context, $0.baseAddress, $0.count)
    }
    unsafe SHA1Final(&digest, &context)
    return hexadecimal(digest)
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(2 * bytes.count)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 0x0F)])
    }
    return String(text.span)
  }
}
