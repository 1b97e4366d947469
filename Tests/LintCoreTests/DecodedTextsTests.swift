import LintText
import Testing

@testable import LintCore

/// `a\u00e9b` and an empty text of a file, decoded.
@Suite struct DecodedTextsTests {
  private let texts: DecodedTexts
  private let first: ByteRange
  private let second: ByteRange

  init() throws {
    var texts = DecodedTexts()
    texts.append([0x61].span, from: ByteRange(10, 11))
    texts.append([0xC3, 0xA9].span, for: ByteRange(11, 17))
    texts.append([0x62].span, from: ByteRange(17, 18))
    let (first, second): (ByteRange?, ByteRange?)
    first = texts.finish()
    let empty: [UInt8] = []
    texts.append(empty.span, from: ByteRange(30, 30))
    second = texts.finish()
    self.first = try #require(first)
    self.second = try #require(second)
    self.texts = texts
  }

  /// A part of the first text, by its bytes.
  private func part(_ lower: Int, _ upper: Int) -> ByteRange {
    ByteRange(first.lower + lower, first.lower + upper)
  }

  @Test func `Texts lie one behind the other and do not touch`() {
    #expect(first.count == 4 && second.isEmpty && second.lower == first.upper + 1)
  }

  @Test(arguments: [
    (0, 4, 10, 18), (0, 1, 10, 11), (1, 3, 11, 17), (2, 3, 11, 17), (1, 2, 11, 17), (3, 4, 17, 18),
    (0, 2, 10, 17), (0, 0, 10, 10), (1, 1, 11, 11), (3, 3, 17, 17), (4, 4, 18, 18),
  ])
  func `A range comes from whole escapes`(_ lower: Int, _ upper: Int, _ from: Int, _ to: Int) {
    #expect(texts.origin(of: part(lower, upper)) == ByteRange(from, to))
  }

  @Test func `An empty text has its place`() {
    #expect(texts.origin(of: second) == ByteRange(30, 30))
  }

  @Test func `A range that begins or ends in an escape cuts it`() {
    for (lower, upper, cuts) in [
      (0, 1, false), (1, 3, false), (0, 4, false), (2, 3, true), (1, 2, true), (2, 2, true),
      (3, 3, false),
    ] {
      #expect(texts.cutsEscape(part(lower, upper)) == cuts)
    }
  }

  /// What an edit of a text becomes.
  private func located(_ edit: Fix.Edit) -> Fix? {
    let map = AddressMap(
      bytes: Array(repeating: 0x20, count: 40), source: nil, decoded: texts, own: [], all: [],
      format: Backslashed())
    return map.located(
      Finding(
        rule: 0, range: edit.range, message: Message("m", "m"), arguments: [], related: nil,
        fix: Fix(.safe, "Mend it.", [edit]), subject: nil)
    ).fix
  }

  @Test func `An edit is encoded, and refused where it would cut an escape in two`() {
    let edit = located(Fix.Edit(part(1, 3), Array("é|".utf8)))?.edits.first
    #expect(edit == Fix.Edit(ByteRange(11, 17), Array("é\\|".utf8)))
    #expect(located(Fix.Edit(part(2, 3), [0x78])) == nil)
    #expect(located(Fix.Edit(part(0, 1), [0])) == nil)
  }

  /// Puts a backslash before each bar, and can't write NUL.
  private struct Backslashed: Format {
    let name = "backslashed"
    let fileExtensions = ["b"]
    let hasEscapes = true

    func read(_ bytes: consuming [UInt8], _ page: Page) -> Document {
      let bytes = bytes
      return Document(
        bytes: bytes, prose: bytes, records: [], isBilingual: false, format: self, page: page)
    }

    func encoded(_ text: [UInt8], at range: ByteRange, in file: Span<UInt8>) -> [UInt8]? {
      text.contains(0) ? nil : text.flatMap { $0 == 0x7C ? [0x5C, 0x7C] : [$0] }
    }
  }
}
