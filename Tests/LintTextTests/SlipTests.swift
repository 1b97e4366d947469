import LintText
import Testing

@Suite struct SlipTests {
  private static func slip(_ text: String, _ other: String) -> Slip? {
    Slip(from: text.utf8Span.span, to: other.utf8Span.span)
  }

  @Test func `A letter that is wrong, lost or put in, or two that changed places`() {
    for (other, right, wrong) in [
      ("lod", 1..<2, 1..<2), ("ld", 1..<2, 1..<1), ("liid", 2..<2, 2..<3), ("ldi", 1..<3, 1..<3),
    ] {
      let slip = Self.slip("lid", other)
      #expect(slip?.right == right && slip?.wrong == wrong, "\(other)")
    }
    #expect(Self.slip("7906", "7960") != nil)
  }

  @Test func `All else is none`() {
    for (text, other) in [
      ("lid", "lid"), ("lid", "Lid"), ("lid", "lamp"), ("v1", "v2"), ("v1", "v12"), ("a/b", "a-b"),
      ("lid", "dil"), ("", ""), ("ü", "u"),
    ] {
      #expect(Self.slip(text, other) == nil, "\(text) \(other)")
    }
  }

  @Test func `A plural is an s at the end of a word`() {
    for (text, other, end, isPlural) in [
      ("lid", "lids", 3, true), ("lids", "lid", 4, true), ("lid/a", "lids/a", 3, true),
      ("lid", "lidx", 3, false), ("lid", "slid", 3, false),
    ] {
      let slip = Self.slip(text, other)
      #expect(
        slip?.isPlural(of: text.utf8Span.span, other.utf8Span.span, wordEnd: end) == isPlural,
        "\(text) \(other)")
    }
  }
}
