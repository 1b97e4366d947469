import LintText
import Testing

@testable import Markdown

@Suite struct ReferenceTableTests {
  @Test(arguments: [
    ("[a]: b\n[A]: c\n", "a", "b"),
    ("[a]: b\n", " A\t", "b"),
    ("[a \t b]: c\n", "A B", "c"),
    ("[a\nb]: c\n", "a b", "c"),
    ("> [a\n> b]: c\n", "a b", "c"),
    ("[ẞ]: b\n", "SS", "b"),
    ("[ΣΑΣ]: b\n", "σας", "b"),
    ("[a\\]b]: c\n", "a\\]b", "c"),
    ("- [a]: <b c> 'd'\n", "a", "b c"),
    ("[a]: b\n", "b", nil),
    ("    [a]: b\n", "a", nil),
    ("[ ]: b\n", " ", nil),
  ])
  func `Labels are compared as CommonMark has it`(
    _ page: String, _ label: String, _ destination: String?
  ) {
    let bytes = Array(page.utf8)
    let table = ReferenceTable(bytes.span, Blocks(bytes.span))
    let found = table.definition(labelled: Array(label.utf8).span)
    #expect(
      found.map { String(decoding: bytes[$0.destination.range], as: UTF8.self) } == destination)
  }
}
