import LintText
import Testing

@testable import SideBySide

@Suite struct SpanIDTests {
  /// The commonest form is read eight bytes at a time, all others one by one.
  @Test func `An ID is the same however it is read`() {
    let odd = Array("/09:`afgAFG-p\u{7F} é".utf8)
    let good = Array("0123456789abcdef".utf8)
    for round in 0..<100_000 {
      var bytes = (0..<5).map { _ in good.randomElement()! } + [0x2D]
      bytes += (0..<3).map { _ in UInt8.random(in: 0x30...0x39) }
      for _ in 0..<round % 3 {
        let index = Int.random(in: bytes.indices)
        bytes[index] = Bool.random() ? odd.randomElement()! : .random(in: 0...255)
      }
      let text = Array("<\"".utf8) + bytes + Array("\">".utf8)
      let slow = SpanID(text.span.extracting(2..<11), at: ByteRange(2, 11))
      let fast = SpanID(text.span, from: 2, before: "\">")
      #expect(fast == (slow.isWellFormed && !slow.isParagraph ? slow : nil), "\(bytes)")
    }
    let alone = Array("28c26-103".utf8)
    let none = SpanID(alone.span, from: 0, before: "\">")
    #expect(none == nil)
  }

  @Test func `An ID is a prefix and a number`() {
    let bytes = Array("28c2f-193\">".utf8)
    let id = SpanID(bytes.span, from: 0, before: "\">")
    #expect(id?.prefix == 0x28C2F && id?.number == 193 && id?.range == ByteRange(0, 9))
  }
}
