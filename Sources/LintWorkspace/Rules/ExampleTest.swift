package import LintCore
import SideBySide

/// An example of a rule, held against what the rule finds in it.
package struct ExampleTest {
  private let example: Example
  private let isFault: Bool

  /// - Parameter isFault: Whether the rule must find what is marked in it, and else nothing.
  package init(_ example: Example, isFault: Bool) {
    self.example = example
    self.isFault = isFault
  }

  /// What a rule should have found and what it found; `nil` when they are the same.
  package func difference(of rule: any Rule, _ formats: [any Format]) -> String? {
    guard let page = ExamplePage(example), let format = page.format(among: formats) else {
      return nil
    }
    let report = page.report(
      by: Linter(formats: formats, rules: [(rule, rule.info.severity)]), format)
    if let failure = report.failures.first {
      return "  gave up    \(failure.reason)\n"
    }
    let wanted = isFault ? page.marked : []
    let found = report.findings.map(\.range)
    if isFault, wanted.isEmpty { return "  nothing is marked ⟦like this⟧\n" }
    let (left, right) = (page.marking(wanted), page.marking(found))
    if left == right { return nil }
    var text = ""
    let lines = zip(
      left.split(separator: "\n", omittingEmptySubsequences: false),
      right.split(separator: "\n", omittingEmptySubsequences: false))
    for (wanted, found) in lines where wanted != found {
      text +=
        "  should be  \(ExamplePage.halves(of: wanted))\n  found      \(ExamplePage.halves(of: found))\n"
    }
    return text
  }
}
