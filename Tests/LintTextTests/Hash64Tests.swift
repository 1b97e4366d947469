import LintText
import Testing

@Suite struct Hash64Tests {
  /// The values that the authors of FNV-1a publish.
  @Test(
    arguments: [
      ("", 0xCBF2_9CE4_8422_2325), ("a", 0xAF63_DC4C_8601_EC8C), ("foobar", 0x8594_4171_F739_67E8),
    ] as [(String, UInt64)])
  func `Bytes have the hash that all give them`(_ text: String, _ value: UInt64) {
    let bytes = Array(text.utf8)
    let whole = Hash64(of: bytes.span)
    #expect(whole.value == value)
    var hash = Hash64()
    for byte in bytes { hash.add(byte) }
    #expect(hash == whole)
  }

  @Test func `Scalars of ASCII are bytes, others are not`() {
    var (scalars, bytes) = (Hash64(), Hash64())
    scalars.add(UInt32(0x61))
    bytes.add(UInt8(0x61))
    #expect(scalars == bytes)
    scalars.add(UInt32(0xE9))
    for byte in "é".utf8 { bytes.add(byte) }
    #expect(scalars != bytes)
  }

  @Test func `A seed tells sorts apart`() {
    var (one, other) = (Hash64(), Hash64(1))
    one.add(UInt8(0x61))
    other.add(UInt8(0x61))
    #expect(one != other && Hash64(0) == Hash64())
  }
}
