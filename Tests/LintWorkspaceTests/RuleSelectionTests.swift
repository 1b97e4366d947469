import LintCore
import TestSupport
import Testing

@testable import LintWorkspace

@Suite struct RuleSelectionTests {
  private static let catalogue: [any Rule] = [
    WordRule("a1", family: "a", finds: "A"),
    WordRule("a2", family: "a", finds: "A", profile: .strict),
    WordRule("b1", family: "b", finds: "B", severity: .warning),
    WordRule("b2", family: "b", finds: "B", severity: .note, profile: .all),
  ]

  private func select(_ selection: RuleSelection) throws -> [String] {
    try selection.rules(of: Self.catalogue).map { "\($0.rule.info.id) \($0.severity)" }
  }

  @Test(
    arguments: [
      (.default, [], [], ["a1", "b1"]), (.strict, [], [], ["a1", "a2", "b1"]),
      (.all, [], [], ["a1", "a2", "b1", "b2"]), (.default, ["b2"], [], ["b2"]),
      (.default, ["b2", "a1"], [], ["a1", "b2"]), (.default, ["b"], [], ["b1", "b2"]),
      (.default, ["+b2"], [], ["a1", "b1", "b2"]),
      (.default, ["b1", "+a"], [], ["a1", "a2", "b1"]),
      (.default, ["+a", "b1"], [], ["a1", "a2", "b1"]), (.default, [], ["b"], ["a1"]),
      (.default, ["b"], ["b1"], ["b2"]), (.all, ["+a"], ["a2"], ["a1", "b1", "b2"]),
    ] as [(Profile, [String], [String], [String])])
  func sets(_ profile: Profile, _ selected: [String], _ ignored: [String], _ ids: [String]) throws {
    let selection = RuleSelection(profile: profile, select: selected, ignore: ignored)
    #expect(try selection.rules(of: Self.catalogue).map(\.rule.info.id) == ids)
  }

  @Test func severities() throws {
    #expect(try select(RuleSelection()) == ["a1 error", "b1 warning"])
    #expect(
      try select(
        RuleSelection(
          profile: .all, severities: [.init("b", .error), .init("b2", .note), .init("a1", .note)]))
        == ["a1 note", "a2 error", "b1 error", "b2 note"])
  }

  @Test(arguments: [
    (RuleSelection(select: ["a3"]), "unknown rule 'a3'; did you mean 'a1'?"),
    (RuleSelection(select: ["+zzzz"]), "unknown rule 'zzzz'"),
    (RuleSelection(ignore: ["xyz"]), "unknown rule 'xyz'"),
    (RuleSelection(severities: [.init("xyz", .note)]), "unknown rule 'xyz'"),
    (RuleSelection(select: ["a"], ignore: ["a"]), "no rule is left to run"),
  ])
  func mistakes(_ selection: RuleSelection, _ message: String) {
    #expect(throws: UsageError(message)) { try select(selection) }
  }

  @Test func anEmptyCatalogueIsNoMistake() throws {
    #expect(try RuleSelection().rules(of: []).isEmpty)
  }
}
