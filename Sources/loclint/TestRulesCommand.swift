import LintCore
import LintReporters
import LintWorkspace
import SideBySide

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
          guard let difference = difference(rule, example, isFault: isFault) else { continue }
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

  /// What a rule should have found and what it found; `nil` when they are the same.
  private func difference(_ rule: any Rule, _ example: Example, isFault: Bool) -> String? {
    guard let page = ExamplePage(example), let format = formats.first else { return nil }
    let report = Linter(formats: formats, rules: [(rule, rule.info.severity)])
      .lint(page.bytes, of: SourceFile(path: page.path), as: format)
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
      text += "  should be  \(Self.halves(of: wanted))\n  found      \(Self.halves(of: found))\n"
    }
    return text
  }

  /// A pair without its markup: target, bar, source.
  private static func halves(of line: Substring) -> String {
    var text = ""
    var depth = 0
    var isText = true
    for character in line {
      if character == "<", isText { isText = false }
      if isText { text.append(character) }
      if character == ">", !isText {
        isText = true
        depth += 1
        if depth == 3 { text += "  |  " }
      }
    }
    return line.hasPrefix("<span data-ttu-id=") && depth == 6 ? text : String(line)
  }
}
