import LintCore
import LintReporters
import LintWorkspace

extension Subcommand {
  static let testRules = Subcommand(
    "test-rules", "Run the examples in a team's own rules", usage: "loclint test-rules FOLDER…",
    [
      "Runs the examples in the rule files of a folder and prints what a rule should have found "
        + "and what it found, marked ⟦like this⟧. A rule without an example that fails is "
        + "told of too, for nobody knows whether it finds anything."
    ],
    options: [.allowOutside],
    operands: .files,
    exits: [
      ("0", "Every rule finds what its examples mark."), ("1", "At least one does not."),
      ("2", "Wrong use, or a file that is no rule."),
    ],
    examples: [("loclint test-rules house-rules", "Test the rules in house-rules.")]
  ) { (call) throws(UsageError) in
    for folder in call.operands { try call.arguments.check(folder) }
    return try TestRulesCommand(call.arguments, formats: call.formats, streams: call.streams).run()
  }
}

/// `loclint test-rules`: runs the examples in a team's own rules.
struct TestRulesCommand {
  private let rules: [any Rule]
  private let formats: [any Format]
  private let streams: Streams

  init(_ arguments: Arguments, formats: [any Format], streams: Streams) throws(UsageError) {
    guard !arguments.operands.isEmpty else {
      throw UsageError("which folder? It holds rules, one in each .yml file")
    }
    rules = try TeamRules(arguments.operands).rules
    self.formats = formats
    self.streams = streams
  }

  /// Runs it.
  ///
  /// - Returns: The exit status.
  func run() throws(UsageError) -> Int32 {
    var text = ""
    var (examples, failures) = (0, 0)
    for rule in rules {
      for (isFault, list) in [(true, rule.info.fails), (false, rule.info.passes)] {
        for (index, example) in list.enumerated() {
          examples += 1
          guard
            let difference = ExampleTest(example, isFault: isFault).difference(
              of: rule, formats)
          else { continue }
          failures += 1
          text +=
            "\(rule.info.family)/\(rule.info.id), \(isFault ? "fails" : "passes") \(index + 1): "
            + "\(example.about)\n\(difference)\n"
        }
      }
      guard rule.info.fails.isEmpty else { continue }
      failures += 1
      text +=
        "\(rule.info.family)/\(rule.info.id): it has no example below 'fails' that shows what it "
        + "finds\n\n"
    }
    text +=
      "\(Numeral.count(rules.count, "rule")), \(Numeral.count(examples, "example")): "
      + (failures == 0
        ? "all as they should be" : "\(Numeral.grouped(failures)) not as they should be")
      + "\n"
    let status = streams.print(
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { TextReporter.safe(String($0)) }.joined(separator: "\n"))
    return status != 0 ? status : failures == 0 ? 0 : 1
  }
}
