import LintCore
import LintText
import TestSupport
import Testing

/// Reports each place of some words, and would put others there.
private struct ReplacingRule: DocumentRule {
  let info: RuleInfo
  let words: [(StaticString, String)]
  let safety: Fix.Safety

  init(_ id: String, _ words: [(StaticString, String)], _ safety: Fix.Safety = .safe) {
    info = RuleInfo(
      id: id, family: "words", finds: "words", why: "Write others.", severity: .error,
      issueType: .other, fixable: safety, messages: [Self.message], fails: [])
    self.words = words
    self.safety = safety
  }

  static let message = Message("word", "'{0}' must not be here")

  func check(_ document: borrowing Document, _ report: inout Findings) {
    for (word, other) in words {
      var start = 0
      while let found = document.bytes.span.firstRange(of: word, from: start) {
        let range = ByteRange(found.lowerBound, found.upperBound)
        report(
          range, Self.message, document.text(range).string,
          fix: Fix(safety, "Write another word.", [Fix.Edit(range, Array(other.utf8))]))
        start = found.upperBound
      }
    }
  }
}

@Suite struct FixApplierTests {
  private func mend(_ text: String, upTo safety: Fix.Safety = .safe, _ rules: any Rule...)
    -> (text: String, dropped: [Int], left: Int)
  {
    let linter = Linter(formats: [LineFormat()], rules: rules.map { ($0, .error) })
    let lint = { linter.lint($0, of: SourceFile(path: "a.md"), as: LineFormat()) }
    let bytes = Array(text.utf8)
    let result = FixApplier(upTo: safety, lint: lint).apply(to: bytes, lint(bytes))
    return (
      String(decoding: result.bytes, as: UTF8.self), result.dropped.map(\.start.column),
      result.report.findings.count
    )
  }

  @Test func `All fixes are made at once, whatever their length`() {
    let mended = mend("bad, bad and worse", ReplacingRule("a", [("bad", "good"), ("worse", "")]))
    #expect(mended == ("good, good and ", [], 0))
  }

  @Test
  func `Of two that overlap the first is made; the other waits, and may be done with by then`() {
    let rules = (
      ReplacingRule("a", [("one two", "1 two")]), ReplacingRule("b", [("two three", "2")])
    )
    #expect(mend("one two three", rules.0, rules.1) == ("1 2", [], 0))
    let both = (ReplacingRule("a", [("one two", "1 2")]), ReplacingRule("b", [("two three", "2")]))
    #expect(mend("one two three", both.0, both.1) == ("1 2 three", [], 0))
  }

  @Test func `What overlaps a fix that is refused is made without it`() {
    let rules = (
      ReplacingRule("a", [("one two", "one BAD")]), ReplacingRule("b", [("two three", "2")])
    )
    #expect(
      mend("one two three", rules.0, rules.1, WordRule("c", finds: "BAD")) == ("one 2", [], 0))
    // It is told of as refused where it is to the end.
    let both = (
      ReplacingRule("a", [("one two", "one BAD")]), ReplacingRule("b", [("two three", "two 3")])
    )
    #expect(
      mend("one two three", both.0, both.1, WordRule("c", finds: "BAD")) == ("one two 3", [1], 1))
  }

  @Test func `A fix that brings another fault is left out, and the others are made`() {
    let rule = ReplacingRule("a", [("ill", "BAD"), ("worse", "better")])
    let mended = mend("worse ill worse ill", rule, WordRule("b", finds: "BAD"))
    #expect(mended == ("better ill better ill", [8, 19], 2))
  }

  @Test func `A fix that does not mend its own fault is left out`() {
    let mended = mend("ab aab", ReplacingRule("a", [("b", "cb"), ("aa", "d")]))
    #expect(mended == ("ab db", [2, 5], 2))
  }

  @Test func `A fix that would make or join lines is left out`() {
    let mended = mend("bad\nworse", ReplacingRule("a", [("bad", "go\nod"), ("\n", " ")]))
    #expect(mended == ("bad\nworse", [1, 4], 2))
  }

  @Test func `Ten rounds are enough`() {
    let mended = mend(
      "x", ReplacingRule("a", [("x", "xx")]), ReplacingRule("b", [("xx", "y")], .suggested))
    #expect(mended == ("x", [1], 1))
  }

  @Test func `What somebody should look at is done only when it is asked for`() {
    let rules = (
      ReplacingRule("a", [("bad", "good")]), ReplacingRule("b", [("ill", "")], .suggested)
    )
    #expect(mend("bad ill", rules.0, rules.1) == ("good ill", [], 1))
    #expect(mend("bad ill", upTo: .suggested, rules.0, rules.1) == ("good ", [], 0))
  }
}
