import LintCore
import Testing

@Suite struct MessageTests {
  @Test(arguments: [
    ("nothing to fill in", [], "nothing to fill in"),
    ("'{0}' is not '{1}'", ["a", "b"], "'a' is not 'b'"),
    ("'{1}' before '{0}', '{1}'", ["a", "b"], "'b' before 'a', 'b'"),
    ("'{0}'", ["{1}", "x"], "'{1}'"), ("'{2}' is missing", ["a"], "'' is missing"),
    ("an open { brace", ["a"], "an open { brace"), ("} {0}", ["a"], "} a"),
    ("'{}', '{x}', '{00}', '{99999999999999999999}'", ["a"], "'', '', 'a', ''"),
    ("«{0}»", ["é"], "«é»"),
  ])
  func arguments(_ template: String, _ arguments: [String], _ text: String) {
    #expect(Message("id", template).text(arguments) == text)
  }
}
